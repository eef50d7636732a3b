// `npm run package [-- FOLDER]`: the program as a package to publish, `fabula-VERSION.tgz`. It is put together in a folder of its own,
// so that nothing old is packed and what only a checkout needs stays out: the scripts, and the 200 MB of the Node that they run on.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The oldest Node on which an installed program runs; `bin/fabula.mjs` says so where it is older. */
const oldestNode = ">=22";
const copied = ["bin", "fonts", "man", "samples", "LICENSE", "NOTICES.md", "README.md"];

const root = fileURLToPath(new URL("../", import.meta.url));
const to = resolve(process.env["FABULA_CWD"] ?? process.cwd(), process.argv[2] ?? ".");
const work = mkdtempSync(join(tmpdir(), "fabula-package-"));

function mustRun(/** @type {string} */ cwd, /** @type {string} */ command, /** @type {string[]} */ ...args) {
  const { status } = spawnSync(command, args, { cwd, stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed; see above`);
}

try {
  mustRun(root, "tsc", "-p", "tsconfig.build.json", "--outDir", join(work, "dist"));
  mustRun(root, "node", "scripts/build-web.ts", "--out", join(work, "dist/web"));
  for (const path of copied) {
    mkdirSync(dirname(join(work, path)), { recursive: true });
    cpSync(join(root, path), join(work, path), { recursive: true });
  }
  const {
    scripts: _,
    devDependencies: __,
    optionalDependencies: ___,
    private: ____,
    ...manifest
  } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const engines = { node: oldestNode };
  writeFileSync(join(work, "package.json"), `${JSON.stringify({ ...manifest, engines }, null, 2)}\n`);
  mustRun(work, "npm", "pack", "--pack-destination", to);
  process.stdout.write(`${join(to, `${manifest.name}-${manifest.version}.tgz`)}\n`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
