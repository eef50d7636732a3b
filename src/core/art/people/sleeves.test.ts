import { describe, expect, it } from "vitest";
import { nibFor } from "./brush.ts";
import { plain } from "./cloth.ts";
import { puffSleeve } from "./sleeves.ts";

const line = {
  shoulder: { x: 260, y: 200 },
  wrist: { x: 300, y: 90 },
  neck: { x: 200, y: 160 },
  hip: { x: 200, y: 380 },
};

/** How far a puff stands out above and below the middle of a level upper arm. */
function standsOut(elbowY: number): { above: number; below: number } {
  const { outline } = puffSleeve(
    { ...line, elbow: { x: 360, y: elbowY }, r: 18, aside: 1 },
    true,
    plain("#ccc"),
    nibFor(100),
  );
  const rows = [...outline.matchAll(/-?[\d.]+[ ,](-?[\d.]+)/g)].map((match) => Number(match[1]));
  return { above: 200 - Math.min(...rows), below: Math.max(...rows) - 200 };
}

describe("sleeves", () => {
  it("[D9] puff up over the shoulder of an arm held level, not under it", () => {
    const { above, below } = standsOut(200);
    expect(above).toBeGreaterThan(18 * 1.4);
    expect(below).toBeLessThan(above);
  });
});
