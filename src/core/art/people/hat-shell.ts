import * as steady from "../../geometry/steady-math.ts";
import type { Point } from "../../geometry/geometry.ts";
import type { ModelSheet } from "../artist.ts";
import { tone } from "../tone.ts";
import { massPath, windingOf } from "./brush.ts";
import { onFarTemple } from "./hair-cap.ts";
import { type HeadView } from "./head-view.ts";
import { alongScalp, onScalp } from "./skull.ts";
import type { Spot } from "./space.ts";

export interface HatInk {
  behind: string;
  before: string;
  /** Tone that the brim throws on the face. */
  shadow: string;
  /** Path data of the whole shape. */
  outline: string;
}

/** Hats contrast with the hair under them. */
export function darkOr({ sheet }: HeadView): string {
  return sheet.hairColour === "black" || sheet.hairColour === "brown" ? tone(30) : "#000";
}

export const inkOn = (fill: string): string => (fill === "#000" ? "#fff" : "#000");

/** Cloth on the skull from the crown down to a lower edge that depends on the direction: patches of one mass. */
export function shell(
  view: HeadView,
  edge: (degrees: number) => number,
  lift: (share: number, degrees: number) => number,
): string[] {
  return patches(view, edge, lift)
    .filter(({ points, row, degrees }) => {
      const depth = points.reduce((sum, p) => sum + p.depth, 0) / 4;
      // The rim beyond the far cheek is seen from within: it stands behind the face.
      if (row > 2 && edge(degrees) > -0.1 && beyondFace(view, degrees)) return false;
      return windingOf(points) > 0 || (row < 2 && depth > -0.3);
    })
    .map(({ points }) => massPath(points, false));
}

/** The inner side of such cloth, as far as it stands beyond the face. */
export function lining(
  view: HeadView,
  edge: (degrees: number) => number,
  lift: (share: number, degrees: number) => number,
): string[] {
  return patches(view, edge, lift)
    .filter(({ points, row, degrees }) => row > 0 && (windingOf(points) <= 0 || beyondFace(view, degrees)))
    .map(({ points }) => massPath(points, false));
}

const beyondFace = (view: HeadView, degrees: number): boolean => onFarTemple(view, degrees, 76);

function patches(
  view: HeadView,
  edge: (degrees: number) => number,
  lift: (share: number, degrees: number) => number,
): { points: Spot[]; row: number; degrees: number }[] {
  const rows = 8;
  return Array.from({ length: 36 }, (_, i) => i * 10 - 180).flatMap((degrees) =>
    Array.from({ length: rows }, (_, row) => {
      const corner = (d: number, r: number): Spot =>
        view.sight.see(onScalp(view.skull, d, alongScalp(r / rows, edge(d)), lift(r / rows, d)));
      const points = [
        corner(degrees, row),
        corner(degrees + 10, row),
        corner(degrees + 10, row + 1),
        corner(degrees, row + 1),
      ];
      return { points, row, degrees: degrees + 5 };
    }),
  );
}

/** A line on such cloth at a share of the way down, between two directions on the head, as far as it is seen. */
export function shellLine(
  view: HeadView,
  edge: (d: number) => number,
  lift: (s: number, d: number) => number,
  within: number,
  share: number,
): Point[] {
  return Array.from({ length: 35 }, (_, i) => -85 + i * 5)
    .map((seen) => ((seen - view.yaw + 540) % 360) - 180)
    .filter((d) => Math.abs(d) <= within)
    .map((d) => view.sight.see(onScalp(view.skull, d, alongScalp(share, edge(d)), lift(share, d) + 0.004)));
}

export const ringAt = (centre: Point, radius: number): Point[] =>
  Array.from({ length: 8 }, (_, i) => ({
    x: centre.x + radius * steady.cos((i / 8) * 2 * Math.PI),
    y: centre.y + radius * steady.sin((i / 8) * 2 * Math.PI),
  }));

/** Whether cloth or metal hangs over ears and neck, so that no hair but the fringe shows. */
export function wrapsHead({ hat, gender }: ModelSheet): boolean {
  return hat === "hood" || hat === "bonnet" || hat === "helmet" || (hat === "scarf" && gender !== "male");
}
