import type { Framing, FrameTools } from "./framing.ts";
import type { Scenery } from "./script.ts";
import { skyIn, type Setting } from "./setting.ts";
import { dreadWords, leapWords } from "./setting-words.ts";

/** Keeps count of the panels of a scene in which nobody is seen: never two alike in a row, and few where there are people. */
export interface EmptyPictures {
  /** Whether the next panel may be without people. */
  may(): boolean;
  /** Whether the next panel may be without people where a voice comes from beyond it: more often than else. */
  mayVoice(): boolean;
  /** Panels since somebody was seen who only listened. */
  sinceListener(): number;
  noteListener(): void;
  /** A picture of the place, a part of it, the sky or black, whichever suits the words and was not just seen. */
  picture(told: string, setting: Setting, tools: FrameTools): Framing;
  /** Who is in the picture where the words ask for nobody; null where the scene has no people. */
  host(tools: FrameTools): string | null;
  /** Panels in which nobody was asked for, so far: for changing between them. */
  turn(): number;
  note(framing: Framing): void;
}

/** Most panels without people in a scene that has some. */
const emptyShare = 0.25;
/** The same where speakers are not seen. */
const voiceShare = 0.4;

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
  return {
    may: () => last === null && empties + 1 <= emptyShare * (panels + 3),
    mayVoice: () => last === null && empties + 1 <= voiceShare * (panels + 3),
    sinceListener: () => panels - listened,
    noteListener: () => void (listened = panels),
    turn: () => turns,
    host({ present, narrator }) {
      if (narrator !== null && present.has(narrator)) return narrator;
      if (lastSeen !== null && present.has(lastSeen)) return lastSeen;
      return [...present][0] ?? null;
    },
    picture(told, where, { pace, scene }) {
      turns += 1;
      const setting: Setting = where.spokenOf === undefined ? where : { place: where.spokenOf, named: true };
      const sky = skyIn(told, pace.rules);
      const wishes: Scenery[] = [];
      if (sky) wishes.push("sky");
      if (setting.place !== null && (setting.named || !places.has(setting.place))) wishes.push("place");
      if (dreadWords.test(told) || leapWords.test(told)) wishes.push("black");
      if (setting.place !== null && !setting.named) wishes.push("corner");
      wishes.push(scene.time === "night" ? "black" : "sky", "black", "sky");
      const fresh = (wish: Scenery) => !seen.slice(0, 2).includes(wish);
      const scenery =
        wishes.find((wish) => (wish === "place" && last === null) || fresh(wish)) ??
        wishes.find((wish) => wish !== seen[0]) ??
        "black";
      return {
        kind: "quiet",
        shot: "wide",
        seen: [],
        prop: null,
        holds: null,
        place: setting.place,
        scenery,
        sky: scenery === "sky" ? sky : null,
      };
    },
    note(framing) {
      const [person] = framing.seen;
      panels += 1;
      last = null;
      if (person !== undefined) {
        lastSeen = person;
        if (framing.kind === "quiet") turns += 1;
        return;
      }
      empties += 1;
      if (framing.prop !== null) return;
      last = framing;
      seen = [framing.scenery, ...seen];
      if (framing.scenery === "place") places.add(framing.place);
    },
  };
}
