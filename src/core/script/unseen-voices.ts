import type { Draft } from "./draft.ts";
import { type Framing, type FrameTools, withPeople } from "./framing.ts";
import type { Setting } from "./setting.ts";
import { captionOf, spokenOf } from "./told-words.ts";

/** Panels between two in which somebody only listens to a voice from beyond the picture: about a page. */
export const listenerRest = 5;

/** Panels without people that may follow each other where voices come from beyond them. */
const mostEmpty = 2;

/** Who may have said what nobody is known to have said: everybody there where nothing at all is known of it. */
export function suspects({ lines }: Draft, present: ReadonlySet<string>): ReadonlySet<string> {
  const doubtful = lines.filter(({ kind, speaker }) => kind !== "narration" && kind !== "letter" && speaker === null);
  if (doubtful.some(({ maybe }) => maybe === undefined || maybe.length === 0)) return present;
  return new Set(doubtful.flatMap(({ maybe }) => maybe ?? []));
}

/**
 * Whether somebody who surely speaks in a panel is also the likeliest speaker of another line in it, which would come from
 * beyond the picture because nobody is known to have said it.
 */
export const maySayMore = (person: string, { lines }: Draft): boolean =>
  lines.some(({ kind, speaker, maybe }) => kind !== "narration" && speaker === null && maybe?.[0] === person);

/**
 * A voice from beyond the picture: somebody listens who surely is not the one who speaks; else the place is seen,
 * then one who may have spoken, from behind. A shut mouth beside its own words would be a lie, however small it is.
 */
export function unseenVoice(
  draft: Draft,
  before: Draft | undefined,
  emptyBefore: number,
  setting: Setting,
  tools: FrameTools,
): Framing {
  const { empty, present, text } = tools;
  const heard = draft.lines.flatMap(({ speaker }) => (speaker === null ? [] : [speaker]));
  const doubted = new Set([...suspects(draft, present), ...heard]);
  const spoke = before?.lines.findLast(({ speaker }) => speaker !== null)?.speaker ?? null;
  const known = [...draft.people.keys(), spoke, empty.host(tools)];
  const listener = known.find((id) => id !== null && present.has(id) && !doubted.has(id)) ?? null;
  if (listener !== null && empty.sinceListener() > listenerRest) {
    empty.noteListener();
    return withPeople("reaction", emptyBefore % 2 === 0 ? "close" : "medium", [listener], setting);
  }
  const told = `${captionOf(draft, text)} ${spokenOf(draft, text)}`;
  if (emptyBefore < mostEmpty) return { ...empty.picture(told, setting, tools), kind: "talk" };
  const there = [...doubted, ...known].flatMap((id) => (id !== null && present.has(id) ? [id] : []));
  const seen = [...new Set(there)].slice(0, 2);
  const [back] = seen.filter((id) => tools.handed.has(id));
  if (back === undefined) return { ...empty.picture(told, setting, tools), kind: "talk" };
  return { ...withPeople("reaction", "medium", [back], setting), fromBehind: true };
}
