import type { Point, Rect } from "../geometry/geometry.ts";
import { randomFrom } from "../geometry/random.ts";
import type { Emotion } from "../script/script.ts";
import { brief, type Canvas } from "./canvas.ts";
import { dread, focusLines, gloom, sparkle } from "./effects.ts";

/** What stands behind a face where the place is not shown: the feeling of the line that is spoken (D5). */
export function emotionalGround(
  canvas: Canvas,
  feeling: Emotion,
  night: boolean,
  seed: number,
  head: Point & { size: number },
  calm: readonly Rect[],
): void {
  const { x, y, width, height } = canvas.bounds;
  const random = randomFrom(`${seed} ground`);
  canvas.flood("#fff");
  switch (feeling) {
    case "angry":
    case "furious":
      if (night) canvas.flood("#000");
      focusLines(canvas, head, head.size * 0.85, night ? "#fff" : "#000", seed, 1.1);
      return;
    case "shocked":
      canvas.flood("#000");
      focusLines(canvas, head, head.size * 0.9, "#fff", seed, 0.9);
      return;
    case "afraid":
      dread(canvas, seed);
      return;
    case "sad":
    case "crying":
    case "tired":
    case "ashamed":
      gloom(canvas, seed, 0.7);
      return;
    case "happy":
    case "laughing":
    case "tender":
      canvas.gradient({ x, y, width, height }, 0.02, 0.28, { ink: "black" });
      sparkle(canvas, seed, calm);
      return;
    case "determined":
    case "smug":
    case "suspicious":
      slantedHatching(canvas, seed);
      return;
    default:
      plainGround(canvas, night, random() < 0.5);
  }
}

function plainGround(canvas: Canvas, night: boolean, upwards: boolean): void {
  const { bounds } = canvas;
  if (night) {
    canvas.flood("#000");
    canvas.gradient(bounds, upwards ? 0.45 : 0, upwards ? 0 : 0.45, { ink: "white" });
  } else canvas.gradient(bounds, upwards ? 0.42 : 0, upwards ? 0 : 0.42, { ink: "black" });
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

/** Lifts a head off what is behind it: a wide, faint clearing that fades into the picture (dark at night). */
export function clearBehind(canvas: Canvas, head: Point & { size: number }, ink: "white" | "black"): void {
  canvas.glow(head, [0, head.size * 0.8], [0.36, 0.36], ink);
  canvas.glow(head, [head.size * 0.8, head.size * 2.4], [0.36, 0], ink);
}
