import type { Scene } from "../story/story.ts";
import { type Draft, isSilent } from "./draft.ts";
import { type Framing, showsNobody } from "./framing.ts";
import { standsAbout } from "./on-their-feet.ts";
import type { Pace } from "./pace.ts";
import type { ThingFinder, ThingMemory } from "./props.ts";
import { captionOf, tellsState } from "./told-words.ts";

export interface HeadTools {
  text: string;
  pace: Pace;
  /** The scene. */
  span: Scene;
  things: Pick<ThingFinder, "ranked" | "looksSo">;
  shown: Pick<ThingMemory, "rested" | "note">;
  /** Who may be drawn in the scene. */
  present: ReadonlySet<string>;
  /** People with hands. */
  handed: ReadonlySet<string>;
}

/** Panels among which the same head and shoulders are seen twice at most (P7). */
const window = 5;
const mostAlike = 2;
/** How much words must be about a thing that stands in for a head. */
const leastNamed = 0.8;
/** Panels before and after a line within which its listener speaks. */
const talking = 3;

/**
 * Of five panels at most two are the same head and shoulders, where something else is as true: a thing that the caption names,
 * the speaker with the one who surely listens, the whole figure, or the back of whoever is only told of.
 */
export function variedHeads(drafts: readonly Draft[], framings: readonly Framing[], tools: HeadTools): Framing[] {
  const out: Framing[] = [];
  for (const [i, framing] of framings.entries()) {
    const draft = drafts[i];
    const before = out.slice(1 - window);
    const again = before.filter((each) => isBust(each) && each.seen[0] === framing.seen[0]).length >= mostAlike;
    const other = draft !== undefined && again && isBust(framing) ? instead(drafts, i, framing, before, tools) : null;
    out.push(other ?? framing);
  }
  return out;
}

const isBust = ({ seen, shot, prop, fromBehind }: Framing): boolean =>
  seen.length === 1 && prop === null && (shot === "medium" || shot === "close") && fromBehind === undefined;

function instead(
  drafts: readonly Draft[],
  i: number,
  framing: Framing,
  before: readonly Framing[],
  tools: HeadTools,
): Framing | null {
  const draft = drafts[i];
  const [person] = framing.seen;
  if (draft === undefined || person === undefined || framing.played !== undefined || framing.placed) return null;
  const part = draft.people.get(person);
  // What a hand does or holds is the picture.
  if (framing.holds !== null || (part?.pose ?? null) !== null || (part?.holds ?? null) !== null) return null;
  const feels = (part?.emotion ?? null) !== null;
  if (!isSilent(draft)) {
    const own = draft.lines.every(({ speaker, kind }) => speaker === person && kind === "speech");
    return (
      withListener(drafts, i, framing, before, tools) ?? (own && !feels ? whole(draft, framing, before, tools) : null)
    );
  }
  return (
    named(draft, framing, before, tools) ??
    (feels ? null : (whole(draft, framing, before, tools) ?? turnedAway(draft, framing, before, tools)))
  );
}

/** The thing that a caption is about, where none was seen just now. */
function named(draft: Draft, framing: Framing, before: readonly Framing[], tools: HeadTools): Framing | null {
  if (framing.kind === "establish" || before.slice(-2).some(({ prop }) => prop !== null)) return null;
  const found = tools.things
    .ranked(captionOf(draft, tools.text))
    .find(({ prop, weight }) => weight >= leastNamed && tools.shown.rested(prop) && tools.things.looksSo(prop));
  if (found === undefined) return null;
  tools.shown.note(found.prop);
  return { ...framing, kind: "insert", shot: "insert", seen: [], prop: found.prop };
}

/** Whoever speaks to somebody who spoke shortly before and speaks again shortly after is seen with him. */
function withListener(
  drafts: readonly Draft[],
  i: number,
  framing: Framing,
  before: readonly Framing[],
  { present, handed }: HeadTools,
): Framing | null {
  const [speaker] = framing.seen;
  const lines = drafts[i]?.lines ?? [];
  if (speaker === undefined || !lines.every((line) => line.speaker === speaker && line.kind === "speech")) return null;
  const heard = (some: readonly Draft[]) =>
    new Set(
      some.flatMap((each) => each.lines.flatMap(({ speaker: id, certain }) => (certain && id !== null ? [id] : []))),
    );
  const [earlier, later] = [
    heard(drafts.slice(Math.max(0, i - talking), i)),
    heard(drafts.slice(i + 1, i + 1 + talking)),
  ];
  const others = [...earlier].filter((id) => id !== speaker);
  const [listener] = others;
  if (listener === undefined || others.length > 1 || !later.has(listener)) return null;
  const addressed = lines.every(({ addressee }) => addressee === null || addressee === listener);
  const near = before.some(({ seen, place }) => seen.includes(listener) && place === framing.place);
  const alike = handed.has(speaker) && handed.has(listener) && present.has(listener);
  return addressed && near && alike ? { ...framing, kind: "talk", shot: "medium", seen: [speaker, listener] } : null;
}

/** Somebody who stands about in a place, small in it. */
function whole(draft: Draft, framing: Framing, before: readonly Framing[], tools: HeadTools): Framing | null {
  if (framing.place === null || !standsAbout(draft, { ...tools, scene: tools.span }, framing.seen)) return null;
  if (before.at(-1)?.shot === "full" || before.at(-1)?.shot === "wide") return null;
  const kind = framing.kind === "establish" || framing.kind === "talk" ? framing.kind : "quiet";
  return { ...framing, kind, shot: before.some(({ shot }) => shot === "full") ? "wide" : "full" };
}

/** Whoever is only told of, from behind. */
function turnedAway(
  draft: Draft,
  framing: Framing,
  before: readonly Framing[],
  { text, handed }: HeadTools,
): Framing | null {
  const told = captionOf(draft, text);
  const last = before.at(-1);
  const face =
    /\b(?:face|eyes?|look(?:ed|s)?|hair|smil\p{L}*|mouth|lips?|cheeks?|pretty|ugly|handsome|beautiful|costume|dress\p{L}*|wore|coat|clothes|threw|handed)\b|顔|目|眼|髪|口/iu;
  if (told === "" || face.test(told) || tellsState(told) || !framing.seen.every((id) => handed.has(id))) return null;
  if (showsNobody(last) || before.slice(-2).some(({ fromBehind }) => fromBehind)) return null;
  return { ...framing, kind: "reaction", shot: "medium", fromBehind: true };
}
