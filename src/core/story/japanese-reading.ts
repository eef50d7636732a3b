import type { Mark, Span } from "../book/book.ts";
import type { RosterEntry } from "./cast.ts";
import { mentionFrom } from "./english-turns.ts";
import { japaneseCast } from "./japanese-names.ts";
import { japaneseQuotes } from "./japanese-quotes.ts";
import { type JapaneseTag, japaneseTags } from "./japanese-tags.ts";
import { nextVoice } from "./japanese-switches.ts";
import { japaneseSpeech, speechHabits } from "./japanese-words.ts";
import type { Member, Mention } from "./members.ts";
import type { Passage } from "./passages.ts";
import type { RawQuote } from "./quotes.ts";
import { quotedMask, type Reading } from "./reading.ts";
import type { QuoteKind } from "./story.ts";
import { talkersOf } from "./talkers.ts";
import { decide, type Turn } from "./turns.ts";

/** Reads a Japanese text: quotes, cast, tags and turns. */
export function readJapanese(
  text: string,
  passages: readonly Passage[],
  marks: readonly Mark[],
  roster: readonly RosterEntry[] | null,
): Reading {
  const quotes = japaneseQuotes(text, passages);
  const quoted = quotedMask(text.length, quotes);
  const { members, mentions, narrator } = japaneseCast(text, passages, quotes, quoted, marks, roster);
  const tags = japaneseTags({ text, passages, quotes, members, mentions, quoted, narrator });
  const kinds = quotes.map((quote, i) => kindOf(text, passages, quote, tags[i] ?? null));
  const drafts = quotes.flatMap((quote, i) =>
    kinds[i] === "title" || kinds[i] === "letter"
      ? []
      : [draft(text, passages, quotes, mentions, tags, i, quote, narrator)],
  );
  // What the tags teach about each voice settles more lines, and those teach more.
  const plain = withHabits(
    text,
    quotes,
    drafts,
    members,
    mentions,
    narrator,
    drafts.map(({ fixed }) => fixed),
  );
  const sure = surelySaid(plain.turns, plain.members, mentions);
  const gendered = withHabits(text, quotes, drafts, members, mentions, narrator, sure);
  const evidence = tags.map((tag): Span | null => (tag === null ? null : { start: tag.start, end: tag.end }));
  const addressees: (number | null)[] = quotes.map(() => null);
  for (const turn of gendered.turns) for (const i of turn.quotes) addressees[i] = turn.called[0] ?? null;
  return { quotes, kinds, evidence, addressees, turns: gendered.turns, members: gendered.members, mentions };
}

/** Who surely speaks each turn: by a tag, or by a decision that stands well apart from the next best. */
function surelySaid(
  turns: readonly Turn[],
  members: readonly Member[],
  mentions: readonly Mention[],
): (number | null)[] {
  const decided = decide(turns, talkersOf(members, mentions, turns));
  return turns.map(({ fixed }, t) => {
    const verdict = decided[t];
    return fixed ?? (verdict !== undefined && verdict.chance >= 0.9 ? verdict.speaker : null);
  });
}

function kindOf(text: string, passages: readonly Passage[], quote: RawQuote, tag: JapaneseTag | null): QuoteKind {
  if (quote.mark === "（" || tag?.thought === true) return "thought";
  const passage = passages[quote.passage];
  const lead = text.slice(passage?.start ?? 0, quote.start);
  const after = text.slice(quote.end, quote.end + 12);
  // こう書いてありました: a notice on a door is read, not said.
  const before = passages[quote.passage - 1];
  if (quote.start === passage?.start && before !== undefined && writtenThere.test(text.slice(before.start, before.end)))
    return "letter";
  if (/^[^「]{0,60}?」?\s*と(?:書い|かい|書か)て/.test(text.slice(quote.end, quote.end + 90))) return "letter";
  if (quote.mark === "『" && quote.start === passage?.start && quote.end - quote.start > 60) return "letter";
  // 「すれば」は, 「…」という事: words that are spoken about.
  const said =
    after.startsWith("と") && japaneseSpeech.test(/^[^。]*/.exec(text.slice(quote.end, quote.end + 40))?.[0] ?? "");
  if (lead.trim() !== "" && tag?.explicit !== true && !said && !/[。、！？…―」]\s*$/.test(lead)) return "title";
  // 「とぼん」と音を立てながら: a sound, not a line.
  if (/^と(?:いう|云う|言う)?[^。、]{0,4}(?:音|響き|ひびき)/.test(after)) return "title";
  if (/^と書|^(?:ように|らしい|式の)/.test(after)) return "title";
  if (
    /^(?:と(?:いう|云う|言う)(?:[事一-龠])|[のはもがを]|とか)/.test(after) &&
    (lead.trim() !== "" || quote.end - quote.start < 12)
  )
    return "title";
  return "speech";
}

const writtenThere = /(?:書い|かい|書かれ|しるし|記し)て(?:あり|い|お)[^。、]{0,6}。?$/;
/** 「わん、わん」という声がして: a voice, and nobody known. */
const voiceOnly = /^と(?:いう|云う|言う)[^。、]{0,6}(?:声|うなり|音|叫び)/;

function draft(
  text: string,
  passages: readonly Passage[],
  quotes: readonly RawQuote[],
  mentions: readonly Mention[],
  tags: readonly (JapaneseTag | null)[],
  i: number,
  quote: RawQuote,
  narrator: number | null,
): Turn {
  const tag = tags[i] ?? null;
  const before = quotes[i - 1];
  const opens = passages[quote.passage]?.opens ?? null;
  const samePassage = before?.passage === quote.passage;
  const between = samePassage ? text.slice(before.end, quote.start) : "";
  const next = samePassage && quote.mark !== "（" && before.mark !== "（" ? nextVoice(between) : null;
  const straightOn = samePassage && (next !== null || /^と[^。]{0,30}。\s*$/.test(between));
  const called = new Set<number>();
  const spokenOf = new Set<number>();
  for (
    let m = mentionFrom(mentions, quote.start);
    m < mentions.length && (mentions[m]?.start ?? Infinity) < quote.end;
    m++
  ) {
    const mention = mentions[m];
    if (mention !== undefined) (isCalled(text, mention) ? called : spokenOf).add(mention.member);
  }
  const leaning = new Map<number, number>();
  // The I of a story is one of those who talk, more often than not.
  const style = styleOf(text.slice(quote.inner.start, quote.inner.end));
  if (narrator !== null && quote.mark !== "（") leaning.set(narrator, style === null ? 0.6 : -2);
  for (const hint of tag?.hints ?? []) leaning.set(hint.member, (leaning.get(hint.member) ?? 0) + hint.points);
  // A thought in brackets belongs to whoever the narration is with, not to the talk.
  const gap =
    before === undefined || (opens !== null && !samePassage)
      ? Infinity
      : Math.max(0, quote.passage - before.passage - 1);
  return {
    quotes: [i],
    passage: quote.passage,
    gap: crosses(passages, before?.passage ?? -1, quote.passage) ? Infinity : straightOn ? 0 : samePassage ? 1 : gap,
    fixed: tag?.explicit === true ? tag.member : null,
    gender: tag?.gender ?? null,
    actor: tag?.explicit === false ? tag.member : null,
    actorGender: null,
    called: [...called],
    spokenOf: [...spokenOf],
    near: near(mentions, quote.start, chapterStart(passages, quote.passage)),
    leaning,
    continues: next === "same" && tags[i]?.explicit !== true,
    switches: next === "other",
    aside: quote.mark === "（" || quote.mark === "―" || tag?.thought === true,
    stranger: tag?.stranger === true || voiceOnly.test(text.slice(quote.end, quote.end + 14)),
    kin: false,
    style,
    toGender: null,
  };
}

/** Dialects and old speech that fiction gives to one of two who talk. */
const styles: readonly (readonly [string, RegExp])[] = [
  ["moshi", /なもし|な、もし|ぞな|じゃけれ|けれ、/],
  ["rural", /だべ|べ[。、！？…]|べ$|おら[はがのも]|けろ|だど/],
  ["samurai", /ござ(?:る|らぬ|ろう)|拙者|まする/],
  ["aged", /わし(?:[はがのもをに]|ゃ)|じゃ(?!な[いくか])(?:[。、！？…よな]|$)|(?:のう|おるわ)(?:[。、！？…]|$)/],
  ["female", /(?:のよ|わよ|わね|かしら|だわ|ですわ|ますわ)(?:[。、！？…]|$)|あたし/],
];

const styleOf = (line: string) => styles.find(([, pattern]) => pattern.test(line))?.[0] ?? null;

function crosses(passages: readonly Passage[], from: number, to: number): boolean {
  for (let i = from + 1; i <= to; i++) if (passages[i]?.opens !== null) return true;
  return false;
}

function isCalled(text: string, { start, end }: Mention): boolean {
  return (
    (/[「『、。！？…―　（]/.test(text[start - 1] ?? "") ||
      /[「、。！？…](?:なあ|おい|ねえ|やあ|よう|これ|のう)$/.test(text.slice(Math.max(0, start - 4), start))) &&
    /^(?:[、。！？…！―」』]|よ[、。！])/.test(text.slice(end, end + 2))
  );
}

function chapterStart(passages: readonly Passage[], from: number): number {
  let i = from;
  while (i > 0 && passages[i]?.opens !== "chapter") i -= 1;
  return passages[i]?.start ?? 0;
}

function near(mentions: readonly Mention[], start: number, least: number): number[] {
  const found: number[] = [];
  for (let i = mentionFrom(mentions, start) - 1; i >= 0 && found.length < 4; i--) {
    const mention = mentions[i];
    if (mention === undefined || mention.end < Math.max(start - 500, least)) break;
    if (!mention.quoted && !found.includes(mention.member)) found.push(mention.member);
  }
  return found;
}

const agedVoice =
  /わし(?:[はがのもをに]|ゃ)|(?:じゃ(?!な[いくか])|のう|ぬ|おる|なんだ|てな|とな|せん|すまん|いでな|うて)(?:[。、！？……よな]|$)|うておった|ておる/;
const femaleVoice = /(?:のよ|わよ|わね|かしら|だわ|なの|てたの|いたの)(?:[。、！？…]|$)|あたし/;
const maleVoice = /(?:俺|おれ|僕|ぼく)(?:[はがのもをに]|たち)|(?:だぜ|だぞ|んぞ|くぞ|るぞ|ろ)(?:[。、！？…]|$)/;

/** How an old person, a woman or a man is made to speak in fiction: a weak sign. */
function voicePoints(line: string, gender: Member["gender"], old: boolean): number {
  let points = 0;
  if (agedVoice.test(line)) points += old ? 1.6 : -0.8;
  if (femaleVoice.test(line)) points += gender === "female" && !old ? 0.8 : gender === "male" ? -1.2 : 0;
  if (maleVoice.test(line)) points += gender === "female" ? -2.5 : 0;
  return points;
}

const polite = speechHabits.findIndex(({ habit }) => habit.test("です"));
/** A whole line without です or ます. */
const bluntEnd = /(?:[よねのなだたるてでけえいんか]|じゃ)[。！？…]*$/;

/** Says です and ます in nearly every line that is known. */
const politeOnly = (own: readonly number[], lines: number) => lines >= 3 && (own[polite] ?? 0) >= lines * 0.7;

/** By the name, or by what stands within 150 units after the first mention. */
function isOld(text: string, member: Member | undefined, first: Mention | undefined): boolean {
  if (member === undefined || first === undefined) return false;
  return (
    /老|爺|婆|祖|じい|ばあ/.test(member.name + text.slice(first.start, first.end)) ||
    /^[^「」]{0,60}(?:祖父|祖母|老人|[六七八九]十[一二三四五六七八九]?(?:歳|になる|。))/.test(
      text.slice(first.end, first.end + 150),
    )
  );
}

/** Learns from the tagged lines how each person speaks, and leans the other lines to those who speak so. */
function withHabits(
  text: string,
  quotes: readonly RawQuote[],
  drafts: readonly Turn[],
  members: readonly Member[],
  mentions: readonly Mention[],
  narrator: number | null,
  known: readonly (number | null)[],
): { turns: Turn[]; members: Member[] } {
  const habitsOf = (turn: Turn) =>
    speechHabits.map(({ habit }) =>
      turn.quotes.some((i) => habit.test(text.slice(quotes[i]?.inner.start ?? 0, quotes[i]?.inner.end ?? 0))),
    );
  const lineOf = (turn: Turn) =>
    turn.quotes.map((i) => text.slice(quotes[i]?.inner.start ?? 0, quotes[i]?.inner.end ?? 0)).join("");
  const used = members.map(() => speechHabits.map(() => 0));
  const lines = members.map(() => 0);
  const thinks = new Set<number>();
  const talks = new Set<number>();
  const all = speechHabits.map(() => 0);
  const seen = drafts.map(habitsOf);
  const old = new Set(
    members
      .map((_, i) => i)
      .filter((i) =>
        mentions
          .filter((mention) => mention.member === i && !mention.quoted)
          .slice(0, 3)
          .some((mention) => isOld(text, members[i], mention)),
      ),
  );
  for (const [t, turn] of drafts.entries()) {
    for (const [h, has] of (seen[t] ?? []).entries()) if (has) all[h] = (all[h] ?? 0) + 1;
    const speaker = known[t] ?? null;
    if (speaker !== null && turn.aside && turn.fixed !== null) thinks.add(speaker);
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
        if (has) points += Math.log(theirs / usual);
      }
      if (politeOnly(own, lines[who] ?? 0) && bluntEnd.test(lineOf(turn))) points -= 1;
      leaning.set(who, (leaning.get(who) ?? 0) + Math.max(-most, Math.min(most, points)));
    }
    // Without tags, whoever has just been called by name is the one who answers.
    if (turn.gap === 0) for (const who of drafts[t - 1]?.called ?? []) leaning.set(who, (leaning.get(who) ?? 0) + 1.5);
    // Who is only heard to think listens while others talk.
    if (!turn.aside) for (const who of thinks) if (!talks.has(who)) leaning.set(who, (leaning.get(who) ?? 0) - 2.5);
    for (const [who, member] of members.entries()) {
      const points = voicePoints(lineOf(turn), member.gender, old.has(who));
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
