import type { Span } from "../book/book.ts";
import type { Passage } from "./passages.ts";
import type { RawQuote } from "./quotes.ts";

/** A letter that the book gives in full: its passages, and the name below it. */
export interface WrittenLetter {
  /** Indices of its passages: the first, and the one after the last. */
  from: number;
  to: number;
  /** Whether quotation marks stand around it. */
  marked: boolean;
  /** Where the name stands; null where none does. */
  signature: Span | null;
}

const capital = "\\p{Lu}[\\p{L}’'.-]*";
const signedName = `${capital}(?:[ ]${capital}){0,4}`;
/** How a letter begins: the greeting may have a line to itself. */
const salutation =
  /^(?:(?:My|Our) (?:own |very )?)?(?:[Dd]ear(?:est)?|DEAR|Beloved|Honou?red|Sir|Madam|SIR|Gentlemen|Messrs\.)\b[^.!?;\n“”"]{0,40}(?:[,:—–-]|!(?=\s*(?:\n|$)))/u;
/** How it ends, before the name. */
const farewell =
  '(?:I (?:am|remain),?\\s)?(?:[Yy]ours?\\b|YOURS?\\b|(?:[Ww]ith )?(?:much |all my |best |my )?[Ll]ove\\b|Affectionately|Sincerely|Respectfully|Faithfully|Cordially|God bless you)[^.!?\\n“”"]{0,70}';
const closing = new RegExp(
  `(?:^|[\\n.!?;,:—–-])\\s*${farewell}[,.:—–-]+\\s*[_*]{0,2}(${signedName})[_*.]*(?:,? [^\\n.]{1,40})?\\.?$`,
  "u",
);
const farewellAlone = new RegExp(`(?:^|[\\n.!?;,:—–-])\\s*${farewell}[,.:—–-]*$`, "u");
const nameAlone = new RegExp(`^[—–\\s_*-]*(${signedName})[_*.]*$`, "u");

/** Too long for `“Your servant, Madam.”` */
const wholeNote = /^(?:“[^“”]{100,}”|"[^"]{100,}")$/;

/** Passages of one letter, at most. */
const longest = 60;

/** The letters of a text: from a greeting to a name below a farewell. A book that is all letters is told by them. */
export function lettersIn(text: string, passages: readonly Passage[]): WrittenLetter[] {
  const letters: WrittenLetter[] = [];
  const sizes = new Map<string, number>();
  for (const { chapter } of passages) sizes.set(chapter, (sizes.get(chapter) ?? 0) + 1);
  for (let i = 0; i < passages.length; i++) {
    const letter = letterFrom(text, passages, i);
    if (letter === null) continue;
    const [inside, all] = [letter.to - letter.from, sizes.get(passages[i]?.chapter ?? "") ?? 0];
    i = letter.to - 1;
    if (letter.marked || inside * 2 <= all || (inside <= 6 && all - inside >= 2)) letters.push(letter);
  }
  return letters;
}

function letterFrom(text: string, passages: readonly Passage[], from: number): WrittenLetter | null {
  const first = passages[from];
  if (first === undefined || first.cue !== undefined) return null;
  const mark = markAt(text, first);
  if (!salutation.test(bare(text, first))) {
    // A note of one paragraph between marks needs no greeting.
    const words = text.slice(first.start, first.end);
    const signature = wholeNote.test(words) ? signatureIn(text, first, false) : null;
    return signature === null ? null : { from, to: from + 1, marked: true, signature };
  }
  let farewellSeen = false;
  for (let i = from; i < Math.min(passages.length, from + longest); i++) {
    const passage = passages[i];
    if (passage === undefined || passage.chapter !== first.chapter || passage.cue !== undefined) return null;
    // Every paragraph of a letter in marks has one of its own; talk ends a letter without.
    if (markAt(text, passage) !== mark) return null;
    const signature = signatureIn(text, passage, farewellSeen && i > from);
    if (signature !== null) {
      let to = i + 1;
      while (to < passages.length && isPostscript(text, passages[to], mark)) to += 1;
      return { from, to, marked: mark !== "", signature };
    }
    if (mark !== "" && /[”"]$/.test(text.slice(passage.start, passage.end))) return null;
    farewellSeen = farewellAlone.test(bare(text, passage));
  }
  return null;
}

const markAt = (text: string, { start }: Passage) => /["“]/.exec(text[start] ?? "")?.[0] ?? "";

const isPostscript = (text: string, passage: Passage | undefined, mark: string) =>
  passage !== undefined && markAt(text, passage) === mark && /^P\. ?S\b/.test(bare(text, passage));

/** The words of a passage without marks around them. */
const bare = (text: string, { start, end }: Span) =>
  text
    .slice(start, end)
    .replace(/^[\s“"‘'_*]+/, "")
    .replace(/[\s”"’_*]+$/, "");

function signatureIn(text: string, passage: Passage, afterFarewell: boolean): Span | null {
  const words = bare(text, passage);
  const name = (closing.exec(words) ?? (afterFarewell ? nameAlone.exec(words) : null))?.[1];
  if (name === undefined) return null;
  const start = text.lastIndexOf(name, passage.end - 1);
  return { start, end: start + name.replace(/\.$/, "").length };
}

/** The paragraphs of the letters without marks as quotes, and those quotes that are in none of them. */
export function withLetters(
  quotes: readonly RawQuote[],
  letters: readonly WrittenLetter[],
  passages: readonly Passage[],
): RawQuote[] {
  const plain = letters.filter(({ marked }) => !marked);
  const inside = new Set(plain.flatMap(({ from, to }) => passages.slice(from, to).map(({ index }) => index)));
  const paragraphs = [...inside].flatMap((index): RawQuote[] => {
    const passage = passages[index];
    if (passage === undefined) return [];
    const span = { start: passage.start, end: passage.end };
    return [{ ...span, inner: span, passage: index, open: false, mark: "" }];
  });
  return [...quotes.filter(({ passage }) => !inside.has(passage)), ...paragraphs].sort((a, b) => a.start - b.start);
}
