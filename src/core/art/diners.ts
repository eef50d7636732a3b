import type { Rect } from "../geometry/geometry.ts";
import { randomFrom } from "../geometry/random.ts";
import type { StagedFigure } from "../page/page.ts";
import type { ModelSheet, PlaceSheet } from "./artist.ts";
import { brief, type Canvas, corners } from "./canvas.ts";
import { penStroke } from "./ink.ts";
import { extra, wardrobeOf } from "./onlookers.ts";
import { drawFigure } from "./people/draw-figure.ts";

/** People of no name who eat: they sit in a row behind a long table, a bowl or a plate before each. */
export function drawDiners(
  canvas: Canvas,
  look: {
    bounds: Rect;
    people: readonly ModelSheet[];
    place: PlaceSheet | null;
    night: boolean;
    seed: number;
    prefix: string;
  },
): void {
  const { bounds, seed, prefix, night, place } = look;
  const random = randomFrom(`${seed} diners`);
  const wardrobe = wardrobeOf(look.people, place);
  if (wardrobe.length === 0) return;
  const head = Math.min(bounds.height * 0.2, bounds.width * 0.13);
  const count = Math.max(1, Math.min(5, Math.floor((bounds.width - head) / (2.5 * head))));
  const step = bounds.width / count;
  const board = bounds.y + bounds.height * 0.8;
  const seats = Array.from({ length: count }, (_, i) => bounds.x + (i + 0.5) * step);
  for (const [i, x] of seats.entries()) {
    const sheet = extra(random, wardrobe, place);
    const down = random.between(-16, -4);
    const figure: StagedFigure = {
      person: sheet.person,
      head: {
        x,
        y: board - head * random.between(1.5, 1.62),
        size: head,
        yaw: (i % 2 ? -1 : 1) * random.between(14, 40),
        pitch: down,
        tilt: random.between(-5, 5),
      },
      emotion: random.pick(["neutral", "happy", "calm", "happy"]),
      pose: "stand",
      speaks: false,
      silhouette: false,
      holds: null,
    };
    canvas.figure(drawFigure(figure, sheet, { bounds, shot: "medium", night, seed, prefix: `${prefix}d${i}-` }), sheet);
  }
  tableTop(canvas, bounds, board, head);
  const bowls = place?.manner === "japanese";
  for (const [i, x] of seats.entries()) {
    const middle = x + (i % 2 ? -0.1 : 0.1) * head;
    if (bowls) bowl(canvas, middle, board + head * 0.3, head * 0.5, i);
    else plate(canvas, middle, board + head * 0.26, head * 0.56);
  }
}

/** The board of the table with its grain, and the dark under its edge. */
function tableTop(canvas: Canvas, { x, y, width, height }: Rect, board: number, head: number): void {
  const [left, right, low] = [x - 4, x + width + 4, y + height + 4];
  const front = board + head * 0.46;
  canvas.shape(
    corners([
      { x: left, y: board },
      { x: right, y: board },
      { x: right, y: front },
      { x: left, y: front },
    ]),
    "#fff",
    2.4,
    "#000",
  );
  let grain = "";
  for (const [k, t] of [0.2, 0.5, 0.78].entries())
    for (let u = 0.03 + k * 0.09; u < 0.95; u += 0.31) {
      const level = board + (front - board) * t;
      grain += penStroke(
        [
          { x: x + width * u, y: level },
          { x: x + width * (u + 0.1), y: level + 1.5 },
          { x: x + width * (u + 0.2), y: level },
        ],
        1.6,
        { swellTo: 0.4, thinFrom: 0.6, tip: 0 },
      );
    }
  canvas.fill(grain, "#000");
  canvas.shape(
    corners([
      { x: left, y: front },
      { x: right, y: front },
      { x: right, y: low },
      { x: left, y: low },
    ]),
    canvas.dots(0.5),
    2.4,
    "#000",
  );
}

/** A bowl of noodles with steam; chopsticks across it. */
function bowl(canvas: Canvas, x: number, y: number, half: number, index: number): void {
  const at = (u: number, v: number): string => `${brief(x + u * half)} ${brief(y + v * half)}`;
  const w = Math.max(1.6, half * 0.05);
  canvas.shape(
    `M${at(-1, -0.5)}C${at(-0.95, 0.2)} ${at(-0.5, 0.42)} ${at(-0.36, 0.46)}L${at(0.36, 0.46)}C${at(0.5, 0.42)} ${at(0.95, 0.2)} ${at(1, -0.5)}Z`,
    index % 2 ? "#000" : canvas.dots(0.3),
    w,
    "#000",
  );
  canvas.shape(
    `M${at(-1, -0.5)}C${at(-0.8, -0.85)} ${at(0.8, -0.85)} ${at(1, -0.5)}C${at(0.8, -0.2)} ${at(-0.8, -0.2)} ${at(-1, -0.5)}Z`,
    "#fff",
    w,
    "#000",
  );
  canvas.line(
    `M${at(-0.7, -0.5)}C${at(-0.4, -0.72)} ${at(-0.1, -0.3)} ${at(0.2, -0.56)}M${at(-0.4, -0.4)}C${at(-0.1, -0.6)} ${at(0.3, -0.24)} ${at(0.7, -0.5)}`,
    w * 0.8,
    "#000",
  );
  canvas.shape(
    `M${at(0.1, -0.62)}L${at(1.25, -1.02)}L${at(1.27, -0.96)}L${at(0.14, -0.52)}ZM${at(0.2, -0.46)}L${at(1.34, -0.78)}L${at(1.35, -0.72)}L${at(0.22, -0.38)}Z`,
    "#fff",
    w * 0.6,
    "#000",
  );
  let steam = "";
  for (const u of [-0.5, 0]) {
    const rise = [0, 0.35, 0.7, 1.05].map((v, k) => ({
      x: x + (u + (k % 2 ? 0.12 : -0.06)) * half,
      y: y - (0.8 + v) * half,
    }));
    steam += penStroke(rise, w * 1.5, { swellTo: 0.4, thinFrom: 0.5, tip: 0 });
  }
  canvas.shape(steam, "#fff", 1, "#000");
}

/** A plate with meat and bread, a glass beside it. */
function plate(canvas: Canvas, x: number, y: number, half: number): void {
  const at = (u: number, v: number): string => `${brief(x + u * half)} ${brief(y + v * half)}`;
  const w = Math.max(1.6, half * 0.045);
  const ring = (r: number): string =>
    `M${at(-r, 0)}C${at(-r, -0.44 * r)} ${at(r, -0.44 * r)} ${at(r, 0)}C${at(r, 0.44 * r)} ${at(-r, 0.44 * r)} ${at(-r, 0)}Z`;
  canvas.shape(ring(1), "#fff", w, "#000");
  canvas.line(ring(0.7), w * 0.6, "#000");
  canvas.shape(
    `M${at(-0.5, -0.02)}C${at(-0.5, -0.4)} ${at(0.1, -0.46)} ${at(0.16, -0.1)}C${at(0.1, 0.16)} ${at(-0.4, 0.2)} ${at(-0.5, -0.02)}Z`,
    canvas.dots(0.4),
    w,
    "#000",
  );
  canvas.shape(`M${at(1.1, 0.1)}L${at(1.06, -0.9)}H${brief(x + 1.5 * half)}L${at(1.46, 0.1)}Z`, "#fff", w, "#000");
  canvas.fill(`M${at(1.1, 0.06)}L${at(1.08, -0.46)}L${at(1.48, -0.46)}L${at(1.46, 0.06)}Z`, canvas.dots(0.3));
}
