import * as steady from "../geometry/steady-math.ts";
import type { JapaneseTurn } from "./japanese-talk.ts";
import { servants, voicePoints } from "./japanese-voices.ts";
import { speechHabits } from "./japanese-words.ts";
import type { Member, Mention } from "./members.ts";
import type { RawQuote } from "./quotes.ts";

/** Where lines are to be heard. */
export interface Voices {
  text: string;
  quotes: readonly RawQuote[];
  members: readonly Member[];
  mentions: readonly Mention[];
  narrator: number | null;
}

/** 清という下女: a servant by the words after the first mention. */
function isServant(text: string, mentions: readonly Mention[], who: number): boolean {
  const first = mentions.find(({ member, quoted }) => member === who && !quoted);
  return first !== undefined && /^と(?:いう|云う)(?:下女|女中|召使|給仕)/.test(text.slice(first.end, first.end + 8));
}

const polite = speechHabits.findIndex(({ habit }) => habit.test("です"));
/** A whole line without です or ます. */
const bluntEnd = /(?:[よねのなだたるてでけえいんか]|じゃ)[。！？…]*$/;

/** Says です and ます in nearly every line that is known. */
const politeOnly = (own: readonly number[], lines: number) => lines >= 3 && (own[polite] ?? 0) >= lines * 0.7;

/** By the name, or by what stands within 150 units after the first mention. */
function isOld(text: string, member: Member, first: Mention): boolean {
  return (
    /老|爺|婆|祖|じい|ばあ/.test(member.name + text.slice(first.start, first.end)) ||
    /^[^「」]{0,60}(?:祖父|祖母|老人|[六七八九]十[一二三四五六七八九]?(?:歳|になる|。))/.test(
      text.slice(first.end, first.end + 150),
    )
  );
}

/** A boy or girl by what stands right after the name. */
function isChild(text: string, member: Member, first: Mention): boolean {
  const after = text.slice(first.end, first.end + 60);
  return (
    /子供|子ども|女の子|男の子/.test(member.name) || /^[^「」]{0,40}(?:女の子|男の子|[四五六七八九]つの)/.test(after)
  );
}

/** Learns from the tagged lines how each person speaks, and leans the other lines to those who speak so. */
export function withHabits(
  { text, quotes, members, mentions, narrator }: Voices,
  drafts: readonly JapaneseTurn[],
  known: readonly (number | null)[],
): { turns: JapaneseTurn[]; members: Member[] } {
  const habitsOf = (turn: JapaneseTurn) =>
    speechHabits.map(({ habit }) =>
      turn.quotes.some((i) => habit.test(text.slice(quotes[i]?.inner.start ?? 0, quotes[i]?.inner.end ?? 0))),
    );
  const lineOf = (turn: JapaneseTurn) =>
    turn.quotes.map((i) => text.slice(quotes[i]?.inner.start ?? 0, quotes[i]?.inner.end ?? 0)).join("");
  const used = members.map(() => speechHabits.map(() => 0));
  const lines = members.map(() => 0);
  const thinks = members.map(() => 0);
  const talks = new Set<number>();
  const all = speechHabits.map(() => 0);
  const seen = drafts.map(habitsOf);
  const early = members.map((_, i) => mentions.filter(({ member, quoted }) => member === i && !quoted).slice(0, 3));
  const among = (is: (text: string, member: Member, mention: Mention) => boolean) =>
    new Set(members.flatMap((member, i) => ((early[i] ?? []).some((mention) => is(text, member, mention)) ? [i] : [])));
  const old = among(isOld);
  const children = among(isChild);
  const serves = new Set(
    members.flatMap((member, i) => (servants.test(member.name) || isServant(text, mentions, i) ? [i] : [])),
  );
  for (const [t, turn] of drafts.entries()) {
    for (const [h, has] of (seen[t] ?? []).entries()) if (has) all[h] = (all[h] ?? 0) + 1;
    const speaker = known[t] ?? null;
    if (speaker !== null && turn.aside && turn.fixed !== null) thinks[speaker] = (thinks[speaker] ?? 0) + 1;
    if (speaker !== null && !turn.aside && turn.fixed !== null) talks.add(speaker);
    if (speaker === null || turn.aside) continue;
    lines[speaker] = (lines[speaker] ?? 0) + 1;
    const own = used[speaker];
    for (const [h, has] of (seen[t] ?? []).entries()) if (has && own !== undefined) own[h] = (own[h] ?? 0) + 1;
  }
  const turns = drafts.map((turn, t) => {
    const leaning = new Map(turn.leaning);
    for (const [who, own] of used.entries()) {
      if ((lines[who] ?? 0) === 0) continue;
      let points = 0;
      // A voice that is known from two lines says less than one known from ten.
      const most = Math.min(2.5, 0.3 + 0.5 * (lines[who] ?? 0));
      for (const [h, has] of (seen[t] ?? []).entries()) {
        const usual = ((all[h] ?? 0) + 1) / (drafts.length + 2);
        const theirs = ((own[h] ?? 0) + usual * 2) / ((lines[who] ?? 0) + 2);
        if (has) points += steady.log(theirs / usual);
      }
      if (politeOnly(own, lines[who] ?? 0) && bluntEnd.test(lineOf(turn))) points -= 1;
      // An I speaks as the other one does: to each in another way.
      const least = narrator === null ? most : 0.3;
      if (who !== narrator) leaning.set(who, (leaning.get(who) ?? 0) + Math.max(-least, Math.min(least, points)));
    }
    // Who is only heard to think listens while others talk.
    // ごん thinks and never speaks; one thought is no habit.
    if (!turn.aside)
      for (const [who, thoughts] of thinks.entries())
        if (thoughts > 1 && !talks.has(who)) leaning.set(who, (leaning.get(who) ?? 0) - 2.5);
    for (const [who, member] of members.entries()) {
      const points = voicePoints(lineOf(turn), {
        gender: member.gender,
        old: old.has(who),
        child: children.has(who),
        servant: serves.has(who),
      });
      if (points !== 0) leaning.set(who, (leaning.get(who) ?? 0) + points);
    }
    return { ...turn, leaning };
  });
  const gendered = members.map((member, who): Member => {
    if (member.gender !== null || narrator === who) return member;
    const counts = { female: 0, male: 0 };
    for (const [h, { gender }] of speechHabits.entries()) if (gender !== null) counts[gender] += used[who]?.[h] ?? 0;
    if (counts.female === counts.male) return member;
    return { ...member, gender: counts.female > counts.male ? "female" : "male", genderFrom: "pronouns" };
  });
  return { turns, members: gendered };
}
