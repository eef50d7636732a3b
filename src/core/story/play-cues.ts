import type { Mark, Span } from "../book/book.ts";

/** How a name before a speech is set: `HAMLET.`, in italics or bold, `Anna: …`, `Anna. …`, 花子「…」, 花子 and a wide space. */
export type CueStyle = "capitals" | "slanted" | "colon" | "stop" | "bracket" | "space";

/** The name that stands before a speech in a play, an interview or a record. The span is the name's. */
export interface Cue extends Span {
  /** Who speak, as the book writes them. */
  names: readonly string[];
  /** Offset of the first word that is said; the end of the line where the words stand below it. */
  from: number;
  style: CueStyle;
  /** Slanted stage directions among the words. */
  directions: readonly Span[];
}

const title = "(?:M(?:rs?|me|lle|aj)|Dr|St|Capt|Col|Lieut|Lt|Se?r?gt|Gen|Rev|Prof|Hon)\\.";
const titles = `(?:${title}|${title.replaceAll(/[a-z]+/g, (word) => word.toUpperCase())})`;
const word = "(?:\\d+(?:st|nd|rd|th|ST|ND|RD|TH)?|\\p{Lu}[\\p{L}’'-]*)";
const between = `(?:,? |, ?(?:and|AND) | (?:and|AND|&|of|OF|to|TO|in|IN|from|FROM) | (?:the|THE) | ${titles} )+`;
const name = `(?:${titles} )?${word}(?:${between}${word}){0,6}`;
/** Round or square brackets with a stage direction in them. */
const direction = "(?:\\([^()]{1,300}\\)|\\[[^\\[\\]]{1,300}\\])";
const manner = `(?:, ?\\p{Ll}[^.:\\n]{2,40}|\\s?${direction})?`;
const sign = "(?:[:.]?[—–](?=\\s?\\p{L})|[:.]?\\t|[:.]|$)";
const rest = `[_*]{0,2}\\s*(?:${direction}[.,:]?[_*]?\\s*)?`;

const plainCue = new RegExp(`^[_*]{0,2}(${name})[_*]{0,2}${manner}(${sign})${rest}`, "u");
const behindMark = new RegExp(`^[.:]?[_*]{0,2}[.:]?${manner}[.:]?[—–]?${rest}`, "u");

/** Words with a line or a paragraph of their own that are nobody's name. */
const noName =
  /^(?:act|scene|scena|chapter|part|book|volume|prologue to|epilogue to|curtain|enter|exit|exeunt|re-enter|the end|end|finis|note|nb|ps|pps|time|place|setting|intermission|interval|song|no|yes|oh|ah|o|i|stop|look|well|later|the same|same|midnight|noon|morning|evening|night|dear|letter|telegram|memorandum|from|to|subject|date|re|figure|fig|table|illustration|contents|footnote|copyright)\b/i;
/** A diary has days at the head of its paragraphs. */
const date =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)\b|^\d+$/i;
const count = /^(?:first|second|third|fourth|fifth|sixth|last|final)(?:ly)?$/i;
const isName = (who: string) => !noName.test(who) && !date.test(who) && !count.test(who);

/**
 * The cue with which a line begins, or null. `mark` is the slanted or bold stretch that begins there, where there is one.
 * Whether the line stands in a play at all is for plays.ts to say.
 */
export function cueAt(text: string, { start, end }: Span, mark: Mark | undefined): Cue | null {
  const line = text.slice(start, Math.min(end, start + 400));
  return (mark === undefined ? null : slantedCue(text, start, line, mark)) ?? lineCue(start, line);
}

function lineCue(start: number, line: string): Cue | null {
  const [first = ""] = line.split("\n");
  const found = plainCue.exec(first);
  const who = found?.[1] ?? "";
  if (found === null || !isName(who)) return null;
  const capitals = isCapital(who);
  const delimiter = found[2] ?? "";
  if (!capitals && !/[.:\t]/.test(delimiter)) return null;
  // One letter is a name only in questions and answers: P.S., J. Smith.
  if (/^\p{L}$/u.test(who) && !(delimiter === ":" || (/^[QA]$/.test(who) && found[0].endsWith(" ")))) return null;
  const after = line.slice(found[0].length);
  // P.S., 1.5, Mr.Bell: nothing stands between a name's end and its first word but space.
  if (/^[.:]$/.test(delimiter) && !/\s$/.test(found[0]) && after !== "" && !after.startsWith("\n")) return null;
  // A row of a table is a line where its words are a sentence.
  if (delimiter.endsWith("\t") && !/[.?!…—][)”’"]?\s*$/.test(line)) return null;
  const at = start + line.indexOf(who);
  const from = start + found[0].length + (/^\s*/.exec(after)?.[0].length ?? 0);
  const style = capitals ? "capitals" : /[:\t]/.test(delimiter) ? "colon" : "stop";
  return { start: at, end: at + who.length, names: namesIn(who), from, style, directions: [] };
}

/** `_Ham._ To be`, or a paragraph of nothing but a name in bold. */
function slantedCue(text: string, start: number, line: string, mark: Mark): Cue | null {
  const who = text.slice(mark.start, mark.end).replace(/[\s.:—–]+$/, "");
  const words = who.split(/\s+/);
  if (
    !/^[\p{Lu}\d]/u.test(who) ||
    words.length > 8 ||
    /[.!?,;:](?!$)\s*\p{L}/u.test(who.replace(/^\p{Lu}\p{L}{1,4}\. /u, ""))
  )
    return null;
  if (!isName(who)) return null;
  const after = line.slice(mark.end - start);
  const signed = /[.:—–]$/.test(text.slice(mark.start, mark.end).trimEnd()) || /^[_*]{0,2}[.:]/.test(after);
  // In bold: `Daggoo grimly.`
  const alone = (
    mark.kind === "strong" ? /^[_*]{0,2}(?:\s(?!and\b|or\b)\p{Ll}[^.!?\n]{2,60})?[.:]?\s*$/u : /^[_*]{0,2}\s*$/
  ).test(after);
  if (!signed && !alone && !isCapital(who)) return null;
  const style = isCapital(who) ? "capitals" : "slanted";
  const from = mark.end + (alone ? after : (behindMark.exec(after)?.[0] ?? "")).length;
  return { start: mark.start, end: mark.start + who.length, names: namesIn(who), from, style, directions: [] };
}

const isCapital = (who: string) =>
  /\p{Lu}/u.test(who) && !/\p{Ll}/u.test(who.replaceAll(/\b(?:and|of|the|to|in|from|\d+(?:st|nd|rd|th))\b/g, ""));

/** `TOM and ANNA`, `First, Second and Third Witch`. */
function namesIn(who: string): string[] {
  return who
    .split(/,? (?:and|AND|&) |, /)
    .map((one) => one.trim())
    .filter((one) => one !== "");
}

/** A paragraph that tells what is done on the stage. `names` are those who speak in the play, in small letters. */
export function isDirection(words: string, slanted: boolean, names: ReadonlySet<string>): boolean {
  if (slanted || /^[_*]?[([（].*[)\]）][_*]?[.。]?$/su.test(words.trim())) return true;
  if (
    /^[_*]?(?:Re-?enter|Enter|Exit|Exeunt|Curtain|The curtain|Scene|Act|ACT|SCENE|End of|THE END|Finis)\b/u.test(words)
  )
    return true;
  const first = /^(?:The )?(\p{Lu}[\p{L}’'.-]*)(?: (?=and\b)|,? )\p{Ll}/u.exec(words)?.[1];
  return first !== undefined && names.has(first.toLowerCase());
}

/** A slanted stretch that stands by itself among sentences: what is done, not a word that is stressed. */
export function isSlantedDirection(text: string, { start, end }: Span, passage: Span): boolean {
  const before = text.slice(passage.start, start).trimEnd();
  const after = text.slice(end, passage.end).trimStart();
  const words = text.slice(start, end);
  const opens = before === "" || /[.!?,;:—–([]\s*[_*]?$/.test(before);
  const closes =
    after === "" ||
    /^[_*]?[.)\]—]|^[_*]?\s?[\p{Lu}“‘]/u.test(after) ||
    /[.,]$/.test(words) ||
    (/^[_*]?,/.test(after) && /\s.*\s/.test(words));
  return opens && closes && (/\s/.test(words.trim()) || (/[.,]$/.test(words) && /^\p{Lu}/u.test(words)));
}

/** Words that are said to somebody rather than told: a speech goes on in the next paragraph. */
export const isSpoken = (words: string): boolean =>
  /[?!]|\b(?:I|me|my|mine|we|us|our|you|your|thou|thee|thy|ye)\b/u.test(words);
