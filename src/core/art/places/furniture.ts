import type { Random } from "../../geometry/random.ts";
import { brief } from "../canvas.ts";
import { smoothPath } from "../ink.ts";
import { circlePath } from "../tone.ts";
import type { Point3 } from "./perspective.ts";
import { type BoxFills, p3, plane, right, type Scene, up } from "./scene.ts";
import { grain } from "./textures.ts";

/** Furniture by its low corner nearest the door, in metres. Each puts itself in line by its distance. */

export const wood = (scene: Scene, level = 2): BoxFills => ({
  front: scene.light.level(level),
  side: scene.light.level(level + 2),
  top: scene.light.level(Math.max(0, level - 1.6)),
});

/** A soft shadow on the floor under a thing. */
export function footShadow(scene: Scene, o: Point3, width: number, depth: number): void {
  scene.poly(
    [
      p3(o.x - 0.05, 0.002, o.z - 0.05),
      p3(o.x + width + 0.35, 0.002, o.z - 0.05),
      p3(o.x + width + 0.25, 0.002, o.z + depth),
      p3(o.x, 0.002, o.z + depth),
    ],
    scene.light.dark ? "#000" : scene.canvas.dots(0.5, null),
    0,
  );
}

/** A table with what stands on it (`things`, drawn at once): where the table is left out, nothing hangs in the air. */
export function table(
  scene: Scene,
  o: Point3,
  width: number,
  depth: number,
  height: number,
  level = 2,
  things: () => void = () => {},
): void {
  scene.canvas.as("wood", () => {
    scene.later(p3(o.x + width / 2, 0, o.z + depth / 2), () => {
      footShadow(scene, o, width, depth);
      const leg = 0.07;
      for (const z of [depth - leg, 0])
        for (const x of [0.04, width - leg - 0.04])
          scene.box(p3(o.x + x, 0, o.z + z), leg, height, leg, wood(scene, level + 1), 0.8);
      scene.box(p3(o.x, height - 0.13, o.z + 0.06), width, 0.1, depth - 0.12, wood(scene, level + 1), 0.6);
      scene.box(p3(o.x - 0.06, height - 0.04, o.z - 0.06), width + 0.12, 0.05, depth + 0.12, wood(scene, level));
      scene.quietly(things);
    });
  });
}

/** A chair; `back` says on which side its back stands: 1 away from the door, -1 towards it. */
export function chair(scene: Scene, o: Point3, back: 1 | -1, level = 3): void {
  scene.canvas.as("wood", () => {
    const w = 0.44;
    scene.later(p3(o.x + w / 2, 0, o.z + w / 2), () => {
      footShadow(scene, o, w, w);
      const fills = wood(scene, level);
      const rear = back > 0 ? w - 0.05 : 0;
      const posts = () => {
        for (const x of [0, w - 0.05]) scene.box(p3(o.x + x, 0, o.z + rear), 0.05, 1, 0.05, fills, 0.7);
        for (const y of [0.66, 0.84]) scene.box(p3(o.x, y, o.z + rear), w, 0.09, 0.04, fills, 0.7);
      };
      if (back > 0) posts();
      for (const x of [0, w - 0.05])
        scene.box(p3(o.x + x, 0, o.z + (back > 0 ? 0 : w - 0.05)), 0.05, 0.45, 0.05, fills, 0.7);
      scene.box(p3(o.x - 0.02, 0.43, o.z - 0.02), w + 0.04, 0.05, w + 0.04, fills, 0.8);
      if (back < 0) posts();
    });
  });
}

/** A case with doors or drawers. */
export function cabinet(
  scene: Scene,
  o: Point3,
  width: number,
  height: number,
  depth: number,
  drawers: number,
  level = 2,
): void {
  scene.canvas.as("wood", () => {
    scene.later(p3(o.x + width / 2, 0, o.z), () => {
      footShadow(scene, o, width, depth);
      scene.box(o, width, height, depth, wood(scene, level));
      const front = plane(o, right, up);
      const h = (height - 0.16) / drawers;
      for (let i = 0; i < drawers; i++) {
        scene.quad(front, 0.06, 0.08 + i * h + 0.02, width - 0.12, h - 0.04, "none", 0.7);
        const knob = scene.page(front.at(width / 2, 0.08 + (i + 0.5) * h));
        if (knob)
          scene.canvas.fill(circlePath(knob.x, knob.y, Math.max(1.4, scene.scaleAt(o) * 0.022)), scene.light.ink);
      }
      scene.box(p3(o.x - 0.04, height, o.z - 0.04), width + 0.08, 0.05, depth + 0.06, wood(scene, level));
    });
  });
}

/** A long counter or bar with panels in front and what stands on it (`things`, drawn at once). */
export function counter(
  scene: Scene,
  o: Point3,
  width: number,
  depth: number,
  random: Random,
  level = 2,
  things: () => void = () => {},
): void {
  scene.canvas.as("wood", () => {
    scene.later(p3(o.x + width / 2, 0, o.z), () => {
      footShadow(scene, o, width, depth);
      scene.box(o, width, 0.98, depth, wood(scene, level));
      const front = plane(o, right, up);
      const panels = Math.max(2, Math.round(width / 0.7));
      for (let i = 0; i < panels; i++) {
        scene.quad(
          front,
          (i + 0.1) * (width / panels),
          0.14,
          (width / panels) * 0.8,
          0.66,
          scene.light.level(level + 0.8),
          0.8,
        );
      }
      grain(scene, front, width, 0.98, 12, random);
      scene.box(p3(o.x - 0.08, 0.98, o.z - 0.1), width + 0.16, 0.07, depth + 0.14, wood(scene, Math.max(0, level - 1)));
      scene.quietly(things);
    });
  });
}

/** An upright cylinder on the page: a barrel when it bulges, a pot, a drum, a column. */
export function cylinder(
  scene: Scene,
  foot: Point3,
  radius: number,
  height: number,
  bulge: number,
  fills: { body: string; top: string; hoops: number },
): void {
  const base = scene.page(foot);
  const top = scene.page({ ...foot, y: foot.y + height });
  if (!base || !top) return;
  const { canvas, camera, light } = scene;
  const s = camera.focal / base.depth;
  const r = radius * s;
  const flat = (y: number): number => Math.max(-0.5, Math.min(0.5, (camera.eye - y) / base.depth)) * r;
  const [low, high] = [Math.abs(flat(foot.y)), flat(foot.y + height)];
  const b = brief;
  const mid = r * (1 + bulge);
  const my = (base.y + top.y) / 2;
  const side = (x: number, sign: number): string => `Q${b(x + sign * (mid * 2 - r))} ${b(my)} `;
  const body = `M${b(base.x - r)} ${b(base.y)}A${b(r)} ${b(low)} 0 0 0 ${b(base.x + r)} ${b(base.y)}${side(base.x, 1)}${b(top.x + r)} ${b(top.y)}L${b(top.x - r)} ${b(top.y)}${side(base.x, -1)}${b(base.x - r)} ${b(base.y)}Z`;
  const w = scene.weight(base.depth);
  canvas.shape(body, fills.body, w, light.ink);
  for (const [t, coverage] of [
    [0.1, 0.3],
    [0.5, 0.55],
  ] as const) {
    const shadeFoot = base.y + low * Math.sqrt(1 - t * t) * 0.98;
    canvas.fill(
      `M${b(base.x + r * t)} ${b(top.y)}L${b(top.x + r)} ${b(top.y)}Q${b(base.x + mid * 2 - r)} ${b(my)} ${b(base.x + r)} ${b(base.y)}Q${b(base.x + r * 0.9)} ${b(shadeFoot)} ${b(base.x + r * t)} ${b(shadeFoot)}Q${b(base.x + (mid * 2 - r) * t)} ${b(my)} ${b(base.x + r * t)} ${b(top.y)}Z`,
      canvas.dots(coverage, null),
    );
  }
  canvas.line(body, w, light.ink);
  for (let i = 0; i < fills.hoops; i++) {
    const t = (i + 0.6) / (fills.hoops + 0.2);
    const y = base.y + (top.y - base.y) * t;
    const rr = r * (1 + bulge * 4 * t * (1 - t) * 0.98);
    canvas.line(
      `M${b(base.x - rr)} ${b(y)}A${b(rr)} ${b(Math.abs(flat(foot.y + height * t)))} 0 0 ${flat(foot.y + height * t) > 0 ? 0 : 1} ${b(base.x + rr)} ${b(y)}`,
      w * 1.5,
      light.ink,
    );
  }
  if (high > 0)
    canvas.shape(
      `M${b(top.x - r)} ${b(top.y)}A${b(r)} ${b(high)} 0 1 0 ${b(top.x + r)} ${b(top.y)}A${b(r)} ${b(high)} 0 1 0 ${b(top.x - r)} ${b(top.y)}Z`,
      fills.top,
      w,
      light.ink,
    );
}

export function barrel(scene: Scene, foot: Point3, size = 1): void {
  scene.canvas.as("wood", () => {
    const { light } = scene;
    scene.later(foot, () =>
      cylinder(scene, foot, 0.3 * size, 0.85 * size, 0.2, { body: light.level(1), top: light.level(3), hoops: 3 }),
    );
  });
}

export function column(scene: Scene, foot: Point3, radius: number, height: number): void {
  const { light } = scene;
  scene.later(foot, () => {
    scene.box(p3(foot.x - radius * 1.4, 0, foot.z - radius * 1.4), radius * 2.8, 0.35, radius * 2.8, {
      front: light.level(1),
      side: light.level(3),
      top: light.level(0),
    });
    cylinder(scene, p3(foot.x, 0.35, foot.z), radius, height - 0.7, 0, {
      body: light.level(0),
      top: light.level(0),
      hoops: 0,
    });
    scene.box(p3(foot.x - radius * 1.4, height - 0.35, foot.z - radius * 1.4), radius * 2.8, 0.35, radius * 2.8, {
      front: light.level(1),
      side: light.level(3),
      top: light.level(0),
    });
  });
}

/** A bed with head and foot boards and a cover, its head against the far wall. */
export function bed(scene: Scene, o: Point3, width: number, length: number): void {
  scene.canvas.as("cloth", () => {
    const { light } = scene;
    scene.later(p3(o.x + width / 2, 0, o.z + length / 2), () => {
      footShadow(scene, o, width, length);
      scene.box(p3(o.x, 0, o.z + length - 0.08), width, 1.15, 0.08, wood(scene, 3));
      scene.box(p3(o.x, 0.22, o.z), width, 0.3, length - 0.1, {
        front: light.level(0),
        side: light.level(1),
        top: light.level(0),
      });
      pillow(scene, p3(o.x, 0.52, o.z + length - 0.2), width);
      const cover = length * 0.62;
      scene.box(p3(o.x - 0.02, 0.3, o.z - 0.01), width + 0.04, 0.25, cover, {
        front: light.level(2.4),
        side: light.level(3.4),
        top: light.level(1.4),
      });
      // The sheet is turned back over the blanket, whose folds run down its side: without them it is a packing case.
      scene.box(p3(o.x - 0.03, 0.34, o.z + cover - 0.24), width + 0.06, 0.23, 0.26, {
        front: light.level(0),
        side: light.level(1),
        top: light.level(0),
      });
      const side = scene.faces(o, p3(-1, 0, 0)) ? o.x - 0.021 : o.x + width + 0.021;
      const folds = [0.1, 0.24, 0.42, 0.58, 0.76].map((t, i) => {
        const z = o.z + cover * t;
        return [p3(side, 0.53, z), p3(side, i % 2 ? 0.34 : 0.4, z + 0.05)] as const;
      });
      const creases = [0.2, 0.45, 0.7].map(
        (t, i) =>
          [p3(o.x + width * t, 0.551, o.z + 0.1), p3(o.x + width * (t + 0.06), 0.551, o.z + 0.5 + 0.1 * i)] as const,
      );
      scene.strokes([...folds, ...creases], 0.7);
      scene.box(p3(o.x, 0, o.z - 0.06), width, 0.62, 0.07, wood(scene, 3));
    });
  });
}

/** A pillow that leans on the head of a bed: round at its corners, pressed in where a head lay. `at` is the left end of its foot. */
function pillow(scene: Scene, at: Point3, width: number): void {
  const { canvas, light } = scene;
  const outline = [
    [0.12, 0],
    [0.08, 0.16],
    [0.14, 0.3],
    [0.36, 0.33],
    [0.5, 0.3],
    [0.64, 0.33],
    [0.86, 0.3],
    [0.92, 0.16],
    [0.88, 0],
  ].map(([u = 0, v = 0]) => scene.page(p3(at.x + u * width, at.y + v, at.z)));
  const seen = outline.filter((p) => p !== null);
  if (seen.length < outline.length) return;
  canvas.shape(smoothPath(seen, true), light.level(0), scene.weight(seen[0]?.depth ?? 1, 1), light.ink);
  scene.strokes(
    [0.2, 0.8].map(
      (u) => [p3(at.x + u * width, at.y + 0.04, at.z), p3(at.x + (u * 0.5 + 0.25) * width, at.y + 0.14, at.z)] as const,
    ),
    0.7,
  );
}

/** A stool or a stump. */
export function stool(scene: Scene, foot: Point3, height = 0.45): void {
  scene.canvas.as("wood", () => {
    scene.later(foot, () =>
      cylinder(scene, foot, 0.19, height, -0.12, { body: scene.light.level(3), top: scene.light.level(0), hoops: 0 }),
    );
  });
}

/** Bottles, cups and candles on a board, drawn at once. */
export function tableware(scene: Scene, at: Point3, random: Random): void {
  const { light, canvas } = scene;
  for (let i = 0; i < 4; i++) {
    const foot = p3(at.x + random.between(-0.4, 0.4), at.y, at.z + random.between(-0.12, 0.12));
    const kind = random.pick(["bottle", "cup", "cup", "candle"] as const);
    if (kind === "bottle") {
      cylinder(scene, foot, 0.045, 0.2, 0, { body: light.level(5), top: light.level(5), hoops: 0 });
      cylinder(scene, { ...foot, y: foot.y + 0.2 }, 0.018, 0.1, 0, {
        body: light.level(5),
        top: light.level(5),
        hoops: 0,
      });
    } else if (kind === "cup") cylinder(scene, foot, 0.045, 0.1, 0.05, { body: "#fff", top: light.level(4), hoops: 0 });
    else {
      cylinder(scene, foot, 0.02, 0.16, 0, { body: "#fff", top: "#fff", hoops: 0 });
      const flame = scene.page({ ...foot, y: foot.y + 0.21 });
      const s = scene.scaleAt(foot);
      if (flame && light.time === "night") canvas.veil(flame, [s * 0.04, s * 0.3], 0.8, "white");
      if (flame)
        canvas.shape(
          `M${brief(flame.x)} ${brief(flame.y - s * 0.06)}q${brief(s * 0.035)} ${brief(s * 0.06)} 0 ${brief(s * 0.1)}q${brief(-s * 0.035)} ${brief(-s * 0.04)} 0 ${brief(-s * 0.1)}Z`,
          "#fff",
          1.2,
          light.ink,
        );
    }
  }
}

/** A chest or board with a shadow under it, put in line, and the `things` that stand on it. Sizes are in metres. */
export function standing(
  scene: Scene,
  o: Point3,
  width: number,
  height: number,
  depth: number,
  level: number,
  things: () => void = () => {},
): void {
  scene.later(p3(o.x + width / 2, 0, o.z + depth / 2), () => {
    footShadow(scene, o, width, depth);
    scene.box(o, width, height, depth, wood(scene, level));
    scene.quietly(things);
  });
}
