import type { Sound } from "../story/story.ts";
import { type Claim, type Draft, newDraft } from "./draft.ts";
import { tellsAbsence } from "./presence.ts";
import type { RightTools } from "./right-person.ts";
import { captionOf } from "./told-words.ts";

/** Drafts, and the sounds in them. */
export interface Apart {
  drafts: Draft[];
  sounds: ReadonlyMap<Draft, Sound>;
}

/**
 * Gives the caption that says of somebody that he has not come yet a panel of its own, before the one in which he speaks:
 * in one picture the two would deny each other.
 */
export function apartFromAbsent(
  given: readonly Draft[],
  heard: ReadonlyMap<Draft, Sound>,
  tools: Pick<RightTools, "text" | "rules" | "cast" | "narrator">,
): Apart {
  const sounds = new Map(heard);
  const drafts = given.flatMap((draft) => {
    const absent = absentSpeakers(draft, tools);
    const split = draft.lines.findIndex(({ kind }) => kind !== "narration");
    if (absent.size === 0 || split < 1) return [draft];
    const [before, after] = halves(draft, split, absent);
    const sound = heard.get(draft);
    if (sound !== undefined) sounds.set(after, sound);
    return [before, after];
  });
  return { drafts, sounds };
}

/** Who speaks in a panel whose captions say that he is not there. */
function absentSpeakers(
  draft: Draft,
  { text, rules, cast, narrator }: Parameters<typeof apartFromAbsent>[2],
): Set<string> {
  const told = captionOf(draft, text);
  const people = [...cast.values()].filter(
    ({ id }) => id !== narrator && draft.lines.some(({ speaker }) => speaker === id),
  );
  return new Set(
    people.filter(({ name, aliases }) => tellsAbsence(told, [name, ...aliases], rules)).map(({ id }) => id),
  );
}

function halves(draft: Draft, split: number, absent: ReadonlySet<string>): [Draft, Draft] {
  const told = draft.lines.slice(0, split);
  const said = draft.lines.slice(split);
  const start = said[0]?.pieces[0]?.start ?? Infinity;
  const early = (claim: Claim) => (claim.fate === "condensed" ? told.includes(claim.as) : claim.start < start);
  const waiting = [...draft.people].filter(([id]) => !absent.has(id));
  const before: Draft = {
    ...newDraft("quiet"),
    lines: told,
    people: new Map(waiting.map(([id, part]) => [id, { ...part, speaks: false }])),
    claims: draft.claims.filter(early),
  };
  return [before, { ...draft, lines: said, claims: draft.claims.filter((claim) => !early(claim)) }];
}
