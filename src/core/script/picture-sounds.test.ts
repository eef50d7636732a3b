import { expect, it } from "vitest";
import type { Place } from "../story/story.ts";
import { soundOfPicture } from "./picture-sounds.ts";
import type { Actor, Beat, BeatText } from "./script.ts";

const shore: Place = { id: "p1", name: "the shore", kind: "shore", inside: false, mentions: 3 };

const actor = (changes: Partial<Actor>): Actor => ({
  person: "n1",
  emotion: "neutral",
  pose: "stand",
  side: "centre",
  looksAt: null,
  speaks: false,
  holds: null,
  ...changes,
});

const quiet = {
  kind: "quiet",
  shot: "wide",
  figures: [],
  prop: null,
  scenery: "place",
  time: "day",
  weather: null,
  texts: [],
  effect: null,
  opensScene: false,
} satisfies Partial<Beat>;

const heard = (changes: Partial<Beat>, place: Place | null = null, rules: "en" | "ja" = "en") =>
  soundOfPicture({ ...quiet, ...changes }, place, rules)?.text ?? null;

it("[L8] a body that is drawn in motion sounds, in the letters of its language", () => {
  const running = { kind: "action", shot: "full", figures: [actor({ pose: "run" })] } satisfies Partial<Beat>;
  expect(heard(running)).toBe("TMP TMP TMP");
  expect(heard(running, null, "ja")).toBe("ダダダ");
});

it("[L8] a place sounds where its scene opens or where it is empty, not under people who are in the middle of something", () => {
  expect(heard({ opensScene: true, figures: [actor({})] }, shore)).toBe("SWOOSH");
  expect(heard({}, shore)).toBe("SWOOSH");
  expect(heard({ figures: [actor({})] }, shore)).toBeNull();
  expect(heard({ weather: "rain" }, { ...shore, kind: "street" })).toBe("PITTER PATTER");
});

it("[L8] a face sounds only where nothing is said", () => {
  const crying = { kind: "reaction", shot: "close", figures: [actor({ emotion: "crying" })] } satisfies Partial<Beat>;
  expect(heard(crying)).toBe("SOB SOB");
  const said = { id: "t1", kind: "speech", speaker: "n1", runs: [], start: 0, end: 0 } satisfies BeatText;
  expect(heard({ ...crying, texts: [said] })).toBeNull();
});

it("[L8] quiet talk makes no sound", () => {
  expect(heard({ kind: "talk", shot: "medium", figures: [actor({ speaks: true })] }, shore)).toBeNull();
});

it("[L8] nothing flies by with a sound where nobody throws a thing or throws it at anybody", () => {
  const thrower = {
    person: "n1",
    emotion: "determined",
    pose: "throw",
    side: "left",
    looksAt: null,
    speaks: false,
  } as const;
  const shown = (holds: string | null) =>
    soundOfPicture(
      {
        kind: "action",
        shot: "full",
        figures: [{ ...thrower, holds }],
        prop: null,
        scenery: "place",
        time: null,
        weather: null,
        texts: [],
        effect: null,
        opensScene: false,
      },
      null,
      "en",
    )?.text ?? null;
  expect(shown(null)).toBeNull();
  expect(shown("bottle")).toBe("FWOOSH");
});

it("[L8] no bird sings into what is told in the midst of a scene", () => {
  const garden: Place = { ...shore, kind: "garden" };
  const told = { id: "t1", kind: "narration", speaker: null, runs: [], start: 0, end: 0 } satisfies BeatText;
  expect(heard({}, garden)).toBe("TWEET TWEET");
  expect(heard({ texts: [told] }, garden)).toBeNull();
  expect(heard({ texts: [told], opensScene: true }, garden)).toBe("TWEET TWEET");
});

it("[L8] a river is heard only where its water is told to run, and nothing is heard of ice", () => {
  const river: Place = { ...shore, name: "the river", kind: "river" };
  const says = (words: string) => ({
    texts: [
      {
        id: "t1",
        kind: "narration",
        speaker: null,
        runs: [{ text: words, ruby: null, emphasis: false }],
        start: 0,
        end: 0,
      } satisfies BeatText,
    ],
    opensScene: true,
  });
  expect(heard(says("The lake lay before them."), river)).toBeNull();
  expect(heard(says("A small stream ran over the stones."), river)).toBe("GURGLE");
  expect(heard(says("Up the frozen bed of the creek it ran."), river)).toBeNull();
  expect(heard(says("They came to the ice."), shore)).toBeNull();
});
