// `npm run check`: types, lint and format, one line each; ends with a count and fails if one fails.
import { spawnSync } from "node:child_process";

const windows = process.platform === "win32";
/** @type {[string, string, string[]][]} */
const steps = [
  ["types of core (no Node, no DOM)", "tsc", ["-p", "tsconfig.core.json"]],
  ["types of the program", "tsc", ["-p", "tsconfig.server.json"]],
  ["types of the pages", "tsc", ["-p", "tsconfig.web.json"]],
  ["types of the tests in a browser", "tsc", ["-p", "tsconfig.e2e.json"]],
  ["lint", "oxlint", ["--type-aware", "--deny-warnings"]],
  ["format", "oxfmt", ["--check", "."]],
];
let failed = 0;
for (const [title, command, args] of steps) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: "utf8", shell: windows });
  if (status !== 0) {
    failed++;
    process.stdout.write(`${stdout ?? ""}${stderr ?? ""}${error ? `${error.message}\n` : ""}`);
  }
  process.stdout.write(`${status === 0 ? "ok    " : "FAILED"} ${title}\n`);
}
process.stdout.write(`check: ${steps.length - failed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
