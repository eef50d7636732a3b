import { globSync } from "node:fs";
import { runsAll, slowSuites } from "./left-out.ts";
import { engineSuites } from "./suites.ts";

/** Called once, before any test runs: a person is told what is left out, and how to run it. */
export function setup(): void {
  const files = (paths: readonly string[]) => paths.map((path) => `  ${path}\n`).join("");
  if (!runsAll)
    process.stderr.write(
      `Left out, since they start servers, engines or browsers (npm run test:all runs them):\n${files(slowSuites.flatMap((pattern) => globSync(pattern)))}`,
    );
  if (!process.env["FABULA_TEST_POSTGRES"])
    process.stderr.write(
      `Without a server of PostgreSQL (FABULA_TEST_POSTGRES, or npm run test:all) what needs one is skipped in:\n${files(engineSuites())}`,
    );
}
