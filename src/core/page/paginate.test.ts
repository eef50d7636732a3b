import { expect, it } from "vitest";
import { randomEpisode } from "../../../test/episodes.ts";
import type { MeasuredBeat } from "./measure-texts.ts";
import { pageSize } from "./page.ts";
import { paginate } from "./paginate.ts";

/** Beats of equal size in one scene, of which every so many-th is a hook. */
function beatsWith(seed: number, every: number): MeasuredBeat[] {
  return randomEpisode(seed, "en", 40).beats.map((beat, i) => ({
    beat: { ...beat, importance: 0.4, opensScene: false, hook: i % every === every - 1 },
    texts: [],
    sounds: [],
    textArea: 15_000,
    minWidth: 0,
    urgency: 1,
    vertical: false,
    faults: [],
  }));
}

/** Ends of all pages: the first page is followed by a turn. */
function endsOf(beats: readonly MeasuredBeat[]): number[] {
  const ends: number[] = [];
  while ((ends.at(-1) ?? 0) < beats.length) {
    const start = ends.at(-1) ?? 0;
    ends.push(start + (paginate(beats.slice(start), pageSize).endsFrom(0, ends.length % 2 === 0)[0]?.end ?? 1));
  }
  return ends;
}

it("[P5] of the leaves nearly twice as many turn on a hook as chance gives, and pages stay within three to seven panels", () => {
  let [hooked, turned] = [0, 0];
  for (let seed = 1; seed <= 5; seed++) {
    const beats = beatsWith(seed, 3);
    const ends = endsOf(beats).slice(0, -1);
    const turns = ends.filter((_, page) => page % 2 === 0);
    turned += turns.length;
    hooked += turns.filter((end) => beats[end - 1]?.beat.hook).length;
    for (const [i, end] of ends.entries()) {
      const panels = end - (ends[i - 1] ?? 0);
      expect(panels >= 3 && panels <= 7, `page of ${panels}`).toBe(true);
    }
  }
  expect(hooked / turned).toBeGreaterThan(0.6);
});

it("[T4] upright texts make no more pages than lying ones: small beats fill pages of six or seven", () => {
  for (let seed = 1; seed <= 5; seed++) {
    const lying = beatsWith(seed, 3);
    const upright = lying.map((beat) => ({ ...beat, vertical: true }));
    expect(endsOf(upright).length).toBeLessThanOrEqual(endsOf(lying).length);
    expect(upright.length / endsOf(upright).length).toBeGreaterThan(5.5);
  }
});
