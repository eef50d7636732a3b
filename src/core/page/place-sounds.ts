import { overlapArea, type Rect } from "../geometry/geometry.ts";
import type { Random } from "../geometry/random.ts";
import { areNear, type PanelBounds, rectTest } from "./balloon-room.ts";

/** Where drawn sound letters go, and which way they run. */
export interface SoundSpot {
  box: Rect;
  vertical: boolean;
}

export interface SoundWish {
  words: string;
  /** Sounds in Japanese mostly run down (72 % are taller than wide, L8). */
  vertical: boolean;
  /** What may not be covered: faces and balloons. */
  kept: readonly Rect[];
  /** What had better not be covered. */
  spared: readonly Rect[];
  /** 0 quiet – 1 the loudest of the book. */
  loudness: number;
  /** A thing fills the panel: the sound keeps to the edge, small enough to leave the thing most of the picture. */
  beside: boolean;
  random: Random;
}

/** Share of its usual area that a sound beside a thing takes. */
const besideShare = 0.55;

const steps = 12;

type SoundRoom = Pick<PanelBounds, "box" | "outline">;

/** The best free place for a sound, as large as the panel bears; null where there is none (L8). */
export function spotForSound(room: SoundRoom, wish: SoundWish): SoundSpot | null {
  const vertical = wish.vertical && wish.random() < 0.85;
  const usual = ratioOf(wish.words, vertical);
  const { box } = room;
  const share = (0.04 + 0.19 * wish.loudness) * (wish.beside ? besideShare : 1);
  const largest = Math.sqrt(box.width * box.height * share);
  for (const scale of [1, 0.82, 0.66, 0.5, 0.38, 0.3])
    for (const ratio of [usual, vertical ? usual / pulled : usual * pulled]) {
      const size = {
        width: Math.min(largest * scale * Math.sqrt(ratio), box.width * 0.86),
        height: Math.min((largest * scale) / Math.sqrt(ratio), box.height * 0.86),
      };
      const spot = bestSpot(room, size, wish, scale);
      if (spot && Math.min(size.width, size.height) > 22) return { box: spot, vertical };
    }
  return null;
}

/** How much narrower a line, or wider a column, its letters may be pulled where that lets them be larger. */
const pulled = 0.78;

/** Width divided by height of drawn letters. */
function ratioOf(words: string, vertical: boolean): number {
  const letters = Math.max(1, words.length);
  return vertical ? 1 / (0.95 * letters) : Math.max(1, 0.62 * letters);
}

/** Share of a large sound that may lie on a body: rather smaller letters in the air than large ones on somebody's chest. */
const mostOnBodies = 0.12;

/** Air to faces and balloons, and to the frame, in page units. */
const airAround = 8;
const frameAir = 4;

function bestSpot(
  room: SoundRoom,
  size: { width: number; height: number },
  wish: SoundWish,
  scale: number,
): Rect | null {
  const { box } = room;
  const inside = rectTest(room.outline, frameAir);
  let best: { rect: Rect; penalty: number } | null = null;
  for (let row = 0; row <= steps; row++)
    for (let column = 0; column <= steps; column++) {
      const rect = {
        x: box.x + 6 + ((box.width - 12 - size.width) * column) / steps,
        y: box.y + 6 + ((box.height - 12 - size.height) * row) / steps,
        ...size,
      };
      if (wish.kept.some((other) => areNear(rect, other, airAround)) || !inside(rect)) continue;
      const bodies = wish.spared.reduce((sum, other) => sum + overlapArea(rect, other), 0) / (size.width * size.height);
      if (scale > 0.5 && bodies > mostOnBodies) continue;
      const inwards = Math.min(column, steps - column, row, steps - row) / steps;
      const penalty = 3 * bodies + 0.3 * wish.random() + (wish.beside ? 6 * inwards : 0);
      if (!best || penalty < best.penalty) best = { rect, penalty };
    }
  return best?.rect ?? null;
}
