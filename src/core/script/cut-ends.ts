import type { Piece } from "./clauses.ts";

/** Words that open what was dropped: a sentence may not end with them. */
const opener =
  /[,;]?\s*\b(?:and|but|or|nor|until|till|when|while|that|which|who|whom|for|as|so|if|with|to|of|the|an?)(?:\s+(?:then|at last|finally|so|presently|soon|now|yet|even|only))?\s*[,;]?$/iu;

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
  for (let open = opener.exec(words); open !== null; open = opener.exec(words)) words = words.slice(0, open.index);
  const left = words.split(/\s+/).filter(Boolean).length;
  return left < least ? null : { ...piece, end: piece.start + words.length };
}
