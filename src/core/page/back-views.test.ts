import { describe, expect, it } from "vitest";
import { randomEpisode } from "../../../test/episodes.ts";
import type { Actor, Beat } from "../script/script.ts";
import { withFewBacks } from "./back-views.ts";

const tom: Actor = {
  person: "tom",
  emotion: "neutral",
  pose: "stand",
  side: "left",
  looksAt: null,
  speaks: false,
  holds: null,
};

/** Beats of one kind in a row, with ids of their own. */
function beatsOf(count: number, change: Partial<Beat>, words = ""): Beat[] {
  const [first] = randomEpisode(1, "en", 1).beats;
  if (!first) throw new Error("no beat");
  const run = { text: words, ruby: null, emphasis: false };
  const text = { id: "t1", kind: "narration", speaker: null, runs: [run], start: 0, end: 1 } as const;
  const texts = [{ ...text, runs: [run] }];
  return Array.from({ length: count }, (_, i) => ({ ...first, shot: "medium", texts, ...change, id: `b${i}` }));
}

const away: Partial<Beat> = { figures: [{ ...tom, turned: "away" }] };

describe("withFewBacks", () => {
  it("[P7] leaves nobody alone with the back to the reader, unless the words tell that he turns or goes away or looks out", () => {
    for (const words of ["He said nothing more.", "彼は黙っていた。"]) {
      const { beats, backs } = withFewBacks(beatsOf(1, away, words));
      expect(beats[0]?.figures[0]?.turned).toBeUndefined();
      expect(beats[0]?.shot).toBe("close");
      expect(backs.size).toBe(0);
    }
    for (const words of [
      "He turned to go.",
      "Tom gazed out over the sea.",
      "She walked slowly away.",
      "彼は立ち去った。",
    ]) {
      const { beats, backs } = withFewBacks(beatsOf(1, away, words));
      expect(beats[0]?.figures[0]?.turned, words).toBe("away");
      expect([...backs]).toEqual(["b0"]);
    }
  });

  it("[P7] lets one back stand in eight panels, so that no page has two of them, be they told or a listener's", () => {
    const two: Partial<Beat> = { figures: [tom, { ...tom, person: "ann", side: "right", speaks: true }] };
    const pair = beatsOf(40, two).map((beat, i) => (i % 3 === 0 ? { ...beat, ...away, texts: told() } : beat));
    const { beats, backs } = withFewBacks(pair);
    const places = beats.flatMap(({ id }, i) => (backs.has(id) ? [i] : []));
    expect(places.length).toBeGreaterThan(3);
    for (const [i, place] of places.slice(1).entries()) expect(place - (places[i] ?? 0)).toBeGreaterThanOrEqual(8);
    for (const { id, figures } of beats)
      if (figures.some(({ turned }) => turned === "away")) expect(backs.has(id), id).toBe(true);
  });

  it("[L6] gives whoever is turned round the line that is most likely the own, beside which a shut mouth would be wrong", () => {
    const line = { id: "t1", kind: "off-panel", speaker: null, runs: [], start: 0, end: 1 } as const;
    const voice = (maybe: string[]) => beatsOf(1, { ...away, texts: [{ ...line, runs: [], maybe }] });
    const [own] = withFewBacks(voice(["tom", "ann"])).beats;
    expect(own?.texts[0]).toMatchObject({ kind: "speech", speaker: "tom" });
    expect(own?.figures[0]?.speaks).toBe(true);
    const [other] = withFewBacks(voice(["ann", "tom"])).beats;
    expect(other?.texts[0]).toMatchObject({ kind: "off-panel", speaker: null });
    expect(other?.figures[0]?.speaks).toBe(false);
  });

  it("[P1] gives no back the most important panel of a page", () => {
    const { beats } = withFewBacks(beatsOf(1, { ...away, importance: 1 }, "He turned away."));
    expect(beats[0]?.importance).toBeLessThan(0.3);
  });
});

const told = () => beatsOf(1, {}, "He went away.")[0]?.texts ?? [];
