import { type Draft, isSilent } from "./draft.ts";
import type { Framing } from "./framing.ts";
import { captionOf, tellsGone } from "./told-words.ts";

export interface StandInTools {
  text: string;
  rules: "en" | "ja";
  /** Who is the I of the scene. */
  narrator: string | null;
  /** Place of the scene. */
  home: string | null;
  /** Who has no body among people: no picture has room for a whale, and a tree that speaks is no girl. */
  bodiless: ReadonlySet<string>;
}

/**
 * Takes out of a picture whoever would be taken for another: a bystander beside a line that is said to somebody else, whoever is
 * there while the words tell of one who is gone, and sends an I who sees somebody so near that he is not taken for that one.
 */
export function withoutStandIns(
  drafts: readonly Draft[],
  framings: readonly Framing[],
  tools: StandInTools,
): Framing[] {
  return framings.map((given, i) => {
    const draft = drafts[i];
    const framing = withoutBodiless(given, tools);
    if (draft === undefined || framing.seen.length === 0) return framing;
    if (!isSilent(draft)) return withoutBystanders(draft, withoutShutMouths(draft, framing));
    const told = captionOf(draft, tools.text);
    return afterGone(told, draft, framing, tools) ?? seesAnother(told, framing, tools);
  });
}

/** A whale, a fish or a thing is never a portrait among people. */
function withoutBodiless(framing: Framing, { bodiless }: StandInTools): Framing {
  const seen = framing.seen.filter((id) => !bodiless.has(id));
  if (seen.length === framing.seen.length) return framing;
  if (seen.length > 0) return { ...framing, seen };
  return { ...framing, kind: "quiet", shot: "wide", seen, holds: null, place: null, scenery: "tone" };
}

/** Voices that nobody surely owns and that answer each other. */
const voicesIn = ({ lines }: Draft): number =>
  new Set(
    lines
      .filter(({ kind, speaker }) => kind !== "narration" && kind !== "letter" && speaker === null)
      .map(({ turn, pieces }) => turn ?? pieces[0]?.start),
  ).size;

/** Where two voices answer each other out of sight, somebody with a shut mouth would seem to quarrel with himself: his back is seen. */
function withoutShutMouths(draft: Draft, framing: Framing): Framing {
  const silent = framing.seen.every((id) => draft.lines.every(({ speaker }) => speaker !== id));
  return silent && voicesIn(draft) > 1 ? { ...framing, fromBehind: true } : framing;
}

/** Beside a line that is said to one of the cast nobody else listens who has no part in the panel. */
function withoutBystanders({ lines, people }: Draft, framing: Framing): Framing {
  const spoken = lines.filter(({ kind }) => kind !== "narration" && kind !== "letter");
  const talking = spoken.flatMap(({ speaker, addressee }) => [speaker, addressee]);
  const told = spoken.every(({ speaker, addressee }) => speaker !== null && addressee !== null);
  if (!told || framing.seen.length !== 2) return framing;
  const seen = framing.seen.filter((id) => talking.includes(id) || people.get(id)?.acts === true);
  return seen.length === 1 && spoken.some(({ speaker }) => speaker === seen[0]) ? { ...framing, seen } : framing;
}

/** Nobody but an I who looks on is there where the words tell that somebody is gone. */
function afterGone(told: string, { people }: Draft, framing: Framing, tools: StandInTools): Framing | null {
  if (!tellsGone(told, tools.rules) || framing.kind === "establish") return null;
  const seen = framing.seen.filter((id) => id === tools.narrator || people.get(id)?.acts === true);
  const place = framing.place ?? tools.home;
  if (seen.length === framing.seen.length || (seen.length === 0 && place === null)) return null;
  if (seen.length > 0) return { ...framing, seen };
  return { ...framing, kind: "quiet", shot: "wide", seen: [], holds: null, place, scenery: "place" };
}

/** Somebody whom an I sees. */
const sight =
  /\bI (?:\p{L}+ ){0,2}(?:saw|see|perceived|noticed|beheld|made out|caught sight|observed|discerned|descried)\b[^.;]*\b(?:an?|the|some) (?:\p{L}+,? ){0,3}(?:man|men|woman|boy|girl|child|figure|stranger|face|fellow|person|creature|lady|gentleman|form|shape)\b/iu;

function seesAnother(told: string, framing: Framing, { narrator }: StandInTools): Framing {
  const alone = framing.seen.length === 1 && framing.seen[0] === narrator;
  const far = framing.shot === "full" || framing.shot === "wide";
  if (!alone || !far || framing.kind === "establish" || framing.played !== undefined || !sight.test(told))
    return framing;
  return { ...framing, kind: "reaction", shot: "close" };
}
