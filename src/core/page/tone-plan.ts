import { boundsOf } from "../geometry/geometry.ts";
import type { Random } from "../geometry/random.ts";
import type { Effect, Emotion } from "../script/script.ts";
import type { Panel } from "./page.ts";

/** What stands behind the people of a panel: their place, bare paper, one even tone, or the feeling of who speaks. */
export type Ground = "place" | "paper" | "tone" | "feeling";

type Planned = Pick<Panel, "outline" | "shot" | "figures" | "opensScene" | "effect" | "place" | "time" | "mood">;

/** Feelings that have a ground of their own, with what it does to the page: bursts and shadows weigh more than a little light. */
const felt: Readonly<Partial<Record<Emotion, number>>> = {
  furious: 1,
  shocked: 1,
  afraid: 0.9,
  crying: 0.8,
  angry: 0.8,
  laughing: 0.6,
  sad: 0.6,
  determined: 0.5,
  suspicious: 0.4,
  tender: 0.4,
  smug: 0.3,
  happy: 0.3,
  ashamed: 0.3,
};

/** Panels of a page that may stand before a feeling. */
const mostFelt = 2;

/** How one panel is toned. */
export interface Tone {
  ground: Ground;
  effect: Effect | null;
}

/**
 * Plans the tones of a page (D6): whole figures and new places show where they are, if that is known, close faces stand before paper, tone or
 * a feeling so that neighbours differ, quiet pages stay white, nights dark, and no more than two panels are all feeling.
 * Lines that burst round a head stand alone as well: the second of two neighbours keeps its picture without them.
 */
export function planTones(panels: readonly Planned[], random: Random): Tone[] {
  const grounds: Ground[] = [];
  for (const panel of panels) grounds.push(fixedGround(panel) ?? chosenGround(panel, grounds, random));
  const tones: Tone[] = [];
  for (const [i, { effect }] of panels.entries()) {
    const ground = grounds[i] ?? "place";
    const before = tones.at(-1);
    const again = effect === "focus" && (before?.effect === "focus" || before?.ground === "feeling");
    tones.push({ ground, effect: again ? null : effect });
  }
  return tones;
}

function fixedGround({ shot, figures, opensScene, effect, place }: Planned): Ground | null {
  if (figures.length === 0 || shot === "insert" || effect === "shelter") return "place";
  // Where no place is known whole figures stand before a tone: a field would claim the open air.
  if (shot === "wide" || shot === "full") return place === null ? "tone" : "place";
  if (effect === "impact") return "feeling";
  return opensScene && place !== null ? "place" : null;
}

function chosenGround(panel: Planned, before: readonly Ground[], random: Random): Ground {
  const worth = worthOf(panel, before);
  // The record has exactly the grounds as its keys.
  const grounds = Object.keys(worth) as Ground[];
  const chances = new Map(grounds.map((ground) => [ground, worth[ground] + random.between(0, 0.3)]));
  return grounds.reduce((best, each) => ((chances.get(each) ?? 0) > (chances.get(best) ?? 0) ? each : best));
}

/** Head size from which a face holds bare paper together, as a share of the side of a square panel. */
const leastOnPaper = 0.25;

/** Width of a panel in heights from which one face leaves half of it empty: its place fills it. */
const mostEmpty = 1.6;

function worthOf(
  { outline, shot, effect, figures, place, time, mood }: Planned,
  before: readonly Ground[],
): Record<Ground, number> {
  const close = shot === "close";
  const last = before.at(-1);
  const again = (ground: Ground, cost: number): number => (last === ground ? -cost : 0);
  const main = figures.find(({ speaks }) => speaks) ?? figures.at(-1);
  const strength = (main && felt[main.emotion]) ?? -1;
  const feelings = before.filter((ground) => ground === "feeling").length;
  const shown = before.slice(-2).filter((ground) => ground === "place").length;
  const quiet = mood === "calm" || mood === "tender" || mood === null;
  const night = time === "night";
  const { width, height } = boundsOf(outline);
  const lost = Math.max(0, ...figures.map(({ head }) => head.size)) < leastOnPaper * Math.sqrt(width * height);
  const empty = figures.length === 1 && (width > mostEmpty * height || lost);
  return {
    place: place === null ? -1 : (close && !empty ? 0.44 : 0.68) + (empty ? 0.5 : 0) - 0.16 * shown,
    // Small heads, and busts in a wide strip, would stand in a white void.
    paper:
      (night || lost || (width > 1.5 * height && (figures.length < 2 || !close)) ? -1 : quiet ? 0.42 : 0.34) +
      again("paper", 0.5),
    tone: (night ? 0.55 : 0.32) - (empty ? 0.3 : 0) + again("tone", 0.5),
    // Two bursts in one panel would have two centres.
    feeling:
      feelings < mostFelt && effect === null
        ? strength * (close ? 0.95 : 0.6) - (empty ? 0.35 : 0) + again("feeling", 1)
        : -1,
  };
}
