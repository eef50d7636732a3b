import type { SetBlock } from "./lettering.ts";

/** The room that layout can give, in page units. */
export interface Limits {
  maxWidth: number;
  maxHeight: number;
  /** Wished width divided by height; a taste, not a rule. */
  prefer?: number;
}

/**
 * Text with the balloon around it. The balloon's outline, its tail aside, stays inside the box of
 * 2·radiusX by 2·radiusY around the centre that text and balloon share: spikes and cloud bumps included.
 */
export interface FittedBalloon {
  block: SetBlock;
  radiusX: number;
  radiusY: number;
}

/** Text with the rectangular box around it; they share their centre. */
export interface FittedCaption {
  block: SetBlock;
  width: number;
  height: number;
}
