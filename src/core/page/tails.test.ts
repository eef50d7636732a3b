import { describe, expect, it } from "vitest";
import { contains } from "../geometry/geometry.ts";
import { faceBox, type Head, mouthOf } from "./page.ts";
import { aimAt, alongTail, doubtOf, sameExit, tailTo, tailToCrown, tailToEdge } from "./tails.ts";

const head: Head = { x: 300, y: 300, size: 100, yaw: 30, pitch: 0, tilt: 0 };
const around = Array.from({ length: 24 }, (_, i) => {
  const angle = (i / 24) * 2 * Math.PI;
  return { x: head.x + 220 * Math.cos(angle), y: head.y + 220 * Math.sin(angle) };
});

function face() {
  const { x, y, width, height } = faceBox(head);
  return [
    { x: x + 1, y: y + 1 },
    { x: x + width - 1, y: y + 1 },
    { x: x + width - 1, y: y + height - 1 },
    { x: x + 1, y: y + height - 1 },
  ];
}

describe("tails", () => {
  it("[L6] point at the mouth and end before face and hair, wherever the balloon stands", () => {
    const mouth = mouthOf(head);
    for (const centre of around) {
      const { to } = tailTo(centre, aimAt(head));
      expect(contains(face(), to)).toBe(false);
      const way = Math.atan2(mouth.y - centre.y, mouth.x - centre.x);
      expect(Math.atan2(to.y - centre.y, to.x - centre.x)).toBeCloseTo(way, 5);
    }
    expect(tailTo({ x: 310, y: 60 }, aimAt(head)).to.y).toBeLessThan(head.y - 0.7 * head.size);
  });

  it("[L6] are never plugged into an ear, nor into the hair of a head seen from behind", () => {
    for (const yaw of [-150, -30, 0, 30, 150])
      for (const side of [-1, 1])
        for (const rise of [-120, -60, 0]) {
          const { to } = tailTo({ x: head.x + side * 220, y: head.y + rise }, aimAt({ ...head, yaw }));
          const level = to.y > head.y - 0.3 * head.size && to.y < head.y + 0.18 * head.size;
          if (level) expect(Math.abs(to.x - head.x)).toBeGreaterThan(0.6 * head.size);
        }
  });

  it("[L6] of thoughts end in the air beside the head, never on a face", () => {
    for (const centre of around) {
      const { to } = tailToCrown(centre, head);
      const away = Math.hypot((to.x - head.x) / head.size, (to.y - head.y) / head.size);
      expect(away).toBeGreaterThan(0.65);
      expect(away).toBeLessThan(1.1);
    }
  });

  it("[L6] of voices from beyond the picture end at the side they are given", () => {
    const box = { x: 100, y: 100, width: 500, height: 400 };
    const room = { outline: [], box };
    expect(tailToEdge({ x: 500, y: 200 }, -1, room, 0.3, 90).to.x).toBe(105);
    expect(tailToEdge({ x: 200, y: 200 }, 1, room, 0.3, 90).to.x).toBe(595);
  });

  it("[L6] of voices from beyond the picture never cross a slanted frame", () => {
    const outline = [
      { x: 100, y: 100 },
      { x: 600, y: 140 },
      { x: 540, y: 500 },
      { x: 100, y: 500 },
    ];
    const room = { outline, box: { x: 100, y: 100, width: 500, height: 400 } };
    for (const y of [160, 300, 470])
      for (const slope of [0.3, -0.35]) {
        const { to } = tailToEdge({ x: 420, y }, 1, room, slope, 90);
        expect(contains(outline, to)).toBe(true);
        expect(to.x).toBeGreaterThan(530);
      }
  });

  it("[L6] of two voices that leave at one side have two ends", () => {
    const room = { outline: [], box: { x: 100, y: 100, width: 500, height: 400 } };
    const [falls, rises] = [0.3, -0.35].map((slope) => tailToEdge({ x: 300, y: 300 }, 1, room, slope, 90).to);
    expect(falls && rises && sameExit(falls, rises)).toBe(false);
  });

  it("[L7] leaves a wide balloon by its side and not under it", () => {
    const room = { outline: [], box: { x: 100, y: 100, width: 500, height: 400 } };
    const { to } = tailToEdge({ x: 400, y: 200 }, -1, room, 0.3, 50);
    expect(to.y - 200).toBeLessThan(0.7 * 50);
  });

  it("[L7] end before a muzzle or beak", () => {
    const beast: Head = { ...head, yaw: 80, muzzle: 0.45 };
    const { to } = tailTo({ x: 560, y: 300 }, aimAt(beast));
    expect(to.x).toBeGreaterThan(beast.x + 0.8 * beast.size);
    expect(tailTo({ x: 560, y: 300 }, aimAt({ ...head, yaw: 80 })).to.x).toBeLessThan(beast.x + 0.8 * beast.size);
  });
});

describe("the doubt that a tail leaves", () => {
  const other: Head = { ...head, x: 420, y: 320 };

  it("[L7] is none where the speaker stands alone or the others are far", () => {
    expect(doubtOf(tailTo({ x: 200, y: 80 }, aimAt(head)), aimAt(head), [])).toBe(0);
    expect(doubtOf(tailTo({ x: 200, y: 80 }, aimAt(head)), aimAt(head), [aimAt({ ...head, x: 800 })])).toBe(0);
  });

  it("[L7] grows where a tail runs over the hair of another on its way, or ends near another mouth", () => {
    const over = tailTo({ x: 640, y: 190 }, aimAt(head));
    expect(doubtOf(over, aimAt(head), [aimAt(other)])).toBeGreaterThan(0.6);
    const between = tailTo({ x: 380, y: 120 }, aimAt(head));
    const apart = tailTo({ x: 180, y: 120 }, aimAt(head));
    expect(doubtOf(between, aimAt(head), [aimAt({ ...other, x: 400, y: 300 })])).toBeGreaterThan(
      doubtOf(apart, aimAt(head), [aimAt({ ...other, x: 400, y: 300 })]),
    );
  });

  it("[L8] keep sounds off their whole way", () => {
    const boxes = alongTail({ from: { x: 0, y: 0 }, to: { x: 60, y: 80 } });
    const within = (x: number, y: number) =>
      boxes.some((box) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height);
    for (let t = 0.1; t <= 1; t += 0.1) expect(within(60 * t, 80 * t)).toBe(true);
    expect(alongTail(null)).toEqual([]);
  });
});
