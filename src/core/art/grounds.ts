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
    case "surprised":
      canvas.flood(feeling === "shocked" ? "#000" : "#fff");
      focusLines(canvas, head, head.size * 0.9, feeling === "shocked" ? "#fff" : "#000", seed, 0.9);
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

/** Long slanting strokes that thin towards the middle. */
function slantedHatching(canvas: Canvas, seed: number): void {
  const { x, y, width, height } = canvas.bounds;
  const random = randomFrom(`${seed} slant`);
  canvas.gradient({ x, y, width, height }, 0.3, 0.05, { ink: "black", across: random() < 0.5 });
  let path = "";
  for (let i = 0; i < 70; i++) {
    const top = i % 2 === 0;
    const at = x + random.between(-0.3, 1.3) * width;
    const length = height * random.between(0.15, 0.5);
    const edge = top ? y : y + height;
    const sign = top ? 1 : -1;
    const w = random.between(1.4, 4);
    path += `M${brief(at - w / 2)} ${brief(edge)}L${brief(at - sign * length * 0.5)} ${brief(edge + sign * length)}L${brief(at + w / 2)} ${brief(edge)}Z`;
  }
  canvas.solid(path, "#000");
}

/** Lifts a head off what is behind it: a wide, faint clearing that fades into the picture (dark at night). */
export function clearBehind(canvas: Canvas, head: Point & { size: number }, ink: "white" | "black"): void {
  canvas.glow(head, [0, head.size * 0.8], [0.36, 0.36], ink);
  canvas.glow(head, [head.size * 0.8, head.size * 2.4], [0.36, 0], ink);
}
