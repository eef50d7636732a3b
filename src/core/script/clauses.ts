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

function englishCuts(text: string, span: Span): Cut[] {
  const sentence = text.slice(span.start, span.end);
  const dangling = subordinate.test(sentence.replace(/^[^\p{L}]+/u, ""));
  const cuts: Cut[] = [];
  let main = !dangling;
  let doubled = false;
  for (const mark of sentence.matchAll(/[,;:—–]|--/g)) {
    const rest = sentence.slice(mark.index + mark[0].length);
    const hard = mark[0] !== ",";
    const inside = openBrackets(sentence.slice(0, mark.index)) > 0 || /^["'”’]?\d/.test(rest);
    if (!inside && (hard || follower.test(rest) || dependent.test(rest) || relative.test(rest)))
      cuts.push({ at: span.start + mark.index, whole: main });
    // After the comma that ends "When he came, …" the main clause follows; "When he came, and …" is not over yet.
    if (!/^\s*(?:and|or|but)\b/.test(rest)) main ||= !doubled;
    else doubled ||= !main;
  }
  for (const link of sentence.matchAll(
    /(?<![,;:—–])\s(?:and|but|because|until|while)\s(?=(?:he|she|it|they|I|we|you|there|nobody)\s)/g,
  )) {
    if (!dangling) cuts.push({ at: span.start + link.index, whole: true });
  }
  return cuts.sort((a, b) => a.at - b.at);
}

function japaneseCuts(text: string, span: Span): Cut[] {
  const sentence = text.slice(span.start, span.end);
  const cuts: Cut[] = [];
  for (const mark of sentence.matchAll(/[、――：；]+/g)) {
    if (/[「『（]/.test(unclosed(sentence.slice(0, mark.index)))) continue;
    const kept = sentence.slice(0, mark.index);
    // Only after a verb: 手をのばして、 stands, 当然、 does not.
    if (!/――/.test(mark[0]) && !/(?:[てでしばりき]|が|から|ので|けれど|ども|つつ|ながら|と|た|る|い)$/.test(kept))
      continue;
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
