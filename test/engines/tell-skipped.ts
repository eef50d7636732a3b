import { engineSuites } from "./suites.ts";

/** Called once, before any test runs: without a server of PostgreSQL a person is told what is left out. */
export function setup(): void {
  if (process.env["FABULA_TEST_POSTGRES"]) return;
  process.stderr.write(
    `Without a server of PostgreSQL (FABULA_TEST_POSTGRES, or npm run test:engines) what needs one is skipped in:\n${engineSuites()
      .map((path) => `  ${path}\n`)
      .join("")}`,
  );
}
