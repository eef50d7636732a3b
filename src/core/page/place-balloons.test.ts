import { describe, expect, it } from "vitest";
import { overlapArea, type Rect } from "../geometry/geometry.ts";
import { boxAround, roomOf } from "./balloon-room.ts";
import type { MeasuredText, Shape } from "./measure-texts.ts";
import { safeArea } from "./page-frame.ts";
import { pageSize, type StagedFigure } from "./page.ts";
import { type PlacedText, readsAfter } from "./arranged-balloons.ts";
import { brimOf } from "./head-reach.ts";
import { spotsIn } from "./balloon-spots.ts";
import { placeBalloons, settleBalloons } from "./place-balloons.ts";

const box: Rect = { x: 200, y: 400, width: 600, height: 420 };
const outline = [
  { x: 200, y: 400 },
  { x: 800, y: 400 },
  { x: 800, y: 820 },
  { x: 200, y: 820 },
];

function text(
  id: string,
  kind: MeasuredText["kind"],
  speaker: string | null,
  radiusX = 90,
  radiusY = 55,
): MeasuredText {
  const block = { runs: [], lines: ["A"], width: 80, height: 40, size: 20, vertical: false };
  const usual: Shape = { block, radiusX, radiusY };
  return {
    text: { id, kind, speaker, runs: [], start: 0, end: 1 },
    kind,
    voice: speaker,
    shapes: [() => usual],
    usual,
  };
}

const figure = (person: string, x: number, y: number, size = 90): StagedFigure => ({
  person,
  head: { x, y, size, yaw: x < 500 ? 30 : -30, pitch: 0, tilt: 0 },
  emotion: "neutral",
  pose: "stand",
  speaks: true,
  silhouette: false,
  holds: null,
});

const bounds = { outline, box, safe: safeArea(pageSize) };

function placed(texts: readonly MeasuredText[], figures: readonly StagedFigure[]): PlacedText[] {
  const room = roomOf(bounds, figures, []);
  const spots = spotsIn(texts, { ...bounds, direction: "ltr" });
  const placing = { room, figures, direction: "ltr", shapes: 1, exits: [], spots, limit: Infinity } as const;
  const placement = placeBalloons(texts, placing);
  return placement ? settleBalloons(placement, placing).placed : [];
}

const boxOf = ({ centre, shape }: PlacedText): Rect => boxAround(centre, { x: shape.radiusX, y: shape.radiusY });

describe("the places of balloons", () => {
  it("[L7] a shout and now and then a line break the frame above them, a little; captions never do", () => {
    const ids = Array.from({ length: 40 }, (_, i) => `t${i}`);
    const risen = (kind: MeasuredText["kind"]): number[] =>
      ids.flatMap((id) =>
        placed([text(id, kind, "ann")], [figure("ann", 400, 610)]).map((each) => box.y - boxOf(each).y),
      );
    const broken = (rises: readonly number[]): number => rises.filter((rise) => rise > 0).length;
    expect(broken(risen("shout"))).toBe(40);
    expect(broken(risen("speech"))).toBeGreaterThan(2);
    expect(broken(risen("speech"))).toBeLessThan(16);
    expect(broken(risen("narration"))).toBe(0);
    for (const rise of risen("shout")) expect(rise).toBeLessThan(15);
  });

  it("[L7] a caption that closes a panel keeps off the people, though they stand where it would", () => {
    const people = [figure("ann", 420, 520, 70), figure("tom", 690, 520, 70)];
    const texts = [text("t1", "narration", null, 70, 30), text("t2", "narration", null, 80, 55)];
    const [, last] = placed(texts, people);
    for (const { head } of people) {
      const body = { x: head.x - 0.6 * head.size, y: head.y, width: 1.2 * head.size, height: 4 * head.size };
      expect(last && overlapArea(boxOf(last), body) / (body.width * body.height)).toBeLessThan(0.06);
    }
  });

  it("[L7] the tail of one of two ends nearer to the own mouth than to the other's", () => {
    const people = [figure("ann", 440, 680), figure("tom", 600, 660)];
    for (const speaker of ["ann", "tom"]) {
      const [only] = placed([text("t1", "speech", speaker)], people);
      const way = (person: string): number => {
        const head = people.find((each) => each.person === person)?.head;
        return Math.hypot((head?.x ?? 0) - (only?.tail?.to.x ?? 0), (head?.y ?? 0) - (only?.tail?.to.y ?? 0));
      };
      const other = speaker === "ann" ? "tom" : "ann";
      expect(way(other) / way(speaker)).toBeGreaterThan(1.25);
    }
  });

  it("[L7] a caption keeps off the brim of a hat", () => {
    const ann = figure("ann", 330, 520);
    const hatted = { ...ann, head: { ...ann.head, above: 0.54 } };
    const [brim] = brimOf(hatted.head);
    const [only] = placed([text("t1", "narration", null, 100, 60)], [hatted]);
    expect(only && brim && overlapArea(boxOf(only), brim)).toBe(0);
    expect(brimOf(ann.head)).toEqual([]);
  });
});

describe("the order of balloons", () => {
  const at = (x: number, y: number): Rect => ({ x, y, width: 100, height: 80 });

  it("[L7] one that stands beside and clearly higher is read first", () => {
    expect(readsAfter(at(0, 60), at(120, 0), "ltr")).toBe(false);
    expect(readsAfter(at(0, 60), at(120, 45), "ltr")).toBe(true);
    expect(readsAfter(at(120, 0), at(0, 20), "rtl")).toBe(true);
  });
});
