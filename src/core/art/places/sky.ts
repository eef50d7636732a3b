import type { Point, Rect } from "../../geometry/geometry.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import { brief, type Canvas, corners, sliver } from "../canvas.ts";
import { penStroke } from "../ink.ts";
import { circlePath } from "../tone.ts";
import type { Light } from "./light.ts";

/** What the sky does over a place: graded tone, clouds, sun, moon and stars, down to the horizon; `behind` is drawn before the clouds. */
export function drawSky(canvas: Canvas, light: Light, horizon: number, seed: number, behind?: () => void): void {
  const { x, y, width } = canvas.bounds;
  const sky: Rect = { x: x - 2, y: y - 2, width: width + 4, height: Math.max(20, horizon - y + 4) };
  const random = randomFrom(`${seed} sky`);
  if (light.dark) nightSky(canvas, light, sky, random);
  else daySky(canvas, light, sky, random, behind);
}

function daySky(canvas: Canvas, light: Light, sky: Rect, random: Random, behind?: () => void): void {
  const { weather, time } = light;
  canvas.flood("#fff");
  if (weather === "storm") {
    canvas.gradient(sky, 0.92, 0.35, { ink: "black" });
    heavyClouds(canvas, sky, random);
    lightning(canvas, sky, random);
    return;
  }
  if (weather === "rain" || weather === "snow") {
    canvas.gradient(sky, weather === "rain" ? 0.42 : 0.34, 0.06, { ink: "black" });
    return;
  }
  if (weather === "fog") {
    canvas.gradient(sky, 0.22, 0.04, { ink: "black" });
    return;
  }
  if (time === "dusk") lowSun(canvas, sky, random, [0.8, 0.08]);
  else if (time === "dawn") lowSun(canvas, sky, random, [0.4, 0]);
  else canvas.gradient({ ...sky, height: sky.height * 0.85 }, random.between(0.2, 0.4), 0, { ink: "black" });
  behind?.();
  const count = weather === "cloudy" ? 5 : 3;
  for (let i = 0; i < count; i++) {
    const w = sky.width * random.between(0.24, 0.5);
    const centre = {
      x: sky.x + sky.width * ((i + random.between(0.2, 0.8)) / count),
      y: sky.y + sky.height * random.between(0.22, 0.85),
    };
    cloud(canvas, centre, w, Math.min(w * 0.42, sky.height * 0.3), random, "#fff", "#000");
  }
  if (weather !== "cloudy") birds(canvas, sky, random);
}

function lowSun(canvas: Canvas, sky: Rect, random: Random, [top, foot]: [number, number]): void {
  canvas.gradient(sky, top, foot, { ink: "black" });
  const radius = Math.min(sky.width, sky.height) * 0.16;
  const centre = { x: sky.x + sky.width * random.between(0.3, 0.7), y: sky.y + sky.height - radius * 0.9 };
  canvas.glow(centre, [radius, radius * 2.6], [0.85, 0], "white");
  canvas.shape(circlePath(centre.x, centre.y, radius), "#fff", 2, "#000");
}

function nightSky(canvas: Canvas, light: Light, sky: Rect, random: Random): void {
  canvas.flood("#000");
  const wet =
    light.weather === "rain" || light.weather === "storm" || light.weather === "fog" || light.weather === "snow";
  canvas.gradient({ ...sky, y: sky.y + sky.height * 0.35, height: sky.height * 0.66 }, 0, wet ? 0.4 : 0.3, {
    ink: "white",
  });
  if (wet) {
    if (light.weather !== "storm") return;
    heavyClouds(canvas, sky, random);
    lightning(canvas, sky, random);
    return;
  }
  stars(canvas, sky, random);
  const radius = Math.max(13, Math.min(sky.width, sky.height) * 0.11);
  const centre = {
    x: sky.x + sky.width * random.between(0.16, 0.84),
    y: sky.y + Math.max(radius * 1.3, sky.height * random.between(0.22, 0.36)),
  };
  canvas.fill(circlePath(centre.x, centre.y, radius * 1.16), "#000");
  canvas.glow(centre, [radius, radius * 2.5], [0.5, 0], "white");
  canvas.fill(circlePath(centre.x, centre.y, radius), "#fff");
  for (const [dx, dy, r] of [
    [-0.3, -0.2, 0.22],
    [0.25, 0.3, 0.28],
    [0.3, -0.35, 0.14],
  ] as const)
    canvas.fill(circlePath(centre.x + dx * radius, centre.y + dy * radius, r * radius), canvas.dots(0.14, null));
  for (let i = 0; i < 2; i++) {
    const w = sky.width * random.between(0.3, 0.5);
    streakCloud(
      canvas,
      { x: centre.x + random.between(-0.5, 0.5) * w, y: centre.y + radius * random.between(0.5, 1.8) },
      w,
      random,
    );
  }
}

function stars(canvas: Canvas, sky: Rect, random: Random): void {
  let path = "";
  const count = Math.round(Math.min(70, (sky.width * sky.height) / 5200));
  for (let i = 0; i < count; i++) {
    const [x, y] = [sky.x + random() * sky.width, sky.y + random() ** 1.3 * sky.height];
    const size = random() ** 3 * 2.6 + 0.8;
    path += circlePath(x, y, size);
    if (size > 2.6) {
      const reach = size * 4;
      path +=
        sliver({ x: x - reach, y }, { x: x + reach, y }, 1.6) + sliver({ x, y: y - reach }, { x, y: y + reach }, 1.6);
    }
  }
  canvas.solid(path, "#fff");
}

/** A heap of round billows on a flat foot, with its shadow in tone. */
export function cloud(
  canvas: Canvas,
  centre: Point,
  width: number,
  height: number,
  random: Random,
  paper: string,
  ink: string,
): void {
  const lumps = 7;
  const foot = centre.y + height / 2;
  const tops: Point[] = [];
  for (let i = 0; i <= lumps; i++) {
    const t = i / lumps;
    const rise = Math.sin(Math.PI * Math.min(1, Math.max(0, t))) ** 0.8 * height * random.between(0.7, 1.05);
    tops.push({ x: centre.x - width / 2 + t * width + random.between(-0.03, 0.03) * width, y: foot - rise });
  }
  const outline = scallops(tops, random);
  const closed = `${outline}L${brief(centre.x + width / 2)} ${brief(foot)}Q${brief(centre.x)} ${brief(foot + height * 0.12)} ${brief(centre.x - width / 2)} ${brief(foot)}Z`;
  canvas.fill(closed, paper);
  for (const [share, coverage] of [
    [0.3, 0.12],
    [0.18, 0.24],
  ] as const) {
    const under = tops.map((p) => ({
      x: centre.x + (p.x - centre.x) * 0.97,
      y: foot - (foot - p.y) * share * random.between(0.7, 1.2),
    }));
    canvas.fill(
      `${scallops(under, random)}L${brief(centre.x)} ${brief(foot + height * 0.05)}Z`,
      ink === "#000" ? canvas.dots(coverage, null) : canvas.sparks(coverage),
    );
  }
  canvas.line(outline, 1.8, ink);
  const inner: string[] = [];
  for (let i = 0; i < 4; i++) {
    const [x, y] = [centre.x + random.between(-0.3, 0.3) * width, foot - height * random.between(0.25, 0.6)];
    const r = height * random.between(0.12, 0.22);
    inner.push(
      penStroke(
        [
          { x: x - r, y: y + r * 0.3 },
          { x: x - r * 0.4, y: y - r * 0.5 },
          { x: x + r * 0.5, y: y - r * 0.4 },
          { x: x + r, y: y + r * 0.4 },
        ],
        1.8,
      ),
    );
  }
  canvas.fill(inner.join(""), ink);
}

/** Path data of arcs from point to point, bulging outwards (points run clockwise). */
export function scallops(points: readonly Point[], random: Random): string {
  let path = "";
  points.forEach((p, i) => {
    const before = points[i - 1];
    if (!before) {
      path = `M${brief(p.x)} ${brief(p.y)}`;
      return;
    }
    const radius = Math.hypot(p.x - before.x, p.y - before.y) * random.between(0.5, 0.66);
    path += `A${brief(radius)} ${brief(radius)} 0 0 1 ${brief(p.x)} ${brief(p.y)}`;
  });
  return path;
}

function streakCloud(canvas: Canvas, centre: Point, width: number, random: Random): void {
  let body = "";
  for (let i = 0; i < 4; i++) {
    const [w, dy] = [width * random.between(0.4, 1), i * width * 0.03];
    const x = centre.x + random.between(-0.25, 0.25) * width;
    const thick = width * random.between(0.03, 0.06);
    body += corners([
      { x: x - w / 2, y: centre.y + dy },
      { x: x - w * 0.2, y: centre.y + dy - thick },
      { x: x + w * 0.15, y: centre.y + dy - thick * 0.8 },
      { x: x + w / 2, y: centre.y + dy },
      { x, y: centre.y + dy + thick * 0.5 },
    ]);
  }
  canvas.shape(body, "#000", 1, "#000");
  canvas.fill(body, canvas.sparks(0.16));
}

/** A forked bolt that comes out of the clouds; it belongs to the sky, behind all that stands under it. */
function lightning(canvas: Canvas, sky: Rect, random: Random): void {
  const top = { x: sky.x + sky.width * random.between(0.2, 0.8), y: sky.y + sky.height * 0.34 };
  const bolt = (from: Point, steps: number, reach: number): Point[] => {
    const points = [from];
    for (let i = 1; i <= steps; i++) {
      const last = points.at(-1) ?? from;
      points.push({ x: last.x + random.between(-0.05, 0.05) * sky.width, y: last.y + reach / steps });
    }
    return points;
  };
  const main = bolt(top, 7, sky.height * 0.64);
  const fork = bolt(main[3] ?? top, 4, sky.height * 0.3).map((p, i) => ({ x: p.x + i * sky.width * 0.03, y: p.y }));
  const width = Math.max(6, sky.width * 0.012);
  const body =
    penStroke(main, width, { swellTo: 0.02, thinFrom: 0.2, tip: 0 }) +
    penStroke(fork, width * 0.6, { swellTo: 0.02, thinFrom: 0.2, tip: 0 });
  canvas.raw(`<path d="${body}" fill="#fff" stroke="#000" stroke-width="1.4"/>`);
}

function heavyClouds(canvas: Canvas, sky: Rect, random: Random): void {
  for (let row = 0; row < 3; row++) {
    const y = sky.y + sky.height * (0.46 - row * 0.2);
    const points: Point[] = [];
    for (let i = 10; i >= 0; i--)
      points.push({ x: sky.x - 20 + ((sky.width + 40) * i) / 10, y: y + random.between(-0.06, 0.08) * sky.height });
    const outline = scallops(points, random);
    canvas.shape(
      `${outline}L${brief(sky.x - 20)} ${brief(sky.y - 10)}L${brief(sky.x + sky.width + 20)} ${brief(sky.y - 10)}Z`,
      canvas.dots(0.6 + row * 0.2),
      2,
      "#000",
    );
  }
}

function birds(canvas: Canvas, sky: Rect, random: Random): void {
  let path = "";
  const at = { x: sky.x + sky.width * random.between(0.25, 0.75), y: sky.y + sky.height * random.between(0.2, 0.5) };
  for (let i = 0; i < 4; i++) {
    const [x, y, s] = [at.x + random.between(-60, 60), at.y + random.between(-26, 26), random.between(5, 11)];
    path += penStroke(
      [
        { x: x - s, y: y - s * 0.3 },
        { x: x - s * 0.4, y: y - s * 0.5 },
        { x, y },
        { x: x + s * 0.4, y: y - s * 0.5 },
        { x: x + s, y: y - s * 0.25 },
      ],
      2,
    );
  }
  canvas.fill(path, "#000");
}
