import LineBreaker from "linebreak";

const dash = /[-–—―…]/u;

/**
 * Where lines of a Latin text may end: offsets of the first unit of the next line, in order; the last is the end of the text.
 * Source: UAX #14, and on top of it: dashes and leaders stay with the word before them, and a leader that opens
 * a word stays with it.
 */
export function lineBreaksOf(text: string): number[] {
  const breaker = new LineBreaker(text);
  const found: number[] = [];
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak())
    if (next.position >= text.length || !partsDash(text, next.position)) found.push(next.position);
  return found;
}

/** Whether a break would tear a dash or leader from the word it belongs to. */
function partsDash(text: string, at: number): boolean {
  const next = text[at] ?? "";
  if (dash.test(next)) return true;
  const before = text.slice(0, at).trimEnd();
  const opens = before.length > 0 && dash.test(before.slice(-1)) && !/[\p{L}\p{N}]/u.test(before.slice(-8));
  return opens && before.length === at;
}
