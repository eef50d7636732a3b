import { Refused } from "./core/text/result.ts";
import { type ErrorText, errorTexts } from "./error-texts-data.ts";

/** Turns whatever was thrown into a code, a sentence and a fix. A fault of the program has the code `internal`. */
export function describeError(error: unknown): ErrorText & { code: string; detail: string | null } {
  if (error instanceof Refused) {
    const text = Object.entries(errorTexts).find(([code]) => code === error.code)?.[1];
    if (text) return { code: error.code, detail: error.detail === null ? null : plain(error.detail), ...text };
  }
  return {
    code: "internal",
    detail: plain(error instanceof Error ? error.message : String(error)),
    title: "Something went wrong inside Fabula",
    fix: "This is our fault. Please report it with the version, the command and this message.",
  };
}

/** Text that is safe on a terminal and not a book: no control or direction signs, at most 200 letters. */
function plain(text: string): string {
  const clean = text.replace(/[\p{Cc}\p{Cf}]+/gu, " ").trim();
  return clean.length > 200 ? `${clean.slice(0, 199)}…` : clean;
}
