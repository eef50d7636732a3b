import type { Point } from "../../geometry/geometry.ts";
import { brush, curve, flick, massPath } from "../people/brush.ts";
import { fineTone } from "../tone.ts";
import { type BeastView, onHead } from "./beast-view.ts";
import { gapeOf } from "./beast-mouth.ts";

/** The beak of a kind of bird in head sizes: how far it reaches, how high its root is, how far its tip hooks down, how thick a flat bill ends. */
interface BeakForm {
  reach: number;
  high: number;
  hook: number;
  flat: number;
}

/** Small slim birds with a thin beak. */
export const songbirds =
  /nightingale|canary|sparrow|swallow|robin|wren|lark|thrush|finch|linnet|blackbird|starling|雀|燕|鶯|うぐいす|雲雀/i;

const forms: readonly (readonly [RegExp, BeakForm])[] = [
  [/duck|goose|swan|鴨|家鴨|鵞/i, { reach: 0.78, high: 0.11, hook: 0, flat: 0.035 }],
  [/eagle|hawk|gryphon|griffin|vulture|owl|鷲|鷹|鳶|梟/i, { reach: 0.6, high: 0.17, hook: 0.15, flat: 0 }],
  [/lory|parrot|macaw|鸚鵡/i, { reach: 0.52, high: 0.19, hook: 0.2, flat: 0 }],
  [/dodo|ドードー/i, { reach: 0.8, high: 0.2, hook: 0.13, flat: 0 }],
  [/\bhen\b|\bcock\b|rooster|chicken|turkey|鶏|七面鳥/i, { reach: 0.5, high: 0.1, hook: 0.04, flat: 0 }],
  [/crow|raven|magpie|rook|鴉|烏/i, { reach: 0.78, high: 0.13, hook: 0.05, flat: 0 }],
  [/heron|crane|stork|flamingo|鶴|鷺/i, { reach: 0.88, high: 0.09, hook: 0.01, flat: 0 }],
  [songbirds, { reach: 0.5, high: 0.055, hook: 0.01, flat: 0 }],
  [/pigeon|dove|chick|鳩/i, { reach: 0.56, high: 0.09, hook: 0.03, flat: 0 }],
];
const plain: BeakForm = { reach: 0.58, high: 0.1, hook: 0.04, flat: 0 };

/** A beak in two halves that open from the root, as it is seen from the side: no bird is drawn with its beak to the reader. */
export function beak(view: BeastView): string {
  const form = forms.find(([name]) => name.test(view.name))?.[1] ?? plain;
  const open = gapeOf(view) * 0.8;
  const { reach, high, hook, flat } = form;
  const at = (y: number, z: number): Point => onHead(view, 0, level + y, z);
  const long = reach - root;
  const corner = at(0.05, root - 0.1);
  const ridge = curve([
    at(-high * 1.15, root - 0.1),
    at(-high * (hook > 0.1 ? 0.98 : 0.66), root + long * 0.4),
    at(-high * (hook > 0.1 ? 0.55 : 0.3) - flat * 0.4, root + long * 0.78),
    at(hook > 0.1 ? hook * 0.2 : -flat, reach - (hook > 0.1 ? 0.01 : 0.03)),
    at(hook + flat * 0.3, reach - hook * 0.35),
  ]);
  const edge = curve([
    at(hook + flat * 0.3, reach - hook * 0.35),
    at(hook * 0.35 + flat * 0.6, reach - 0.05 - hook * 0.75),
    at(0.012, root + long * 0.42),
    corner,
  ]);
  const end = reach - 0.07 - hook * 0.9;
  // The lower half runs out to a point of its own; a bill stays broad.
  const point = at(0.03 + flat * 0.9 + open, end);
  const jaw = curve([
    at(0.09 + high * 0.45, root - 0.1),
    at(0.07 + flat * 0.6 + open * 0.62 + high * 0.1, root + long * 0.4),
    point,
  ]);
  const lower = [
    ...curve([corner, at(0.02 + open * 0.4, root + long * 0.4), at(0.028 + open, end)]),
    ...jaw.toReversed(),
  ];
  const inside = [corner, ...edge.toReversed(), at(0.035 + open, end)];
  const crow = view.coat.line === "#fff";
  const horn = crow ? "#000" : fineTone(10);
  const rim = crow ? "#fff" : "#000";
  const slit = flick(
    [at(-high * 0.55, root + 0.08), at(-high * 0.6, root + 0.13), at(-high * 0.5, root + 0.17)],
    view.nib.line * 1.4,
    rim,
  );
  // Its root has no line: the beak grows out of the feathers.
  const pen = (line: readonly Point[]): string =>
    brush(line, view.nib.bold, { swellTo: 0.1, thinFrom: 0.9, tip: 0.5 }, rim);
  const fill = (shape: readonly Point[], paint: string): string =>
    `<path d="${massPath(shape, false)}" fill="${paint}"/>`;
  return [
    fill(lower, horn),
    pen(jaw),
    open > 0.04 ? fill(inside, "#000") : "",
    fill([...ridge, ...edge], horn),
    pen(ridge),
    pen(edge),
    view.size < 40 ? "" : slit,
  ].join("");
}

/** Where the two halves meet: below the middle of the head, and before it. */
const level = 0.08;
const root = 0.27;
