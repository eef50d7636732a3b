import type { Mark, Span } from "../book/book.ts";
import type { RosterEntry } from "./cast.ts";
import { withCompany } from "./japanese-company.ts";
import { draft } from "./japanese-drafts.ts";
import { type Voices, withHabits } from "./japanese-habits.ts";
import { japaneseKinds } from "./japanese-kinds.ts";
import { japaneseLetters, writtenByTeller } from "./japanese-letters.ts";
import { japaneseCast } from "./japanese-names.ts";
import { withPairs } from "./japanese-pairs.ts";
import { japaneseQuotes } from "./japanese-quotes.ts";
import { japaneseTags } from "./japanese-tags.ts";
import { decideJapanese, type JapaneseTalker, type JapaneseTurn } from "./japanese-talk.ts";
import { withVocatives } from "./japanese-vocatives.ts";
import type { Member, Mention } from "./members.ts";
import type { Passage } from "./passages.ts";
import { quotedMask, type Reading } from "./reading.ts";
import { japaneseBeasts } from "./japanese-words.ts";
import type { QuoteKind } from "./story.ts";
import { decidedByCue, signedQuotes, signersOf, withCue, withSigners } from "./sure-speakers.ts";
import { talkersOf } from "./talkers.ts";
import { withLetters } from "./written-letters.ts";

/** Reads a Japanese text: quotes, cast, tags and turns. */
export function readJapanese(
  text: string,
  passages: readonly Passage[],
  marks: readonly Mark[],
  roster: readonly RosterEntry[] | null,
): Reading {
  const letters = japaneseLetters(text, passages);
  const quotes = withLetters(japaneseQuotes(text, passages), letters, passages);
  const quoted = quotedMask(text.length, quotes);
  const { narrator, ...found } = japaneseCast(text, passages, quotes, quoted, marks, roster);
  const signed = signedQuotes(text, passages, quotes, letters);
  const { members, mentions, sure: told } = withSigners(found, signed, roster !== null);
  const tags = japaneseTags({ text, passages, quotes, members, mentions, quoted, narrator });
  const written = new Set(letters.flatMap(({ from, to }) => passages.slice(from, to).map(({ index }) => index)));
  const kinds = japaneseKinds(text, passages, quotes, tags).map((kind, i): QuoteKind => {
    if (signed.get(i)?.rule === "cue") return "speech";
    return written.has(quotes[i]?.passage ?? -1) ? "letter" : kind;
  });
  const source = { text, passages, quotes, mentions, members, tags, narrator, quoted };
  const drafts = carriedOn(
    quotes.flatMap((_, i) => (kinds[i] === "title" || kinds[i] === "letter" ? [] : [withCue(draft(source, i), told)])),
  );
  const heardOf: Voices = { text, quotes, members, mentions, narrator };
  // What the tags teach about each voice settles more lines, and those teach more.
  const first = withHabits(
    heardOf,
    drafts,
    drafts.map(({ fixed }) => fixed),
  );
  const sure = surelySaid(first.turns, talkers(heardOf, first.turns, []));
  const second = withHabits(heardOf, drafts, sure);
  const gendered = second.members;
  const calling = withVocatives(second.turns, sure, (turn) => lineOf(heardOf, turn));
  const line = (turn: JapaneseTurn) => lineOf(heardOf, turn);
  const turns =
    narrator === null ? calling : withCompany(paired(calling, narrator, heardOf, gendered, sure), narrator, line);
  const own = quotes.map((quote, i) =>
    narrator === null || kinds[i] !== "letter" || told.has(i) ? null : writtenByTeller(text, passages, quote),
  );
  const signers = signersOf(told);
  for (const [i, words] of own.entries()) if (words !== null) signers.set(i, narrator);
  const evidence = tags.map((tag, i): Span | null => {
    const words = signed.get(i) ?? own[i] ?? tag;
    return words === null ? null : { start: words.start, end: words.end };
  });
  const addressees: (number | null)[] = quotes.map((_, i) => tags[i]?.to ?? null);
  for (const turn of turns) for (const i of turn.quotes) addressees[i] ??= turn.called[0] ?? null;
  const decided = decideJapanese(turns, talkers({ ...heardOf, members: gendered }, turns, sure)).map((verdict, t) =>
    decidedByCue(verdict, turns[t], told),
  );
  return { quotes, kinds, evidence, addressees, turns, decided, signers, members: gendered, mentions };
}

/** Twice over, since what is settled by the manners of two who talk teaches more of them. */
function paired(
  turns: readonly JapaneseTurn[],
  narrator: number,
  voices: Voices,
  members: readonly Member[],
  sure: readonly (number | null)[],
): JapaneseTurn[] {
  const line = (turn: JapaneseTurn) => lineOf(voices, turn);
  const once = withPairs(turns, sure, narrator, line);
  const again = surelySaid(once, talkers({ ...voices, members }, once, sure));
  return withPairs(turns, again, narrator, line);
}

/** What is said in a turn. */
const lineOf = ({ text, quotes }: Voices, turn: JapaneseTurn) =>
  turn.quotes.map((i) => text.slice(quotes[i]?.inner.start ?? 0, quotes[i]?.inner.end ?? 0)).join("");

/** Who surely speaks each turn: by a tag, or by a decision that stands well apart from the next best. */
function surelySaid(turns: readonly JapaneseTurn[], people: readonly JapaneseTalker[]): (number | null)[] {
  const decided = decideJapanese(turns, people);
  return turns.map(({ fixed }, t) => {
    const verdict = decided[t];
    return fixed ?? (verdict !== undefined && verdict.chance >= 0.9 ? verdict.speaker : null);
  });
}

/** Share of all names in the narration from which on somebody is a hero of the story. */
const heroShare = 0.25;

function mostNamed(mentions: readonly Mention[]): Set<number> {
  const counts = new Map<number, number>();
  const told = mentions.filter(({ quoted }) => !quoted);
  for (const { member } of told) counts.set(member, (counts.get(member) ?? 0) + 1);
  return new Set([...counts].flatMap(([who, count]) => (count >= told.length * heroShare ? [who] : [])));
}

/** もう一人の紳士 beside 紳士. */
function twinOf(members: readonly Member[], who: number): number | null {
  const name = members[who]?.name ?? "";
  const other = name.startsWith("もう一人の") ? name.slice("もう一人の".length) : `もう一人の${name}`;
  const found = members.findIndex((member) => member.name === other);
  return found < 0 ? null : found;
}

/** What is known of everybody; a dialect by two lines that are surely theirs, or by being old and nameless. */
function talkers(
  { members, mentions, narrator }: Voices,
  turns: readonly JapaneseTurn[],
  sure: readonly (number | null)[],
): JapaneseTalker[] {
  const dialects = members.map(({ name, nameless }) =>
    nameless && /婆|爺|老|女将|漁師|船頭|百姓/.test(name) ? new Set(["moshi", "rural", "aged"]) : new Set<string>(),
  );
  const heroes = narrator === null ? mostNamed(mentions) : new Set<number>();
  const counts = new Map<string, number>();
  for (const [t, turn] of turns.entries()) {
    const who = turn.fixed ?? sure[t] ?? null;
    if (who === null || turn.style === null || members[who]?.narrator === true) continue;
    const key = `${who} ${turn.style}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    if (turn.fixed !== null || (counts.get(key) ?? 0) >= 2) dialects[who]?.add(turn.style);
  }
  return talkersOf(members, mentions, turns).map((one, i) => ({
    ...one,
    animal: members[i]?.nameless === true && japaneseBeasts.has(members[i].name),
    dialects: dialects[i] ?? new Set(),
    twin: twinOf(members, i),
    hero: heroes.has(i),
  }));
}

/** Voices from elsewhere and talk that is overheard go on until somebody is named or the narration turns away. */
function carriedOn(turns: readonly JapaneseTurn[]): JapaneseTurn[] {
  const all: JapaneseTurn[] = [];
  for (const turn of turns) {
    const before = all.at(-1);
    const named = turn.fixed !== null || turn.actor !== null || turn.teller > 0;
    const on = before !== undefined && turn.gap < 2 && !named;
    all.push({
      ...turn,
      elsewhere: turn.elsewhere || (on && before.elsewhere),
      stranger: turn.stranger || (on && before.elsewhere),
      overheard: turn.overheard || (on && turn.gap < 1 && before.overheard),
    });
  }
  return all;
}
