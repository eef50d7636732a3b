import { randomFrom } from "../../geometry/random.ts";
import { type Canvas, corners } from "../canvas.ts";
import { penStroke } from "../ink.ts";
import { circlePath } from "../tone.ts";

/** A black picture with something quiet in it: stars, falling petals, drifting smoke or a thin crescent of light. For words that need no picture. */
export function drawBlack(canvas: Canvas, seed: number): void {
  canvas.flood("#000");
  const textures = [stars, petals, smoke, crescent];
  textures[seed % textures.length]?.(canvas, seed);
}

function stars(canvas: Canvas, seed: number): void {
  const { x, y, width, height } = canvas.bounds;
  const random = randomFrom(`${seed} stars`);
  let path = "";
  const count = Math.min(110, (width * height) / 2600);
  for (let i = 0; i < count; i++)
    path += circlePath(x + random() * width, y + random() * height, 0.7 + random() ** 4 * 2.4);
  canvas.gradient({ x, y: y + height * 0.5, width, height: height * 0.5 }, 0, 0.16, { ink: "white" });
  canvas.solid(path, "#fff");
}

function petals(canvas: Canvas, seed: number): void {
  const { x, y, width, height } = canvas.bounds;
  const random = randomFrom(`${seed} petals`);
  let path = "";
  for (let i = 0; i < 22; i++) {
    // They thin out towards one lower corner, as if a wind had passed.
    const t = random();
    const at = { x: x + width * t, y: y + height * (0.1 + 0.8 * random() * (0.4 + 0.6 * t)) };
    const s = Math.min(width, height) * random.between(0.014, 0.03);
    const turn = random() * 2 * Math.PI;
    const flat = random.between(0.35, 0.8);
    const p = (u: number, v: number) => ({
      x: at.x + s * (u * Math.cos(turn) - v * flat * Math.sin(turn)),
      y: at.y + s * (u * Math.sin(turn) + v * flat * Math.cos(turn)),
    });
    path += corners([
      p(-1, 0),
      p(-0.4, -0.6),
      p(0.5, -0.55),
      p(1, -0.2),
      p(0.75, 0),
      p(1, 0.2),
      p(0.5, 0.55),
      p(-0.4, 0.6),
    ]);
  }
  canvas.solid(path, "#fff");
}

function smoke(canvas: Canvas, seed: number): void {
  const { x, y, width, height } = canvas.bounds;
  const random = randomFrom(`${seed} smoke`);
  for (const [u, grey] of [
    [0.36, "#777"],
    [0.52, "#bbb"],
    [0.64, "#555"],
  ] as const) {
    const [phase, winds] = [random.between(0, 6), random.between(4.6, 5.6)];
    const points = [];
    for (let i = 0; i <= 12; i++) {
      const t = i / 12;
      points.push({
        x: x + width * (u + (0.02 + 0.11 * t) * Math.sin(phase + t * winds) + 0.1 * t),
        y: y + height * (1.02 - 1.02 * t),
      });
    }
    canvas.fill(penStroke(points, Math.min(width, height) * 0.02, { swellTo: 0.55, thinFrom: 0.6, tip: 0.04 }), grey);
  }
}

function crescent(canvas: Canvas, seed: number): void {
  const { x, y, width, height } = canvas.bounds;
  const random = randomFrom(`${seed} crescent`);
  const r = Math.min(width, height) * 0.16;
  const centre = { x: x + width * random.between(0.64, 0.8), y: y + height * random.between(0.26, 0.36) };
  canvas.glow(centre, [r * 0.9, r * 2.2], [0.2, 0], "white");
  canvas.fill(circlePath(centre.x, centre.y, r), "#fff");
  canvas.fill(circlePath(centre.x - r * 0.22, centre.y - r * 0.1, r * 0.93), "#000");
}
