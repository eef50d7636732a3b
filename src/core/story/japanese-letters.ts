import type { Span } from "../book/book.ts";
import type { Passage } from "./passages.ts";
import type { RawQuote } from "./quotes.ts";
import type { WrittenLetter } from "./written-letters.ts";

const opens = /^[　\s]*(?:拝啓|前略|謹啓|拝復|冠省|一筆啓上|親愛なる|啓上)/u;
const closes = /(?:敬具|草々|早々|かしこ|拝具|敬白|頓首|不一|不備|謹言)。?[　\s]*$/u;
/** What stands below a letter: the day, the name, and to whom it goes. */
const below = /^[^。「」『』？！]{1,24}$/u;
const date = /[年月日]/u;
const addressee = /(?:様|さま|殿|どの|君|宛|へ|先生|氏)[　\s]*$/u;
/** Passages of one letter, and of what stands below it, at most. */
const longest = { letter: 60, below: 4 } as const;

/** The letters that a Japanese text gives in full, from 拝啓 or the like to 敬具 and the name below it. */
export function japaneseLetters(text: string, passages: readonly Passage[]): WrittenLetter[] {
  const letters: WrittenLetter[] = [];
  for (let from = 0; from < passages.length; from++) {
    const first = passages[from];
    if (first === undefined || !opens.test(wordsOf(text, first))) continue;
    const last = passages
      .slice(from, from + longest.letter)
      .findIndex((passage) => passage.chapter === first.chapter && closes.test(wordsOf(text, passage)));
    if (last < 0) continue;
    let to = from + last + 1;
    const signatures: Span[] = [];
    for (const passage of passages.slice(to, to + longest.below)) {
      const words = wordsOf(text, passage);
      if (!below.test(words)) break;
      if (!date.test(words) && !addressee.test(words)) signatures.push({ start: passage.start, end: passage.end });
      to += 1;
    }
    letters.push({ from, to, marked: false, signature: signatures[0] ?? null });
    from = to - 1;
  }
  return letters;
}

/** 清へ手紙をかいてやった: who tells as I does for others what ends in てやる. */
const tellerWrites = /手紙を[^。「」はが]{0,8}(?:書い|かい)て(?:やっ|送っ|出し|おい)た/;

/** Whether an I tells, in the paragraph before a letter in marks, that he wrote it; the words that say so. */
export function writtenByTeller(text: string, passages: readonly Passage[], quote: RawQuote): Span | null {
  const before = passages[quote.passage - 1];
  if (before === undefined || passages[quote.passage]?.start !== quote.start) return null;
  const words = tellerWrites.exec(wordsOf(text, before));
  return words === null
    ? null
    : { start: before.start + words.index, end: before.start + words.index + words[0].length };
}

const wordsOf = (text: string, { start, end }: Span) => text.slice(start, end);
