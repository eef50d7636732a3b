import * as steady from "../../geometry/steady-math.ts";
import type { Point, Rect } from "../../geometry/geometry.ts";
import { type Random, randomFrom } from "../../geometry/random.ts";
import { brief, type Canvas, corners, sliver } from "../canvas.ts";
import { penStroke, smoothPath } from "../ink.ts";
import { circlePath } from "../tone.ts";
import { fairClouds } from "./clouds.ts";
import type { Light } from "./light.ts";
import { scallops } from "./scallops.ts";
import { clearDisc } from "./sky-disc.ts";

/** Share of the sky over houses in which clouds float: lower down one would sit on a chimney. */
export const overRoofs = 0.58;

/** What the sky does over a place: graded tone, clouds in the upper `share` of it, sun, moon and stars, down to the horizon. */
export function drawSky(canvas: Canvas, light: Light, horizon: number, seed: number, share = 1): void {
  const { x, y, width } = canvas.bounds;
  const sky: Rect = { x: x - 2, y: y - 2, width: width + 4, height: Math.max(20, horizon - y + 4) };
  const random = randomFrom(`${seed} sky`);
  canvas.as("sky", () => {
    if (light.dark || canvas.palette?.night) nightSky(canvas, light, sky, random);
    else daySky(canvas, light, sky, share, random);
  });
}

function daySky(canvas: Canvas, light: Light, sky: Rect, share: number, random: Random): void {
  const { weather, time } = light;
  canvas.flood("#fff");
  if (weather === "storm") {
    canvas.gradient(sky, 0.92, 0.35, { ink: "black" });
    heavyClouds(canvas, sky, random);
    lightning(canvas, sky, random);
    return;
  }
  if (weather === "rain" || weather === "snow") {
    // White flakes and white roofs need a middle tone behind them down to the ground.
    const [top, low] = weather === "rain" ? [0.42, 0.06] : time === "night" ? [0.94, 0.6] : [0.58, 0.3];
    canvas.gradient(sky, top, low, { ink: "black" });
    return;
  }
  if (weather === "fog") {
    canvas.gradient(sky, 0.22, 0.04, { ink: "black" });
    return;
  }
  if (weather === "cloudy") {
    if (time !== "day") canvas.gradient(sky, 0.3, 0.1, { ink: "black" });
    overcast(canvas, sky, random);
    return;
  }
  if (time === "dusk") lowSun(canvas, light, sky, random, [0.62, 0.04]);
  else if (time === "dawn") lowSun(canvas, light, sky, random, [0.4, 0]);
  else canvas.gradient({ ...sky, height: sky.height * 0.85 }, random.between(0.2, 0.4), 0, { ink: "black" });
  fairClouds(canvas, light, { ...sky, height: sky.height * share }, random);
  birds(canvas, light, sky, random);
}

function lowSun(canvas: Canvas, light: Light, sky: Rect, random: Random, [top, foot]: [number, number]): void {
  canvas.gradient(sky, top, foot, { ink: "black" });
  const radius = Math.min(sky.width, sky.height) * 0.2;
  const chosen = { x: sky.x + sky.width * random.between(0.3, 0.7), y: sky.y + sky.height, radius };
  const centre = clearDisc(chosen, sky, light.taken);
  if (!centre) return;
  // A whole disc on a dark sky would be a moon: half of it stands on the horizon in its own light.
  canvas.veil(centre, [radius, radius * 3.4], 1, "white");
  canvas.fill(circlePath(centre.x, centre.y, radius), "#fff");
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
  // A covered sky has neither moon nor stars.
  if (light.weather === "cloudy") {
    for (let i = 0; i < 4; i++)
      streakCloud(
        canvas,
        { x: sky.x + sky.width * random(), y: sky.y + sky.height * (0.2 + 0.16 * i) },
        sky.width * random.between(0.4, 0.7),
        random,
      );
    return;
  }
  const radius = Math.max(13, Math.min(sky.width, sky.height) * 0.11);
  const chosen = {
    x: sky.x + sky.width * random.between(0.16, 0.84),
    y: sky.y + Math.max(radius * 1.3, sky.height * random.between(0.22, 0.36)),
    radius,
  };
  const seen = clearDisc(chosen, sky, light.taken);
  const centre = seen ?? chosen;
  stars(canvas, sky, centre, random);
  // No halo round it: on black its bands would be rings. No spots on it either: three of them are a ball with finger holes.
  if (seen) canvas.fill(circlePath(seen.x, seen.y, radius), "#fff");
  for (let i = 0; i < 2; i++) {
    const w = sky.width * random.between(0.3, 0.5);
    streakCloud(
      canvas,
      { x: centre.x + random.between(-0.5, 0.5) * w, y: centre.y + radius * random.between(1.5, 2.2) },
      w,
      random,
    );
  }
}

function stars(canvas: Canvas, sky: Rect, moon: Point & { radius: number }, random: Random): void {
  let path = "";
  const count = Math.round(Math.min(70, (sky.width * sky.height) / 5200));
  for (let i = 0; i < count; i++) {
    // None so low that a roof or a tree would cut it, and no great one at the edge of the picture.
    const [x, y] = [sky.x + random() * sky.width, sky.y + (0.05 + 0.5 * random() ** 1.3) * sky.height];
    const size = random() ** 3 * 2.6 + 0.8;
    if (Math.hypot(x - moon.x, y - moon.y) < moon.radius * 2) continue;
    path += circlePath(x, y, size);
    if (size > 2.6) {
      const reach = size * 4;
      path +=
        sliver({ x: x - reach, y }, { x: x + reach, y }, 1.6) + sliver({ x, y: y - reach }, { x, y: y + reach }, 1.6);
    }
  }
  canvas.solid(path, "#fff");
}

/** A low cover of cloud in long level bands, darker towards the top. */
function overcast(canvas: Canvas, sky: Rect, random: Random): void {
  for (let band = 0; band < 4; band++) {
    const y = sky.y + sky.height * (0.78 - band * 0.2);
    const points: Point[] = [];
    for (let i = 0; i <= 14; i++)
      points.push({
        x: sky.x - 20 + ((sky.width + 40) * i) / 14,
        y: y + steady.sin(i * 0.9 + band * 2) * sky.height * 0.012 + random.between(-0.012, 0.012) * sky.height,
      });
    canvas.fill(
      `${smoothPath(points, false)}L${brief(sky.x + sky.width + 20)} ${brief(sky.y - 10)}L${brief(sky.x - 20)} ${brief(sky.y - 10)}Z`,
      canvas.dots(0.14 + band * 0.13),
    );
  }
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

/** A jagged bolt, broad where it leaves the clouds; it belongs to the sky, behind all that stands under it. */
function lightning(canvas: Canvas, sky: Rect, random: Random): void {
  const top = { x: sky.x + sky.width * random.between(0.25, 0.75), y: sky.y + sky.height * 0.2 };
  const reach = sky.height * 0.78;
  const dir = random() < 0.5 ? -1 : 1;
  const bolt = boltShape.map(([u, v]) => ({ x: top.x + dir * u * reach * 0.62, y: top.y + v * reach }));
  canvas.glow({ x: top.x, y: top.y + 0.2 * reach }, [0, reach * 0.6], [0.5, 0], "white");
  canvas.shape(corners(bolt), "#fff", 1.8, "#000");
}

/** A bolt one unit high: broad strokes down, each set back a little from the one before. */
const boltShape = [
  [0.02, 0],
  [0.16, 0],
  [0.07, 0.28],
  [0.17, 0.26],
  [0.05, 0.56],
  [0.14, 0.54],
  [-0.1, 1],
  [-0.02, 0.65],
  [-0.1, 0.67],
  [0.0, 0.36],
  [-0.09, 0.38],
] as const;

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

function birds(canvas: Canvas, light: Light, sky: Rect, random: Random): void {
  let path = "";
  const at = { x: sky.x + sky.width * random.between(0.25, 0.75), y: sky.y + sky.height * random.between(0.2, 0.5) };
  for (let i = 0; i < 4; i++) {
    // Beside each other, or two would be one black knot.
    const x = at.x + (i - 1.5) * random.between(26, 38);
    const [y, s] = [at.y + random.between(-26, 26), random.between(5, 11)];
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
  canvas.fill(path, light.ink);
}
