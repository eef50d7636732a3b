import type { Point, Rect } from "../geometry/geometry.ts";
import { randomFrom } from "../geometry/random.ts";
import type { Emotion } from "../script/script.ts";
import type { ModelSheet } from "./artist.ts";
import { brief, type Canvas } from "./canvas.ts";
import { dread, focusLines, gloom, sparkle } from "./effects.ts";

export interface FeltGround {
  /** Null for a quiet ground. */
  feeling: Emotion | null;
  /** Whether a quiet ground has a tone; else it is bare paper. */
  tone: boolean;
  night: boolean;
  seed: number;
  head: Point & { size: number };
  /** Where nothing may be drawn: faces and balloons. */
  calm: readonly Rect[];
  /** Light hair needs a middle tone behind it, dark hair a light one. */
  pale: boolean;
  /** Round the joy of a child things glitter. */
  child: boolean;
}

/** What stands behind a face where the place is not shown: the feeling of the line that is spoken (D5). */
export function feltGround(canvas: Canvas, { feeling, tone, night, seed, head, calm, pale, child }: FeltGround): void {
  canvas.as("feeling", () => {
    const { x, y, width, height } = canvas.bounds;
    const random = randomFrom(`${seed} ground`);
    canvas.flood("#fff");
    switch (feeling) {
      case "angry":
      case "furious":
        if (night) canvas.flood("#000");
        focusLines(canvas, head, head.size * 1.12, night ? "#fff" : "#000", seed, 1.1);
        return;
      case "shocked":
        canvas.flood("#000");
        focusLines(canvas, head, head.size * 1.12, "#fff", seed, 0.9);
        return;
      case "afraid":
        dread(canvas, seed);
        if (!pale) canvas.clearing(head, [head.size * 0.7, head.size * 1.9], 0.85, "white");
        return;
      case "sad":
      case "crying":
      case "tired":
      case "ashamed":
        gloom(canvas, seed, 0.7);
        if (!pale) canvas.clearing(head, [head.size * 0.62, head.size * 1.5], 0.8, "white");
        return;
      case "happy":
      case "laughing":
      case "tender":
        canvas.gradient({ x, y, width, height }, 0.02, 0.28, { ink: "black" });
        if (child) sparkle(canvas, seed, calm);
        return;
      case "determined":
      case "smug":
      case "suspicious":
        slantedHatching(canvas, seed);
        canvas.clearing(head, [head.size * 0.7, head.size * 1.5], pale ? 0.4 : 0.85, "white");
        return;
      default:
        if (!tone) return;
        plainGround(canvas, night, random() < 0.5, pale);
        if (!night && !pale) canvas.clearing(head, [head.size * 0.7, head.size * 1.7], 0.8, "white");
    }
  });
}

function plainGround(canvas: Canvas, night: boolean, upwards: boolean, pale: boolean): void {
  const { bounds } = canvas;
  if (night) {
    canvas.flood("#000");
    // Never quite black: a face in a black void is a mood of its own.
    canvas.gradient(bounds, upwards ? 0.6 : 0.28, upwards ? 0.28 : 0.6, { ink: "white" });
    return;
  }
  const [least, most] = pale ? [0.2, 0.42] : [0, 0.3];
  canvas.gradient(bounds, upwards ? most : least, upwards ? least : most, { ink: "black" });
}

/** Close hatching that falls from one upper corner and runs out: a shadow over the thought, never to be taken for rain. */
function slantedHatching(canvas: Canvas, seed: number): void {
  const { x, y, width, height } = canvas.bounds;
  const random = randomFrom(`${seed} slant`);
  const fromLeft = random() < 0.5;
  canvas.gradient({ x, y, width, height }, 0.3, 0.02, { ink: "black", across: true });
  let path = "";
  for (let along = 4; along < 0.8 * width; along += random.between(7, 10)) {
    const at = fromLeft ? x + along : x + width - along;
    const length = 0.72 * height * (1 - along / (0.8 * width)) * random.between(0.8, 1.1);
    const lean = (fromLeft ? -0.45 : 0.45) * length;
    const w = random.between(2, 3.6);
    path += `M${brief(at - w / 2)} ${brief(y)}L${brief(at + lean)} ${brief(y + length)}L${brief(at + w / 2)} ${brief(y)}Z`;
  }
  canvas.solid(path, "#000");
}

/** Hair that is drawn nearly white. */
export const isPale = ({ hairColour, hat, species }: ModelSheet): boolean =>
  species === "human" && (hairColour === "fair" || hairColour === "white") && hat === "none";

export interface Surroundings {
  /** White lines on black: outside, at night. */
  dark: boolean;
  /** A room by lamplight. */
  dim: boolean;
  pale: boolean;
  /** Head size as a share of the panel's shorter side. */
  near: number;
}

/**
 * Parts head and shoulders from what is drawn behind them by tone (D6): dark hair before a clearing, light hair before a lesser one.
 * The clearing thins lines to grey and never breaks them; small figures get a small one.
 */
export function setOff(canvas: Canvas, head: Point & { size: number }, { dark, dim, pale, near }: Surroundings): void {
  const { x, y, size } = head;
  const ink = dark ? "black" : "white";
  const most = (dark ? 0.7 : dim ? 0.8 : 0.68) * Math.min(1, 0.5 + near * 2);
  // A clearing round the head alone would be a halo: a small figure gets one down its whole length.
  if (near < 0.12) {
    if (dim) return;
    for (const down of [0.3, 2.2, 4.3])
      canvas.clearing({ x, y: y + down * size }, [size * 0.8, size * 1.7], most * 0.6, ink);
    return;
  }
  if (near < 0.22 && !pale) canvas.clearing({ x, y: y + 1.5 * size }, [size * 0.7, size * 1.7], most * 0.5, ink);
  // In a dark room the clearing is the light of the lamp: with an edge near the head it would be a halo.
  if (dim) return canvas.clearing(head, [size * 0.4, size * 3.4], most * 0.8, ink);
  // Light hair needs the tone of the place behind it more than dark hair does.
  canvas.clearing(head, [size * 0.6, size * 2.1], most * (pale && !dark ? 0.6 : 1), ink);
}
