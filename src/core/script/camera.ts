import type { Actor, Camera, Emotion } from "./script.ts";
import type { Framing } from "./framing.ts";

/** Panels with people since the camera last left the height of the eyes. */
export interface CameraMemory {
  since: number;
}

/** Panels with people between two with an unusual camera: it is about one in four. */
const rest = 2;

const small =
  /\b(?:alone|lonely|lonesome|small|tiny|little (?:figure|thing)|lost|helpless|far below|looked down|abandoned|deserted|empty)\b|ひとり|一人ぼっち|独り|小さ|孤独|見下|心細|さびし|淋し/iu;
const mighty =
  /\b(?:towered|looming|loomed|huge|enormous|gigantic|giant|mighty|terrible|threaten\w*|stood over|above (?:him|her|me|us)|looked up|tall)\b|聳え|見上げ|大きな|巨大|恐ろし|仁王|立ちはだか/iu;

/** The height of the camera: high for who is small, alone or falls, low for threat and awe, else at the eyes. Seldom, or it says nothing. */
export function cameraFor(framing: Framing, figures: readonly Actor[], told: string, memory: CameraMemory): Camera {
  if (figures.length === 0) return "eye";
  memory.since += 1;
  if (memory.since <= rest) return "eye";
  const camera = wished(framing, figures, told);
  if (camera !== "eye") memory.since = 0;
  return camera;
}

function wished({ shot, kind }: Framing, figures: readonly Actor[], told: string): Camera {
  const whole = shot === "wide" || shot === "full";
  const has = (...poses: Actor["pose"][]) => figures.some(({ pose }) => poses.includes(pose));
  const feels = (faces: ReadonlySet<Emotion>) => figures.some(({ emotion }) => faces.has(emotion));
  // Whole figures are drawn from the height of their eyes: on a ground seen from high above they would float.
  if (!whole && (small.test(told) || has("fall", "lie", "crouch", "cower", "crawl", "despair"))) return "high";
  if (mighty.test(told) || has("fight", "seize", "throw", "leap", "shake-fist") || feels(towering)) return "low";
  if (kind === "action" && has("run")) return "low";
  if (whole) return "eye";
  return figures.length === 1 && feels(downcast) ? "high" : "eye";
}

/** Faces that are seen from below, and such as are seen from above. */
const towering: ReadonlySet<Emotion> = new Set<Emotion>(["furious", "angry"]);
const downcast: ReadonlySet<Emotion> = new Set<Emotion>(["sad", "crying", "ashamed", "afraid"]);
