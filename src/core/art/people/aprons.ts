import * as steady from "../../geometry/steady-math.ts";
import type { Point } from "../../geometry/geometry.ts";
import { smoothPath } from "../ink.ts";
import { brush, flick } from "./brush.ts";
import { type CostumeView, frontLine } from "./costume-view.ts";
import { isStriding } from "./skirts.ts";

/** A bib with straps over the shoulders, crossed behind, and the apron's band. */
export function bib(v: CostumeView, wide: number): string {
  const { m, nib } = v;
  const top = m.chest - 0.2;
  const strap = (s: 1 | -1): string =>
    v.strip(
      [
        [s * (wide - 5), top + 0.06],
        [s * (wide + 4), m.shoulder + 0.16],
        [s * 56, m.shoulder - 0.1],
        [s * 100, m.shoulder - 0.16],
        [s * 140, m.shoulder - 0.02],
        [s * 176, m.chest + 0.1],
        [s * 200, m.waist],
      ],
      0.055,
      "#fff",
      nib.line,
      "#000",
      0.03,
    );
  const front = v.patch(
    [
      [-wide, top],
      [0, top + 0.05],
      [wide, top],
      [wide + 8, m.waist],
      [-wide - 8, m.waist],
    ],
    "#fff",
    nib.line,
    0.03,
  );
  const bow = (s: 1 | -1): string =>
    v.patch(
      [
        [180, m.waist + 0.02],
        [180 + s * 34, m.waist - 0.16],
        [180 + s * 38, m.waist + 0.18],
      ],
      "#fff",
      nib.line,
      0.1,
    ) +
    v.patch(
      [
        [180 + s * 2, m.waist + 0.04],
        [180 + s * 20, m.waist + 0.5],
        [180 + s * 6, m.waist + 0.52],
      ],
      "#fff",
      nib.line,
      0.1,
    );
  return (
    strap(1) +
    strap(-1) +
    front +
    v.band(m.waist - 0.06, m.waist + 0.08, "#fff", { grow: 0.035 }) +
    bow(1) +
    bow(-1) +
    v.button([180, m.waist + 0.01], 0.06, "#fff")
  );
}

/** The apron over the skirt, from the waist down the front of the legs. `to` as in SkirtPlan. */
export function apronSkirt(v: CostumeView, to: number): string {
  const { m, nib, torso, body, size } = v;
  if (steady.cos((body.yaw * Math.PI) / 180) < 0.2) return "";
  // Measured along the body and across it: who falls or lies keeps the apron.
  const [top, low] = [body.see(body.axis(m.neck)), body.see(body.axis(m.hip))];
  const long = Math.hypot(low.x - top.x, low.y - top.y) || 1;
  const down = { x: (low.x - top.x) / long, y: (low.y - top.y) / long };
  const along = ({ x, y }: Point): Point => ({ x: x * down.y - y * down.x, y: x * down.x + y * down.y });
  const onPage = ({ x, y }: Point): Point => ({ x: x * down.y + y * down.x, y: y * down.y - x * down.x });
  const striding = isStriding(body);
  const middle = frontLine(v, [0, m.waist], striding ? -0.3 : to, 0).map(along);
  const [left, right] = [along(torso.at(-58, m.waist, 0.03)), along(torso.at(58, m.waist, 0.03))];
  const foot = middle.at(-1);
  const knee = middle.at(-2);
  if (!foot || !knee) return "";
  const wide = Math.max(0.3, steady.cos((body.yaw * Math.PI) / 180)) * size * (m.hipWide + (striding ? -0.12 : 0.06));
  const path = smoothPath(
    [
      left,
      { x: knee.x - wide * 0.94, y: (left.y + knee.y) / 2 },
      { x: knee.x - wide, y: knee.y },
      { x: foot.x - wide * 0.84, y: foot.y - size * 0.08 },
      { x: foot.x, y: foot.y + size * 0.03 },
      { x: foot.x + wide * 0.84, y: foot.y - size * 0.08 },
      { x: knee.x + wide, y: knee.y },
      { x: knee.x + wide * 0.94, y: (right.y + knee.y) / 2 },
      right,
    ].map(onPage),
    false,
  );
  const folds = v.small
    ? []
    : [0.24, 0.5, 0.76].map((t) => {
        const x = left.x + (right.x - left.x) * t;
        const to2 = foot.x + (t - 0.5) * wide * 1.9;
        return flick(
          [
            { x, y: left.y + size * 0.06 },
            { x: (x + to2) / 2, y: (left.y + foot.y) / 2 },
            { x: to2, y: foot.y - size * 0.14 },
          ].map(onPage),
          nib.fine * 1.5,
        );
      });
  const pocket = v.small
    ? ""
    : brush(
        [
          { x: knee.x + wide * 0.2, y: (right.y + knee.y) / 2 },
          { x: knee.x + wide * 0.62, y: (right.y + knee.y) / 2 - size * 0.03 },
        ].map(onPage),
        nib.line,
      );
  return `<path d="${path}Z" fill="#fff" stroke="#000" stroke-width="${nib.line.toFixed(2)}" stroke-linejoin="round"/>${folds.join("")}${pocket}`;
}
