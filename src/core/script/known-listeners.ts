import { type Draft, isSilent } from "./draft.ts";
import type { Framing } from "./framing.ts";
import { captionOf } from "./told-words.ts";

export interface ListenTools {
  text: string;
  /** Who may be drawn in the scene. */
  present: ReadonlySet<string>;
  /** The I of the scene. */
  narrator: string | null;
}

/** Panels back and ahead in which somebody is told of, or speaks, who is then known to listen. */
const about = { before: 8, after: 3 } as const;

/**
 * To a voice from beyond the picture only those listen who are known to be about: whoever neither speaks nor does anything in the
 * panels around is seen by nobody, since he may have left. The I listens instead, or the place is seen.
 */
export function knownListeners(
  drafts: readonly Draft[],
  framings: readonly Framing[],
  { text, present, narrator }: ListenTools,
): Framing[] {
  return framings.map((framing, i) => {
    const draft = drafts[i];
    const [person, second] = framing.seen;
    if (draft === undefined || person === undefined || second !== undefined || person === narrator) return framing;
    if (isSilent(draft) || captionOf(draft, text) !== "" || framing.played !== undefined) return framing;
    if (drafts.slice(Math.max(0, i - about.before), i + 1 + about.after).some((each) => takesPart(person, each)))
      return framing;
    const { fromBehind: _, ...open } = framing;
    const heard = draft.lines.every(
      ({ speaker, maybe }) => speaker !== narrator && maybe?.includes(narrator ?? "") !== true,
    );
    if (narrator !== null && heard && present.has(narrator)) return { ...framing, seen: [narrator], holds: null };
    return framing.place === null
      ? framing
      : { ...open, kind: "talk", shot: "wide", seen: [], holds: null, scenery: "place" };
  });
}

/** Whether somebody speaks in a panel, may do so, is spoken to, or is told of. */
const takesPart = (person: string, { lines, people }: Draft): boolean =>
  people.has(person) ||
  lines.some(
    ({ speaker, addressee, maybe }) => speaker === person || addressee === person || maybe?.includes(person) === true,
  );
