import { expect, it } from "vitest";
import { isLettered } from "./lettered-beats.ts";
import type { BeatText } from "./script.ts";

const text = (kind: BeatText["kind"]): BeatText => ({ id: "t1", kind, speaker: null, runs: [], start: 0, end: 1 });
const bare = { figures: [], prop: null, scenery: "black", texts: [text("narration"), text("sound")] } as const;

it("[L4] letters the words of a panel large where nothing else is in it, and never beside a voice, a thing or a place", () => {
  expect(isLettered({ ...bare, figures: [], texts: [...bare.texts] })).toBe(true);
  expect(isLettered({ ...bare, figures: [], texts: [text("off-panel")] })).toBe(false);
  expect(isLettered({ ...bare, figures: [], texts: [...bare.texts], prop: "letter" })).toBe(false);
  expect(isLettered({ ...bare, figures: [], texts: [...bare.texts], scenery: "place" })).toBe(false);
});
