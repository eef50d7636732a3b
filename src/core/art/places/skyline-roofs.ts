import type { Point } from "../../geometry/geometry.ts";
import type { Random } from "../../geometry/random.ts";
import type { PlaceSheet } from "../artist.ts";
import { brief, type Canvas, corners } from "../canvas.ts";
import { boxPath } from "../graded-tone.ts";
import type { Light } from "./light.ts";

/** Roofs against the sky, seen straight from the front: a few large houses with ridge, eaves and a window, and paler ones behind. */

/** A house by its front: where its wall begins, how wide it is, where its eaves run and how high its roof rises above them. */
interface Front {
  x: number;
  wide: number;
  eaves: number;
  rise: number;
}

/** Height of a roof's outline over its eaves, from 0 to 1, at a share of the wall's width; it reaches `over` beyond both walls. */
interface Outline {
  over: number;
  /** How far the corners of the eaves sweep up, as a share of the rise. */
  lift: number;
  at(u: number): number;
}

interface Inks {
  roof: string;
  wall: string;
  far: string;
  line: string;
  pane: string;
  trim: string;
}

const inksOf = (canvas: Canvas, light: Light): Inks =>
  light.dark
    ? { roof: "#000", wall: "#000", far: "#000", line: "#ccc", pane: "#fff", trim: "#000" }
    : light.time === "dusk" || light.weather === "storm"
      ? { roof: "#000", wall: canvas.dots(0.8), far: canvas.dots(0.62), line: "#fff", pane: "#fff", trim: "#000" }
      : {
          roof: canvas.dots(0.5),
          wall: "#fff",
          far: canvas.dots(0.24),
          line: "#000",
          pane: canvas.dots(0.85),
          trim: "#fff",
        };

/** Hips that sweep up to a gable under the ridge. */
const hips = (lift: number): Outline => ({
  over: 0.15,
  lift,
  at: (u) => {
    const t = (0.5 - Math.abs(u - 0.5) + 0.15) / 0.33;
    return t >= 1 ? 1 : lift + 0.04 + (0.56 - lift) * Math.max(0, t) ** 1.6;
  },
});

const hipped = hips(0.1);
const sweeping = hips(0.17);

/** A ridge along the front. */
const along: Outline = { over: 0.07, lift: 0, at: (u) => (Math.abs(u - 0.5) > 0.54 ? 0 : 1) };

/** A gable that faces the reader. */
const gabled: Outline = { over: 0.09, lift: 0, at: (u) => Math.max(0, 1 - Math.abs(u - 0.5) / 0.59) };

/** A row of houses along the foot of the picture; of a gate only its own roof. `middle` is where no balloon hides it. */
export function skylineRoofs(canvas: Canvas, light: Light, sheet: PlaceSheet, middle: number, random: Random): void {
  const inks = inksOf(canvas, light);
  if (sheet.kind === "gate" && sheet.manner === "japanese") {
    gateRoof(canvas, inks, middle);
    return;
  }
  const { x, y, width, height } = canvas.bounds;
  const unit = Math.min(height * 0.46, width * 0.36);
  let at = x - unit * random.between(0.1, 0.5);
  while (at < x + width) {
    const wide = unit * random.between(0.6, 0.85);
    farHouse(canvas, inks, sheet, {
      x: at,
      wide,
      eaves: y + height - unit * random.between(0.5, 0.62),
      rise: wide * 0.4,
    });
    at += wide * random.between(1.1, 1.4);
  }
  canvas.fill(boxPath(x - 4, y + height - unit * 0.3, width + 8, unit * 0.3 + 6), inks.far);
  const count = Math.max(1, Math.min(3, Math.round(width / (unit * 1.9))));
  for (let i = 0; i < count; i++) {
    const wide = unit * random.between(0.95, 1.15);
    const centre = x + (width * (i + 0.5)) / count + random.between(-0.2, 0.2) * unit;
    const eaves = y + height - unit * random.between(0.26, 0.36);
    nearHouse(canvas, inks, sheet, { x: centre - wide / 2, wide, eaves, rise: wide * 0.42 }, random);
  }
}

function farHouse(canvas: Canvas, { far, line }: Inks, { manner }: PlaceSheet, front: Front): void {
  const low = canvas.bounds.y + canvas.bounds.height + 6;
  const { x, wide, eaves, rise } = front;
  const top = manner === "modern" ? boxPath(x, eaves - rise, wide, low - eaves + rise) : null;
  canvas.shape(boxPath(x, eaves, wide, low - eaves), far, 1.2, line);
  canvas.shape(top ?? roofPath(front, manner === "japanese" ? along : gabled), far, 1.2, line);
}

function nearHouse(canvas: Canvas, inks: Inks, { manner }: PlaceSheet, front: Front, random: Random): void {
  if (manner === "modern") {
    block(canvas, inks, front, random);
    return;
  }
  const { x, wide, eaves } = front;
  const low = canvas.bounds.y + canvas.bounds.height + 6;
  canvas.shape(boxPath(x, eaves - 2, wide, low - eaves + 2), inks.wall, 2, inks.line);
  const faces = random() < 0.45;
  if (manner === "european" && !faces) chimney(canvas, inks, front, 0.78);
  if (faces) gableEnd(canvas, inks, { ...front, rise: front.rise * (manner === "european" ? 1.35 : 0.95) }, manner);
  else tiledRoof(canvas, inks, front, manner === "japanese" ? hipped : along, manner);
  const pane = wide * 0.13;
  const top = eaves + pane * 0.55;
  for (const u of manner === "japanese" ? [0.5] : [0.25, 0.75])
    window(canvas, inks, { x: x + wide * u, y: top }, manner === "japanese" ? pane * 2.6 : pane, pane * 1.3, manner);
}

function roofPath(front: Front, outline: Outline): string {
  const { x, wide, eaves, rise } = front;
  const { over, at } = outline;
  const [top, foot]: [Point[], Point[]] = [[], []];
  for (let i = 0; i <= 60; i++) {
    const u = -over + ((1 + 2 * over) * i) / 60;
    top.push({ x: x + u * wide, y: eaves - at(u) * rise });
    foot.unshift({ x: x + u * wide, y: eavesAt(front, outline, u) });
  }
  return corners([...top, ...foot]);
}

/** Height on the page of the lower edge of a roof, which hangs a little in the middle. */
function eavesAt({ wide, eaves, rise }: Front, { over, lift }: Outline, u: number): number {
  const lip = wide * 0.025;
  const side = (2 * u - 1) / (1 + 2 * over);
  return eaves + lip - (lift * rise + lip) * side ** 2;
}

/** Courses of tiles that run down from the ridge, and the ridge with its end tiles. */
function tiledRoof(canvas: Canvas, inks: Inks, front: Front, outline: Outline, manner: PlaceSheet["manner"]): void {
  const { x, wide, eaves, rise } = front;
  canvas.shape(roofPath(front, outline), inks.roof, 2.6, inks.line);
  let lines = "";
  if (manner === "japanese") {
    for (let u = -outline.over + 0.05; u < 1 + outline.over - 0.02; u += 0.055)
      lines += `M${brief(x + u * wide)} ${brief(eavesAt(front, outline, u))}V${brief(eaves - outline.at(u) * rise * 0.94)}`;
  } else {
    for (let v = 0.14; v < 0.98; v += 0.14)
      lines += `M${brief(x - outline.over * wide + 2)} ${brief(eaves - v * rise)}H${brief(x + (1 + outline.over) * wide - 2)}`;
  }
  canvas.line(lines, 1.2, inks.line);
  const [from, to] = outline.lift > 0 ? [0.15, 0.85] : [-outline.over, 1 + outline.over];
  const thick = rise * 0.1;
  canvas.shape(
    boxPath(x + from * wide, eaves - rise - thick * 0.5, (to - from) * wide, thick),
    inks.roof,
    2,
    inks.line,
  );
  if (manner !== "japanese") return;
  for (const u of [from, to])
    canvas.shape(
      boxPath(x + u * wide - thick * 0.55, eaves - rise - thick * 1.1, thick * 1.1, thick * 1.9),
      inks.roof === "#000" ? "#000" : canvas.dots(0.85),
      1.8,
      inks.line,
    );
  gableBoards(canvas, inks, front);
}

/** The small gable ends that show over the hips. */
function gableBoards(canvas: Canvas, inks: Inks, { x, wide, eaves, rise }: Front): void {
  for (const u of [0.18, 0.82])
    canvas.line(`M${brief(x + u * wide)} ${brief(eaves - rise * 0.98)}V${brief(eaves - rise * 0.56)}`, 2.2, inks.line);
}

/** The gable wall between two sloping edges of the roof. */
function gableEnd(canvas: Canvas, inks: Inks, front: Front, manner: PlaceSheet["manner"]): void {
  const { x, wide, eaves, rise } = front;
  const p = (u: number, v: number): Point => ({ x: x + u * wide, y: eaves - v * rise });
  canvas.shape(corners([p(0, 0), p(0, 0.14), p(0.5, 1), p(1, 0.14), p(1, 0)]), inks.wall, 0.1, inks.line);
  canvas.fill(boxPath(x + 2, eaves - 3, wide - 4, 6), inks.wall);
  const slope = (dir: 1 | -1): Point[] => {
    const q = (u: number, v: number): Point => p(0.5 + dir * u, v);
    return [q(0, 1.06), q(0.6, -0.04), q(0.6, -0.18), q(0.56, -0.18), q(0, 0.84)];
  };
  for (const dir of [-1, 1] as const) canvas.shape(corners(slope(dir)), inks.roof, 2.2, inks.line);
  const pane = wide * 0.1;
  window(
    canvas,
    inks,
    p(0.5, manner === "japanese" ? 0.36 : 0.46),
    pane * (manner === "japanese" ? 1.8 : 1),
    pane * 1.2,
    manner,
  );
}

function window(
  canvas: Canvas,
  inks: Inks,
  { x, y }: Point,
  wide: number,
  high: number,
  manner: PlaceSheet["manner"],
): void {
  canvas.shape(boxPath(x - wide / 2, y, wide, high), inks.pane, 1.8, inks.line);
  const bars = manner === "japanese" ? Math.max(2, Math.round(wide / high) * 3) : 2;
  let path = "";
  for (let i = 1; i < bars; i++) path += `M${brief(x - wide / 2 + (wide * i) / bars)} ${brief(y)}V${brief(y + high)}`;
  path += `M${brief(x - wide / 2)} ${brief(y + high / 2)}H${brief(x + wide / 2)}`;
  canvas.line(path, 1.5, inks.pane === "#fff" ? "#000" : "#fff");
}

function chimney(canvas: Canvas, inks: Inks, { x, wide, eaves, rise }: Front, u: number): void {
  const w = wide * 0.11;
  const top = eaves - rise * 1.42;
  canvas.shape(boxPath(x + u * wide, top, w, rise * 0.6), inks.wall, 2, inks.line);
  canvas.shape(boxPath(x + u * wide - w * 0.12, top - w * 0.2, w * 1.24, w * 0.3), inks.roof, 1.8, inks.line);
  for (const at of [0.14, 0.58])
    canvas.shape(boxPath(x + u * wide + w * at, top - w * 0.62, w * 0.28, w * 0.42), inks.wall, 1.6, inks.line);
}

/** A block of flats with rows of windows, a parapet and an aerial. */
function block(canvas: Canvas, inks: Inks, { x, wide, eaves, rise }: Front, random: Random): void {
  const low = canvas.bounds.y + canvas.bounds.height + 6;
  const top = eaves - rise * random.between(0.5, 1.5);
  canvas.shape(boxPath(x, top, wide, low - top), inks.wall, 2.2, inks.line);
  canvas.shape(boxPath(x - wide * 0.02, top - wide * 0.05, wide * 1.04, wide * 0.06), inks.roof, 1.8, inks.line);
  const pane = wide * 0.11;
  for (let row = 0; top + pane * (0.8 + row * 1.9) < low; row++)
    for (let column = 0; column < 4; column++) {
      const lit = inks.pane !== "#fff" || random() < 0.4;
      const box = boxPath(x + wide * (0.1 + column * 0.225), top + pane * (0.8 + row * 1.9), pane * 1.1, pane * 1.2);
      canvas.shape(box, lit ? inks.pane : "#000", 1.2, inks.line);
    }
  const [mast, high] = [x + wide * 0.7, wide * 0.34];
  const foot = top - wide * 0.05;
  let path = `M${brief(mast)} ${brief(foot)}V${brief(foot - high)}`;
  for (const [v, half] of [
    [0.95, 0.09],
    [0.8, 0.13],
    [0.65, 0.07],
  ] as const)
    path += `M${brief(mast - half * wide)} ${brief(foot - high * v)}H${brief(mast + half * wide)}`;
  canvas.line(path, 2, inks.line);
}

/** The great roof of a gate from below: upturned eaves, rafters' ends under them, beam and columns. */
function gateRoof(canvas: Canvas, inks: Inks, middle: number): void {
  const { x, y, width, height } = canvas.bounds;
  const low = y + height + 6;
  const wide = Math.min(width * 0.62, height * 0.95);
  const centre = Math.max(x + wide * 0.5, Math.min(x + width - wide * 0.5, middle));
  const front: Front = {
    x: centre - wide / 2,
    wide,
    eaves: y + height * 0.8,
    rise: Math.min(height * 0.34, wide * 0.44),
  };
  const beam = front.eaves + wide * 0.035;
  canvas.shape(
    boxPath(front.x, front.eaves, wide, low - front.eaves),
    inks.trim === "#fff" ? canvas.dots(0.85) : "#000",
    1.8,
    inks.line,
  );
  for (const u of [0.03, 0.27, 0.5, 0.73, 0.97])
    canvas.shape(boxPath(front.x + wide * u - wide * 0.026, beam, wide * 0.052, low - beam), inks.wall, 1.6, inks.line);
  canvas.shape(boxPath(front.x - wide * 0.05, beam, wide * 1.1, wide * 0.045), inks.wall, 1.8, inks.line);
  tiledRoof(canvas, inks, front, sweeping, "japanese");
}
