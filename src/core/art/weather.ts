import type { Point } from "../geometry/geometry.ts";
import { randomFrom } from "../geometry/random.ts";
import type { Weather } from "../story/story.ts";
import { type Canvas, corners, sliver } from "./canvas.ts";
import { penStroke } from "./ink.ts";
import { circlePath } from "./tone.ts";

export interface WeatherLayer {
  weather: Weather;
  night: boolean;
  seed: number;
  /** Share of the drops that fall here: most fall behind the people, some before them. */
  amount: number;
}

/** What falls or blows through the air of a panel. */
export function drawWeather(canvas: Canvas, layer: WeatherLayer): void {
  if (layer.weather === "rain") rain(canvas, layer, 0.12, 1);
  else if (layer.weather === "storm") {
    rain(canvas, layer, 0.45, 1.5);
    if (layer.amount > 0.5) lightning(canvas, layer.seed);
  } else if (layer.weather === "snow") snow(canvas, layer);
  else if (layer.weather === "fog") fog(canvas, layer);
  else if (layer.weather === "wind") wind(canvas, layer);
}

/** Slanting strokes of three lengths: white against the dark, black with a white neighbour by day. */
function rain(canvas: Canvas, { night, seed, amount }: WeatherLayer, slant: number, force: number): void {
  const { x, y, width, height } = canvas.bounds;
  const random = randomFrom(`${seed} rain ${amount}`);
  const count = Math.round(Math.min(170, ((width * height) / 2400) * amount * force));
  let white = "";
  let black = "";
  for (let i = 0; i < count; i++) {
    const length = height * random.between(0.06, 0.24) * force;
    const top = { x: x + random.between(-0.1, 1.2) * width, y: y + random.between(-0.1, 0.95) * height };
    const foot = { x: top.x - length * slant, y: top.y + length };
    const w = random.between(1, 2.3);
    white += sliver(top, foot, night ? w : w + 0.8);
    if (!night && i % 3) black += sliver({ x: top.x + 2, y: top.y }, { x: foot.x + 2, y: foot.y }, w);
  }
  canvas.fill(white, "#fff");
  canvas.fill(black, "#000");
}

function lightning(canvas: Canvas, seed: number): void {
  const { x, y, width, height } = canvas.bounds;
  const random = randomFrom(`${seed} lightning`);
  const spine: Point[] = [{ x: x + width * random.between(0.15, 0.85), y: y - 5 }];
  for (let i = 1; i <= 7; i++) {
    const last = spine.at(-1) ?? { x, y };
    spine.push({ x: last.x + random.between(-0.07, 0.07) * width, y: y + (height * 0.5 * i) / 7 });
  }
  const back = [...spine].reverse().map((p, i) => ({ x: p.x + 2 + i * 1.1, y: p.y }));
  canvas.shape(corners([...spine, ...back]), "#fff", 1.6, "#000");
}

/** Flakes in three sizes, the large ones near. */
function snow(canvas: Canvas, { night, seed, amount }: WeatherLayer): void {
  const { x, y, width, height } = canvas.bounds;
  const random = randomFrom(`${seed} snow ${amount}`);
  let path = "";
  for (let i = 0; i < Math.min(150, ((width * height) / 1700) * amount); i++)
    path += circlePath(x + random() * width, y + random() * height, 1.4 + random() ** 3 * 5.4);
  canvas.raw(`<path d="${path}" fill="#fff" stroke="#000" stroke-width="${night ? 0 : 0.8}"/>`);
}

/** Bands of white that swallow the ground, with a few drawn wisps. */
function fog(canvas: Canvas, { night, seed, amount }: WeatherLayer): void {
  const { x, y, width, height } = canvas.bounds;
  const random = randomFrom(`${seed} fog ${amount}`);
  for (let i = 0; i < 3; i++) {
    const top = y + height * random.between(0.3, 0.75);
    const band = height * random.between(0.12, 0.2);
    const most = (night ? 0.5 : 0.85) * amount;
    canvas.gradient({ x, y: top - band, width, height: band }, 0, most, { ink: "white" });
    canvas.gradient({ x, y: top, width, height: band }, most, 0, { ink: "white" });
  }
}

/** Long bowed strokes and loose leaves. */
function wind(canvas: Canvas, { night, seed, amount }: WeatherLayer): void {
  const { x, y, width, height } = canvas.bounds;
  const random = randomFrom(`${seed} wind ${amount}`);
  let path = "";
  for (let i = 0; i < 9 * amount; i++) {
    const from = { x: x + random.between(-0.1, 0.7) * width, y: y + random() * height };
    const length = width * random.between(0.15, 0.4);
    path += penStroke(
      [
        from,
        { x: from.x + length * 0.4, y: from.y - 12 },
        { x: from.x + length * 0.75, y: from.y + 5 },
        { x: from.x + length, y: from.y - 6 },
      ],
      2.2,
      { swellTo: 0.4, thinFrom: 0.5, tip: 0 },
    );
  }
  for (let i = 0; i < 10 * amount; i++) {
    const p = { x: x + random() * width, y: y + random() * height };
    const s = random.between(5, 11);
    path += penStroke([p, { x: p.x + s, y: p.y - s * 0.5 }, { x: p.x + s * 2, y: p.y }], s * 0.7, {
      swellTo: 0.5,
      thinFrom: 0.5,
      tip: 0,
    });
  }
  canvas.fill(path, night ? "#fff" : "#000");
}
