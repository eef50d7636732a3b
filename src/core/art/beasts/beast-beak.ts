import type { Point } from "../../geometry/geometry.ts";
import { blob, flick, mass, massPath } from "../people/brush.ts";
import { convexHull } from "../people/hull.ts";
import { fineTone } from "../tone.ts";
import { type BeastView, onHead } from "./beast-view.ts";
import { gapeOf } from "./beast-muzzle.ts";

/** The beak of a kind of bird: how far it reaches, how high its root is, how much its tip hooks down, how broad its tip is. */
interface BeakForm {
  reach: number;
  high: number;
  wide: number;
  hook: number;
  flat: number;
}

const forms: readonly (readonly [RegExp, BeakForm])[] = [
  [/duck|goose|swan|鴨|家鴨|鵞/i, { reach: 0.78, high: 0.11, wide: 0.17, hook: 0, flat: 0.14 }],
  [/eagle|hawk|gryphon|griffin|vulture|owl|鷲|鷹|鳶|梟/i, { reach: 0.6, high: 0.17, wide: 0.13, hook: 0.2, flat: 0 }],
  [/lory|parrot|macaw|鸚鵡/i, { reach: 0.52, high: 0.19, wide: 0.13, hook: 0.26, flat: 0 }],
  [/dodo/i, { reach: 0.9, high: 0.19, wide: 0.14, hook: 0.2, flat: 0 }],
  [/crow|raven|magpie|rook|鴉|烏/i, { reach: 0.78, high: 0.13, wide: 0.1, hook: 0.05, flat: 0 }],
  [/heron|crane|stork|flamingo|鶴|鷺/i, { reach: 0.98, high: 0.09, wide: 0.08, hook: 0.01, flat: 0 }],
  [/pigeon|dove|canary|sparrow|鳩|雀/i, { reach: 0.56, high: 0.09, wide: 0.09, hook: 0.03, flat: 0 }],
];
const plain: BeakForm = { reach: 0.64, high: 0.11, wide: 0.1, hook: 0.04, flat: 0 };

/** A beak in two halves that open from the root. */
export function beak(view: BeastView): string {
  const form = forms.find(([name]) => name.test(view.name))?.[1] ?? plain;
  const open = gapeOf(view) * 1.1;
  const see = (x: number, y: number, z: number): Point => onHead(view, x, y, z);
  const [level, root] = [0.1, 0.24];
  const { reach, high, wide, hook, flat } = form;
  const ends = (y: number, z: number): Point[] =>
    flat > 0
      ? [see(-flat, y, z), see(flat, y, z), see(-flat * 0.6, y, z + 0.05), see(flat * 0.6, y, z + 0.05)]
      : [see(0, y, z)];
  const rootRing = (y: number, ry: number, rx: number): Point[] =>
    Array.from({ length: 14 }, (_, i) => {
      const a = (i / 14) * 2 * Math.PI;
      return see(rx * Math.cos(a), y + ry * Math.sin(a), root);
    });
  const upper = convexHull([
    ...rootRing(level - high * 0.45, high * 0.75, wide),
    ...[-1, 1].map((s) => see(s * wide * 0.5, level - high * 0.75, root + (reach - root) * 0.45)),
    see(0, level - high * (hook > 0.1 ? 0.95 : 0.55), root + (reach - root) * (hook > 0.1 ? 0.55 : 0.3)),
    ...ends(level + 0.015, reach),
    ...(hook > 0 ? [see(0, level + hook, reach - hook * 0.55), see(0, level + hook * 0.3, reach)] : []),
  ]);
  const lower = convexHull([
    ...rootRing(level + high * 0.3, high * 0.5, wide * 0.85),
    ...ends(level + 0.05 + open * 1.3, reach - (hook > 0.1 ? 0.22 : 0.09)),
  ]);
  const inside = convexHull([
    ...rootRing(level, 0.02, wide * 0.8),
    ...ends(level + 0.02, reach - 0.1),
    ...ends(level + 0.03 + open * 1.3, reach - (hook > 0.1 ? 0.24 : 0.12)),
  ]);
  const crow = view.coat.line === "#fff";
  const horn = crow ? "#000" : fineTone(10);
  const near = view.yaw >= 0 ? -1 : 1;
  const slit = blob(
    [
      see(near * wide * 0.6, level - high * 0.5, root + 0.1),
      see(near * wide * 0.5, level - high * 0.62, root + 0.16),
      see(near * wide * 0.5, level - high * 0.4, root + 0.17),
    ],
    crow ? "#fff" : "#000",
    0,
  );
  const rim = crow ? "#fff" : "#000";
  return (
    mass([massPath(lower, false)], horn, view.nib.line, rim) +
    (open > 0.04 ? `<path d="${massPath(inside, false)}" fill="#000"/>` : "") +
    mass([massPath(upper, false)], horn, view.nib.line, rim) +
    (view.size < 40
      ? ""
      : slit +
        flick(
          [
            see(near * wide, level + 0.02, root),
            see(near * wide * 0.4, level + 0.03, (root + reach) / 2),
            see(0, level + 0.03, reach - 0.05),
          ],
          view.nib.fine * 1.2,
          rim,
        ))
  );
}
