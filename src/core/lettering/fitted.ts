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

/** A text ready to be set in any room: what all rooms have in common is worked out once. Both give null where it does not fit at its size (L4). */
export interface Setter {
  /** The smallest pleasing balloon around the text (L5). */
  balloon(limits: Limits): FittedBalloon | null;
  /** A rectangular box around the text. */
  caption(limits: Limits): FittedCaption | null;
}
