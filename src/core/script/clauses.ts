import type { Span } from "../book/book.ts";
import { type Pace, sizeOf } from "./pace.ts";

/** A place where a sentence may be ended early: `at` is the first unit that is dropped. */
interface Cut {
  at: number;
  /** What is kept can stand as a sentence; else it trails off. */
  whole: boolean;
}

const subordinate =
  /^(when|if|as|after|before|though|although|while|because|since|until|till|unless|whenever|in|at|on|by|with|from|for|to|during|having|being|once|just|not|and|but|or|so)\b/i;
/** Of these a phrase of place or time begins with, after which the main clause may follow without a comma. */
const phrase = /^(?:in|at|on|by|with|from|for|to|during)\b/i;
/** A verb that makes a clause: an auxiliary, a past, a pronoun with what it does, or a command at the beginning. */
const finite =
  /\b(?:was|were|is|are|am|be|had|has|have|did|does|do|could|would|should|will|shall|can|may|must|might|came|went|saw|sat|stood|ran|took|gave|said|made|found|got|fell|lay|began|knew|flew|struck|threw|drew|rose|grew|led|held|kept|left|felt|told|shot|cut|put|set|let|met|lost|won|rode|drove|spoke|broke|woke|bore|wore|swore|tore|chose|froze|hid|bit|lit|slid|sprang|sang|rang|sank|drank|swam|hung|flung|clung|swung|stuck|dug|spun|caught|bought|brought|thought|taught|fought|sought|sent|spent|bent|lent|built|dealt|meant|slept|crept|swept|wept|heard|read|paid|laid|fed|fled|bled|sped|shook|forgot|became|ate|beat|burst|hurt|shut|hit|slipt|leapt|leant|dreamt|burnt|learnt|blew|threw|[\p{Ll}]{3,}ed|(?:I|you|we|they|he|she|it|there|who|that) \p{Ll}+|(?:I|you|we|they|he|she|it|that|there|who|what)[’'](?:m|s|re|ve|d|ll)|\p{Ll}+n[’']t)\b|^\P{L}*(?:come|go|take|give|let|look|tell|keep|stop|bring|get|leave|think|remember|see|wait|hold|turn|sit|stay|run|try|call|ask|send|show|make|put|never|pray|please|suppose|imagine|if|when)\b/iu;

/** Whether words that are kept of a sentence tell something: a verb stands in them, before a dash too, and in the last clause that “and” begins. */
export function isTold(kept: string): boolean {
  const [beforeDash = ""] = kept.split(/—|--/);
  const lastClause = /[,;]\s*(?:and|but)\s+(?=(?:an?|the|his|her|my|our|their|its)\s)(.*)$/su.exec(kept)?.[1];
  return finite.test(beforeDash) && (lastClause === undefined || finite.test(lastClause));
}

const follower =
  /^\s*(?:and|but|so|for|yet|or|nor)\s+(?:he|she|it|they|i|we|you|there|the|a|an|his|her|its|their|my|our|your|then|when|if|so|that|this|all|no|nobody|nothing|as|\p{Lu})/iu;
/** A clause of this kind may stand in the middle: only where nothing follows it may the sentence end before it. */
const relative = /^\s*(?:which|who|whom|whose|where)\b[^,;:—–]*$/;
const dependent =
  /^\s*(?:when|while|as if|as though|as|because|though|although|until|till|unless|since|for|with|without|looking|saying|like|\p{Ll}+ing)\b/u;

/** Where a sentence may be cut, first to last. */
function cutsOf(text: string, span: Span, rules: Pace["rules"]): Cut[] {
  return rules === "ja" ? japaneseCuts(text, span) : englishCuts(text, span);
}

/** A clause of which only the first of two subjects stands: `as Curly`, of `as Curly and he looked`. */
const begun = /\b(?:as|when|if|that|where|because|while|and|but) \p{L}+$/iu;

function englishCuts(text: string, span: Span): Cut[] {
  const sentence = text.slice(span.start, span.end);
  const opening = sentence.replace(/^[^\p{L}]+/u, "");
  const [first = ""] = opening.split(/[,;:—–]/u);
  const dangling = subordinate.test(opening) && !(phrase.test(opening) && finite.test(first));
  const cuts: Cut[] = [];
  let main = !dangling;
  let doubled = false;
  for (const mark of sentence.matchAll(/[,;:—–]|--/g)) {
    const rest = sentence.slice(mark.index + mark[0].length);
    const hard = mark[0] !== ",";
    const inside = openBrackets(sentence.slice(0, mark.index)) > 0 || /^["'”’]?\d/.test(rest);
    if (
      !inside &&
      isTold(sentence.slice(0, mark.index)) &&
      (hard || follower.test(rest) || dependent.test(rest) || relative.test(rest))
    )
      cuts.push({ at: span.start + mark.index, whole: main });
    // After the comma that ends "When he came, …" the main clause follows; "When he came, and …" is not over yet.
    if (!/^\s*(?:and|or|but)\b/.test(rest)) main ||= !doubled;
    else doubled ||= !main;
  }
  for (const link of sentence.matchAll(
    /(?<![,;:—–])\s(?:and|but|because|until|while)\s(?=(?:he|she|it|they|I|we|you|there|nobody)\s)/g,
  )) {
    if (!dangling && !begun.test(sentence.slice(0, link.index)))
      cuts.push({ at: span.start + link.index, whole: true });
  }
  return cuts.sort((a, b) => a.at - b.at);
}

function japaneseCuts(text: string, span: Span): Cut[] {
  const sentence = text.slice(span.start, span.end);
  const cuts: Cut[] = [];
  for (const mark of sentence.matchAll(/[、――：；]+/g)) {
    if (/[「『（]/.test(unclosed(sentence.slice(0, mark.index)))) continue;
    const kept = sentence.slice(0, mark.index);
    // Only after a verb that goes on: 手をのばして、 stands, 当然、 does not, nor 考えていた、 before its noun.
    if (!/――/.test(mark[0]) && !/(?:[てでしばりき]|が|から|ので|けれど|ども|つつ|ながら|と)$/.test(kept)) continue;
    cuts.push({ at: span.start + mark.index, whole: /――/.test(mark[0]) && /[たるいうだ]$/.test(kept) });
  }
  return cuts;
}

const openBrackets = (text: string) => (text.match(/[([“]/g)?.length ?? 0) - (text.match(/[)\]”]/g)?.length ?? 0);

function unclosed(text: string): string {
  const open: string[] = [];
  for (const unit of text) {
    if (/[「『（]/.test(unit)) open.push(unit);
    else if (/[」』）]/.test(unit)) open.pop();
  }
  return open.join("");
}

/** A stretch that is lettered, and how it ends when the rest of its sentence is dropped. */
export interface Piece extends Span {
  ending: "as-is" | "stop" | "ellipsis";
  /** Set where it begins within its sentence: its first letter is a capital then. */
  opens?: true;
}

/**
 * The longest beginning of a sentence that is no larger than `most` and ends with a clause; the whole sentence where it fits.
 * Null where there is no such clause of at least `least`.
 */
export function cutToFit(text: string, span: Span, most: number, least: number, pace: Pace): Piece | null {
  if (sizeOf(text, span, pace) <= most) return { ...span, ending: "as-is" };
  let best: Piece | null = null;
  for (const cut of cutsOf(text, span, pace.rules)) {
    const size = sizeOf(text, { start: span.start, end: cut.at }, pace);
    if (size > most) break;
    if (size < least || (best?.ending === "stop" && !cut.whole)) continue;
    best = { start: span.start, end: cut.at, ending: cut.whole ? "stop" : "ellipsis" };
  }
  return best;
}

/** What joins a clause to the one before it, and is dropped where the clause stands alone. */
const joint = {
  en: /(?:[,;:—–]|--)\s*(?:(?:and|but|so|when|until|till|for)\s+)?(?=(?:(?:then|suddenly|at last|presently|now|there|(?:by|at|in|on) \p{Ll}+) )?(?:he|she|it|they|I|we|you|there|the|an?|his|her|its|their|my|our|\p{Lu}\p{Ll}+\.?)\s)/gu,
  ja: /(?<=[てでとばらがり])、(?=[^、。]{2,})/gu,
} as const;

/** A verb right behind a subject of at most eight words. */
const standing =
  /^(?:[\p{L}.’'-]+ ){1,8}?(?:was|were|is|are|had|has|did|could|would|should|will|must|came|went|saw|sat|stood|ran|took|gave|said|made|found|got|fell|lay|began|knew|flew|struck|threw|drew|rose|grew|led|held|kept|left|felt|told|shot|cut|put|[\p{Ll}]{3,}ed)\b/u;

/** Whether a Japanese end of a sentence has somebody or something of its own that it tells of, or the dropped beginning has none either. */
const keepsTopic = (dropped: string, own: string): boolean =>
  !/[はが]、?/u.test(dropped) || /^[^、]{1,14}[はが]/u.test(own);

/**
 * The longest end of a sentence that is no larger than `most` and stands as a sentence of its own; null where there is none of at least `least`.
 */
export function endToFit(text: string, span: Span, most: number, least: number, pace: Pace): Piece | null {
  const sentence = text.slice(span.start, span.end);
  if (/[“”"「」『』]/.test(sentence)) return null;
  for (const mark of sentence.matchAll(joint[pace.rules])) {
    if (openBrackets(sentence.slice(0, mark.index)) > 0) continue;
    const start = span.start + mark.index + mark[0].length;
    const size = sizeOf(text, { start, end: span.end }, pace);
    const own = text.slice(start, span.end);
    if (size > most || (pace.rules === "en" ? !standing.test(own) : !keepsTopic(sentence.slice(0, mark.index), own)))
      continue;
    return size < least ? null : { start, end: span.end, ending: "as-is", opens: true };
  }
  return null;
}

/** Splits a stretch into parts no larger than `most`, nothing lost: at clause ends, else at commas, else between words. */
export function splitToFit(text: string, span: Span, most: number, pace: Pace): Span[] {
  const total = sizeOf(text, span, pace);
  if (total <= most) return [span];
  const aim = total / Math.ceil(total / (most * 0.92));
  let best = { at: -1, cost: Infinity };
  for (const { at, cost } of joints(text, span, pace.rules)) {
    const size = sizeOf(text, { start: span.start, end: at }, pace);
    if (size === 0 || size > most || size === total) continue;
    const value = Math.abs(size - aim) / aim + cost;
    if (value < best.cost) best = { at, cost: value };
  }
  if (best.at < 0) return [span];
  let next = best.at;
  while (/\s/.test(text[next] ?? "")) next += 1;
  return [{ start: span.start, end: best.at }, ...splitToFit(text, { start: next, end: span.end }, most, pace)];
}

function joints(text: string, span: Span, rules: Pace["rules"]): { at: number; cost: number }[] {
  const found = cutsOf(text, span, rules).map(({ at }) => ({
    at: at + (/[,;:、—–]/.test(text[at] ?? "") ? 1 : 0),
    cost: 0,
  }));
  const part = text.slice(span.start, span.end);
  const loose =
    rules === "ja" ? /[、…―はがをにでともてら](?=[^\s、。」』）！？…―ぁぃぅぇぉっゃゅょー])/gu : /[,;:]?(?=\s)/g;
  for (const hit of part.matchAll(loose)) {
    const after = part.slice(hit.index + hit[0].length);
    const comma = /[,;:、…―]/.test(hit[0]);
    const link =
      /^\s+(?:and|but|or|that|which|who|when|where|to|of|in|on|at|for|with|from|into|as|than|if|because)\s/.test(after);
    found.push({
      at: span.start + hit.index + hit[0].length,
      cost: comma ? 0.1 : link ? 0.35 : rules === "ja" ? 0.5 : 0.8,
    });
  }
  return found;
}
