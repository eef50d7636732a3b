import { gestural } from "../script/gestures.ts";
import type { Beat, Shot } from "../script/script.ts";
import type { MeasuredBeat } from "./measure-texts.ts";

/** Importance from which a beat gets a splash: a page, or most of one. */
export const splashFrom = 0.95;

/** Balloons never cover more of a panel than this. */
export const mostCovered = 0.45;

/** Width divided by height that suits a shot: wide shots lie, whole figures stand. */
const bestAspect: Readonly<Record<Shot, number>> = { wide: 2, full: 0.85, medium: 1.25, close: 1.05, insert: 1 };

/** Height divided by width from which a panel is a shaft, by shot, for one figure. */
const tallest: Readonly<Record<Shot, number>> = { wide: 1.3, full: 2.2, medium: 1.55, close: 1.55, insert: 1.55 };

/** What a panel asks of the page. */
export interface PanelNeed {
  /** Least area in square page units in which texts and faces do not crowd. */
  least: number;
  /** Share of the page that the story gives it (P1), before the shares of a page are made to add up. */
  weight: number;
  minWidth: number;
  minHeight: number;
  aspect: number;
  /** Height divided by width above which the panel is a shaft: a bust stands at the bottom of it, two people do not fit side by side. */
  tallest: number;
}

/** Area that a face and its surroundings take, by shot, in square page units for one figure. */
const roomForFaces: Readonly<Record<Shot, number>> = {
  wide: 42_000,
  full: 52_000,
  medium: 44_000,
  close: 56_000,
  insert: 46_000,
};

const smallest = { width: 205, height: 210 } as const;

/** Share of a panel that the boxes around its texts take when it is as small as may be: high balloons stand beside the people, lying ones over them. */
const packing = { down: 0.42, across: (mostCovered - 0.07) / 1.25 } as const;

/** Share of a panel that the boxes of one high balloon may take beside one figure, where seven panels of ten hold it, and what becomes of it with more balloons and with every other figure; measured on 1,389 panels of five books. */
const bearable = { share: 0.49, texts: -0.31, figure: 0.73 } as const;

/** Crowding from which a panel is not worth trying. */
const overfull = 1.5;

/** How much more of a panel the texts of a beat take than most panels bear: from 1.5 on hardly any does. Known of lines that run down. */
export function crowding(beat: MeasuredBeat, area: number): number {
  return (overfull * bareArea(beat)) / area;
}

/** Area in square page units under which a panel is not worth trying; 0 where nothing is known of it. */
export function bareArea({ beat, texts, textArea, vertical }: MeasuredBeat): number {
  if (!vertical || texts.length === 0) return 0;
  const { share, texts: more, figure } = bearable;
  return textArea / (overfull * share * texts.length ** more * figure ** (beat.figures.length - 1));
}

/** Works out what a beat asks of its panel. */
export function needOf({ beat, textArea, minWidth, texts, urgency, vertical }: MeasuredBeat): PanelNeed {
  const others = Math.max(0, beat.figures.length - 1);
  const faces = roomForFaces[beat.shot] * (1 + 0.55 * others);
  const packed = textArea * 1.25;
  // Hands before the breast are seen where the panel is not flat.
  const hands = beat.shot === "medium" && beat.figures.some(({ pose, holds }) => gestural.has(pose) || holds !== null);
  const lies = beat.figures.some(({ pose }) => pose === "lie");
  return {
    least: urgency * Math.max(textArea / packing[vertical ? "down" : "across"], packed + faces),
    weight: weightOf(beat) * (onlyListens(beat, texts) ? listening : 1),
    minWidth: Math.max(smallest.width + 90 * others, minWidth + 44),
    minHeight: Math.max(smallest.height, ...texts.map(({ usual }) => 2 * Math.min(usual.radiusY, 190) + 60)),
    aspect: aspectOf(beat, { lies, hands }) * (vertical && texts.length > 1 && !lies ? uprightAspect : 1),
    tallest: lies ? 0.7 : tallest[beat.shot] / (1 + 0.3 * others),
  };
}

/** Share of its room that a panel has where people only hear somebody beyond the picture. */
const listening = 0.75;

const onlyListens = ({ figures }: Beat, texts: MeasuredBeat["texts"]): boolean =>
  figures.length > 0 && texts.some(({ kind }) => kind === "off-panel") && texts.every(({ voice }) => voice === null);

/** Two upright balloons stand beside each other and the people under them: such a panel is higher than its shot asks for. */
const uprightAspect = 0.8;

function aspectOf({ shot, figures }: Beat, { lies, hands }: { lies: boolean; hands: boolean }): number {
  const others = Math.max(0, figures.length - 1);
  if (lies) return 2;
  if (hands) return 0.95 + 0.4 * others;
  return bestAspect[shot] * (shot === "wide" ? 1 : 1 + 0.35 * others);
}

/** Importance drives area, steeply towards the top (P1). */
function weightOf({ importance, kind }: Beat): number {
  return (kind === "establish" ? 0.75 : 0.5) + 1.7 * importance * importance;
}
