import * as steady from "../../geometry/steady-math.ts";
import { type Point } from "../../geometry/geometry.ts";
import { brief } from "../canvas.ts";
import { circlePath } from "../tone.ts";
import { type Point3 } from "./perspective.ts";
import { type Scene } from "./scene.ts";

/** How things that roll or float are drawn from their side, in metres from the middle of their foot. */

/** What rolls and floats, seen from its side at some distance; metres from the middle of its foot, towards where it goes. */

export interface Side {
  at(u: number, v: number): Point;
  /** Page units of a metre. */
  scale: number;
  /** Width of its lines. */
  line: number;
}

export function sideOn(scene: Scene, foot: Point3, dir: 1 | -1, draw: (side: Side) => void, length = 4): void {
  scene.later(
    foot,
    () => {
      const p = scene.page(foot);
      const scale = scene.scaleAt(foot);
      const { x, width } = scene.bounds;
      if (!p || p.x + length * scale < x || p.x - length * scale > x + width) return;
      const at = (u: number, v: number): Point => ({ x: p.x + dir * u * scale, y: p.y - v * scale });
      scene.canvas.fill(
        `M${brief(p.x - length * 0.55 * scale)} ${brief(p.y)}a${brief(length * 0.55 * scale)} ${brief(0.14 * scale)} 0 1 0 ${brief(length * 1.1 * scale)} 0a${brief(length * 0.55 * scale)} ${brief(0.14 * scale)} 0 1 0 ${brief(-length * 1.1 * scale)} 0Z`,
        scene.light.dark ? "#000" : scene.canvas.dots(0.5, null),
      );
      draw({ at, scale, line: Math.max(1.1, Math.min(2.4, scale / 34)) });
    },
    0.01,
  );
}

export const shapes = (side: Side, points: readonly (readonly [number, number])[]): Point[] =>
  points.map(([u, v]) => side.at(u, v));

export function wheel(scene: Scene, side: Side, u: number, radius: number): void {
  const { canvas, light } = scene;
  const c = side.at(u, radius);
  const r = radius * side.scale;
  canvas.raw(
    `<path d="${circlePath(c.x, c.y, r)}${circlePath(c.x, c.y, r * 0.84)}" fill="${light.dark ? "#fff" : "#000"}" fill-rule="evenodd"/>`,
  );
  let spokes = "";
  for (let i = 0; i < 5; i++) {
    const [dx, dy] = [steady.cos((i * Math.PI) / 5) * r * 0.9, steady.sin((i * Math.PI) / 5) * r * 0.9];
    spokes += `M${brief(c.x - dx)} ${brief(c.y - dy)}L${brief(c.x + dx)} ${brief(c.y + dy)}`;
  }
  canvas.line(spokes, side.line * 0.9, light.ink);
  canvas.fill(circlePath(c.x, c.y, r * 0.18), light.ink);
}
