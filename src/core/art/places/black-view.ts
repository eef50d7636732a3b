import { type Random, randomFrom } from "../../geometry/random.ts";
import { brief, type Canvas, corners } from "../canvas.ts";
import { circlePath } from "../tone.ts";

/** A black picture for words that need no other: the night sky where it could be seen, else a dark room with a door ajar or plain black that pales towards one edge. */
export function drawBlack(canvas: Canvas, seed: number, where: "night sky" | "room" | "nowhere"): void {
  canvas.flood("#000");
  const random = randomFrom(`${seed} black`);
  if (where === "night sky") (random() < 0.6 ? stars : crescent)(canvas, random);
  else if (where === "room" && random() < 0.5) doorAjar(canvas, random);
  else paleEdge(canvas, random);
}

function stars(canvas: Canvas, random: Random): void {
  const { x, y, width, height } = canvas.bounds;
  let path = "";
  const count = Math.min(110, (width * height) / 2600);
  for (let i = 0; i < count; i++)
    path += circlePath(x + random() * width, y + random() * height, 0.7 + random() ** 4 * 2.4);
  canvas.gradient({ x, y: y + height * 0.5, width, height: height * 0.5 }, 0, 0.16, { ink: "white" });
  canvas.solid(path, "#fff");
}

function crescent(canvas: Canvas, random: Random): void {
  const { x, y, width, height } = canvas.bounds;
  const r = Math.min(width, height) * 0.13;
  const centre = { x: x + width * random.between(0.64, 0.8), y: y + height * random.between(0.26, 0.36) };
  canvas.glow(centre, [r * 0.9, r * 2.2], [0.2, 0], "white");
  canvas.fill(circlePath(centre.x, centre.y, r), "#fff");
  canvas.fill(circlePath(centre.x - r * 0.3, centre.y - r * 0.12, r * 0.9), "#000");
}

/** Light from one side, as from a room beyond. */
function paleEdge(canvas: Canvas, random: Random): void {
  const { x, y, width, height } = canvas.bounds;
  canvas.gradient({ x, y: y + height * 0.45, width, height: height * 0.55 }, 0, random.between(0.26, 0.4), {
    ink: "white",
  });
}

/** A door that stands ajar: a bright slit, the light that falls from it over the floor, the edge of the door. */
function doorAjar(canvas: Canvas, random: Random): void {
  const { x, y, width, height } = canvas.bounds;
  const left = random() < 0.5;
  const slit = x + width * (left ? random.between(0.16, 0.28) : random.between(0.72, 0.84));
  const [top, foot] = [y + height * 0.16, y + height * 0.78];
  const wide = Math.max(5, Math.min(width, height) * 0.022);
  const [leaf, dir] = [Math.min(width * 0.3, height * 0.3), left ? 1 : -1];
  const end = y + height + 4;
  const fan = corners([
    { x: slit, y: foot },
    { x: slit + wide, y: foot },
    { x: slit + wide + dir * width * 0.3 + leaf * 0.3, y: end },
    { x: slit + dir * width * 0.1, y: end },
  ]);
  canvas.fill(fan, canvas.sparks(0.34));
  canvas.fill(
    corners([
      { x: slit, y: top },
      { x: slit + wide, y: top },
      { x: slit + wide, y: foot },
      { x: slit, y: foot },
    ]),
    "#fff",
  );
  canvas.line(`M${brief(slit)} ${brief(top)}H${brief(slit - dir * leaf)}V${brief(foot)}H${brief(slit)}`, 1.4, "#777");
  canvas.fill(circlePath(slit - dir * wide * 1.8, (top + foot) / 2 + height * 0.03, wide * 0.5), "#bbb");
}
