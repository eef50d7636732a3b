import type { Random } from "../geometry/random.ts";
import { isLively } from "./lively.ts";
import { splashFrom } from "./panel-needs.ts";
import { lowered, type StripBlock } from "./strip-panel.ts";
import { mostHeight } from "./strip-slots.ts";

/** What the strip is between and behind its panels: white by day, black by night. */
type StripGround = "white" | "black";

/** A stretch of ground; dots lead over from the one before. `change` marks a new scene on the same ground. */
export interface StripBand {
  from: number;
  to: number;
  ground: StripGround;
  /** The ground before, where it is another: this stretch leads over. */
  after?: StripGround;
  change?: true;
}

/** Lengths of gutters in units: in action, in talk, round a silence, before a turn or the peak, and between scenes. */
const gutters = { action: 26, talk: 44, silence: 96, turn: 150, scene: 300 } as const;

/** Above the first and below the last panel of an episode. */
const ends = 96;

/** All lengths are whole tiles of screentone, so that dots stand on whole pixels in every picture. */
const tile = 8;
const toTile = (length: number): number => Math.round(length / tile) * tile;

interface Stack {
  laid: StripBlock[];
  bands: StripBand[];
  end: number;
}

/** The blocks one under another with their gutters, and the ground behind them. */
export function stacked(blocks: readonly StripBlock[], random: Random): Stack {
  const laid: StripBlock[] = [];
  const bands: StripBand[] = [];
  let [y, ground]: [number, StripGround] = [0, "white"];
  for (const block of blocks) {
    const before = laid.at(-1);
    const gutter = toTile(before ? gutterBetween(before, block) * random.between(0.88, 1.15) : ends);
    const { beat } = block.panel.measured;
    const opens = beat.opensScene || !before;
    const next: StripGround = opens ? groundFor(block) : ground;
    const change: Pick<StripBand, "change"> = opens && before ? { change: true } : {};
    if (next === ground) bands.push({ from: y, to: y + gutter, ground, ...change });
    else bands.push(...leadingOver({ from: y, to: y + gutter }, ground, next));
    ground = next;
    const top = y + gutter;
    const height = toTile(block.bottom - block.top + tile);
    laid.push({ panel: lowered(block.panel, top - block.top), top, bottom: top + block.bottom - block.top });
    bands.push({ from: top, to: top + height, ground });
    y = top + height;
  }
  bands.push({ from: y, to: y + ends, ground });
  return { laid, bands, end: y + ends };
}

/** Length of the dots that lead from one ground to another. */
const lead = 25 * tile;

/** The gutter from one ground to another: the old one, dots, the new one. */
function leadingOver(
  { from, to }: Pick<StripBand, "from" | "to">,
  before: StripGround,
  ground: StripGround,
): StripBand[] {
  const dots = Math.min(lead, to - from);
  const start = from + toTile((to - from - dots) / 2);
  return [
    { from, to: start, ground: before },
    { from: start, to: start + dots, ground, after: before },
    { from: start + dots, to, ground },
  ];
}

/** Scenes at night are told on black (D6). */
function groundFor({ panel }: StripBlock): StripGround {
  return panel.measured.beat.time === "night" ? "black" : "white";
}

/** The longer the time between two panels, the longer the way (F5). */
function gutterBetween(before: StripBlock, after: StripBlock): number {
  const [a, b] = [before.panel.measured.beat, after.panel.measured.beat];
  if (b.opensScene) return gutters.scene;
  if (a.id === b.id) return gutters.action;
  if (a.hook || b.importance >= splashFrom) return gutters.turn;
  if (b.kind === "quiet" || b.kind === "reaction" || a.kind === "quiet") return gutters.silence;
  return isLively(a) && isLively(b) ? gutters.action : gutters.talk;
}

/** Room for the line of a frame below a panel, in units. */
const frame = 4;

/** Where the strip is cut into pictures: in gutters, each as late as its height allows. */
export function cuts(laid: readonly StripBlock[], end: number): [from: number, to: number][] {
  const pictures: [number, number][] = [];
  for (let from = 0; from < end;) {
    const most = Math.min(from + mostHeight, end);
    const cut = laid.find(({ top, bottom }) => top < most && bottom > most - frame);
    const to = cut ? Math.floor((cut.top - 1) / tile) * tile : most;
    if (to <= from) throw new Error("lay out strip: a panel is higher than a picture");
    pictures.push([from, to]);
    from = to;
  }
  return pictures;
}
