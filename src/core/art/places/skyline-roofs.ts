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
}

const inksOf = (canvas: Canvas, light: Light): Inks =>
  light.dark
    ? { roof: "#000", wall: "#000", far: "#000", line: "#ccc", pane: "#fff" }
    : light.time === "dusk" || light.weather === "storm"
      ? { roof: "#000", wall: canvas.dots(0.8), far: canvas.dots(0.62), line: "#fff", pane: "#fff" }
      : {
          roof: canvas.dots(0.5),
          wall: "#fff",
          far: canvas.dots(0.24),
          line: "#000",
          pane: canvas.dots(0.85),
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

const hipped = hips(0.06);

/** A ridge along the front. */
const along: Outline = { over: 0.08, lift: 0, at: (u) => Math.min(1, Math.max(0, (0.58 - Math.abs(u - 0.5)) / 0.07)) };

/** What a house by its front looks like: hipped, with its gable or its ridge to the reader, thatched, one of a terrace, a block of flats. */
type Form = "hip" | "gable" | "ridge" | "thatch" | "terrace" | "block";

/** The houses of a street or a village take turns, so that neighbours differ. */
function formsOf({ kind, manner }: PlaceSheet): readonly Form[] {
  const country = kind === "village" || kind === "yard" || kind === "inn";
  if (manner === "modern") return country ? ["gable", "ridge"] : ["block", "ridge", "block"];
  if (manner === "japanese") return country ? ["thatch", "ridge", "gable"] : ["ridge", "hip", "ridge", "gable"];
  return country ? ["ridge", "gable"] : ["terrace", "gable", "ridge", "terrace"];
}

/** A row of houses along the foot of the picture, from edge to edge, before a paler row of roofs that reaches the ground without a gap. */
export function skylineRoofs(canvas: Canvas, light: Light, sheet: PlaceSheet, random: Random): void {
  canvas.as("house", () => {
    const inks = inksOf(canvas, light);
    const { x, y, width, height } = canvas.bounds;
    const unit = Math.min(height * 0.42, width * 0.34);
    farRow(canvas, inks, sheet, unit, random);
    const forms = formsOf(sheet);
    let at = x - unit * random.between(0.15, 0.7);
    for (let turn = Math.floor(random() * forms.length); at < x + width; turn++) {
      const form = forms[turn % forms.length] ?? "ridge";
      const wide = unit * random.between(0.95, 1.25) * (form === "ridge" ? 1.25 : 1);
      const eaves = y + height - unit * random.between(0.3, 0.42);
      const lit = light.dark && random() < 0.4;
      const own = { ...inks, pane: light.dark && !lit ? "#000" : inks.pane };
      nearHouse(canvas, own, sheet, form, { x: at, wide, eaves, rise: wide * (form === "ridge" ? 0.32 : 0.4) }, random);
      at += wide * random.between(1.2, 1.42);
    }
  });
}

/** The roofs behind: one closed outline down to the foot of the picture. */
function farRow(canvas: Canvas, { far, line }: Inks, { manner }: PlaceSheet, unit: number, random: Random): void {
  const { x, y, width, height } = canvas.bounds;
  const low = y + height + 6;
  const points: Point[] = [{ x: x - 10, y: low }];
  let at = x - unit * random.between(0.2, 0.6);
  while (at < x + width + 10) {
    const wide = unit * random.between(0.7, 1.1);
    const eaves = y + height - unit * random.between(0.5, 0.64);
    const rise = wide * 0.34;
    const peaks: readonly (readonly [number, number])[] =
      manner === "modern"
        ? [
            [0, rise],
            [1, rise],
          ]
        : random() < 0.5
          ? [
              [-0.06, 0],
              [0.5, rise * 1.1],
              [1.06, 0],
            ]
          : [
              [-0.06, 0],
              [manner === "japanese" ? 0.14 : 0.03, rise],
              [manner === "japanese" ? 0.86 : 0.97, rise],
              [1.06, 0],
            ];
    for (const [u, v] of peaks) points.push({ x: Math.max(x - 10, at + u * wide), y: eaves - v });
    at += wide * random.between(1.15, 1.3);
    points.push({ x: Math.max(x - 10, at - wide * 0.1), y: y + height - unit * 0.44 });
  }
  points.push({ x: Math.max(at, x + width + 10), y: low });
  canvas.shape(corners(points), far, 1.4, line === "#ccc" ? "#888" : line);
}

function nearHouse(canvas: Canvas, inks: Inks, { manner }: PlaceSheet, form: Form, front: Front, random: Random): void {
  if (form === "block") return block(canvas, inks, front, random);
  if (form === "terrace") return terrace(canvas, inks, front);
  const { x, wide, eaves } = front;
  const low = canvas.bounds.y + canvas.bounds.height + 6;
  canvas.shape(boxPath(x, eaves - 2, wide, low - eaves + 2), inks.wall, 2, inks.line);
  const eastern = manner === "japanese";
  if (form === "ridge" && !eastern) chimney(canvas, inks, front, random.pick([0.12, 0.76]));
  if (form === "gable") gableEnd(canvas, inks, { ...front, rise: front.rise * (eastern ? 0.95 : 1.35) }, manner);
  else if (form === "thatch") thatch(canvas, inks, front, random);
  else tiledRoof(canvas, inks, front, form === "hip" ? hipped : along, manner);
  const pane = wide * (form === "ridge" ? 0.1 : 0.12);
  const top = eaves + pane * 0.75;
  for (const u of eastern ? (form === "ridge" ? [0.26, 0.74] : [0.5]) : [0.25, 0.75])
    window(canvas, inks, { x: x + wide * u, y: top }, eastern ? pane * 2.4 : pane, pane * 1.3, manner);
}

/** A thick roof of straw with a cut edge and a ridge that is held by crossed poles. */
function thatch(canvas: Canvas, inks: Inks, { x, wide, eaves, rise }: Front, random: Random): void {
  const p = (u: number, v: number): Point => ({ x: x + u * wide, y: eaves - v * rise * 1.35 });
  const outline = [p(-0.14, -0.06), p(-0.13, 0.06), p(0.2, 0.92), p(0.8, 0.92), p(1.13, 0.06), p(1.14, -0.06)];
  canvas.shape(corners(outline), inks.roof, 2.4, inks.line);
  let straw = "";
  for (let i = 0; i < 26; i++) {
    const u = (i + random()) / 26;
    const [v, long] = [random.between(0.05, 0.7), random.between(0.1, 0.22)];
    const at = (h: number): Point => p(0.5 + (u - 0.5) * (1.2 - 0.72 * h), h);
    straw += corners([at(v), at(Math.min(0.9, v + long))], false);
  }
  canvas.line(straw, 1.2, inks.line);
  canvas.line(corners([p(-0.13, 0.06), p(1.13, 0.06)], false), 1.4, inks.line);
  canvas.shape(corners([p(0.16, 0.88), p(0.18, 1.02), p(0.82, 1.02), p(0.84, 0.88)]), inks.roof, 2, inks.line);
  for (const u of [0.26, 0.42, 0.58, 0.74])
    canvas.line(corners([p(u - 0.04, 0.84), p(u, 1.08), p(u + 0.04, 0.84)], false), 1.8, inks.line);
}

/** A house of a terrace: a flat front with its cornice, chimneys at the party walls, sash windows in a row. */
function terrace(canvas: Canvas, inks: Inks, front: Front): void {
  const { x, wide, eaves, rise } = front;
  const low = canvas.bounds.y + canvas.bounds.height + 6;
  const top = eaves - rise * 0.95;
  for (const u of [0.04, 0.78]) chimney(canvas, inks, { ...front, eaves: top + rise * 1.05 }, u);
  canvas.shape(boxPath(x, top, wide, low - top), inks.wall, 2, inks.line);
  canvas.shape(boxPath(x - wide * 0.03, top - rise * 0.06, wide * 1.06, rise * 0.14), inks.roof, 1.8, inks.line);
  const pane = wide * 0.15;
  for (let row = 0; top + pane * (0.9 + row * 2.3) < low; row++)
    for (const u of [0.2, 0.5, 0.8])
      window(canvas, inks, { x: x + wide * u, y: top + pane * (0.9 + row * 2.3) }, pane, pane * 1.5, "european");
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
  const lip = lift > 0 ? wide * 0.025 : 0;
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
      lines += `M${brief(x - (outline.over - 0.07 * v) * wide + 2)} ${brief(eaves - v * rise)}H${brief(x + (1 + outline.over - 0.07 * v) * wide - 2)}`;
  }
  canvas.line(lines, 1.2, inks.line);
  const [from, to] = outline.lift > 0 ? [0.15, 0.85] : [-0.03, 1.03];
  const thick = rise * 0.1;
  canvas.shape(
    boxPath(x + from * wide, eaves - rise - thick * 0.5, (to - from) * wide, thick),
    inks.roof,
    2,
    inks.line,
  );
  if (outline !== hipped) return;
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
  canvas.line(path, 1.3, inks.pane === "#fff" ? "#000" : inks.pane === "#000" ? "#888" : "#fff");
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
