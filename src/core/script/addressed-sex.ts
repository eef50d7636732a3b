import type { Gender, Person } from "../story/story.ts";
import type { Draft } from "./draft.ts";
import type { Framing } from "./framing.ts";

export interface AddressTools {
  text: string;
  rules: "en" | "ja";
  cast: ReadonlyMap<string, Person>;
  /** Place of the scene. */
  home: string | null;
}

const opening = String.raw`(?:^|[,.!?;—–-])\s*(?:(?:no|yes|well|oh|but|and|why|come|now),? )*`;
const closing = String.raw`(?=\s*(?:[,.!?;—–]|$))`;
/** Words with which a man, or a woman, is called. */
const toMan = new RegExp(
  `${opening}(?:my (?:good |dear |poor |old )?(?:man|fellow|lad|boy|sir)|(?:good |dear |old )?(?:fellow|chap|sir)|old man|monsieur|your lordship)${closing}`,
  "iu",
);
const toWoman = new RegExp(
  `${opening}(?:my (?:good |dear |poor |old )?(?:woman|girl|lass|lady)|(?:dear |good )?(?:madam|ma[’']am|madame|mademoiselle)|miss|your ladyship)${closing}`,
  "iu",
);

/** Which sex words call by an address; null where they call nobody, or both. */
export function sexAddressed(words: string): Gender | null {
  const [man, woman] = [toMan.test(words), toWoman.test(words)];
  return man === woman ? null : man ? "male" : "female";
}

/**
 * Nobody is seen as the one spoken to whose sex the address denies: a “my good man” is not said to a lady. Who speaks stays; to a
 * voice from beyond the picture the place is seen.
 */
export function rightlyAddressed(
  drafts: readonly Draft[],
  framings: readonly Framing[],
  { text, rules, cast, home }: AddressTools,
): Framing[] {
  if (rules === "ja") return [...framings];
  return framings.map((framing, i) => {
    const lines = (drafts[i]?.lines ?? []).filter(({ kind }) => kind !== "narration" && kind !== "letter");
    if (framing.played !== undefined || framing.seen.length === 0) return framing;
    const speaking = new Set(lines.map(({ speaker }) => speaker));
    const called = lines.flatMap(
      ({ pieces }) => sexAddressed(pieces.map(({ start, end }) => text.slice(start, end)).join(" ")) ?? [],
    );
    const [sex, other] = [...new Set(called)];
    if (sex === undefined || other !== undefined) return framing;
    const seen = framing.seen.filter((id) => speaking.has(id) || (cast.get(id)?.gender ?? sex) === sex);
    if (seen.length === framing.seen.length) return framing;
    if (seen.length > 0) return { ...framing, shot: framing.shot === "wide" ? "medium" : framing.shot, seen };
    const place = framing.place ?? home;
    if (place === null) return framing;
    const { fromBehind: _, ...open } = framing;
    return { ...open, kind: "quiet", shot: "wide", seen: [], holds: null, place, scenery: "place" };
  });
}
