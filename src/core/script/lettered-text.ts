import type { Book, Mark, Span } from "../book/book.ts";
import type { Piece } from "./clauses.ts";
import type { TextRun } from "./script.ts";

/** The words of a text as they are lettered: pieces of the source in order, with its ruby and emphasis. */
export function runsOf(book: Book, pieces: readonly Piece[], japanese: boolean): TextRun[] {
  const runs: TextRun[] = [];
  for (const piece of pieces) {
    const before = runs.at(-1)?.text ?? "";
    // Japanese sentences without a stop between them (「ああ」と言った。「開けた」) are kept apart by a space.
    if (before !== "") push(runs, japanese ? (/[。、！？!?…―」』）]$/.test(before) ? "" : "\u3000") : " ", false);
    for (const part of capitalised(partsOf(book, piece), piece)) {
      if (part.ruby !== null) runs.push({ text: part.text, ruby: part.ruby, emphasis: part.emphasis });
      else push(runs, part.text, part.emphasis);
    }
    end(runs, piece.ending, japanese);
  }
  return tidy(runs, japanese);
}

/** A clause that opens a text in the middle of its sentence begins with a capital. */
function capitalised(parts: readonly TextRun[], { opens }: Piece): readonly TextRun[] {
  const [first, ...rest] = parts;
  if (opens === undefined || first === undefined) return parts;
  return [{ ...first, text: first.text.replace(/\p{L}/u, (letter) => letter.toUpperCase()) }, ...rest];
}

/** The plain words of runs, without readings. */
export function wordsOf(runs: readonly TextRun[]): string {
  return runs.map(({ text }) => text).join("");
}

function partsOf(book: Book, span: Span): TextRun[] {
  const parts: TextRun[] = [];
  const marks = marksAround(book.marks, span);
  let at = span.start;
  const plain = (to: number) => {
    const inside = marks.filter(
      (mark) => (mark.kind === "emphasis" || mark.kind === "strong") && overlap(mark, { start: at, end: to }),
    );
    for (const mark of inside) {
      if (mark.start > at) parts.push(plainRun(unsigned(book.text, { start: at, end: mark.start }, marks)));
      const from = Math.max(at, mark.start);
      const until = Math.min(to, mark.end);
      if (until > from)
        parts.push({ text: unsigned(book.text, { start: from, end: until }, marks), ruby: null, emphasis: true });
      at = Math.max(at, until);
    }
    if (to > at) parts.push(plainRun(unsigned(book.text, { start: at, end: to }, marks)));
    at = to;
  };
  for (const ruby of rubyIn(marks, span)) {
    plain(ruby.start);
    const emphasis = marks.some((mark) => mark.kind === "emphasis" && overlap(mark, ruby));
    parts.push({ text: book.text.slice(ruby.start, ruby.end), ruby: ruby.reading, emphasis });
    at = ruby.end;
  }
  plain(span.end);
  return parts;
}

/** Plain words without the signs that a text file sets around emphasis (`*never*`, `_never_`), and without stray white space. */
function unsigned(text: string, span: Span, marks: readonly Mark[]): string {
  const signs = marks.flatMap((mark) => {
    if (mark.kind === "stray") return [mark.start];
    const signed = /[_*]/.test(text[mark.end] ?? "") && text[mark.start - 1] === text[mark.end];
    return mark.kind === "emphasis" && signed ? [mark.start - 1, mark.end] : [];
  });
  let bare = "";
  let at = span.start;
  for (const sign of signs) {
    if (sign < at || sign >= span.end) continue;
    bare += text.slice(at, sign);
    at = sign + 1;
  }
  return bare + text.slice(at, span.end);
}

/** The marks that may touch a span, found by halving: they come in order. A mark is seldom longer than a page. */
function marksAround(marks: readonly Mark[], span: Span): Mark[] {
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.start ?? Infinity) < span.start - 2000) low = middle + 1;
    else high = middle;
  }
  const found: Mark[] = [];
  for (let i = low; i < marks.length; i++) {
    const mark = marks[i];
    if (!mark || mark.start > span.end) break;
    if (mark.end >= span.start) found.push(mark);
  }
  return found;
}

const plainRun = (text: string): TextRun => ({ text, ruby: null, emphasis: false });
const overlap = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

function rubyIn(marks: readonly Mark[], span: Span): (Span & { reading: string })[] {
  const found: (Span & { reading: string })[] = [];
  for (const mark of marks) {
    // One reading over part of another's base: the first holds, the words are lettered once.
    const free = mark.start >= Math.max(span.start, found.at(-1)?.end ?? 0);
    if (mark.kind === "ruby" && free && mark.end <= span.end) found.push(mark);
  }
  return found;
}

function push(runs: TextRun[], text: string, emphasis: boolean): void {
  const last = runs.at(-1);
  if (last && last.ruby === null && last.emphasis === emphasis) last.text += text;
  else runs.push({ text, ruby: null, emphasis });
}

/** Gives a piece that was cut its full stop or its three dots. */
function end(runs: TextRun[], ending: Piece["ending"], japanese: boolean): void {
  if (ending === "as-is") return;
  const last = runs.at(-1);
  if (!last) return;
  const bare = last.text.replace(/[\s,;:、—–-]+$/u, "");
  if (ending === "stop" && /[.!?…。！？]["'”’」』)）]*$/u.test(bare)) {
    last.text = bare;
    return;
  }
  const mark = japanese ? (ending === "stop" ? "。" : "……") : ending === "stop" ? "." : "…";
  if (last.ruby === null) last.text = bare + mark;
  else runs.push({ text: mark, ruby: null, emphasis: false });
}

/** Only the wide space inside a line is meant (between a chapter’s number and its title); after ！ and ？ type makes its own. */
const japaneseSpaces = (text: string) =>
  text
    .replace(/[^\S\u3000]+/gu, "")
    .replace(/([！？!?])\u3000+/gu, "$1")
    .replace(/\u3000+/gu, "\u3000");

/** Folds white space as type does, drops quotation marks at the ends, and turns the typewriter's `_x_` into emphasis. */
function tidy(runs: readonly TextRun[], japanese: boolean): TextRun[] {
  const folded: TextRun[] = [];
  for (const run of runs) {
    const text = japanese ? japaneseSpaces(run.text) : run.text.replace(/[^\S\u00A0\u202F]+/gu, " ");
    if (run.ruby !== null || !text.includes("_")) folded.push({ ...run, text });
    else {
      const parts = text.split("_");
      parts.forEach(
        (part, i) => part !== "" && folded.push({ ...run, text: part, emphasis: run.emphasis || i % 2 === 1 }),
      );
    }
  }
  if (!japanese) dropHalfMarks(folded);
  const first = folded[0];
  if (first) first.text = first.text.trimStart();
  const last = folded.at(-1);
  if (last) last.text = last.text.trimEnd();
  return folded.filter(({ text }) => text !== "");
}

/** A single mark before a word or behind a stop, as those of speech inside speech stand; group 1 opens. */
const singleMark = /((?<![\p{L}\p{N}])[‘'](?=\p{Lu}))|(?<=[.,!?;:…—-])[’'](?![\p{L}\p{N}])/gu;

/** Takes away the marks of an inner quote whose other half was cut off. */
function dropHalfMarks(runs: TextRun[]): void {
  let open: { run: number; at: number } | null = null;
  const lone: { run: number; at: number }[] = [];
  for (const [run, { text }] of runs.entries())
    for (const mark of text.matchAll(singleMark)) {
      const here = { run, at: mark.index };
      if (mark[1] !== undefined) {
        if (open) lone.push(open);
        open = here;
      } else if (open) open = null;
      else lone.push(here);
    }
  if (open) lone.push(open);
  for (const { run, at } of lone.toReversed()) {
    const each = runs[run];
    if (each) each.text = each.text.slice(0, at) + each.text.slice(at + 1);
  }
}
