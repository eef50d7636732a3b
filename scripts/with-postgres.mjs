// `node scripts/with-postgres.mjs <command> …`: starts a throw-away server of PostgreSQL, runs the command with its address in FABULA_TEST_POSTGRES, and
// removes the server, whatever comes. Where the variable is set already that server is used. Where there is no PostgreSQL (PG_BIN, PATH,
// /usr/lib/postgresql) the command runs without: tests that need a server say that they are skipped.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { constants, tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout } from "node:timers/promises";

const [command, ...args] = process.argv.slice(2);
if (command === undefined) {
  process.stderr.write("Usage: node scripts/with-postgres.mjs <command> …\n");
  process.exit(2);
}

const given = process.env["FABULA_TEST_POSTGRES"];
const bin = given ? null : serverFolder();
/** @type {NodeJS.Signals | null} */
let stopped = null;
/** @type {import("node:child_process").ChildProcess | null} */
let running = null;
/** @type {NodeJS.Signals[]} */
const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
for (const signal of signals)
  process.on(signal, () => {
    stopped ??= signal;
    running?.kill(signal);
  });

if (!given && bin === null)
  process.stderr.write(
    "There is no PostgreSQL here; tests that need a server are skipped. PG_BIN may name its folder.\n",
  );
process.exitCode = bin === null ? await run(process.env) : await withServer(bin);

/** The newest that is installed: the folder with initdb; null where there is none. */
function serverFolder() {
  const named = process.env["PG_BIN"];
  const installed = globSync("/usr/lib/postgresql/*/bin").toSorted(
    (a, b) => Number(b.split("/")[4]) - Number(a.split("/")[4]),
  );
  const folders = [...(named ? [named] : []), ...installed, ...(process.env["PATH"] ?? "").split(delimiter)];
  return folders.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres"))) ?? null;
}

/** Runs the command beside a server of its own. */
async function withServer(/** @type {string} */ folder) {
  const place = mkdtempSync(join(tmpdir(), "fabula-postgres-"));
  const user = serverUser();
  /** @type {import("node:child_process").ChildProcess | null} */
  let server = null;
  try {
    if (user) chownSync(place, user.uid, user.gid);
    const data = join(place, "data");
    const made = spawnSync(
      join(folder, "initdb"),
      ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
      { cwd: place, encoding: "utf8", ...user },
    );
    if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || made.error?.message}`);
    const port = await freePort();
    const quick = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"];
    server = spawn(
      join(folder, "postgres"),
      ["-D", data, "-p", String(port), "-k", place, "-h", "127.0.0.1", ...quick.flatMap((each) => ["-c", each])],
      { cwd: place, stdio: ["ignore", "ignore", "pipe"], ...user },
    );
    await answers(server, port);
    return await run({ ...process.env, FABULA_TEST_POSTGRES: `postgres://postgres@127.0.0.1:${port}/postgres` });
  } finally {
    if (server) await stop(server);
    rmSync(place, { recursive: true, force: true });
  }
}

/** PostgreSQL refuses to run as root; its packages make a user for it. */
function serverUser() {
  if (process.getuid?.() !== 0) return null;
  const entry = /^postgres:[^:]*:(\d+):(\d+):/m.exec(readFileSync("/etc/passwd", "utf8"));
  if (!entry) throw new Error("PostgreSQL does not run as root, and there is no user of the name postgres.");
  return { uid: Number(entry[1]), gid: Number(entry[2]) };
}

async function freePort() {
  const listener = createServer().listen(0, "127.0.0.1");
  await once(listener, "listening");
  const address = listener.address();
  listener.close();
  await once(listener, "close");
  if (address === null || typeof address === "string") throw new Error("There is no free port.");
  return address.port;
}

/** Waits until the server takes connections. Throws what it said where it ends instead. */
async function answers(/** @type {import("node:child_process").ChildProcess} */ server, /** @type {number} */ port) {
  let said = "";
  server.stderr?.on("data", (chunk) => (said = `${said}${String(chunk)}`.slice(-2_000)));
  for (let tries = 0; tries < 300; tries++) {
    if (server.exitCode !== null || server.signalCode !== null) break;
    if (said.includes("ready to accept connections") && (await takesConnections(port))) return;
    await setTimeout(100);
  }
  throw new Error(`The server did not start: ${said}`);
}

/** @returns {Promise<boolean>} */
function takesConnections(/** @type {number} */ port) {
  const { promise, resolve } = Promise.withResolvers();
  const socket = connect(port, "127.0.0.1", () => resolve(true));
  socket.on("error", () => resolve(false));
  return promise.finally(() => socket.destroy());
}

/** Ends the server without waiting for those who are connected. */
async function stop(/** @type {import("node:child_process").ChildProcess} */ server) {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, "exit");
  server.kill("SIGINT");
  const late = setTimeout(10_000, "late", { ref: false });
  if ((await Promise.race([ended, late])) === "late") {
    server.kill("SIGQUIT");
    await ended;
  }
}

/** @returns {Promise<number>} The command's own exit code. */
async function run(/** @type {NodeJS.ProcessEnv} */ env) {
  if (stopped) return 128 + constants.signals[stopped];
  running = spawn(command ?? "", args, { env, stdio: "inherit", shell: process.platform === "win32" });
  const { promise, resolve, reject } = Promise.withResolvers();
  running.on("error", reject);
  running.on("exit", (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  return promise;
}
