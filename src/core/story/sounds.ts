import type { Passage } from "./passages.ts";
import { englishEvents } from "./english-sound-events.ts";
import { japaneseEvents, type SoundEvent } from "./sound-events.ts";
import { englishSounds, japaneseSounds, ofThings, onlyAsNouns, voices } from "./sound-words.ts";
import type { Sound } from "./story.ts";
import { tokensOf } from "./tokens.ts";

/** Sound words of the narration, for drawn effects. In English one a sentence at most; in Japanese those that stand as adverbs or alone. */
export function soundsIn(
  text: string,
  passages: readonly Passage[],
  quoted: Uint8Array,
  language: "en" | "ja",
): Sound[] {
  const events = language === "ja" ? eventsIn(text, japaneseEvents) : eventsIn(inLatin1(text), englishEvents);
  let next = 0;
  return passages.flatMap((passage) => {
    const told = language === "ja" ? japanese(text, passage, quoted) : english(text, passage, quoted);
    while ((events[next]?.start ?? Infinity) < passage.start) next += 1;
    const happening: Sound[] = [];
    for (; (events[next]?.end ?? Infinity) <= passage.end; next++) happening.push(...events.slice(next, next + 1));
    const done = happening.filter((event) => quoted[event.start] !== 1 && isDone(text, passage, event, language));
    return withEvents(told, done, language);
  });
}

/**
 * The same text, unit by unit, in letters of one byte, of which a hundred patterns are tried twice as fast: the apostrophe is
 * straight, any other letter beyond them stands as one of them, any other sign as a star.
 */
const inLatin1 = (text: string): string =>
  text.replaceAll(/[^\0-\xff]/g, (unit) => (unit === "’" ? "'" : /\p{L}/u.test(unit) ? "ÿ" : "*"));

/** Deeds of the whole text that are lettered though no word of sound tells them, in order, done or not. */
function eventsIn(text: string, rules: readonly SoundEvent[]): Sound[] {
  return rules
    .flatMap(({ told, ...sound }) =>
      [...text.matchAll(told)].map(({ index, 0: words }): Sound => ({
        start: index,
        end: index + words.length,
        ...sound,
      })),
    )
    .sort((one, other) => one.start - other.start);
}

/** Stands in every passage with an English word of sound. */
const soundForms = new RegExp([...englishSounds.keys()].join("|"), "i");

function english(text: string, passage: Passage, quoted: Uint8Array): Sound[] {
  const sounds: Sound[] = [];
  if (!soundForms.test(text.slice(passage.start, passage.end))) return sounds;
  const tokens = tokensOf(text, passage);
  for (const [i, token] of tokens.entries()) {
    const sound = englishSounds.get(token.lower);
    if (sound === undefined || quoted[token.start] === 1) continue;
    const before = text.slice(Math.max(passage.start, token.start - 40), token.start);
    if (unheard.test(before) || isFar(text, passage, token, "en")) continue;
    // “Who is it?” growled the bear: a voice, and its words are lettered.
    if (/["”’']\s?$/.test(before) || (voices.has(token.lower) && tagged.test(before))) continue;
    const next = text[token.end] ?? "";
    const alone = next === "!" || (token.opens && /^[,.?*_—…]/.test(next));
    const last = sounds.at(-1);
    const repeated = tokens[i - 1]?.lower === token.lower && last?.text.startsWith(sound.text) === true;
    const made =
      /^ of (?!opinions?|interests?|wills|the door)/.test(text.slice(token.end, token.end + 12)) &&
      ofThings.has(token.lower);
    if (!alone && !repeated && !made && onlyAsNouns.has(token.lower) && !heard.test(before)) continue;
    if (!alone && /^ (?:together|off|up|my|his|her)\b/.test(text.slice(token.end, token.end + 10))) continue;
    // slap, slap, slap is one effect.
    if (last !== undefined && repeated && token.start - last.end < 4)
      Object.assign(last, { end: token.end, text: `${last.text} ${sound.text}` });
    else
      sounds.push({
        start: token.start,
        end: token.end,
        ...sound,
        ...((alone || sound.loudness === 3) && { plain: true }),
      });
  }
  return sounds;
}

/** Not made, or made by nothing that is here: without knocking, no sound of, as with a crash, a tapping cane of old. */
const unheard =
  /\b(?:without|never|not?|nor|hardly|cannot|could|would|might|if|like|that|which|who|as (?:with|if|though)|about to|had(?: \p{L}+)?|to)\s+(?:an?\s+|the\s+)?(?:\p{L}+\s+)?$/iu;

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

/** A line and who says it: what follows is how it is said. */
const tagged = /["”’']\s(?:\p{L}+\.?\s){1,4}$/u;

/** Words before a noun that is heard: with a loud crack, heard the crash, going slap. */
const heard =
  /\b(?:with (?:an?|one)(?: \p{L}+,?){0,2}|(?:an?|the|one) (?:loud|sharp|sudden|terrible|tremendous|deafening|dull|heavy|rusty|resounding|dreadful|tremendous)|heard (?:an?|the)(?: \p{L}+)?|(?:was|came|followed) (?:an?|the)(?: \p{L}+)?|going|went|go|heard|gave an?(?: \p{L}+)?)\s$/u;

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
      found.push({
        start,
        end: passage.start + span,
        text: part.slice(at, span),
        loudness,
        ...(loudness === 3 && { plain: true }),
      });
    }
  }
  return found;
}

/** Not done, only imagined, or done before: 閉めずに, 飛び込むように, 倒れていた. */
const undone = /ず$|(?:な[いくか]|ま[いせ]|[うよ]と|よう|ごと|そう|ば$|たら|なら|てい|でい|てあ|てお)/u;

/** Words right before a deed that say that it was not done, not now, or by somebody of whom something else is told. */
const notNow =
  /\b(?:without|never|not|nor|no|hardly|cannot|could|would|might|should|if|unless|like|as (?:with|if|though)|about to|had|having|have|has|been|being|who|which|that|whose|before|until|till|than)\s+(?:an?\s+|the\s+|\p{L}+\s+)?$/iu;

/** Words of a sentence about what happens again and again, or happened long ago. */
const habitual =
  /\b(?:always|often|every|sometimes|usually|used to|generally|whenever|frequently|never|would|seldom|rarely|no|ago|in (?:former|those|old) days)\b/iu;

/** Sounds with those of deeds; beside a word of sound none is needed. */
function withEvents(told: readonly Sound[], done: readonly Sound[], language: "en" | "ja"): Sound[] {
  const sounds = [...told];
  for (const made of done.toSorted((a, b) => b.loudness - a.loudness))
    if (!sounds.some(({ start }) => Math.abs(start - made.start) < nearby[language])) sounds.push(made);
  return sounds.sort((a, b) => a.start - b.start);
}

/** Whether a deed is done here and now. */
function isDone(text: string, passage: Passage, made: Sound, language: "en" | "ja"): boolean {
  if (isFar(text, passage, made, language)) return false;
  const after = text.slice(made.end, Math.min(passage.end, made.end + 80));
  if (language === "ja")
    return !undone.test(text.slice(made.start, made.end)) && !undone.test(after.slice(0, 5).split(/[、。]/)[0] ?? "");
  const before =
    text
      .slice(Math.max(passage.start, made.start - 120), made.start)
      .split(/[.!?;”]/)
      .at(-1) ?? "";
  return (
    !notNow.test(before) && !habitual.test(`${before.split(/[,;:]/).at(-1) ?? ""} ${after.split(/[,.!?;:“]/)[0] ?? ""}`)
  );
}

/** UTF-16 units within which another sound tells the same. */
const nearby = { en: 60, ja: 30 } as const;

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
