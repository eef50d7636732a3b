// `npm run test:engines [FILE …]`: the suites that know a server of PostgreSQL, or some of them, one file after the other.
import { spawnSync } from "node:child_process";
import { engineSuites } from "../test/engines/suites.ts";

const files = process.argv.slice(2);
const { status, error } = spawnSync(
  "vitest",
  ["run", "--project", "node", "--maxWorkers", "1", ...(files.length > 0 ? files : engineSuites())],
  { stdio: "inherit", shell: process.platform === "win32" },
);
if (error) process.stderr.write(`${error.message}\n`);
process.exitCode = status ?? 1;
