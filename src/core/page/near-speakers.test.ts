import { describe, expect, it } from "vitest";
import { randomEpisode } from "../../../test/episodes.ts";
import type { Beat } from "../script/script.ts";
import { nearSpeakers } from "./near-speakers.ts";

function far(speaks: boolean): Beat {
  const [beat] = randomEpisode(1, "en", 1).beats;
  if (!beat) throw new Error("no beat");
  const actor = { emotion: "calm", pose: "stand", side: "left", looksAt: null, holds: null } as const;
  return { ...beat, kind: "talk", shot: "wide", opensScene: false, figures: [{ ...actor, person: "tom", speaks }] };
}

describe("nearSpeakers", () => {
  it("[P7] brings whoever speaks near enough for a face", () => {
    expect(nearSpeakers(far(true)).shot).toBe("medium");
  });

  it("[P7] leaves the place where nobody speaks, and where a scene opens", () => {
    expect(nearSpeakers(far(false)).shot).toBe("wide");
    expect(nearSpeakers({ ...far(true), opensScene: true }).shot).toBe("wide");
  });
});
