import { describe, expect, it } from "vitest";
import type { Actor, Beat, BeatText } from "../script/script.ts";
import type { Letterer } from "./letterer.ts";
import { measureBeat } from "./measure-texts.ts";

const block = { runs: [], lines: ["A"], width: 80, height: 40, size: 20, vertical: false };
const letterer: Letterer = {
  vertical: false,
  scale: 1,
  setter: () => ({
    balloon: () => ({ block, radiusX: 60, radiusY: 40 }),
    caption: () => ({ block, width: 120, height: 80 }),
  }),
  outline: () => ({ outline: "", extra: null }),
  sound: () => null,
};

const actor = (person: string, change: Partial<Actor> = {}): Actor => ({
  person,
  emotion: "neutral",
  pose: "stand",
  side: "left",
  looksAt: null,
  speaks: false,
  holds: null,
  ...change,
});

function voiceOf(said: Pick<BeatText, "kind" | "speaker" | "maybe">, figures: Actor[]) {
  const beat: Beat = {
    id: "b1",
    scene: "s1",
    kind: "talk",
    shot: "medium",
    importance: 0.5,
    opensScene: false,
    hook: false,
    place: null,
    time: null,
    weather: null,
    mood: null,
    figures,
    prop: null,
    scenery: "place",
    camera: "eye",
    texts: [{ ...said, id: "t1", runs: [], start: 0, end: 1 }],
    effect: null,
    start: 0,
    end: 1,
  };
  const [text] = measureBeat(beat, letterer).texts;
  return text && { kind: text.kind, voice: text.voice };
}

describe("whose a line in a panel is", () => {
  it("[L6] its speaker's, who stands there, and else that of a voice from beyond the edge", () => {
    expect(voiceOf({ kind: "speech", speaker: "ann" }, [actor("ann")])).toEqual({ kind: "speech", voice: "ann" });
    expect(voiceOf({ kind: "speech", speaker: "tom" }, [actor("ann")])).toEqual({ kind: "off-panel", voice: null });
  });

  it("[L6] the likeliest one's who is seen from behind, never that of a face with a shut mouth", () => {
    const unsure = { kind: "off-panel", speaker: null, maybe: ["ann", "tom"] } as const;
    const said = { ...unsure, maybe: [...unsure.maybe] };
    expect(voiceOf(said, [actor("ann", { turned: "away" })])).toEqual({ kind: "speech", voice: "ann" });
    expect(voiceOf(said, [actor("tom", { turned: "away" })])).toEqual({ kind: "off-panel", voice: null });
    expect(voiceOf(said, [actor("ann")])).toEqual({ kind: "off-panel", voice: null });
  });

  it("[L6] that of the only one who may have said it, rather than of nobody beside a face", () => {
    const said = { kind: "off-panel", speaker: null, maybe: ["ann"] } as const;
    expect(voiceOf({ ...said, maybe: ["ann"] }, [actor("ann")])).toEqual({ kind: "speech", voice: "ann" });
    expect(voiceOf({ ...said, maybe: ["ann"] }, [actor("tom")])).toEqual({ kind: "off-panel", voice: null });
  });

  it("[L6] nobody's in the picture where it comes out of a machine", () => {
    const said = { kind: "broadcast", speaker: null, maybe: ["ann"] } as const;
    expect(voiceOf({ ...said, maybe: ["ann"] }, [actor("ann", { speaks: true })])).toEqual({
      kind: "broadcast",
      voice: null,
    });
  });
});
