import { agesOf } from "./ages.ts";
import { mentionCounts, mentionFrom } from "./mention-index.ts";
import { japaneseLooks } from "./japanese-looks.ts";
import { changesOf } from "./look-changes.ts";
import { englishLooks } from "./looks.ts";
import type { Member } from "./members.ts";
import { narratorGender } from "./narrator.ts";
import type { Passage } from "./passages.ts";
import { quotedMask, type Reading } from "./reading.ts";
import type { SceneSpan } from "./scenes.ts";
import { darkAmong } from "./skins.ts";
import { beastsAmong } from "./species.ts";
import type { LookChange, Looks, Person, Role } from "./story.ts";
import { toldSentences } from "./told-sentences.ts";

interface CastSource {
  text: string;
  passages: readonly Passage[];
  language: "en" | "ja";
  reading: Reading;
  quoted: Uint8Array;
  /** Member who speaks each quote, or null. */
  speakers: readonly (number | null)[];
  scenes: readonly SceneSpan[];
}

export interface CastList {
  cast: Person[];
  /** Id of each member; null for one that the book hardly knows. */
  idOf: (string | null)[];
  /** Ids of those who are in each scene, most prominent first. */
  present: string[][];
}

/** Ranks the members, gives roles and looks, and says who is in which scene. */
export function castList(source: CastSource): CastList {
  const { reading, speakers } = source;
  const lines = reading.members.map(() => 0);
  const mentions = mentionCounts(reading.members.length, reading.mentions);
  // Who signs a letter is of the cast, wherever he is.
  for (const speaker of [...speakers, ...reading.signers.values()])
    if (speaker !== null) lines[speaker] = (lines[speaker] ?? 0) + 1;
  const weight = (i: number) => (mentions[i] ?? 0) + (lines[i] ?? 0);
  const kept = reading.members
    .map((_, i) => i)
    .filter((i) => keeps(reading.members[i], lines[i] ?? 0, mentions[i] ?? 0));
  kept.sort((a, b) => weight(b) - weight(a) || a - b);
  const idOf: (string | null)[] = reading.members.map(() => null);
  for (const [rank, i] of kept.entries()) idOf[i] = `n${rank + 1}`;
  const { looks, changes } = looksOf(source);
  const top = weight(kept[0] ?? 0);
  const cast = kept.flatMap((i): Person[] => {
    const member = reading.members[i];
    const seen = looks[i];
    if (member === undefined || seen === undefined) return [];
    const aliases = [...new Set(member.aliases)];
    return [
      {
        id: idOf[i] ?? "",
        name: member.name,
        aliases,
        gender:
          member.gender ??
          (member.narrator && source.language === "en"
            ? narratorGender(source.text, source.quoted, saidByOthers(source, i))
            : null),
        role: roleOf(member, weight(i), top),
        looks: seen,
        ...(changes[i]?.length ? { changes: changes[i] } : {}),
        mentions: mentions[i] ?? 0,
      },
    ];
  });
  return { cast, idOf, present: presence(source, idOf, weight) };
}

const saidByOthers = ({ text, reading, speakers }: CastSource, who: number) =>
  quotedMask(
    text.length,
    reading.quotes.filter((_, i) => speakers[i] !== who),
  );

/** What the members look like, by single sentences and by all that the book calls them, and what changes about it. */
function looksOf({ text, passages, language, reading: { members, mentions }, quoted, scenes }: CastSource): {
  looks: Looks[];
  changes: LookChange[][];
} {
  if (language === "ja") return { looks: japaneseLooks(text, passages, members, mentions, quoted), changes: [] };
  const named = { text, members, mentions };
  const sentences = toldSentences(text, passages, members, mentions, quoted);
  const told = englishLooks(text, passages, sentences, members, mentions, quoted);
  const beasts = beastsAmong(named, quoted);
  const dark = darkAmong(named, quoted);
  const ages = agesOf(
    named,
    quoted,
    told.map(({ age }) => age),
  );
  const looks = told.map((seen, i) => ({
    ...seen,
    species: seen.species ?? beasts[i] ?? null,
    age: ages[i] ?? null,
    skin: dark[i] ?? seen.skin,
  }));
  return { looks, changes: changesOf(sentences, scenes, members.length) };
}

/** People who are only spoken of once are left out of the cast. */
function keeps(member: Member | undefined, lines: number, mentions: number): boolean {
  if (member === undefined) return false;
  return member.narrator || lines > 0 || mentions >= (member.nameless && !member.name.includes("’s ") ? 3 : 2);
}

function roleOf(member: Member, weight: number, top: number): Role {
  if (member.narrator) return "narrator";
  if (weight >= top * 0.25) return "main";
  return weight >= Math.max(5, top * 0.02) ? "secondary" : "minor";
}

/** Present is who speaks in the scene, or is named at least twice by its narration. */
function presence(
  { reading, speakers, scenes, text }: CastSource,
  idOf: readonly (string | null)[],
  weight: (i: number) => number,
): string[][] {
  let quote = 0;
  return scenes.map((scene) => {
    const points = new Map<number, number>();
    const add = (who: number, n: number) => points.set(who, (points.get(who) ?? 0) + n);
    for (; quote < reading.quotes.length && (reading.quotes[quote]?.start ?? Infinity) < scene.end; quote++) {
      const speaker = speakers[quote];
      if (speaker !== null && speaker !== undefined) add(speaker, 2);
    }
    for (let i = mentionFrom(reading.mentions, scene.start); i < reading.mentions.length; i++) {
      const mention = reading.mentions[i];
      if (mention === undefined || mention.start >= scene.end) break;
      if (!mention.quoted && !mention.possessive) add(mention.member, actsAt(text, mention.end) ? 1 : 0.5);
    }
    for (const { start, end, member } of reading.tellings ?? [])
      if (Math.min(end, scene.end) - Math.max(start, scene.start) > leastTold) add(member, 1);
    const there = [...points]
      .filter(([, n]) => n >= 1)
      .sort((a, b) => b[1] - a[1] || weight(b[0]) - weight(a[0]) || a[0] - b[0]);
    if (there.length === 0) {
      const lone = toldOf(text.slice(scene.start, scene.end), [...points.keys()], reading.members);
      if (lone !== null) there.push([lone, 1]);
    }
    return there.map(([who]) => idOf[who]).filter((id): id is string => id !== null && id !== undefined);
  });
}

/** UTF-16 units of a scene that somebody tells as I. */
const leastTold = 400;

/** Whom a stretch tells of that names somebody once and says he or she from then on; null where two could be meant. */
function toldOf(words: string, named: readonly number[], members: readonly Member[]): number | null {
  for (const [gender, pronoun] of pronouns) {
    const [only, other] = named.filter((who) => members[who]?.gender === gender);
    const often = [...words.matchAll(pronoun)].length >= leastPronouns;
    if (often && only !== undefined && other === undefined) return only;
  }
  return null;
}

const pronouns = [
  ["male", /\b(?:he|him|his)\b/giu],
  ["female", /\b(?:she|her|hers)\b/giu],
] as const;
/** Pronouns of one sex in a scene that is about somebody. */
const leastPronouns = 6;

const actsAt = (text: string, at: number) =>
  /^(?:\s+(?:was|had|\p{L}+ed|came|went|stood|sat|ran|looked|took|rose|saw|put)\b|(?:は|が|も))/u.test(
    text.slice(at, at + 16),
  );
