import type { Point } from "../../geometry/geometry.ts";
import type { Random } from "../../geometry/random.ts";
import { brief, type Canvas, corners, rayLength, sliver } from "../canvas.ts";
import { boxPath } from "../graded-tone.ts";
import { grass } from "../places/foliage.ts";
import { cloud } from "../places/sky.ts";
import { circlePath } from "../tone.ts";
import type { PropGround } from "./prop-shape.ts";

/** What a thing lies on or floats before, over the whole panel. `size` is half the thing's height in page units. */
export function drawBehind(
  canvas: Canvas,
  ground: PropGround,
  { centre, size, night, random }: { centre: Point; size: number; night: boolean; random: Random },
): void {
  const { x, y, width, height } = canvas.bounds;
  switch (ground) {
    case "board":
      board(canvas, night, random);
      return;
    case "glow":
      canvas.flood("#000");
      canvas.glow({ x: centre.x, y: centre.y - size * 0.3 }, [size * 0.25, size * 1.9], [0.95, 0], "white");
      rays(canvas, { x: centre.x, y: centre.y - size * 0.4 }, size, random);
      return;
    case "mat":
      mat(canvas, night, random);
      return;
    case "sea":
      sea(canvas, night, { ...centre, y: centre.y + size * 0.3 }, random);
      return;
    case "dusk":
      dusk(canvas, night, centre, size);
      return;
    case "burst":
      burst(canvas, centre, size, random);
      return;
    case "sky":
      skyBehind(canvas, night, random);
      return;
    case "floor":
    case "ground":
      canvas.flood(canvas.dots(night ? 0.75 : 0.16));
      canvas.fill(boxPath(x - 2, y + height * 0.62, width + 4, height * 0.4), night ? canvas.dots(0.4) : "#fff");
      canvas.line(`M${brief(x)} ${brief(y + height * 0.62)}H${brief(x + width)}`, 2, "#000");
      if (ground === "ground")
        grass(
          canvas,
          { x, y: y + height * 0.97 },
          { x: x + width, y: y + height * 0.97 },
          9,
          height * 0.09,
          random,
          "#000",
        );
      return;
    case "wall":
      wall(canvas, night, random);
      return;
    case "plain":
      canvas.flood("#fff");
      canvas.gradient(canvas.bounds, night ? 0.95 : 0.5, night ? 0.4 : 0.04, { ink: "black" });
      rays(canvas, centre, size * 1.1, random);
  }
}

/** A table top seen from above at a slant: boards with grain, darker behind. */
function board(canvas: Canvas, night: boolean, random: Random): void {
  const { x, y, width, height } = canvas.bounds;
  canvas.flood(canvas.dots(night ? 0.3 : 0.08));
  const edge = y + height * 0.2;
  let lines = "";
  let grainLines = "";
  for (let i = -5; i <= 5; i++) {
    const top = x + width / 2 + (i * width) / 7;
    const foot = x + width / 2 + (i * width) / 3.2;
    lines += corners(
      [
        { x: top, y: edge },
        { x: foot, y: y + height + 4 },
      ],
      false,
    );
    for (let k = 0; k < 5; k++) {
      const [t, u] = [random() ** 0.7, random.between(0.1, 0.9)];
      const at = (v: number): { x: number; y: number } => ({
        x: top + (foot - top) * v + u * (width / 7 + (width / 3.2 - width / 7) * v),
        y: edge + (height * 0.8 + 4) * v,
      });
      grainLines += sliver(at(t), at(Math.min(1, t + random.between(0.06, 0.2))), random.between(1, 2.2));
    }
  }
  canvas.line(lines, 1.8, "#000");
  canvas.fill(grainLines, "#000");
  canvas.fill(boxPath(x - 2, y - 2, width + 4, height * 0.2 + 2), night ? "#000" : canvas.dots(0.75));
  canvas.line(`M${brief(x)} ${brief(edge)}H${brief(x + width)}`, 3, "#000");
  canvas.glow(
    { x: x + width / 2, y: y + height * 0.55 },
    [Math.min(width, height) * 0.4, Math.hypot(width, height) * 0.62],
    [0, night ? 0.8 : 0.3],
    "black",
  );
}

function wall(canvas: Canvas, night: boolean, random: Random): void {
  const { x, y, width, height } = canvas.bounds;
  canvas.flood(canvas.dots(night ? 0.5 : 0.1));
  let lines = "";
  for (let i = 0; i < 16; i++) {
    const p = { x: x + random() * width, y: y + random() * height };
    lines += sliver(p, { x: p.x + random.between(-14, 14), y: p.y + random.between(8, 30) }, 1.5);
  }
  canvas.fill(lines, "#000");
  canvas.gradient({ x, y, width, height: height * 0.5 }, night ? 0.9 : 0.5, 0, { ink: "black" });
}

/** Open air: clouds by day, stars and a pale glow by night. */
export function skyBehind(canvas: Canvas, night: boolean, random: Random): void {
  const { x, y, width, height } = canvas.bounds;
  if (night) {
    canvas.flood("#000");
    canvas.gradient({ x, y: y + height * 0.4, width, height: height * 0.6 }, 0, 0.36, { ink: "white" });
    let stars = "";
    for (let i = 0; i < 40; i++)
      stars += circlePath(x + random() * width, y + random() * height * 0.8, 0.8 + random() ** 3 * 2.4);
    canvas.fill(stars, "#fff");
    canvas.glow({ x: x + width / 2, y: y + height / 2 }, [0, height * 0.62], [0.4, 0], "white");
    return;
  }
  canvas.flood("#fff");
  canvas.gradient({ x, y, width, height }, 0.4, 0, { ink: "black" });
  for (let i = 0; i < 3; i++)
    cloud(
      canvas,
      { x: x + width * ((i + random()) / 3), y: y + height * random.between(0.25, 0.8) },
      width * random.between(0.3, 0.5),
      height * 0.16,
      random,
      "#fff",
      "#000",
    );
}

/** Thin strokes that point at the thing from all sides. */
function rays(canvas: Canvas, centre: { x: number; y: number }, size: number, random: Random): void {
  let path = "";
  for (let i = 0; i < 64; i++) {
    const a = (i / 64) * 2 * Math.PI + random.between(-0.04, 0.04);
    const from = size * random.between(1.25, 1.6);
    const far = Math.max(from, rayLength(canvas.bounds, centre, a, 10));
    path += sliver(
      { x: centre.x + Math.cos(a) * from, y: centre.y + Math.sin(a) * from },
      { x: centre.x + Math.cos(a) * far, y: centre.y + Math.sin(a) * far },
      random.between(1, 2.6),
    );
  }
  canvas.fill(path, "#fff");
}

/** Straw mats that run away from the reader: an even weave, and the cloth border where two of them meet. */
function mat(canvas: Canvas, night: boolean, random: Random): void {
  const { x, y, width, height } = canvas.bounds;
  canvas.flood(canvas.dots(night ? 0.3 : 0.05));
  const edge = y + height * 0.2;
  let weave = "";
  for (let depth = 0; depth < 1; depth += 0.016 + depth * 0.012)
    weave += `M${brief(x - 2)} ${brief(edge + depth * height * 0.84)}H${brief(x + width + 2)}`;
  canvas.line(weave, 0.8, "#000");
  for (const at of [random.between(0.06, 0.16), random.between(0.78, 0.9)]) {
    const top = x + width * (0.5 + (at - 0.5) * 0.8);
    const foot = x + width * (0.5 + (at - 0.5) * 1.5);
    const border: Point[] = [
      { x: top - width * 0.012, y: edge },
      { x: top + width * 0.012, y: edge },
      { x: foot + width * 0.026, y: y + height + 4 },
      { x: foot - width * 0.026, y: y + height + 4 },
    ];
    canvas.shape(corners(border), canvas.dots(0.55), 1.8, "#000");
  }
  canvas.fill(boxPath(x - 2, y - 2, width + 4, height * 0.2 + 2), night ? "#000" : canvas.dots(0.7));
  canvas.line(`M${brief(x)} ${brief(edge)}H${brief(x + width)}`, 3, "#000");
  if (night)
    canvas.glow(
      { x: x + width / 2, y: y + height / 2 },
      [Math.min(width, height) * 0.35, Math.hypot(width, height) * 0.6],
      [0, 0.8],
      "black",
    );
}

/** Water to the sky's edge, with short waves that grow towards the reader. */
function sea(canvas: Canvas, night: boolean, { y: level }: Point, random: Random): void {
  const { x, y, width, height } = canvas.bounds;
  skyBehind(canvas, night, random);
  const edge = Math.max(y + height * 0.35, Math.min(level, y + height * 0.72));
  canvas.fill(boxPath(x - 2, edge, width + 4, y + height - edge + 4), night ? canvas.dots(0.85) : canvas.dots(0.3));
  canvas.line(`M${brief(x - 2)} ${brief(edge)}H${brief(x + width + 2)}`, 2, night ? "#fff" : "#000");
  const [light, dark] = [[""], [""]];
  for (let i = 0; i < 110; i++) {
    const depth = random() ** 1.4;
    const at = { x: x + random() * width, y: edge + 4 + depth * (y + height - edge) };
    const long = (0.03 + depth * 0.12) * width * random.between(0.5, 1.2);
    (i % 3 ? dark : light).push(
      sliver(at, { x: at.x + long, y: at.y + random.between(-3, 3) * depth }, 1.4 + depth * 4),
    );
  }
  canvas.fill(light.join(""), "#fff");
  canvas.solid(dark.join(""), night ? "#fff" : "#000");
}

/** The last light behind a dark thing. */
function dusk(canvas: Canvas, night: boolean, centre: Point, size: number): void {
  const { x, y, width, height } = canvas.bounds;
  if (night) {
    canvas.flood("#000");
    canvas.gradient({ x, y: y + height * 0.3, width, height: height * 0.7 }, 0, 0.3, { ink: "white" });
  } else {
    canvas.flood("#fff");
    canvas.gradient({ x, y, width, height }, 0.48, 0.06, { ink: "black" });
  }
  canvas.glow(centre, [0, size * 1.6], [night ? 0.5 : 0.9, 0], "white");
}

/** Something breaks or shines: wedges of black run at it from the edges of the panel. */
function burst(canvas: Canvas, centre: Point, size: number, random: Random): void {
  canvas.flood("#fff");
  let path = "";
  for (let i = 0; i < 46; i++) {
    const a = (i / 46) * 2 * Math.PI + random.between(-0.05, 0.05);
    const near = size * random.between(1.16, 1.5);
    const far = rayLength(canvas.bounds, centre, a, 8);
    if (far <= near) continue;
    const wide = random.between(0.012, 0.04);
    const at = (r: number, angle: number): Point => ({
      x: centre.x + Math.cos(angle) * r,
      y: centre.y + Math.sin(angle) * r,
    });
    path += corners([at(near, a), at(far, a - wide), at(far, a + wide)]);
  }
  canvas.solid(path, "#000");
}
