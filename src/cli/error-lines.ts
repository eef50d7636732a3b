import { describeError } from "../errors.ts";

/** What a person reads of a failure: what is wrong, and how to mend it. */
export function errorLines(error: unknown): string {
  const { code, detail, title, fix } = describeError(error);
  if (code === "usage" && detail) return `${detail}\n`;
  return `${title}${detail ? `: ${detail}` : "."}\n${fix} [${code}]\n`;
}
