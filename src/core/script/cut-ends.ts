import { isTold, type Piece } from "./clauses.ts";

/** Words that open what was dropped: a sentence may not end with them. */
const opener =
  /[,;]?\s*\b(?:and|but|or|nor|until|till|when|while|whilst|where|because|though|although|unless|than|that|(?:(?:in|on|at|of|by|to|for|with|from|upon|into|through|under|over) )?(?:which|whom|whose)|who|for|as|so|if|with|to|of|the|an?|my|your|our|their|its|every|these|would|could|should|shall|might|must|perhaps|however)(?:\s+(?:then|at last|finally|so|presently|soon|now|yet|even|only|perhaps|these|those|this))?\s*[,;]?$/iu;

/** A last clause that has come no farther than its subject: `but the boat I was in`, `and the small casket`, `whilst the men`. */
const clause =
  /[,;:—–]\s*(?:and|but|while|whilst|when|as|though|that|and that)\s+((?:an?|the|his|her|my|our|their|its|these|those)\s[^,;:—–]*)$/iu;
const onlySubject =
  /^\P{L}*\p{L}+ \p{L}+ (?:that |whom |which )?(?:I|he|she|we|they|you) (?:was|were|had|did)(?: \p{L}+)?$/iu;
/** `…; and ere the day was done`, of which the main clause went. */
const unfinished =
  /[,;:—–]\s*(?:and|but),?\s+(?:ere|when|as|if|while|after|before|until|till|though|because|since)(?:\s+[^\s,;:—–]+){1,8}$/iu;
const lone = /[;:—–]\s*(?:this|that|these|those|it|he|she|they|I|we|you)\s*,?$/iu;

/** What joins a clause to one that was dropped, whatever mark stood behind it, and a relative clause of which only the verb is left. */
const joint = /[,;]\s*(?:and|but|or|nor)[,;]?$|,\s+(?:who|which)\s+\p{L}+$/iu;

/** Where a clause begins that was only begun; -1 where the last one is told. */
function begunAt(words: string): number {
  const last = clause.exec(words);
  if (last && (!isTold(last[1] ?? "") || onlySubject.test(last[1] ?? ""))) return last.index;
  return Math.max(words.search(lone), words.search(unfinished));
}

/** A verb whose object came only after the cut: `he wore across his face …`. */
const withoutObject =
  /\b(?:wore|saw|held|bore|drew|took|found|carried|brought|put|heard) (?:across|in|upon|on|from|out of|at|over|round|under|beneath|between)\b[^,;]*$/iu;

/** The first of two adjectives: `the vile`, of `the vile, stupefying fumes`. */
const halfAdjective = /\b(?:an?|the|his|her|its|my|our|their|this|that|broad|one)(?:\s+\p{L}+)?\s+\p{L}+$/iu;
const secondAdjective =
  /^,\s+\p{L}+ing\s+(?!(?:an?|the|his|her|its|my|our|their|this|that|these|all|both|some|at|in|on|upon|up|down|out|over|under|from|to|into|with|by|of|for|through|about|round|back|away|off|after|before|behind|me|him|them|us|it|you|himself|herself|themselves|and|as|like|so|very|that|how|what|which|nothing)\b)\p{L}+/iu;

/** A sigh at the end of a sentence, which the next one explains: the sentence is over before it. */
const sigh = /[;,—]\s*but,? (?:alas|oh|ah)\b[^.;]*[!.]$/iu;

/** Words without the sigh that only the next sentence explains: `…; but, alas for poor Alice!` */
export function withoutSigh(words: string): string {
  return words.replace(sigh, "");
}

/** An English piece whose cut would turn or break its sense, shortened to what stands; null where too little is left. Sizes are in words. */
export function soundEnd(text: string, piece: Piece, sentenceEnd: number, least: number): Piece | null {
  if (piece.end >= sentenceEnd) return piece;
  let words = text.slice(piece.start, piece.end);
  const rest = text.slice(piece.end, sentenceEnd);
  if ((halfAdjective.test(words) && secondAdjective.test(rest)) || withoutObject.test(words))
    words = words.slice(0, Math.max(0, words.search(/[,;:—][^,;:—]*$/u)));
  const half = /^\s+(?:and|or)\s/u.test(rest) ? /[,;]\s+((?:an?|the) [^,;:—–]*)$/iu.exec(words) : null;
  if (half !== null && !isTold(half[1] ?? "")) words = words.slice(0, half.index);
  words = settled(words, /^\s*(?:[;:.!?—–]|--)/u.test(rest));
  const left = words.split(/\s+/).filter(Boolean).length;
  return left < least ? null : { ...piece, end: piece.start + words.length };
}

/** Words without what was only begun at their end; before a hard mark the last word itself belongs to what is told. */
function settled(words: string, beforeMark: boolean): string {
  const joined = words.search(joint);
  if (joined >= 0) return settled(words.slice(0, joined), false);
  const open = beforeMark ? -1 : words.search(opener);
  const at = open < 0 ? begunAt(words) : open;
  return at < 0 ? words : settled(words.slice(0, at), false);
}
