import { ConfigRefused, problemLines } from "../config-problem.ts";
import { describeError } from "../errors.ts";

/** What a person reads of a failure: what is wrong, and how to mend it. */
export function errorLines(error: unknown): string {
  const { code, detail, title, fix } = describeError(error);
  if (error instanceof ConfigRefused)
    return `${title}.\n${problemLines(error.problems).join("\n")}\n${fix} [${code}]\n`;
  if (code === "usage" && detail) return `${detail}\n`;
  return `${title}${detail ? `: ${detail}` : "."}\n${fix} [${code}]\n`;
}
