import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The files of tests that know a server of PostgreSQL and do less without one. */
export function engineSuites(): string[] {
  return globSync("{src,test}/**/*.test.ts", { cwd: root })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /engines\/postgres\.ts"|FABULA_TEST_POSTGRES/.test(readFileSync(`${root}/${path}`, "utf8")))
    .toSorted();
}
