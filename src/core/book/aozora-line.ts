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
  /** Letters that a note speaks of and that do not stand before it. */
  lostTargets: string[];
}

/** Ranges that are open across lines (［＃傍点］ … ［＃傍点終わり］). */
export type OpenRanges = Map<string, MarkMeaning>;

const headingLevels: Readonly<Record<string, number>> = { 大: 1, 中: 2, 小: 3 };
const emphasisNames = /傍点|傍線|波線|破線|鎖線|圏点|丸傍|斜体|ばつ/;

/** A line while it is parsed: its letters one by one, so that nothing is copied together at every reading. */
interface Draft {
  line: AozoraLine;
  letters: string[];
  length: number;
  open: OpenRanges;
  /** Where the open ranges began in this line. */
  starts: Map<string, number>;
  /** Where the letters begin that ｜ marks for the next reading. */
  rubyFrom: number | null;
  /** How many letters stand before the end of the last reading's base: the next base does not reach back over it. */
  rubyTo: number;
}

const markedRuby = /｜[^｜《》]+《[^《》]+》/y;
const reading = /《([^《》]+)》/y;
const pairedEmphasis = /《《([^《》]+)》》/y;

/** Parses one line. Source: 青空文庫 注記一覧 (www.aozora.gr.jp/annotation/). */
export function parseAozoraLine(source: string, open: OpenRanges): AozoraLine {
  const line: AozoraLine = {
    text: "",
    marks: [],
    headingLevel: null,
    notes: [],
    pictures: [],
    unknownLetters: [],
    lostTargets: [],
  };
  const starts = new Map([...open.keys()].map((name) => [name, 0]));
  const draft: Draft = { line, letters: [], length: 0, open, starts, rubyFrom: null, rubyTo: 0 };
  const ends = noteEnds(source);
  let at = 0;
  while (at < source.length) at = step(draft, source, at, ends);
  line.text = draft.letters.join("");
  for (const [name, meaning] of open) addRange(draft, meaning, starts.get(name) ?? 0);
  return line;
}

/** Takes in what stands at an offset of the source; gives the offset behind it. */
function step(draft: Draft, source: string, at: number, ends: ReadonlyMap<number, number>): number {
  const letter = source.charAt(at);
  const bracket = letter === "※" ? at + 1 : at;
  const end = letter === "※" || letter === "［" ? ends.get(bracket) : undefined;
  if (end !== undefined) {
    const note = source.slice(bracket + 2, end - 1);
    if (letter === "※") addGaiji(draft, note);
    else applyNote(draft, note);
    return end;
  }
  if (letter === "｜" && matchAt(markedRuby, source, at)) {
    draft.rubyFrom = draft.length;
    return at + 1;
  }
  const emphasized = letter === "《" ? matchAt(pairedEmphasis, source, at) : null;
  if (emphasized) {
    const start = draft.length;
    add(draft, emphasized[1] ?? "");
    draft.line.marks.push({ meaning: { kind: "emphasis" }, start, end: draft.length });
    return at + emphasized[0].length;
  }
  const ruby = letter === "《" ? matchAt(reading, source, at) : null;
  const base = ruby ? rubyBase(draft) : null;
  if (ruby && base !== null) {
    draft.line.marks.push({ meaning: { kind: "ruby", reading: ruby[1] ?? "" }, start: base, end: draft.length });
    draft.rubyFrom = null;
    draft.rubyTo = draft.letters.length;
    return at + ruby[0].length;
  }
  const whole = String.fromCodePoint(source.codePointAt(at) ?? 0);
  // ≪≫ stand for the brackets that the notation needs for itself.
  add(draft, whole === "≪" ? "《" : whole === "≫" ? "》" : whole);
  return at + whole.length;
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

function add(draft: Draft, text: string): void {
  for (const letter of text) draft.letters.push(letter);
  draft.length += text.length;
}

/** For every ［＃ that is closed: the offset behind its ］, with other brackets inside counted. */
function noteEnds(source: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const waiting: number[] = [];
  for (const { 0: bracket, index } of source.matchAll(/[［］]/g)) {
    if (bracket === "［") waiting.push(index);
    else {
      const start = waiting.pop();
      if (start !== undefined && source.charAt(start + 1) === "＃") ends.set(start, index + 1);
    }
  }
  return ends;
}

const sameKind: readonly RegExp[] = [
  /^[\p{Script=Hiragana}ゝゞ]/u,
  /^[\p{Script=Katakana}ーヽヾ]/u,
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}'’#.-]/u,
];

/** No reading spans more letters than these, but where ｜ says so. */
const longestBase = 100;

/** Where the letters begin that a reading belongs to: at ｜, else the kanji before it, else letters of one script. */
function rubyBase({ letters, length, rubyFrom, rubyTo }: Draft): number | null {
  if (rubyFrom !== null) return rubyFrom < length ? rubyFrom : null;
  const last = letters.at(-1);
  const script = last === undefined ? null : isKanji(last) ? isKanji : sameScript(last);
  if (!script || rubyTo === letters.length) return null;
  let start = length;
  for (let index = letters.length - 1; index >= Math.max(rubyTo, letters.length - longestBase); index--) {
    const letter = letters[index] ?? "";
    if (!script(letter)) break;
    start -= letter.length;
  }
  return start;
}

function sameScript(letter: string): ((other: string) => boolean) | null {
  const script = sameKind.find((candidate) => candidate.test(letter));
  return script ? (other) => script.test(other) : null;
}

function addGaiji(draft: Draft, note: string): void {
  const letter = gaijiLetter(note);
  add(draft, letter ?? "〓");
  if (letter === null) draft.line.unknownLetters.push(note);
}

function addRange({ line, length }: Draft, meaning: MarkMeaning, start: number): void {
  if (start < length) line.marks.push({ meaning, start, end: length });
}

function applyNote(draft: Draft, note: string): void {
  const { line, open, starts } = draft;
  const picture = /^(?:「(.+)」の)?.*?（([\w./-]+\.(?:png|jpe?g|gif))[^）]*）/.exec(note);
  const about = /^「(.+)」(?:[はに]|の左に)(.+)$/.exec(note);
  const heading = /^(?:同行|窓)?([大中小])見出し(終わり)?$/.exec(note);
  const place = /^「[^」]+」、.*(?:水準|U\+)/.test(note) ? gaijiLetter(note) : null;
  if (picture) line.pictures.push({ href: picture[2] ?? "", alt: picture[1] ?? null, at: draft.length });
  else if (about) applyToLetters(draft, plainTarget(about[1] ?? ""), about[2] ?? "");
  else if (heading) line.headingLevel = headingLevels[heading[1] ?? ""] ?? null;
  else if (note === "改行") add(draft, "\n");
  else if (place !== null) add(draft, place);
  else if (note.endsWith("終わり") && open.has(note.slice(0, -3))) {
    const name = note.slice(0, -3);
    const meaning = open.get(name);
    if (meaning) addRange(draft, meaning, starts.get(name) ?? 0);
    open.delete(name);
  } else if (meaningOf(note) !== null && !note.startsWith("ここ")) {
    open.set(note, meaningOf(note) ?? { kind: "emphasis" });
    starts.set(note, draft.length);
  } else line.notes.push(note);
}

function meaningOf(name: string): MarkMeaning | null {
  if (/^(?:左に)?[^「」]*$/.test(name) && emphasisNames.test(name)) return { kind: "emphasis" };
  return name === "太字" || name === "ゴシック体" ? { kind: "strong" } : null;
}

/** Notes repeat the letters with or without their ruby. */
function plainTarget(target: string): string {
  return target.replaceAll(/《[^《》]*》|｜|［＃[^］]*］/g, "");
}

/** How far back a note may speak of letters. */
const farthestTarget = 2000;

/** A note about letters that stand before it: their last occurrence in the line. */
function applyToLetters(draft: Draft, target: string, what: string): void {
  const { line } = draft;
  const recent = draft.letters.slice(-farthestTarget).join("");
  const found = recent.lastIndexOf(target);
  if (found < 0) {
    line.lostTargets.push(target);
    return;
  }
  const start = draft.length - recent.length + found;
  const span = { start, end: start + target.length };
  const heading = /^(?:同行|窓)?([大中小])見出し$/.exec(what);
  const ruby = /^「(.+)」の(?:ルビ|傍記|注記)$/.exec(what);
  if (heading) line.headingLevel = headingLevels[heading[1] ?? ""] ?? null;
  else if (ruby) line.marks.push({ meaning: { kind: "ruby", reading: ruby[1] ?? "" }, ...span });
  else if (emphasisNames.test(what)) line.marks.push({ meaning: { kind: "emphasis" }, ...span });
  else if (/^(?:太字|ゴシック体)$/.test(what)) line.marks.push({ meaning: { kind: "strong" }, ...span });
}
