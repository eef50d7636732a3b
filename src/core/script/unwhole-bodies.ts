import type { Person } from "../story/story.ts";
import type { Draft } from "./draft.ts";
import type { Framing } from "./framing.ts";

/** Marks of a body that no figure of two legs shows. */
const ofOneLeg = /\bcrutch(?:es)?\b|\b(?:wooden|cork|peg|timber)[- ]?leg\b|\bone[- ]leg/iu;

/** Whether somebody is told to go on one leg: by a mark, or by a name. */
export const hasOneLeg = ({ name, aliases, looks, changes }: Person): boolean =>
  [
    name,
    ...aliases,
    ...[looks, ...(changes ?? []).map((change) => change.looks)].flatMap(({ marks }) =>
      (marks ?? []).map(({ value }) => value),
    ),
  ].some((words) => ofOneLeg.test(words));

/** Whoever has one leg is seen so near that nobody could count. */
export function withoutLegs(
  _drafts: readonly Draft[],
  framings: readonly Framing[],
  { oneLegged }: { oneLegged: ReadonlySet<string> },
): Framing[] {
  return framings.map((framing) => {
    const whole = framing.shot === "full" || framing.shot === "wide";
    if (!whole || !framing.seen.some((id) => oneLegged.has(id))) return framing;
    return { ...framing, shot: "medium", seen: framing.seen.slice(0, 2) };
  });
}
