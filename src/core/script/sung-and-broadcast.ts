import type { QuoteKind } from "../story/story.ts";
import type { Pace } from "./pace.ts";

type Rules = Pace["rules"];

const englishSings = "(?:sang|sings|chant(?:ed|s)|croon(?:ed|s)|hummed|warbled|carol(?:l?ed)|struck up)";

/**
 * Words of a tag with which somebody sings the line beside them: right behind it (she sang, sang the bird), or right before it (the
 * boys sang:). What was sung before or after is no song yet.
 */
const sings: Readonly<Record<Rules, RegExp>> = {
  en: new RegExp(
    `^\\P{L}*(?:(?!then|again|and|when|so|now|as)\\p{L}+ ){0,3}${englishSings}\\b|\\b${englishSings}(?: \\p{L}+){0,2}\\P{L}*$`,
    "iu",
  ),
  ja: /(?:歌|唄|謡|唱)(?:い|っ|う|わ|え)|うた(?:い(?:出|だ|なが|始|はじ)|って(?:い|お))|口ずさ|鼻歌|歌声/u,
};

/** Words shortly before a verse that say that it is sung. */
const songs: Readonly<Record<Rules, RegExp>> = {
  en: /\b(?:songs?|sang|sing(?:ing)?|chorus|ballad|carol|lullaby|hymn|tune|chant(?:ed|ing)?)\b/i,
  ja: /歌|唄|うた|唱/u,
};

/** Words of a tag whose line comes out of a machine: its speaker is not where it is heard. */
const machines: Readonly<Record<Rules, RegExp>> = {
  en: /\b(?:(?:over|through|from|out of) (?:the|a|an|his|her) (?:tele)?(?:phone|wireless|radio|loud-?speakers?|speaking[- ](?:tube|trumpet)|megaphone|intercom|tannoy|receiver|microphone|transmitter)|(?:radio|wireless|loud-?speakers?|telephone|phone|intercom|tannoy|receiver) (?:said|says|asked|answered|announced|crackled|squawked|barked)|at the other end of the (?:line|wire))\b/i,
  ja: /(?:電話|受話器|ラジオ|無線機?|拡声器|スピーカー|マイク|伝声管|メガホン|蓄音機)(?:から|の(?:声|向こう|むこう)|越し|が(?:言|い|鳴|叫))/u,
};

/** What stands around a line. */
export interface LineAround {
  words: string;
  tag: string;
  /** What the book says shortly before it. */
  before: string;
  quote: QuoteKind;
}

/** Whether a line is sung: its tag says so, notes stand in it, or it is a verse that was announced as a song. */
export function isSung({ words, tag, before, quote }: LineAround, rules: Rules): boolean {
  return /[♪♫〽]/u.test(words) || sings[rules].test(tag) || (quote === "verse" && songs[rules].test(before));
}

/** Whether a line is heard out of a telephone, a wireless or a loudspeaker. */
export const isBroadcast = (tag: string, rules: Rules): boolean => machines[rules].test(tag);
