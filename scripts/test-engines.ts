// `npm run test:engines [FILE …]`: the suites that know a server of PostgreSQL, or some of them, one file after the other.
// `npm run test:all`: every suite, those too that `npm test` leaves out.
import { spawnSync } from "node:child_process";
import { engineSuites } from "../test/engines/suites.ts";

const [first, ...more] = process.argv.slice(2);
const named = first === undefined ? [] : [first, ...more];
const some = ["--project", "node", "--maxWorkers", "1", ...(named.length > 0 ? named : engineSuites())];
const { status, error } = spawnSync("vitest", ["run", ...(first === "--all" ? more : some)], {
  stdio: "inherit",
  shell: process.platform === "win32",
  env: { ...process.env, FABULA_TESTS: "all" },
});
if (error) process.stderr.write(`${error.message}\n`);
process.exitCode = status ?? 1;
