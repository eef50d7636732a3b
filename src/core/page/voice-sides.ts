import type { Rect } from "../geometry/geometry.ts";
import type { MeasuredText } from "./measure-texts.ts";
import type { Direction } from "./page-frame.ts";
import type { StagedFigure } from "./page.ts";

/** A side of the panel: -1 is the left one. */
export type PanelSide = -1 | 1;

/** Who nobody knows is one voice. */
const voiceOf = ({ text }: MeasuredText): string => text.speaker ?? "";

/**
 * At which side of the panel each voice leaves that has no mouth in it: where the listener looks, and all at one side, so that
 * nobody seems to stand on both. Only where nobody is in the picture two voices talk across it, the first where reading starts.
 */
export function voiceSides(
  texts: readonly MeasuredText[],
  { figures, box, direction }: { figures: readonly StagedFigure[]; box: Rect; direction: Direction },
): (text: MeasuredText) => PanelSide {
  const start = direction === "ltr" ? -1 : 1;
  if (figures.length > 0) {
    const side = sideLookedAt(figures, box) ?? (start === 1 ? -1 : 1);
    return () => side;
  }
  const voices = [...new Set(texts.filter(({ kind }) => kind !== "narration" && kind !== "letter").map(voiceOf))];
  return (text) => (voices.indexOf(voiceOf(text)) % 2 === 1 ? (start === 1 ? -1 : 1) : start);
}

/** Degrees of turn from which somebody looks to a side. */
const turned = 8;

/** Where most of the people look; between two who look at each other, the side with more room. */
function sideLookedAt(figures: readonly StagedFigure[], box: Rect): PanelSide | null {
  const looks = figures.map(({ head }) => (Math.abs(head.yaw) < turned ? 0 : Math.sign(head.yaw)));
  const sum = looks.reduce<number>((all, each) => all + each, 0);
  if (sum !== 0) return sum > 0 ? 1 : -1;
  const left = Math.min(...figures.map(({ head }) => head.x - head.size)) - box.x;
  const right = box.x + box.width - Math.max(...figures.map(({ head }) => head.x + head.size));
  return Math.abs(left - right) < 1 ? null : right > left ? 1 : -1;
}
