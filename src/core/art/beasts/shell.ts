import { clipped, flick } from "../people/brush.ts";
import { fineTone } from "../tone.ts";
import type { BodyView } from "./beast-body.ts";
import type { Ball } from "./beast-heads-data.ts";
import { bonesOf, discOf, fleshOn, inked } from "./beast-view.ts";
import type { Stance } from "./four-legs.ts";

/** The dome of a turtle over its trunk, with plates and a rim. */
export function shell({ beast, sight }: BodyView, { chest, rump }: Stance): string {
  const at = (t: number, up: number, r: number): Ball => [
    0,
    chest[1] + (rump[1] - chest[1]) * t - up,
    chest[2] + (rump[2] - chest[2]) * t,
    r,
  ];
  const dome = fleshOn(
    beast,
    bonesOf([at(0.12, 0.12, 0.56), at(0.36, 0.28, 0.76), at(0.66, 0.28, 0.76), at(0.96, 0.08, 0.54)], sight),
    0.2,
  ).path;
  const line = (a: Ball, b: Ball, c: Ball): string =>
    flick([discOf(a, sight), discOf(b, sight), discOf(c, sight)], beast.nib.line * 1.6);
  const plates = [0.1, 0.36, 0.64, 0.92]
    .map((t) => line(at(t, 1.05, 0), at(t + (t - 0.5) * 0.2, 0.45, 0), at(t + (t - 0.5) * 0.3, -0.2, 0)))
    .join("");
  const rows =
    line(at(-0.2, 0.42, 0), at(0.5, 0.66, 0), at(1.2, 0.36, 0)) +
    line(at(-0.2, -0.12, 0), at(0.5, 0.02, 0), at(1.24, -0.12, 0));
  return inked(dome, fineTone(55), beast.nib.bold) + clipped(`${beast.prefix}sh`, dome, whiteUnder(plates + rows));
}

/** On the dark shell the seams are light. */
const whiteUnder = (lines: string): string => lines.replaceAll('fill="#000"', 'fill="#fff"');
