import type { Point } from "../../geometry/geometry.ts";
import { blob, mass, massPath } from "../people/brush.ts";
import { convexHull } from "../people/hull.ts";
import { fineTone } from "../tone.ts";
import { type BeastView, bonesOf, fleshOn, onHead } from "./beast-view.ts";
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
  const [level, root] = [0.1, 0.25];
  const { reach, high, wide, hook, flat } = form;
  const middle = root + (reach - root) * 0.52;
  // A flat bill is broad at its end, a pointed one runs out in the middle.
  const spread = flat > 0 ? [-flat, 0, flat] : [0];
  const upper = fleshOn(
    view,
    spread.flatMap((x) =>
      bonesOf(
        [
          [x * 0.5, level - high * 0.35, root, high * 0.95],
          [x * 0.8, level - high * (hook > 0.1 ? 0.5 : 0.28), middle, high * (hook > 0.1 ? 0.72 : 0.52)],
          [x, level + 0.005, reach - 0.03, flat > 0 ? 0.045 : hook > 0.1 ? high * 0.36 : 0.022],
          ...(hook > 0 ? [[x, level + hook, reach - 0.06, 0.012] as const] : []),
        ],
        view.sight,
      ),
    ),
    0.03,
  ).path;
  const end = reach - (hook > 0.1 ? 0.2 : 0.08);
  const lower = fleshOn(
    view,
    spread.flatMap((x) =>
      bonesOf(
        [
          [x * 0.5, level + high * 0.4, root, high * 0.6],
          [x * 0.9, level + 0.06 + open * 1.1, end, flat > 0 ? 0.04 : 0.03],
        ],
        view.sight,
      ),
    ),
    0.03,
  ).path;
  const inside = convexHull([
    ...[-1, 1].map((s) => see(s * wide * 0.6, level, root + 0.06)),
    ...spread.flatMap((x) => [see(x, level, reach - 0.12), see(x * 0.9, level + 0.06 + open * 1.1, end)]),
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
    mass([lower], horn, view.nib.bold, rim) +
    (open > 0.04 ? `<path d="${massPath(inside, false)}" fill="#000"/>` : "") +
    mass([upper], horn, view.nib.bold, rim) +
    (view.size < 40 ? "" : slit)
  );
}
