import type { TextKind } from "../script/script.ts";
import type { LetteringText } from "./lettering.ts";
import type { Radii } from "./superellipse.ts";

type BalloonKind = Exclude<TextKind, "sound">;

/** How far spikes and cloud bumps reach beyond the body that holds the text: a share of the half axis, and page units. */
const reach: Readonly<Record<BalloonKind, { share: number; units: number }>> = {
  speech: { share: 0, units: 0 },
  thought: { share: 0.07, units: 9 },
  shout: { share: 0.15, units: 11 },
  whisper: { share: 0, units: 0 },
  sung: { share: 0.02, units: 6 },
  broadcast: { share: 0.03, units: 9 },
  "off-panel": { share: 0, units: 0 },
  narration: { share: 0, units: 0 },
  letter: { share: 0, units: 0 },
};

/** The body inside a balloon of given half axes. */
export function bodyInside(kind: BalloonKind, outer: Radii): Radii {
  const { share, units } = reach[kind];
  return { radiusX: (outer.radiusX - units) / (1 + share), radiusY: (outer.radiusY - units) / (1 + share) };
}

/** The half axes of a balloon with room for its spikes or bumps around a body. */
export function balloonAroundBody(kind: BalloonKind, body: Radii): Radii {
  const { share, units } = reach[kind];
  return { radiusX: body.radiusX * (1 + share) + units, radiusY: body.radiusY * (1 + share) + units };
}

/** Shouts are set for a burst, thoughts for a cloud; stress is speech in heavier type, lettered words are a caption in larger. */
export function kindOfStyle(style: LetteringText["style"]): BalloonKind {
  if (style === "lettered") return "narration";
  return style === "stress" ? "speech" : style;
}

/** Free room between text and outline, in ems of the text: the same on all sides to the eye. */
export const balloonPadding = { across: 0.6, down: 0.5 } as const;
/** The same around upright columns, whose letters have air in their squares. */
export const uprightPadding = { across: 0.48, down: 0.4 } as const;

/** Free room between text and frame of a caption, in ems. */
export const captionPadding = { across: 0.55, down: 0.5 } as const;
