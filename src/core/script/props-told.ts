import { type Draft, isSilent } from "./draft.ts";
import type { Framing } from "./framing.ts";
import { fixtures, type Prop } from "./prop-words.ts";
import type { ThingFinder, ThingMemory } from "./props.ts";
import type { Pose } from "./script.ts";
import { captionOf, spokenOf } from "./told-words.ts";

export interface ToldThingTools {
  text: string;
  things: Pick<ThingFinder, "ranked" | "looksSo">;
  shown: Pick<ThingMemory, "rested" | "note">;
}

/** How much words must be about a thing that is seen in place of one more head: 1 for any that they name. */
const leastTold = 1.1;
/** Panels between two that show a thing. */
const thingRest = 5;

/**
 * What a caption or a line out of sight is about is seen by itself, lying or standing where it belongs (D1): it tells more than one
 * more head that does nothing and only listens.
 */
export function toldThings(drafts: readonly Draft[], framings: readonly Framing[], tools: ToldThingTools): Framing[] {
  const out: Framing[] = [];
  for (const [i, framing] of framings.entries()) {
    const draft = drafts[i];
    const lately = out.slice(-thingRest).some(({ prop }) => prop !== null) || (framings[i + 1]?.prop ?? null) !== null;
    out.push(
      draft === undefined || lately || !(isIdle(draft, framing) || liesAgain(framing, out.at(-1)))
        ? framing
        : (seen(draft, framing, tools) ?? framing),
    );
  }
  return out;
}

/** One who does nothing that shows, feels nothing that is told, and says nothing. */
function isIdle(draft: Draft, { seen: people, shot, kind, prop, holds, played, placed }: Framing): boolean {
  const [person, second] = people;
  if (person === undefined || second !== undefined || prop !== null || holds !== null) return false;
  if (played !== undefined || placed || kind === "establish" || (shot !== "close" && shot !== "medium")) return false;
  const part = draft.people.get(person);
  if (part !== undefined && (part.emotion !== null || part.pose !== null || part.holds !== null)) return false;
  return draft.lines.every(
    ({ kind: voice, speaker, maybe }) => voice === "narration" || (speaker !== person && !maybe?.includes(person)),
  );
}

/** The same body on the ground twice running would be a stamp. */
const liesAgain = ({ seen: people, played, prop }: Framing, before: Framing | undefined): boolean =>
  played !== undefined &&
  prop === null &&
  onGround.has(played.pose) &&
  people.length === 1 &&
  before?.seen.length === 1 &&
  before.seen[0] === people[0];

const onGround: ReadonlySet<Pose> = new Set<Pose>(["felled", "lie", "abed"]);

function seen(draft: Draft, framing: Framing, { text, things, shown }: ToldThingTools): Framing | null {
  const told = isSilent(draft) ? captionOf(draft, text) : `${captionOf(draft, text)} ${spokenOf(draft, text)}`;
  const led = leading.exec(told)?.[1]?.toLowerCase();
  const prop = things
    .ranked(told)
    .find(
      (each) => each.prop === led || (each.weight >= leastTold && !unmoved(each.prop) && things.looksSo(each.prop)),
    )?.prop;
  if (prop === undefined || !shown.rested(prop)) return null;
  shown.note(prop);
  const { fromBehind: _, played: __, placed: ___, ...open } = framing;
  return { ...open, kind: "insert", shot: "insert", seen: [], prop };
}

/** Even what stands about in every room is the matter of words that begin with it. */
const leading = /^The (window|clock|moon|tree|well|door(?= (?:opened|shut|closed|flew|swung|banged|was)\b))\b/iu;

/** What stands about in every room, what people sit in, and beasts: one of the cast may be meant. */
const unmoved = (prop: Prop): boolean => fixtures.has(prop) || peopled.has(prop);

const peopled: ReadonlySet<Prop> = new Set<Prop>([
  "carriage",
  "cart",
  "boat",
  "oars",
  "steamer",
  "train",
  "motor-car",
  "tram",
  "bicycle",
  "balloon",
  "house",
  "throne",
  "staircase",
  "coat",
  "hat",
  "cat",
  "bird",
  "crow",
  "gull",
  "whale",
  "shark",
  "horse",
  "cow",
  "hen",
  "bull",
  "wolf",
  "deer",
  "moose",
  "goat",
  "donkey",
  "lion",
  "tiger",
  "snake",
  "rat",
  "baby",
  "hedgehog",
  "flamingo",
]);
