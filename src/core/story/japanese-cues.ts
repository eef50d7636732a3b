import type { Span } from "../book/book.ts";
import type { Cue } from "./play-cues.ts";

/** 花子「…」, 記者：…, 父 and a wide space: a name at the head of a line, perhaps with how it is said in brackets. */
const cue =
  /^([^\s　「」『』（）()。、：:？！?!…―—“”]{1,9})(?:（[^（）]{1,40}）)?(?:(?=[「『])|([：:])[　 ]?|(　+))(?=\S)/u;
/** A sentence that leads to a speech: 弥助は言った「…」. */
const sentence = /[はがをにもでへと、]$|[っいた]た$|(?:言|云|い)う$/u;
const noName =
  /^(?:第?[一二三四五六七八九十百\d０-９]+[幕場景章回話節]?|注|註|例|問|答え|その[一二三四五]|附記|付記|追記|時|所|場所|人物|登場人物|幕|序幕)$/u;

/** The name of a play or a record with which a line of Japanese begins, or null. */
export function japaneseCueAt(text: string, { start, end }: Span): Cue | null {
  const line = text.slice(start, Math.min(end, start + 80));
  const found = cue.exec(line);
  const name = found?.[1] ?? "";
  if (found === null || noName.test(name) || sentence.test(name) || !/\p{L}/u.test(name)) return null;
  const style = found[2] !== undefined ? "colon" : found[3] !== undefined ? "space" : "bracket";
  // An indent is no name's place where only space divides it from the words.
  if (style === "space" && /[　\t]/.test(text[start - 1] ?? "")) return null;
  return {
    start,
    end: start + name.length,
    names: name.split(/[・、と]/),
    from: start + found[0].length,
    style,
    directions: [],
  };
}

/** Several or all of those who play, none of them by name. */
export const isJapaneseGroup = (name: string): boolean =>
  /^(?:一同|皆|皆々|みんな|全員|群衆|大勢|声|二人|両人|三人|男達|女達|人々|合唱)$|(?:たち|達|ども|ら)$/u.test(name);
