import * as steady from "../../geometry/steady-math.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import { brief } from "../canvas.ts";
import { circlePath } from "../tone.ts";
import type { Manner } from "../place-sheets.ts";
import { scallops } from "./scallops.ts";
import type { Plane, Scene } from "./scene.ts";
import { clearDisc } from "./sky-disc.ts";
import { grid } from "./textures.ts";

/** Things in and on walls, placed in metres on the wall's plane. */

/** A window with what is seen through it, panes and (european) curtains. */
export function windowOn(
  scene: Scene,
  on: Plane,
  a: number,
  b: number,
  width: number,
  height: number,
  options: { curtains: boolean; seed: number; arch?: boolean },
): void {
  scene.canvas.as("wood", () => {
    const { light } = scene;
    const pane = [on.at(a, b), on.at(a + width, b), on.at(a + width, b + height), on.at(a, b + height)];
    scene.quad(on, a - 0.09, b - 0.08, width + 0.18, height + 0.17, "#fff", 1.1);
    scene.poly(pane, light.window(true), 1);
    outlook(scene, on, a, b, width, height, options.seed);
    const sub = { at: (u: number, v: number) => on.at(a + u, b + v) };
    grid(scene, sub, width, height, 2, 3, 1.6);
    if (light.time === "night") whiteBars(scene, on, a, b, width, height);
    scene.quad(on, a - 0.15, b - 0.14, width + 0.3, 0.09, "#fff", 1);
    if (options.curtains) curtains(scene, on, a, b, width, height, options.seed);
  });
}

function outlook(scene: Scene, on: Plane, a: number, b: number, width: number, height: number, seed: number): void {
  const { canvas, light } = scene;
  const random = randomFrom(`${seed} outlook`);
  if (light.time === "night") {
    const moon = scene.page(on.at(a + width * 0.7, b + height * 0.74));
    const scale = scene.scaleAt(on.at(a + width / 2, b));
    const disc = moon && light.weather === "clear" ? { x: moon.x, y: moon.y, radius: scale * 0.11 } : null;
    // In a window it has no room to move: where a head or a balloon stands before it, it is not there.
    if (disc && clearDisc(disc, { ...disc, width: 0, height: 0 }, light.taken))
      canvas.fill(circlePath(disc.x, disc.y, disc.radius), "#fff");
    for (let i = 0; i < 9; i++) {
      const star = scene.page(on.at(a + random() * width, b + height * random.between(0.35, 1)));
      if (star) canvas.fill(circlePath(star.x, star.y, random.between(0.8, 1.8)), "#fff");
    }
    return;
  }
  // Tree-tops of unlike height in round masses, never a graph.
  const tops = Array.from({ length: 8 }, (_, i) => {
    const rise = 0.17 + 0.06 * steady.sin(i * 0.9 + seed) + random.between(0, 0.05);
    return scene.page(on.at(a + (width * i) / 7, b + height * rise));
  }).filter((top) => top !== null);
  const [from, to] = [scene.page(on.at(a, b)), scene.page(on.at(a + width, b))];
  if (from && to && tops.length === 8) {
    const left = from.x < to.x ? tops : tops.reverse();
    const feet = from.x < to.x ? [to, from] : [from, to];
    const path = scallops(left, random) + feet.map((p) => `L${brief(p.x)} ${brief(p.y)}`).join("");
    canvas.shape(`${path}Z`, light.level(2), 1, light.ink);
  }
  if (light.weather === "rain" || light.weather === "storm")
    for (let i = 0; i < 12; i++) {
      const [u, v] = [a + random() * width, b + random.between(0.2, 1) * height];
      scene.strokes([[on.at(u, v), on.at(u - 0.04, v - 0.25)]], 0.5);
    }
}

function whiteBars(scene: Scene, on: Plane, a: number, b: number, width: number, height: number): void {
  scene.line([on.at(a + width / 2, b), on.at(a + width / 2, b + height)], 1.6, "#fff");
  for (const t of [1 / 3, 2 / 3]) scene.line([on.at(a, b + height * t), on.at(a + width, b + height * t)], 1.6, "#fff");
}

function curtains(scene: Scene, on: Plane, a: number, b: number, width: number, height: number, seed: number): void {
  const { light } = scene;
  const drop = height + 0.5;
  const fill = light.level(seed % 3 === 0 ? 5.4 : 2);
  const ink = seed % 3 === 0 ? "#fff" : light.ink;
  const top = b + height + 0.22;
  for (const side of [-1, 1]) {
    const edge = side < 0 ? a - 0.34 : a + width + 0.34;
    const inner = side < 0 ? a + width * 0.14 : a + width * 0.86;
    const hem = [0, 0.2, 0.4, 0.6, 0.8, 1].map((t, i) =>
      on.at(edge + (inner - edge) * t, top - drop + (i % 2 ? 0.035 : 0)),
    );
    scene.poly([on.at(inner, top), on.at(edge, top), ...hem], fill, 1);
    scene.strokes(
      [0.2, 0.4, 0.6, 0.8].map(
        (t, i) =>
          [
            on.at(edge + (inner - edge) * t, top - 0.04),
            on.at(edge + (inner - edge) * t, top - drop * (i % 2 ? 0.96 : 0.7)),
          ] as const,
      ),
      0.8,
      ink,
    );
  }
  scene.line([on.at(a - 0.5, b + height + 0.24), on.at(a + width + 0.5, b + height + 0.24)], 2);
}

/** A panelled door, closed. */
export function doorOn(scene: Scene, on: Plane, a: number, width: number, height: number, level: number): void {
  scene.canvas.as("wood", () => {
    const { light } = scene;
    scene.quad(on, a - 0.1, 0, width + 0.2, height + 0.1, light.level(Math.max(0, level - 2)), 1);
    scene.quad(on, a, 0, width, height, light.level(level), 1);
    for (const [b, h] of [
      [0.15, 0.36],
      [0.56, 0.36],
    ] as const)
      for (const u of [0.12, 0.55]) scene.quad(on, a + u * width, b * height, width * 0.33, h * height, "none", 0.7);
    const at = on.at(a + width * 0.9, height * 0.47);
    const knob = scene.page(at);
    const radius = scene.scaleAt(at) * 0.03;
    // Of a door right beside the camera it would be a ball.
    if (knob && radius < largestKnob)
      scene.canvas.shape(circlePath(knob.x, knob.y, Math.max(1.5, radius)), "#fff", 1.2, light.ink);
  });
}

/** In page units. */
const largestKnob = 14;

/** A framed picture: mountains, or a sail at sea, in a few strokes. A portrait so small would have no face. */
export function pictureOn(
  scene: Scene,
  on: Plane,
  a: number,
  b: number,
  width: number,
  height: number,
  random: Random,
): void {
  const { light } = scene;
  scene.quad(on, a + 0.05, b - 0.06, width, height, light.level(4), 0);
  scene.quad(on, a, b, width, height, light.level(3), 1.1);
  scene.quad(on, a + 0.07, b + 0.07, width - 0.14, height - 0.14, "#fff", 0.7);
  const inner = { at: (u: number, v: number) => on.at(a + 0.07 + u * (width - 0.14), b + 0.07 + v * (height - 0.14)) };
  if (random() < 0.5) {
    for (const [base, turn, level] of [
      [0.5, 0.4, 1.4],
      [0.3, 2.6, 4],
    ] as const) {
      const crest = Array.from({ length: 9 }, (_, i) => inner.at(i / 8, base + 0.09 * steady.sin(turn + i * 0.55)));
      scene.poly([inner.at(0, 0), ...crest, inner.at(1, 0)], light.level(level), 0.4);
    }
    return;
  }
  scene.poly([inner.at(0, 0), inner.at(0, 0.34), inner.at(1, 0.34), inner.at(1, 0)], light.level(3), 0.4);
  scene.poly([inner.at(0.5, 0.3), inner.at(0.52, 0.86), inner.at(0.8, 0.36)], "#fff", 0.5);
  scene.poly([inner.at(0.47, 0.36), inner.at(0.48, 0.76), inner.at(0.26, 0.38)], light.level(2), 0.5);
  scene.poly(
    [inner.at(0.22, 0.3), inner.at(0.84, 0.3), inner.at(0.74, 0.18), inner.at(0.32, 0.18)],
    light.level(6),
    0.4,
  );
}

/** Open shelves full of books, jars or boxes on the front of a case. */
export function shelves(
  scene: Scene,
  on: Plane,
  width: number,
  height: number,
  rows: number,
  what: "books" | "jars" | "goods",
  random: Random,
): void {
  scene.canvas.as("wood", () => {
    const { light } = scene;
    const gap = height / rows;
    if (light.soft > 0.35) return calmShelves(scene, on, width, height, rows);
    scene.quad(on, 0, 0, width, height, light.level(5.2), 1);
    for (let row = 0; row < rows; row++) {
      const b = row * gap + 0.05;
      let a = 0.05;
      while (a < width - 0.12) {
        const w = what === "books" ? random.between(0.035, 0.085) : random.between(0.1, 0.2);
        const h = gap * (what === "books" ? random.between(0.6, 0.86) : random.between(0.4, 0.75));
        const fill = random.pick([light.level(0), light.level(0), light.level(2), light.level(4), light.level(6)]);
        if (what === "jars") jar(scene, on, a, b, w * 0.8, h, fill);
        else scene.quad(on, a, b, w, h, fill, 0.5);
        a += w + (random() < (what === "books" ? 0.07 : 0.3) ? 0.08 : 0.005);
      }
      scene.quad(on, 0, row * gap, width, 0.05, light.level(1), 0.7);
    }
    scene.quad(on, -0.04, height, width + 0.08, 0.07, light.level(1), 1);
  });
}

/** Shelves behind a large face: their boards and a row of backs in one quiet tone. */
function calmShelves(scene: Scene, on: Plane, width: number, height: number, rows: number): void {
  const { light } = scene;
  const gap = height / rows;
  scene.quad(on, 0, 0, width, height, light.level(1), 1);
  for (let row = 0; row < rows; row++) {
    scene.quad(on, 0.05, row * gap + 0.05, width - 0.1, gap * 0.7, light.level(2.2), 0);
    scene.quad(on, 0, row * gap, width, 0.05, "#fff", 0.7);
  }
}

function jar(scene: Scene, on: Plane, a: number, b: number, w: number, h: number, fill: string): void {
  scene.poly(
    [
      [0, 0],
      [1, 0],
      [1, 0.6],
      [0.7, 0.75],
      [0.7, 1],
      [0.3, 1],
      [0.3, 0.75],
      [0, 0.6],
    ].map(([u = 0, v = 0]) => on.at(a + u * w, b + v * h)),
    fill,
    0.5,
  );
}

/** A wall of sliding paper screens: light wood bars on white paper. */
export function shoji(scene: Scene, on: Plane, a: number, width: number, height: number, panels: number): void {
  const { light } = scene;
  const each = width / panels;
  for (let i = 0; i < panels; i++) {
    const x = a + i * each;
    scene.quad(on, x, 0, each, height, light.time === "night" ? light.level(1) : "#fff", 1.2);
    const sub = { at: (u: number, v: number) => on.at(x + 0.05 + u, height * 0.24 + v) };
    scene.quad(sub, 0, 0, each - 0.1, height * 0.74, "none", 0.9);
    lattice(scene, sub, each - 0.1, height * 0.74);
    scene.quad(on, x + 0.05, 0.05, each - 0.1, height * 0.17, light.level(2), 0.7);
  }
  scene.quad(on, a, height, width, 0.12, light.level(5), 0.8);
}

/** Bars from frame to frame, three panes across and five high. */
function lattice(scene: Scene, on: Plane, width: number, height: number): void {
  const bars = [1 / 3, 2 / 3].map((t) => [on.at(width * t, 0), on.at(width * t, height)] as const);
  const rails = [1, 2, 3, 4].map((i) => [on.at(0, (height * i) / 5), on.at(width, (height * i) / 5)] as const);
  scene.rules([...bars, ...rails], 0.7);
}

/** A light that hangs from the ceiling or stands, by manner; returns nothing, draws at a plane point. */
export function hangingLamp(
  scene: Scene,
  at: { x: number; y: number; z: number },
  ceiling: number,
  manner: Manner,
): void {
  const { canvas, light } = scene;
  const page = scene.page(at);
  const top = scene.page({ ...at, y: ceiling });
  if (!page || !top) return;
  const s = scene.scaleAt(at);
  canvas.line(
    `M${top.x.toFixed(1)} ${top.y.toFixed(1)}L${page.x.toFixed(1)} ${(page.y - s * 0.12).toFixed(1)}`,
    1.6,
    light.ink,
  );
  const shade =
    manner === "japanese"
      ? [
          [-0.2, 0.2],
          [-0.24, 0],
          [-0.2, -0.2],
          [0.2, -0.2],
          [0.24, 0],
          [0.2, 0.2],
        ]
      : [
          [-0.26, 0.08],
          [-0.1, -0.14],
          [0.1, -0.14],
          [0.26, 0.08],
        ];
  const points = shade.map(([u = 0, v = 0]) => `${(page.x + u * s).toFixed(1)} ${(page.y + v * s).toFixed(1)}`);
  if (light.time === "night") canvas.veil(page, [s * 0.2, s * 0.7], 0.8, "white");
  canvas.shape(
    `M${points.join("L")}Z`,
    // Always light with a dark rim: before a dark curtain a dark shade is lost.
    "#fff",
    2.4,
    light.ink,
  );
  if (manner !== "japanese") canvas.shape(circlePath(page.x, page.y + s * 0.11, s * 0.07), "#fff", 1.4, light.ink);
}
