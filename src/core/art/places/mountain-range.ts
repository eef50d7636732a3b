import type { Point } from "../../geometry/geometry.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import { brief, corners, sliver } from "../canvas.ts";
import type { Scene } from "./scene.ts";

interface Range {
  base: number;
  height: number;
  peaks: number;
  /** Page units that the camera's turn moves it. */
  shift: number;
  seed: number;
  far: boolean;
}

/** A range of peaks, each a broken triangle with a lit and a black side and a cap of snow. */
export function range(scene: Scene, r: Range): void {
  const { canvas } = scene;
  const random = randomFrom(`${r.seed} range`);
  const { x, width } = canvas.bounds;
  const spots = [];
  for (let i = 0; i < r.peaks; i++)
    spots.push({
      at: x + width * ((i + random.between(0.3, 0.7)) / r.peaks) - r.shift,
      tall: random.between(0.6, 1),
      own: randomFrom(`${r.seed} peak ${i}`),
    });
  for (const { at, tall, own } of spots.sort((a, b) => a.tall - b.tall))
    peak(scene, { x: at, y: r.base - r.height * tall }, r.base, (width / r.peaks) * (r.far ? 0.8 : 0.72), r.far, own);
}

function peak(scene: Scene, top: Point, base: number, half: number, far: boolean, random: Random): void {
  const { canvas, light } = scene;
  const tall = base - top.y;
  const flank = (side: number): Point[] => {
    const points: Point[] = [];
    for (let i = 1; i <= 6; i++) {
      const t = i / 6;
      points.push({
        x: top.x + side * half * t ** 0.9 + random.between(-0.05, 0.05) * half,
        y: top.y + tall * t + (i < 6 ? random.between(-0.04, 0.05) * tall : 0),
      });
    }
    return points;
  };
  const [left, rightSide] = [flank(-1), flank(1)];
  const w = far ? 1.2 : 2.2;
  canvas.shape(corners([top, ...rightSide, ...left.reverse()]), light.level(far ? 1.4 : 0.2), w, light.ink);
  const spine: Point[] = [top];
  for (let i = 1; i <= 6; i++)
    spine.push({
      x: top.x + (random.between(-0.16, 0.12) + (i % 2 ? 0.08 : -0.06)) * half * (i / 6 + 0.2),
      y: top.y + (tall * i) / 6,
    });
  canvas.fill(corners([...spine, ...[...rightSide].reverse()]), light.level(far ? 2.8 : light.dark ? 0 : 4));
  if (!far) spurs(scene, spine, rightSide, left, random);
  canvas.line(corners(spine, false), w * 0.8, light.ink);
  snowCap(scene, top, tall, half, random, far);
}

/** Secondary ridges: black wedges on the shaded side, pen strokes on the lit one. */
function spurs(
  scene: Scene,
  spine: readonly Point[],
  shaded: readonly Point[],
  lit: readonly Point[],
  random: Random,
): void {
  const { canvas, light } = scene;
  let black = "";
  let lines = "";
  spine.forEach((p, i) => {
    const q = shaded[Math.min(shaded.length - 1, i)];
    if (q && i > 0) {
      const m = { x: p.x + (q.x - p.x) * random.between(0.3, 0.7), y: p.y + (q.y - p.y) * 0.5 + random.between(6, 26) };
      black += corners([p, m, { x: p.x + (q.x - p.x) * 0.3, y: m.y + random.between(14, 50) }]);
    }
    for (let k = 0; k < 3; k++) {
      const l = lit[lit.length - 1 - Math.min(lit.length - 1, i)];
      if (!l) continue;
      const t = random.between(0.05, 0.7);
      const from = { x: p.x + (l.x - p.x) * t, y: p.y + (l.y - p.y) * t + random.between(0, 20) };
      lines += sliver(
        from,
        { x: from.x - random.between(8, 34), y: from.y + random.between(14, 46) },
        random.between(1.2, 3),
      );
    }
  });
  canvas.solid(black, "#000");
  canvas.solid(lines, light.ink);
}

function snowCap(scene: Scene, top: Point, tall: number, half: number, random: Random, far: boolean): void {
  const { canvas, light } = scene;
  const drop = tall * 0.26;
  const foot: Point[] = [];
  for (let i = 0; i <= 8; i++)
    foot.push({
      x: top.x + (i / 4 - 1) * half * 0.2,
      y: top.y + drop * (i === 0 || i === 8 ? 0.74 : i % 2 ? random.between(0.95, 1.3) : random.between(0.55, 0.75)),
    });
  canvas.shape(
    corners([top, ...foot.reverse()]),
    light.dark ? canvas.sparks(0.75, "black") : "#fff",
    far ? 1 : 1.6,
    light.ink,
  );
}

/** A headland on one side of the picture that steps down to the water at `foot`; `top` is the brink of its highest part. */
export function cliff(scene: Scene, top: Point, side: 1 | -1, foot: number, random: Random): void {
  const { canvas, light } = scene;
  const { x, width } = canvas.bounds;
  const edge = side > 0 ? x + width + 20 : x - 20;
  const tall = foot - top.y;
  const face: Point[] = [{ x: edge, y: top.y - tall * 0.25 }, { x: (edge + top.x) / 2, y: top.y - tall * 0.12 }, top];
  let at = top;
  for (let i = 1; i <= 6; i++) {
    at = { x: at.x - side * width * random.between(0.004, i > 4 ? 0.06 : 0.022), y: top.y + (tall * i) / 6 };
    face.push(at);
  }
  const outline = `${corners(face, false)}L${brief(edge)} ${brief(foot)}Z`;
  canvas.shape(outline, light.level(light.dark ? 0 : 1), 2.2, light.ink);
  let path = "";
  for (let i = 0; i < 80; i++) {
    const t = random();
    const y = top.y + t * tall * 0.8;
    const from = top.x - side * t * width * 0.03 + side * (0.01 + random() ** 1.5) * Math.abs(edge - top.x) * 0.9;
    const length = tall * random.between(0.06, 0.2);
    path += sliver(
      { x: from, y },
      { x: from - side * length * 0.2, y: Math.min(foot, y + length) },
      random.between(1, 3.4),
    );
  }
  canvas.fill(path, light.ink);
  // Clefts: narrow, hanging straight down from the edge, so that they are never taken for trees.
  let black = "";
  for (let i = 0; i < 4; i++) {
    const from = {
      x: top.x + side * Math.abs(edge - top.x) * (0.1 + 0.22 * i),
      y: top.y + tall * random.between(0.02, 0.12),
    };
    const long = tall * random.between(0.35, 0.7);
    const wide = Math.min(width * 0.008, long * 0.07);
    black += corners([
      { x: from.x - wide, y: from.y },
      { x: from.x + wide * 0.7, y: from.y + long * 0.3 },
      { x: from.x - side * wide, y: from.y + long },
      { x: from.x - wide * 1.6, y: from.y + long * 0.35 },
    ]);
  }
  canvas.fill(black, light.dark ? light.level(0) : light.ink);
}
