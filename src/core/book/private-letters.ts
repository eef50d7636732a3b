import type { DecodedText } from "./decode-text.ts";

/** Letters that mean something else on every machine (Unicode 16, 23.5). */
const privateLetters = /[\uE000-\uF8FF]/g;

/** A text with U+FFFD in the place of every letter for private use, and a warning where there are any. */
export function withoutPrivateLetters(text: string): DecodedText {
  const count = text.match(privateLetters)?.length ?? 0;
  if (count === 0) return { text, warnings: [] };
  const message = `Letters for private use, which nobody else can read, were left out: ${count}.`;
  return { text: text.replaceAll(privateLetters, "\uFFFD"), warnings: [{ code: "letters-private", message }] };
}
