import type { Person } from "../story/story.ts";
import { type Draft, isSilent } from "./draft.ts";
import type { Framing } from "./framing.ts";
import { anyOfNames } from "./name-pattern.ts";
import { captionOf } from "./told-words.ts";

export interface MentionTools {
  text: string;
  rules: "en" | "ja";
  cast: ReadonlyMap<string, Person>;
}

const bynames = "(?:(?:poor|old|dear|little|his|her|my) )*$";
/** Words before a name that only bring its bearer to mind: without consulting Ann, news of Ann. */
const inMind = new RegExp(
  `\\b(?:without (?:\\p{L}+ly )?\\p{L}+ing(?: (?:to|with|at|for|of))?|instead of|in spite of|(?:thought|thoughts|thinking|dream(?:ed|ing|t)|dreams|memory|remembrance|news|word|rid|tired) of|remember(?:ed|ing)?|reminded (?:\\p{L}+ )?of|unlike) ${bynames}`,
  "iu",
);
/** Words before and behind one who is cited: as Ann had told him. */
const citing = new RegExp(`\\b(?:as|what|which|whatever|than) ${bynames}`, "iu");
const cited = /^ (?:had|has|once|always|used to|said|says|told|called|promised|predicted|put it)(?!\p{L})/iu;

/**
 * Nobody is seen beside a caption that only cites him or has him in mind: whoever else is in the picture stays, and he or she is
 * who was seen last of that sex.
 */
export function withoutMentioned(
  drafts: readonly Draft[],
  framings: readonly Framing[],
  tools: MentionTools,
): Framing[] {
  const out: Framing[] = [];
  for (const [i, framing] of framings.entries()) {
    const draft = drafts[i];
    const mends = draft !== undefined && framing.seen.length > 0 && isSilent(draft) && framing.played === undefined;
    out.push(mends && tools.rules === "en" ? mended(captionOf(draft, tools.text), framing, out, tools.cast) : framing);
  }
  return out;
}

function mended(told: string, framing: Framing, shown: readonly Framing[], cast: ReadonlyMap<string, Person>): Framing {
  const away = framing.seen.filter((id) => isOnlyMentioned(told, cast.get(id)));
  if (away.length === 0) return framing;
  const rest = framing.seen.filter((id) => !away.includes(id));
  const shot = framing.shot === "wide" ? "medium" : framing.shot;
  if (rest.length > 0) return { ...framing, shot, seen: rest };
  const gender = /\b(?:she|her)\b/iu.test(told) ? "female" : /\b(?:he|his|him)\b/iu.test(told) ? "male" : null;
  const lately = shown.slice(-stillAbout).flatMap(({ seen }) => seen);
  const other = lately.findLast((id) => !away.includes(id) && gender !== null && cast.get(id)?.gender === gender);
  if (other !== undefined) return { ...framing, shot, seen: [other], holds: null };
  const { fromBehind: _, ...open } = framing;
  const empty: Framing = { ...open, kind: "quiet", shot: "wide", seen: [], holds: null };
  return framing.place === null ? { ...empty, scenery: "tone" } : empty;
}

/** Panels back in which somebody was seen who is still about. */
const stillAbout = 4;

/** Whether a caption names somebody, and never as one who is there. */
function isOnlyMentioned(told: string, person: Person | undefined): boolean {
  if (person === undefined || person.role === "narrator" || !/^\p{Lu}/u.test(person.name)) return false;
  const hits = [...told.matchAll(anyOfNames([person.name, ...person.aliases]))];
  return (
    hits.length > 0 &&
    hits.every(({ 0: name, index }) => isAside(told.slice(0, index), told.slice(index + name.length)))
  );
}

const isAside = (lead: string, rest: string): boolean => (citing.test(lead) ? cited.test(rest) : inMind.test(lead));
