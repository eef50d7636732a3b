import type { Person } from "../story/story.ts";
import { type Draft, isSilent } from "./draft.ts";
import type { Framing } from "./framing.ts";
import { anyOfNames } from "./name-pattern.ts";
import { calledBy } from "./people-meant.ts";
import { captionOf } from "./told-words.ts";

export interface BehindTools {
  text: string;
  rules: "en" | "ja";
  cast: ReadonlyMap<string, Person>;
  /** Who may be drawn in the scene. */
  present: ReadonlySet<string>;
  /** Place of the scene. */
  home: string | null;
}

/** Words before the name of whoever stays when another has gone: After she was gone Mary … */
const gone =
  /\b(?:after|when|once|as soon as) (he|she) (?:was|were|had) (?:gone|left|departed|disappeared)(?: (?:away|out|the room|them|him|her))?,? $/iu;
/** Words behind a name, or he or she, that its bearer is dead. */
const dead = /^ (?:(?:had|has) (?:just |long |only |already )?died|(?:was|is|lay) (?:already |long )?dead)\b/iu;

/** Panels for which nobody takes whoever has gone for the one who stays, if no word brings the former back. */
const staysAway = 6;

/**
 * Whoever has gone is not taken for the he or she who stays behind, and whoever is told to be dead is not seen alive: the place
 * is, or those who are left.
 */
export function leftBehind(drafts: readonly Draft[], framings: readonly Framing[], tools: BehindTools): Framing[] {
  if (tools.rules === "ja") return [...framings];
  const { cast, text } = tools;
  const names = anyOfNames([...cast.values()].flatMap(({ name, aliases }) => [name, ...aliases]));
  let parted: { away: string; stays: string; left: number } | null = null;
  const out: Framing[] = [];
  for (const [i, framing] of framings.entries()) {
    const draft = drafts[i];
    if (draft === undefined) {
      out.push(framing);
      continue;
    }
    const told = captionOf(draft, text);
    const stays = whoStays(told, names, cast);
    if (stays !== null) {
      const away = lastSeen(stays, drafts.slice(0, i), out, cast);
      parted = away === null ? null : { away, stays: stays.id, left: staysAway };
    } else if (parted !== null && (parted.left === 0 || returns(parted.away, draft, told, cast))) parted = null;
    else if (parted !== null) parted.left -= 1;
    out.push(withoutDead(draft, parted === null ? framing : exchanged(draft, framing, parted, tools), told, tools));
  }
  return out;
}

/** Who stays behind when another of the same sex has gone. */
function whoStays(told: string, names: RegExp, cast: ReadonlyMap<string, Person>): Person | null {
  for (const { 0: name, index } of told.matchAll(names)) {
    const other = gone.exec(told.slice(0, index))?.[1]?.toLowerCase();
    const person = other === undefined ? null : calledBy(name, cast);
    if (person && person.gender === (other === "he" ? "male" : "female")) return person;
  }
  return null;
}

/** Who of the same sex was seen or heard last before that: he or she has gone. */
function lastSeen(
  stays: Person,
  drafts: readonly Draft[],
  framings: readonly Framing[],
  cast: ReadonlyMap<string, Person>,
): string | null {
  const lately = drafts.flatMap(({ lines }, i) => [
    ...(framings[i]?.seen ?? []),
    ...lines.flatMap(({ speaker }) => speaker ?? []),
  ]);
  return lately.findLast((id) => id !== stays.id && cast.get(id)?.gender === stays.gender) ?? null;
}

function returns(away: string, draft: Draft, told: string, cast: ReadonlyMap<string, Person>): boolean {
  const { name = "", aliases = [] } = cast.get(away) ?? {};
  return draft.lines.some(({ speaker }) => speaker === away) || anyOfNames([name, ...aliases]).test(told);
}

function exchanged(
  draft: Draft,
  framing: Framing,
  { away, stays }: { away: string; stays: string },
  { present }: BehindTools,
): Framing {
  if (!isSilent(draft) || !framing.seen.includes(away) || framing.played !== undefined) return framing;
  const others = framing.seen.filter((id) => id !== away && id !== stays);
  const seen = present.has(stays) ? [stays, ...others] : others;
  return seen.length === 0 ? framing : { ...framing, seen, holds: null };
}

/** The picture without those of whom its caption says that they are dead. */
function withoutDead(draft: Draft, framing: Framing, told: string, { cast, home }: BehindTools): Framing {
  if (!isSilent(draft) || framing.played !== undefined || framing.seen.length === 0) return framing;
  const seen = framing.seen.filter((id) => !tellsDead(told, cast.get(id)));
  if (seen.length === framing.seen.length) return framing;
  if (seen.length > 0) return { ...framing, seen, shot: "medium", holds: null };
  const place = framing.place ?? home;
  const { fromBehind: _, ...open } = framing;
  const empty: Framing = { ...open, kind: "quiet", shot: "wide", seen, holds: null };
  return place === null ? { ...empty, scenery: "sky" } : { ...empty, place, scenery: "place" };
}

/** Whether a sentence says of somebody by name, or by he or she right after the name alone, that he is dead. */
function tellsDead(told: string, person: Person | undefined): boolean {
  if (person === undefined) return false;
  const own = anyOfNames([person.name, ...person.aliases]);
  const pronoun = person.gender === "male" ? /\bhe\b/gu : /\bshe\b/gu;
  return told.split(/(?<=[.!?;])\s+/u).some((sentence) => {
    const named = [...sentence.matchAll(own)];
    if (named.some(({ 0: name, index }) => dead.test(sentence.slice(index + name.length)))) return true;
    // The Ayah was ill, and she had died: the name opens the sentence and stands alone in it.
    if (named.length === 0 || !/^(?:the |poor |old )*$/iu.test(sentence.slice(0, named[0]?.index ?? 0))) return false;
    return [...sentence.matchAll(pronoun)].some(
      ({ 0: word, index }) =>
        dead.test(sentence.slice(index + word.length)) &&
        !/\b(?:knew|heard|told|said|saw|found|thought|whether|if)\b/iu.test(sentence),
    );
  });
}
