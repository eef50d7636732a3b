import type { Passage } from "./passages.ts";
import { japaneseEvents } from "./sound-events.ts";
import { englishSounds, japaneseSounds, onlyAsNouns } from "./sound-words.ts";
import type { Sound } from "./story.ts";
import { tokensOf } from "./tokens.ts";

/** Sound words of the narration, for drawn effects. In English one a sentence at most; in Japanese those that stand as adverbs or alone. */
export function soundsIn(
  text: string,
  passages: readonly Passage[],
  quoted: Uint8Array,
  language: "en" | "ja",
): Sound[] {
  return passages.flatMap((passage) =>
    language === "ja" ? japanese(text, passage, quoted) : english(text, passage, quoted),
  );
}

function english(text: string, passage: Passage, quoted: Uint8Array): Sound[] {
  const sounds: Sound[] = [];
  const tokens = tokensOf(text, passage);
  for (const [i, token] of tokens.entries()) {
    const sound = englishSounds.get(token.lower);
    if (sound === undefined || quoted[token.start] === 1) continue;
    if (unheard.test(text.slice(Math.max(passage.start, token.start - 40), token.start))) continue;
    if (isFar(text, passage, token, "en")) continue;
    const before = tokens[i - 1]?.lower ?? "";
    const after = tokens[i + 1]?.lower ?? "";
    // “Who is it?” growled the bear: a voice, and its words are lettered.
    if (/["”’']\s?$/.test(text.slice(Math.max(0, token.start - 2), token.start))) continue;
    const next = text[token.end] ?? "";
    const alone = next === "!" || (token.opens && /^[,.?*_—…]/.test(next));
    const repeated = before === token.lower && sounds.at(-1)?.text.startsWith(sound.text) === true;
    const noun =
      /^(?:a|an|the|another|loud|sharp|sudden|heavy|great|terrible|dull|little|violent|rusty|small|soft|satisfied|offended|tremendous|two|three)$/.test(
        before,
      ) && after !== "of";
    if (!alone && !repeated && onlyAsNouns.has(token.lower) && !noun && !heard(before, after)) continue;
    const last = sounds.at(-1);
    // slap, slap, slap is one effect.
    if (last !== undefined && repeated && token.start - last.end < 4)
      Object.assign(last, { end: token.end, text: `${last.text} ${sound.text}` });
    else sounds.push({ start: token.start, end: token.end, ...sound });
  }
  return sounds;
}

/** Not made, or made by nothing that is here: without knocking, no sound of, as with a crash, a tapping cane of old. */
const unheard =
  /\b(?:without|never|not?|nor|hardly|cannot|could|would|might|if|like|as (?:with|if|though)|about to|had(?: \p{L}+)?|to)\s+(?:an?\s+|the\s+)?(?:\p{L}+\s+)?$/iu;

/** Words beside a sound that say that it comes from far away or through walls: letters across the picture would be a lie. */
const far = {
  en: /\b(?:distant(?:ly)?|distance|far[- ](?:away|off)|afar|faint(?:ly)?|muffled|somewhere|across the (?:lake|valley|water|moor|river)|down[- ]?stairs|next room|clocks?|steeple|chimes?|overhead|out at sea)\b/iu,
  ja: /遠く|遠い|遠雷|かすか|幽か|微か|どこか|向こう|向うの|むこう|はるか|遥か|彼方|かなた|山奥|隣室|隣の(?:部屋|家)|階下|二階で/u,
};

/** Whether the sentence around a sound says that it is far away, or a mere clock. */
function isFar(text: string, passage: Passage, at: { start: number; end: number }, language: "en" | "ja"): boolean {
  const before = text.slice(Math.max(passage.start, at.start - 90), at.start);
  const after = text.slice(at.end, Math.min(passage.end, at.end + 70));
  const sentence = `${before.split(/[.!?。！？]/).at(-1) ?? ""} ${after.split(/[.!?。！？]/)[0] ?? ""}`;
  return far[language].test(sentence);
}

/** of the crash; going slap; a tree fell crash. */
const heard = (before: string, after: string) => /^(?:going|went|go|heard|with)$/.test(before) && after !== "the";

function japanese(text: string, passage: Passage, quoted: Uint8Array): Sound[] {
  const part = text.slice(passage.start, passage.end);
  const found: Sound[] = [];
  const flat = hiragana(part);
  const taken = new Uint8Array(part.length);
  for (const { word, loudness } of byLength) {
    for (let at = flat.indexOf(word); at >= 0; at = flat.indexOf(word, at + 1)) {
      const span = stretched(part, at, at + word.length);
      const start = passage.start + at;
      const whole = { start, end: passage.start + span };
      if (isFar(text, passage, whole, "ja") || !isHeard(text, whole)) continue;
      if (quoted[start] === 1 || taken.slice(at, span).includes(1) || !standsAlone(part, at, span)) continue;
      taken.fill(1, at, span);
      found.push({ start, end: passage.start + span, text: part.slice(at, span), loudness });
    }
  }
  return [...found, ...happening(text, passage, quoted, found)].sort((a, b) => a.start - b.start);
}

/** Not done, only imagined, or done before: 閉めずに, 飛び込むように, 倒れていた. */
const undone = /ず$|(?:な[いくか]|ま[いせ]|[うよ]と|よう|ごと|そう|ば$|たら|なら|てい|でい|てあ|てお)/u;

/** Deeds that are lettered though no word of sound tells them; a sentence with a word of its own needs none. */
function happening(text: string, passage: Passage, quoted: Uint8Array, told: readonly Sound[]): Sound[] {
  const part = text.slice(passage.start, passage.end);
  return japaneseEvents.flatMap((event) =>
    [...part.matchAll(event.told)].flatMap(({ index, 0: words }): Sound[] => {
      const [start, end] = [passage.start + index, passage.start + index + words.length];
      const around = text.slice(end, end + 5);
      if (quoted[start] === 1 || undone.test(words) || undone.test(around.split(/[、。]/)[0] ?? "")) return [];
      if (isFar(text, passage, { start, end }, "ja")) return [];
      if (told.some((sound) => Math.abs(sound.start - start) < nearby)) return [];
      return [{ start, end, text: event.text, loudness: event.loudness }];
    }),
  );
}

/** UTF-16 units within which a word of sound tells the same. */
const nearby = 30;

const byLength = [...japaneseSounds].sort((a, b) => b.word.length - a.word.length || (a.word < b.word ? -1 : 1));

/** Katakana written as hiragana, unit by unit, so that offsets stay. */
const hiragana = (text: string) =>
  text.replaceAll(/[\u30a1-\u30f6]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) - 0x60));

/** Takes in a trailing っ, ー or ッ. */
function stretched(text: string, start: number, end: number): number {
  let at = end;
  while (at < text.length && /[っッー〜…]/.test(text[at] ?? "") && at - start < 8 && text[at] !== "…") at += 1;
  return at;
}

/** Words that sound like a sound and are none: 一ばん, うどん, ごろごろころがる, どんな. */
function isHeard(text: string, { start, end }: Pick<Sound, "start" | "end">): boolean {
  const before = text[start - 1] ?? "";
  const after = text.slice(end, end + 16);
  if (/[\p{Script=Han}ぁ-ん]/u.test(before) && !/[をがはでとにもて、。]/.test(before)) return false;
  if (/[一二三四五六七八九十]/.test(before)) return false;
  return !/^(?:な|より|どん|底|ぶり|目|め)|^[^。、]{0,9}(?:ころが|転が|転っ|寝)|^(?:と|に)?[^。、]{0,3}(?:(?<!ま)し(?:て|た)|なっ|する|尻|腰|坐|座)/u.test(
    after,
  );
}

/** A sound word is followed by と, a mark or a verb of doing, and does not continue a longer word before it. */
function standsAlone(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? "";
  const after = text.slice(end, end + 2);
  const sameRow = (a: string, b: string) =>
    (/[ぁ-ん]/.test(a) && /[ぁ-ん]/.test(b) && !/[はがをにでものと]/.test(a)) ||
    (/[ァ-ヶ]/.test(a) && /[ァ-ヶ]/.test(b));
  if (sameRow(before, text[start] ?? "")) return false;
  return /^(?:と|[、。！？!?…―　\s」]|$|[一-龠]|し|鳴)/.test(after);
}
