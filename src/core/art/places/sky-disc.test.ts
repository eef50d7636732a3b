import { describe, expect, it } from "vitest";
import { headAreas } from "./quiet-heads.ts";
import { clearDisc } from "./sky-disc.ts";

const sky = { x: 0, y: 0, width: 600, height: 200 };
const moon = { x: 300, y: 60, radius: 20 };

describe("sun and moon", () => {
  it("[D9] stay where they are while they touch nobody", () => {
    expect(clearDisc(moon, sky, headAreas([{ x: 80, y: 150, size: 80, feet: 700 }]))).toEqual(moon);
  });

  it("[D9] never touch a head: behind the crown they would be its bobble", () => {
    for (let x = 0; x <= 600; x += 15)
      for (const size of [40, 90, 140]) {
        const head = { x, y: 130, size, feet: 900 };
        const seen = clearDisc(moon, sky, headAreas([head]));
        expect(seen, `${x} ${size}`).not.toBeNull();
        const { x: at, y } = seen ?? moon;
        const aside = Math.abs(at - x) - moon.radius > 0.62 * size;
        const above = y + moon.radius < head.y - 0.85 * size;
        expect(aside || above, `${x} ${size}`).toBe(true);
      }
  });

  it("[L7] move out from under balloons, no further than needed, and are left out where there is no room", () => {
    const balloon = { x: 240, y: 20, width: 120, height: 80 };
    const seen = clearDisc(moon, sky, [balloon]);
    expect(Math.abs((seen?.x ?? 300) - 300)).toBeLessThan(60 + 25 + 25);
    expect(Math.abs((seen?.x ?? 300) - 300)).toBeGreaterThan(60 + 20);
    expect(clearDisc(moon, sky, [sky])).toBeNull();
  });
});
