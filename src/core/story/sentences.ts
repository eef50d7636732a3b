import type { Span } from "../book/book.ts";

const abbreviations = new Set(
  "mr mrs ms messrs dr st rev hon prof capt col gen lieut lt sergt sgt maj esq jr sr no vol vs viz mme mlle ave bros co etc mt".split(
    " ",
  ),
);
const closers = /["'”’»)\]」』）】〉》]/;
const ends = /[.!?…。！？‼⁇⁈⁉]/;
const endOrLine = /[.!?…。！？‼⁇⁈⁉\n]/g;

/** Where a sentence may end from an offset on. */
function nextEnd(text: string, from: number): number {
  endOrLine.lastIndex = from;
  return endOrLine.exec(text)?.index ?? text.length;
}

/**
 * Sentences of `text` between two offsets (UTF-16 units), in order, without white space at their ends.
 * A line of Japanese and a blank line end a sentence; a speech tag in small letters stays with its quote.
 */
export function sentencesOf(text: string, start: number, end: number): Span[] {
  const spans: Span[] = [];
  let from = start;
  const close = (at: number) => {
    let [a, b] = [from, at];
    while (a < b && /\s/.test(text[a] ?? "")) a += 1;
    while (b > a && /\s/.test(text[b - 1] ?? "")) b -= 1;
    if (b > a) spans.push({ start: a, end: b });
    from = at;
  };
  for (let i = nextEnd(text, start); i < end; i = nextEnd(text, i + 1)) {
    if (text[i] === "\n") {
      if (endsParagraph(text, i, end)) close(i);
    } else {
      let after = i + 1;
      while (after < end && ends.test(text[after] ?? "")) after += 1;
      while (after < end && closers.test(text[after] ?? "") && !opensAgain(text, after)) after += 1;
      if (endsSentence(text, i, after, end)) close(after);
      i = after - 1;
    }
  }
  close(end);
  return spans;
}

function endsParagraph(text: string, at: number, end: number): boolean {
  if (/[\u3000-\u9fff\uff00-\uffef]/.test(text[at - 1] ?? "")) return true;
  for (let i = at + 1; i < end; i++) {
    if (text[i] === "\n") return true;
    if (!/[ \t\r]/.test(text[i] ?? "")) return text[i] === "\u3000";
  }
  return true;
}

/** A straight mark after a space begins the next quote and belongs to the next sentence. */
const opensAgain = (text: string, at: number) => /["']/.test(text[at] ?? "") && /\s/.test(text[at - 1] ?? "");

function endsSentence(text: string, mark: number, after: number, end: number): boolean {
  if (after >= end) return true;
  const unit = text[mark] ?? "";
  const rest = /^\s*/.exec(text.slice(after, after + 40))?.[0] ?? "";
  const following = text[after + rest.length] ?? "";
  if (/[。！？‼⁇⁈⁉]/.test(unit) || (unit === "…" && /[\u3000-\u9fff]/.test(following))) {
    // 「…」と言った continues the sentence that holds the quote.
    return !(/[」』）]/.test(text[after - 1] ?? "") && /^[とってとのは、]/.test(text[after] ?? ""));
  }
  if (rest === "" && !/[“‘"—]/.test(following)) return false;
  if (/\p{Ll}/u.test(following)) return false;
  if (unit !== "." || after > mark + 1) return true;
  const word = /[\p{L}.]+$/u.exec(text.slice(Math.max(0, mark - 12), mark))?.[0] ?? "";
  return !abbreviations.has(word.toLowerCase()) && !/^\p{Lu}$/u.test(word.replace(/^.*\./, ""));
}
