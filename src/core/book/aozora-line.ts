import { gaijiLetter } from "./aozora-gaiji.ts";
import type { MarkMeaning } from "./block-writer.ts";
import type { Span } from "./book.ts";
import { isKanji } from "./letters.ts";

/** A line of Aozora notation with its notes taken out. Offsets of marks are in `text`. */
export interface AozoraLine {
  text: string;
  marks: (Span & { meaning: MarkMeaning })[];
  /** 1 大見出し, 2 中見出し, 3 小見出し; null for other lines. */
  headingLevel: number | null;
  /** Notes about the page, not about letters of this line: 改ページ, ここから２字下げ … */
  notes: string[];
  pictures: { href: string; alt: string | null; at: number }[];
  /** Descriptions of letters that no character stands for; 〓 is in their place. */
  unknownLetters: string[];
}

/** Ranges that are open across lines (［＃傍点］ … ［＃傍点終わり］). */
export type OpenRanges = Map<string, MarkMeaning>;

const headingLevels: Readonly<Record<string, number>> = { 大: 1, 中: 2, 小: 3 };
const emphasisNames = /傍点|傍線|波線|破線|鎖線|圏点|丸傍|斜体|ばつ/;

/** Parses one line. Source: 青空文庫 注記一覧 (www.aozora.gr.jp/annotation/). */
export function parseAozoraLine(source: string, open: OpenRanges): AozoraLine {
  const line: AozoraLine = { text: "", marks: [], headingLevel: null, notes: [], pictures: [], unknownLetters: [] };
  const starts = new Map([...open.keys()].map((name) => [name, 0]));
  let rubyFrom: number | null = null;
  let at = 0;
  while (at < source.length) {
    const rest = source.slice(at, at + 2);
    const note =
      rest === "［＃" || (rest === "※［" && source.charAt(at + 2) === "＃")
        ? noteAt(source, source.charAt(at) === "※" ? at + 1 : at)
        : null;
    if (note !== null) {
      if (source.charAt(at) === "※") addGaiji(line, note.text);
      else applyNote(line, note.text, open, starts);
      at = note.end;
    } else if (rest.startsWith("｜") && /^｜[^｜《》]+《[^《》]+》/.test(source.slice(at))) {
      rubyFrom = line.text.length;
      at += 1;
    } else if (rest === "《《" && source.includes("》》", at)) {
      const end = source.indexOf("》》", at);
      const start = line.text.length;
      line.text += source.slice(at + 2, end);
      line.marks.push({ meaning: { kind: "emphasis" }, start, end: line.text.length });
      at = end + 2;
    } else if (
      rest.startsWith("《") &&
      rubyBase(line.text, rubyFrom) !== null &&
      /^《[^《》]+》/.test(source.slice(at))
    ) {
      const end = source.indexOf("》", at);
      line.marks.push({
        meaning: { kind: "ruby", reading: source.slice(at + 1, end) },
        start: rubyBase(line.text, rubyFrom) ?? 0,
        end: line.text.length,
      });
      rubyFrom = null;
      at = end + 1;
    } else {
      const letter = String.fromCodePoint(source.codePointAt(at) ?? 0);
      line.text += letter;
      at += letter.length;
    }
  }
  for (const [name, meaning] of open) addRange(line, meaning, starts.get(name) ?? 0);
  return line;
}

/** A note with other brackets inside, from its ［; null when it is never closed. */
function noteAt(source: string, start: number): { text: string; end: number } | null {
  let depth = 0;
  for (let at = start; at < source.length; at++) {
    if (source.charAt(at) === "［") depth += 1;
    else if (source.charAt(at) === "］" && --depth === 0) return { text: source.slice(start + 2, at), end: at + 1 };
  }
  return null;
}

const sameKind: readonly RegExp[] = [
  /^[\p{Script=Hiragana}ゝゞ]/u,
  /^[\p{Script=Katakana}ーヽヾ]/u,
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}'’#.-]/u,
];

/** Where the letters begin that a reading belongs to: at ｜, else the kanji before it, else letters of one script. */
function rubyBase(text: string, marked: number | null): number | null {
  if (marked !== null) return marked < text.length ? marked : null;
  const letters = Array.from(text);
  const last = letters.at(-1);
  if (last === undefined) return null;
  const script = isKanji(last) ? isKanji : sameScript(last);
  if (!script) return null;
  let start = text.length;
  while (letters.length > 0 && script(letters.at(-1) ?? "")) start -= letters.pop()?.length ?? 0;
  return start;
}

function sameScript(letter: string): ((other: string) => boolean) | null {
  const script = sameKind.find((candidate) => candidate.test(letter));
  return script ? (other) => script.test(other) : null;
}

function addGaiji(line: AozoraLine, note: string): void {
  const letter = gaijiLetter(note);
  line.text += letter ?? "〓";
  if (letter === null) line.unknownLetters.push(note);
}

function addRange(line: AozoraLine, meaning: MarkMeaning, start: number): void {
  if (start < line.text.length) line.marks.push({ meaning, start, end: line.text.length });
}

function applyNote(line: AozoraLine, note: string, open: OpenRanges, starts: Map<string, number>): void {
  const picture = /^(?:「(.+)」の)?.*?（([\w./-]+\.(?:png|jpe?g|gif))[^）]*）/.exec(note);
  const about = /^「(.+)」(?:[はに]|の左に)(.+)$/.exec(note);
  const heading = /^([大中小])見出し(終わり)?$/.exec(note);
  if (picture) line.pictures.push({ href: picture[2] ?? "", alt: picture[1] ?? null, at: line.text.length });
  else if (about) applyToLetters(line, plainTarget(about[1] ?? ""), about[2] ?? "");
  else if (heading) line.headingLevel = headingLevels[heading[1] ?? ""] ?? null;
  else if (note.endsWith("終わり") && open.has(note.slice(0, -3))) {
    const name = note.slice(0, -3);
    const meaning = open.get(name);
    if (meaning) addRange(line, meaning, starts.get(name) ?? 0);
    open.delete(name);
  } else if (meaningOf(note) !== null && !note.startsWith("ここ")) {
    open.set(note, meaningOf(note) ?? { kind: "emphasis" });
    starts.set(note, line.text.length);
  } else line.notes.push(note);
}

function meaningOf(name: string): MarkMeaning | null {
  if (/^(?:左に)?[^「」]*$/.test(name) && emphasisNames.test(name)) return { kind: "emphasis" };
  return name === "太字" ? { kind: "strong" } : null;
}

/** Notes repeat the letters with or without their ruby. */
function plainTarget(target: string): string {
  return target.replaceAll(/《[^《》]*》|｜|［＃[^］]*］/g, "");
}

/** A note about letters that stand before it: their last occurrence in the line. */
function applyToLetters(line: AozoraLine, target: string, what: string): void {
  const start = line.text.lastIndexOf(target);
  if (start < 0) return;
  const span = { start, end: start + target.length };
  const heading = /^([大中小])見出し$/.exec(what);
  const reading = /^「(.+)」のルビ$/.exec(what);
  if (heading) line.headingLevel = headingLevels[heading[1] ?? ""] ?? null;
  else if (reading) line.marks.push({ meaning: { kind: "ruby", reading: reading[1] ?? "" }, ...span });
  else if (emphasisNames.test(what)) line.marks.push({ meaning: { kind: "emphasis" }, ...span });
  else if (what === "太字") line.marks.push({ meaning: { kind: "strong" }, ...span });
}
