import { describe, expect, it } from "vitest";
import { clipped } from "./brush.ts";
import { withoutUnseenClips } from "./unseen-clips.ts";

const bounds = { x: 0, y: 0, width: 100, height: 100 };
const square = (x: number, y: number): string => `M${x} ${y}L${x + 10} ${y}L${x + 10} ${y + 10}L${x} ${y + 10}Z`;
const drawn = (x: number, y: number): string => `<path d="${square(x, y)}" fill="#000"/>`;

describe("clipped groups out of sight", () => {
  it("keeps what is seen as it is", () => {
    const svg = `<g>${clipped("a", square(20, 20), drawn(22, 22))}</g>`;
    expect(withoutUnseenClips(svg, bounds)).toBe(svg);
  });

  it("takes out a group whose shape lies outside, and one whose contents do, with all that is nested", () => {
    const outside = clipped("b", square(200, 20), `<g>${drawn(202, 22)}</g>`);
    const empty = clipped("c", square(95, 20), drawn(101, 22));
    expect(withoutUnseenClips(`${drawn(1, 1)}${outside}${empty}${drawn(2, 2)}`, bounds)).toBe(
      `${drawn(1, 1)}${drawn(2, 2)}`,
    );
  });

  it("looks inside groups that are seen", () => {
    const inner = clipped("e", square(300, 300), drawn(300, 300));
    const outer = (content: string): string => clipped("d", square(10, 10), drawn(10, 10) + content);
    expect(withoutUnseenClips(outer(inner), bounds)).toBe(outer(""));
  });
});
