import * as steady from "../geometry/steady-math.ts";
import type { Rect } from "../geometry/geometry.ts";
import { randomFrom } from "../geometry/random.ts";
import type { Weather } from "../story/story.ts";
import { type Canvas, sliver } from "./canvas.ts";
import { penStroke } from "./ink.ts";
import { circlePath } from "./tone.ts";

export interface WeatherLayer {
  weather: Weather;
  night: boolean;
  seed: number;
  /** Share of the drops that fall here: most fall behind the people, some before them. */
  amount: number;
  /** Faces and balloons: nothing falls across them. */
  calm: readonly Rect[];
}

/** What falls or blows through the air of a panel. */
export function drawWeather(canvas: Canvas, layer: WeatherLayer): void {
  if (layer.weather === "rain") rain(canvas, layer, 0.12, 1);
  else if (layer.weather === "storm") rain(canvas, layer, 0.45, 1.5);
  else if (layer.weather === "snow") snow(canvas, layer);
  else if (layer.weather === "fog") fog(canvas, layer);
  else if (layer.weather === "wind") wind(canvas, layer);
}

/** Slanting strokes, fine, short and even over the picture: white against the dark, black with a white neighbour by day. */
function rain(canvas: Canvas, { night, seed, amount, calm }: WeatherLayer, slant: number, force: number): void {
  const { x, y, width, height } = canvas.bounds;
  const random = randomFrom(`${seed} rain ${amount}`);
  const count = Math.min(260, Math.max(1, ((width * height) / 1500) * amount * force));
  // One drop in every cell of a grid: drops strewn by chance lie in heaps and gaps.
  const cell = Math.sqrt((width * height) / count);
  let white = "";
  let black = "";
  let drop = 0;
  for (let row = -1; row * cell < height; row++)
    for (let column = 0; column * cell < width + height * slant; column++) {
      const length = Math.min(70, height * 0.2) * random.between(0.35, 1) * Math.sqrt(force);
      const top = { x: x + (column + random()) * cell, y: y + (row + random()) * cell };
      const foot = { x: top.x - length * slant, y: top.y + length };
      const w = random.between(0.8, 1.6);
      if (crosses(calm, foot.x, top.y, top.x, foot.y)) continue;
      white += sliver(top, foot, night ? w : w + 0.8);
      if (!night && drop++ % 3) black += sliver({ x: top.x + 2, y: top.y }, { x: foot.x + 2, y: foot.y }, w);
    }
  canvas.fill(white, "#fff");
  canvas.fill(black, "#000");
}

/** Whether a box from its left, top, right and lower edge touches one of the rectangles. */
function crosses(calm: readonly Rect[], left: number, top: number, far: number, low: number): boolean {
  return calm.some((r) => left < r.x + r.width + 4 && far > r.x - 4 && top < r.y + r.height && low > r.y);
}

/** Solid white flakes, small ones far and a few larger ones near; on white ground they are not seen, as snow is not. */
function snow(canvas: Canvas, { seed, amount, calm }: WeatherLayer): void {
  const { x, y, width, height } = canvas.bounds;
  const random = randomFrom(`${seed} snow ${amount}`);
  let path = "";
  for (let i = 0; i < Math.min(260, ((width * height) / 1100) * amount); i++) {
    const p = { x: x + random() * width, y: y + random() * height };
    const r = 1.3 + random() ** 3 * 3.4;
    if (!crosses(calm, p.x - r, p.y - r, p.x + r, p.y + r)) path += circlePath(p.x, p.y, r);
  }
  canvas.solid(path, "#fff");
}

/** Bands of white that swallow the ground; behind the people only, for across a head they would wash its blacks to grey. */
function fog(canvas: Canvas, { night, seed, amount }: WeatherLayer): void {
  if (amount < 0.25) return;
  const { x, y, width, height } = canvas.bounds;
  const random = randomFrom(`${seed} fog ${amount}`);
  for (let i = 0; i < 3; i++) {
    const top = y + height * random.between(0.3, 0.75);
    const band = height * random.between(0.12, 0.2);
    const most = (night ? 0.5 : 0.85) * amount;
    canvas.mist({ x, y: top - band, width, height: band }, 0, most);
    canvas.mist({ x, y: top, width, height: band }, most, 0);
  }
}

/** A few long level sweeps; behind the people only. Nothing flies in them: a leaf would lie on water and stick to clouds. */
function wind(canvas: Canvas, { night, seed, amount }: WeatherLayer): void {
  if (amount < 0.25) return;
  const { x, y, width, height } = canvas.bounds;
  const random = randomFrom(`${seed} wind ${amount}`);
  let sweeps = "";
  for (let i = 0; i < 7; i++) {
    const level = y + height * ((i + random.between(0.1, 0.9)) / 7) * 0.8;
    const from = x + width * random.between(-0.1, 0.5);
    const length = width * random.between(0.3, 0.55);
    const bow = height * random.between(0.01, 0.03);
    sweeps += penStroke(
      [0, 0.25, 0.5, 0.75, 1].map((t) => ({ x: from + length * t, y: level + steady.sin(t * Math.PI) * -bow })),
      1.8,
      { swellTo: 0.5, thinFrom: 0.5, tip: 0 },
    );
  }
  canvas.fill(sweeps, night ? "#bbb" : "#666");
}
