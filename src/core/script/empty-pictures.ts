import { hourAfter, hourTold } from "../story/conditions.ts";
import type { Framing, FrameTools } from "./framing.ts";
import type { Scenery } from "./script.ts";
import { skyIn, type Setting } from "./setting.ts";
import { dreadWords, leapWords } from "./setting-words.ts";

/** Keeps count of the panels of a scene in which nobody is seen: never two alike in a row, and few where there are people. */
export interface EmptyPictures {
  /** Whether the next panel may be without people. */
  may(): boolean;
  /** Panels since somebody was seen who only listened. */
  sinceListener(): number;
  noteListener(): void;
  /** A picture of the place, a part of it, the sky, a tone or black, whichever suits the words and was not just seen. */
  picture(told: string, setting: Setting, tools: FrameTools): Framing;
  /** A picture that claims nothing: the sky, a tone or black. */
  nothing(told: string, tools: FrameTools): Framing;
  /** Who is in the picture where the words ask for nobody; null where the scene has no people. */
  host(tools: FrameTools): string | null;
  /** Panels in which nobody was asked for, so far: for changing between them. */
  turn(): number;
  note(framing: Framing): void;
}

/** Most panels without people in a scene that has some. */
const emptyShare = 0.25;

/** Sceneries that say nothing of a place, what suits the words first. */
function claimless(told: string, { pace, scene, indoors }: FrameTools): Scenery[] {
  const night = (hourTold(told) ?? hourAfter(told) ?? scene.time) === "night";
  // Under a roof at night there is no sky to be seen.
  if (night && scene.place !== null && indoors(scene.place)) return ["black"];
  // A clear night has one moon, which the sky over the scene shows.
  if (night && scene.weather === "clear") return ["sky"];
  const dark = dreadWords.test(told) || (night && !skyIn(told, pace.rules));
  if (dark) return ["black", "sky"];
  // Hills and clouds would claim the open air; by day a light tone claims nothing.
  return skyIn(told, pace.rules) ? ["sky", "tone"] : ["tone", "black"];
}

/** An account for one scene. */
export function openEmptyPictures(): EmptyPictures {
  let panels = 0;
  let empties = 0;
  let turns = 0;
  let listened = -Infinity;
  let lastSeen: string | null = null;
  let last: Framing | null = null;
  /** What empty pictures showed, the latest first. */
  let seen: Scenery[] = [];
  const places = new Set<string | null>();
  /** Places in which somebody was seen. */
  const stood = new Set<string | null>();
  const fresh = (wish: Scenery) => !seen.slice(0, 2).includes(wish);
  const shown = (wishes: readonly Scenery[], place: string | null, sky: Framing["sky"]): Framing => {
    const scenery =
      wishes.find((wish) => (wish === "place" && last === null) || fresh(wish)) ??
      wishes.find((wish) => wish !== seen[0]) ??
      wishes.at(-1) ??
      "black";
    return {
      kind: "quiet",
      shot: "wide",
      seen: [],
      prop: null,
      holds: null,
      place,
      scenery,
      sky: scenery === "sky" ? sky : null,
    };
  };
  return {
    may: () => last === null && empties + 1 <= emptyShare * (panels + 3),
    sinceListener: () => panels - listened,
    noteListener: () => void (listened = panels),
    turn: () => turns,
    host({ present, narrator }) {
      if (narrator !== null && present.has(narrator)) return narrator;
      if (lastSeen !== null && present.has(lastSeen)) return lastSeen;
      return [...present][0] ?? null;
    },
    picture(told, setting, tools) {
      turns += 1;
      const roofed = setting.place !== null && setting.parts !== true && tools.indoors(setting.place);
      // Over a house there is a sky, over a loft or a tunnel there is none.
      const sky = roofed ? null : skyIn(told, tools.pace.rules);
      const wishes: Scenery[] = sky ? ["sky"] : [];
      // A place that is only spoken of is not shown, nor is the one where that is done.
      if (setting.place !== null && setting.spokenOf === undefined) {
        if (setting.named || !places.has(setting.place)) wishes.push("place");
        if (dreadWords.test(told) || leapWords.test(told)) wishes.push("black");
        if (setting.parts) wishes.push("corner");
        else if (roofed) return shown([...wishes, "place", "black"], setting.place, null);
      }
      return shown([...wishes, ...claimless(told, tools)], setting.place, sky);
    },
    nothing(told, tools) {
      turns += 1;
      const { place } = tools.scene;
      // Where they have been seen in the scene they still are; and the sky is that over it, wherever in it somebody is.
      const wishes = claimless(told, tools);
      const framing = shown(
        stood.has(place) && tools.settings.parts && !dreadWords.test(told) ? ["corner", ...wishes] : wishes,
        null,
        skyIn(told, tools.pace.rules),
      );
      return framing.scenery === "black" ? framing : { ...framing, place };
    },
    note(framing) {
      const [person] = framing.seen;
      panels += 1;
      last = null;
      if (person !== undefined) {
        lastSeen = person;
        if (framing.place !== null) stood.add(framing.place);
        if (framing.kind === "quiet") turns += 1;
        return;
      }
      if (framing.scenery === "crowd" || framing.scenery === "faces") return;
      empties += 1;
      if (framing.prop !== null) return;
      last = framing;
      seen = [framing.scenery, ...seen];
      if (framing.scenery === "place") places.add(framing.place);
    },
  };
}
