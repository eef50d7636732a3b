import type { Member, Mention } from "./members.ts";
import { isCalled } from "./names.ts";
import type { Gender } from "./story.ts";
import type { Token } from "./tokens.ts";

/** Whether the narration itself says I: at least one word in 120 outside the quotes. */
export function toldInFirstPerson(tokens: readonly Token[], quoted: Uint8Array): boolean {
  let [all, own] = [0, 0];
  for (const token of tokens) {
    if (quoted[token.start] === 1) continue;
    all += 1;
    if (token.text === "I" || token.lower === "my" || token.lower === "me") own += 1;
  }
  return all > 0 && own / all > 1 / 120;
}

/**
 * Which member the I is: named by the narrator himself (`My name is …`, `Call me …`), else somebody whom the others
 * call by name but whom the narration hardly ever names. Null where the book does not say.
 */
export function narratorAmong(
  text: string,
  tokens: readonly Token[],
  members: readonly Member[],
  mentions: readonly Mention[],
): number | null {
  const short = tokens.length < shortTale;
  const narration = members.map(() => 0);
  const called = members.map(() => 0);
  for (const mention of mentions) {
    if (!mention.quoted) narration[mention.member] = (narration[mention.member] ?? 0) + 1;
    else if (isCalled(text, mention) && (!short || nearI(text, mention.end)))
      called[mention.member] = (called[mention.member] ?? 0) + 1;
    const named = members[mention.member]?.nameless !== true;
    if (named && !mention.quoted && !mention.possessive && introduces(text, mention.start)) return mention.member;
  }
  let best: number | null = null;
  const least = short ? 1 : 3;
  for (const [i, calls] of called.entries()) {
    if (calls < least || (narration[i] ?? 0) > calls * 0.5 || members[i]?.nameless === true) continue;
    if (best === null || calls > (called[best] ?? 0)) best = i;
  }
  return best;
}

/** In a tale of so many words an I is called by name once or twice. */
export const shortTale = 12_000;

/** Whether the I answers a call, or is in the words around it. */
function nearI(text: string, at: number): boolean {
  const [before = ""] = text
    .slice(Math.max(0, at - 200), at)
    .split(/\n/)
    .slice(-1);
  const [own = "", ...later] = text.slice(at, at + 260).split(/\n+/);
  const told = (words: string) => words.replaceAll(/[“"][^”"]*[”"]?/g, "").replaceAll(ownFamily, "");
  return me.test(told(`${before}”${own.slice(own.search(/[”"]/))} ${later[0] ?? ""}`));
}

const me = /\b(?:I|me|my)\b/u;
const ownFamily = /\bmy \p{L}*(?:father|mother|brother|sister|uncle|aunt|wife|husband)\b/giu;

const introduces = (text: string, at: number) =>
  /(?:\bmy name (?:is|was)|\bcall me|\bI (?:am|was) called|\bI was christened|\bchristened me|\bI, (?:the )?)\s*$/i.test(
    text.slice(Math.max(0, at - 30), at),
  );

/**
 * Sex of an I whom nobody calls by name: by whom he or she has married, and how others address the one who listens. `quoted`
 * marks all talk, `heard` what others say: a governess says sir all day.
 */
export function narratorGender(text: string, quoted: Uint8Array, heard: Uint8Array): Gender | null {
  let [man, woman] = [0, 0];
  const count = (words: string, isMan: RegExp) => {
    if (isMan.test(words)) man += 1;
    else woman += 1;
  };
  for (const { 0: words, index } of text.matchAll(married)) if (quoted[index] !== 1) count(words, /wife/i);
  for (const { 0: words, index } of text.matchAll(called)) if (heard[index] === 1) count(words, /sir|fellow|boy|man/i);
  return man + woman < 2 || man === woman ? null : man > woman ? "male" : "female";
}

/** What the narration says of the I. */
const married = /\bmy (?:wife|husband)\b/giu;
/** How the one who listens is called. */
const called =
  /(?<=, )(?:sir|my (?:dear )?(?:fellow|boy|man)|ma[’']am|madam|my (?:dear )?(?:girl|lady)|miss)(?=[,.!?])/giu;

/** A member for an I without a name. */
export function unnamedNarrator(): Member {
  return { name: "I", aliases: [], gender: null, genderFrom: null, narrator: true, nameless: true, surname: null };
}
