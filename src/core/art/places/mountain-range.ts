import type { Point } from "../../geometry/geometry.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import { corners, sliver } from "../canvas.ts";
import { penStroke } from "../ink.ts";
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
  scene.canvas.as("rock", () => {
    const { canvas } = scene;
    const random = randomFrom(`${r.seed} range`);
    const { x, width } = canvas.bounds;
    // In a tall narrow picture far peaks keep their slope: steeper they would be spires.
    const height = r.far ? Math.min(r.height, (width / r.peaks) * 0.36) : r.height;
    const spots = [];
    for (let i = 0; i < r.peaks; i++)
      spots.push({
        at: x + width * ((i + random.between(0.3, 0.7)) / r.peaks) - r.shift,
        tall: random.between(0.6, 1),
        own: randomFrom(`${r.seed} peak ${i}`),
      });
    for (const { at, tall, own } of spots.sort((a, b) => a.tall - b.tall))
      peak(scene, { x: at, y: r.base - height * tall }, r.base, (width / r.peaks) * (r.far ? 0.8 : 0.72), r.far, own);
  });
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

/**
 * A headland on one side of the picture that runs out into the water and ends at `tip`; it comes towards the reader, so that its foot
 * falls and its brink rises towards the picture's edge. `tall` is the height of its end in page units.
 */
export function cliff(scene: Scene, tip: Point, side: 1 | -1, tall: number, random: Random): void {
  scene.canvas.as("rock", () => {
    const { canvas, light } = scene;
    const { x, width } = canvas.bounds;
    const reach = Math.abs((side > 0 ? x + width + 20 : x - 20) - tip.x);
    const brink: Point[] = [];
    const foot: Point[] = [];
    for (let i = 0; i <= 9; i++) {
      const t = i / 9;
      const [rough, step] = [random.between(-0.03, 0.03), random.between(-0.02, 0.03)];
      brink.push({ x: tip.x + side * (0.05 + 0.95 * t) * reach, y: tip.y - tall * (1 + 0.45 * t + rough) });
      foot.push({ x: tip.x + side * reach * (i ? t + step : -0.02), y: tip.y + tall * (0.34 * t + (i ? rough : 0)) });
    }
    const outline = corners([...brink, ...[...foot].reverse()]);
    canvas.shape(outline, light.level(light.dark ? 0 : 0.6), 2, light.ink);
    let shade = "";
    let clefts = "";
    // Buttresses: each has a side in the shade, broken like its edge.
    for (let i = 0; i < 9; i++) {
      const [a, b, low, under] = [brink[i], brink[i + 1], foot[i], foot[i + 1]];
      if (!a || !b || !low || !under) continue;
      const edge = [0, 0.22, 0.45, 0.7, 1].map((t) => ({
        x: a.x + (low.x - a.x) * t + side * reach * (0.02 + (t && t < 1 ? random.between(0, 0.035) : 0)),
        y: a.y + (low.y - a.y) * t,
      }));
      shade += corners([a, ...edge, low, ...(i % 2 ? [{ x: (low.x + a.x) / 2, y: (low.y + a.y) / 2 }] : [])]);
      for (let k = 0; k < 4; k++) {
        const [u, from] = [random.between(0.25, 0.95), random.between(0.08, 0.5)];
        const [head, end] = [
          { x: a.x + (b.x - a.x) * u, y: a.y + (b.y - a.y) * u },
          { x: low.x + (under.x - low.x) * u, y: low.y + (under.y - low.y) * u },
        ];
        const at = (t: number): Point => ({ x: head.x + (end.x - head.x) * t, y: head.y + (end.y - head.y) * t });
        clefts += sliver(at(from), at(Math.min(0.95, from + random.between(0.12, 0.4))), random.between(1, 2.6));
      }
    }
    canvas.solid(shade, light.level(light.dark ? 2 : 4));
    canvas.fill(clefts, light.ink);
    // Turf along the brink, and a line of foam along the foot.
    canvas.solid(
      corners([...brink, ...brink.map((p) => ({ x: p.x, y: p.y + tall * random.between(0.05, 0.11) })).reverse()]),
      light.level(3.4),
    );
    canvas.line(corners(brink, false), 2, light.ink);
    canvas.fill(penStroke(foot, Math.max(3, tall * 0.06), { swellTo: 0.3, thinFrom: 0.8, tip: 0.4 }), "#fff");
  });
}
