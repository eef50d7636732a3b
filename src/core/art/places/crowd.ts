import type { Point } from "../../geometry/geometry.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import { corners } from "../canvas.ts";
import { smoothPath } from "../ink.ts";
import type { Manner } from "../place-sheets.ts";
import { circlePath } from "../tone.ts";
import type { Point3 } from "./perspective.ts";
import { p3, type Scene } from "./scene.ts";

/** People larger than this on the page, in page units, would want faces: they are left out. */
const tallest = 130;

/** People of no importance: small, standing about or walking, in the dress of the time. Each is put in line by its distance. */
export function crowd(
  scene: Scene,
  manner: Manner,
  seed: number,
  options: { count: number; across: readonly [number, number]; deep: readonly [number, number]; floor?: number },
): void {
  // Behind a large face they would be pale outlines without a body.
  if (scene.light.soft > 0.3) return;
  const random = randomFrom(`${seed} crowd`);
  const { count, across, deep, floor = 0 } = options;
  for (let i = 0; i < count; i++) {
    const at = p3(random.between(across[0], across[1]), floor, random.between(deep[0], deep[1]));
    const own = randomFrom(`${seed} passer-by ${i}`);
    scene.later(at, () => passerBy(scene, at, manner, own));
  }
}

/** One of a crowd: a head, a coat or a skirt, a hat; black where the figure is tiny or the night is dark. */
function passerBy(scene: Scene, at: Point3, manner: Manner, random: Random): void {
  const foot = scene.page(at);
  const s = scene.scaleAt(at) * random.between(0.94, 1.06);
  if (!foot || s * 1.7 > tallest || s < 5) return;
  const { canvas, light } = scene;
  const woman = random() < 0.45;
  const dir = random() < 0.5 ? -1 : 1;
  const flat = s * 1.7 < 34 || light.dark;
  const q = (u: number, v: number): Point => ({ x: foot.x + dir * u * s, y: foot.y - v * s });
  const ink = light.dark ? "#888" : light.ink;
  const w = Math.max(1, s / 40);
  const fill = flat ? "#000" : random.pick([light.level(6), light.level(4), light.level(2), light.level(0)]);
  const trousers = flat ? "#000" : light.level(5);
  if (!woman && manner !== "japanese")
    for (const [u, step] of [
      [-0.1, -0.14],
      [0.1, 0.16],
    ] as const)
      canvas.shape(
        corners([q(u - 0.09, 0.8), q(u + 0.09, 0.8), q(step + 0.07, 0), q(step - 0.09, 0)]),
        trousers,
        w,
        ink,
      );
  canvas.shape(
    smoothPath(
      dress(manner, woman).map(([u, v]) => q(u, v)),
      true,
    ),
    fill,
    w,
    ink,
  );
  const head = q(0, 1.53);
  const hair = flat ? "#000" : light.level(6);
  canvas.shape(
    circlePath(head.x, head.y, s * 0.115),
    flat ? (light.dark ? "#000" : "#fff") : "#fff",
    w,
    light.dark ? ink : "#000",
  );
  canvas.fill(headgear(manner, woman, random, q, s), light.dark ? "#888" : hair);
}

type Outline = readonly (readonly [number, number])[];

function dress(manner: Manner, woman: boolean): Outline {
  if (manner === "japanese")
    return [
      [-0.2, 0.06],
      [-0.21, 0.8],
      [-0.34, 0.86],
      [-0.32, 1.1],
      [-0.14, 1.4],
      [0.14, 1.4],
      [0.32, 1.1],
      [0.34, 0.86],
      [0.21, 0.8],
      [0.2, 0.06],
    ];
  if (woman)
    return manner === "modern"
      ? [
          [-0.24, 0.5],
          [-0.15, 1],
          [-0.22, 1.36],
          [0, 1.42],
          [0.22, 1.36],
          [0.15, 1],
          [0.24, 0.5],
        ]
      : [
          [-0.36, 0.02],
          [-0.2, 0.6],
          [-0.12, 1],
          [-0.22, 1.32],
          [0, 1.42],
          [0.22, 1.32],
          [0.12, 1],
          [0.2, 0.6],
          [0.36, 0.02],
        ];
  return [
    [-0.24, 0.62],
    [-0.26, 1],
    [-0.24, 1.34],
    [0, 1.43],
    [0.24, 1.34],
    [0.26, 1],
    [0.24, 0.62],
  ];
}

function headgear(
  manner: Manner,
  woman: boolean,
  random: Random,
  q: (u: number, v: number) => Point,
  s: number,
): string {
  const cap = corners([q(-0.13, 1.54), q(-0.1, 1.66), q(0.1, 1.66), q(0.13, 1.56), q(0, 1.6)]);
  if (manner === "japanese") {
    const bun = q(woman ? -0.08 : 0, 1.69);
    return random() < 0.3
      ? corners([q(-0.3, 1.56), q(0, 1.76), q(0.3, 1.56)])
      : cap + circlePath(bun.x, bun.y, s * (woman ? 0.075 : 0.035));
  }
  if (woman) return cap + corners([q(-0.13, 1.6), q(-0.17, 1.42), q(-0.06, 1.42)]);
  if (manner === "modern" && random() < 0.6) return cap;
  return corners([
    q(-0.2, 1.6),
    q(0.2, 1.6),
    q(0.2, 1.63),
    q(0.11, 1.63),
    q(0.11, random() < 0.4 ? 1.86 : 1.74),
    q(-0.11, random() < 0.4 ? 1.8 : 1.74),
    q(-0.11, 1.63),
    q(-0.2, 1.63),
  ]);
}
