import * as steady from "../../geometry/steady-math.ts";
import type { Point } from "../../geometry/geometry.ts";
import type { ModelSheet } from "../artist.ts";
import { fineShade, tone } from "../tone.ts";
import { blob, brush, flick, mass, massPath } from "./brush.ts";
import { smoothPath } from "../ink.ts";
import { brimmed, spread } from "./hat-brims.ts";
import { bonnet, helmet, hood, scarf } from "./hat-cloths.ts";
import { type HatInk, darkOr, inkOn, ringAt, shell } from "./hat-shell.ts";
import { type HeadView } from "./head-view.ts";
import { convexHull } from "./hull.ts";
import { alongScalp, onScalp } from "./skull.ts";

const none: HatInk = { behind: "", before: "", shadow: "", outline: "" };

/** Hats, hoods and headcloths, fitted to the turned skull. */
export function drawHat(view: HeadView): HatInk {
  const hats: Record<ModelSheet["hat"], () => HatInk> = {
    none: () => none,
    cap: () => cap(view),
    hat: () =>
      view.sheet.gender === "female"
        ? brimmed(view, { top: -0.58, wide: 0.3, brim: 0.68, fill: darkOr(view) })
        : brimmed(view, { top: -0.68, wide: 0.34, brim: 0.6, fill: darkOr(view) }),
    "top-hat": () => brimmed(view, { top: -0.72, wide: 0.395, brim: 0.56, fill: "#000" }),
    bonnet: () => bonnet(view),
    hood: () => hood(view),
    helmet: () => helmet(view),
    scarf: () => scarf(view),
    crown: () => crown(view),
  };
  return hats[view.sheet.hat]();
}

function cap(view: HeadView): HatInk {
  const fill = darkOr(view);
  const low = -0.2;
  const edge = (): number => low;
  const lift = (share: number): number => 0.06 + 0.045 * steady.sin(Math.PI * share) * (share > 0.4 ? 1 : 0.4);
  const dome = shell(view, edge, lift);
  const visor = [-62, -42, -21, 0, 21, 42, 62];
  const inner = visor.map((d) => view.sight.see(onScalp(view.skull, d, low - 0.04 + 0.075 * Math.abs(d / 62), 0.055)));
  const outer = visor.toReversed().map((d) => {
    const p = onScalp(view.skull, d, low, 0.05 + 0.2 * steady.cos((d * Math.PI) / 124));
    // The peak slopes down, so that it is seen from the side as well.
    return view.sight.see({ x: p.x, y: low + 0.05 + 0.075 * steady.cos((d * Math.PI) / 124), z: p.z });
  });
  const visible = steady.cos((view.yaw * Math.PI) / 180) > -0.45;
  // A solid wedge: from its side an open sheet would be a stick.
  const visorPath = smoothPath(spread(convexHull([...inner, ...outer])), true);
  const seam = [-90, 0, 90, 180].map((d) => {
    if (steady.cos(((d + view.yaw) * Math.PI) / 180) < 0) return "";
    return flick(
      [0.1, 0.5, 0.9].map((s) => view.sight.see(onScalp(view.skull, d, alongScalp(s, low), lift(s)))),
      view.nib.fine,
      inkOn(fill),
    );
  });
  return {
    behind: "",
    before:
      mass(dome, fill, view.nib.bold * 0.9) +
      (view.small ? "" : seam.join("")) +
      (visible
        ? mass([visorPath], "#000", view.nib.bold * 0.8) +
          (fill === "#000" ? brush(inner, view.nib.fine, {}, "#fff") : "")
        : ""),
    shadow: visible
      ? `<path d="${visorPath}" fill="${fineShade(40)}" transform="translate(0 ${(view.size * 0.06).toFixed(2)})"/>`
      : "",
    outline: dome.join("") + (visible ? visorPath : ""),
  };
}

function crown(view: HeadView): HatInk {
  const at = (d: number, up: number, out: number): Point => {
    const p = onScalp(view.skull, d, -0.3, out);
    return view.sight.see({ x: p.x, y: -0.3 - up, z: p.z });
  };
  const low = (d: number): Point => at(d, 0, 0.07);
  const point = 30;
  const pieces = (behind: boolean): number[] =>
    Array.from({ length: 12 }, (_, i) => -180 + i * point).filter(
      (d) => steady.cos(((d + point / 2 + view.yaw) * Math.PI) / 180) > 0 !== behind,
    );
  const faces = (behind: boolean): string[] =>
    pieces(behind).map((d) =>
      massPath(
        [
          low(d),
          low(d + point / 2),
          low(d + point),
          at(d + point, 0.15, 0.09),
          at(d + point * 0.75, 0.18, 0.1),
          at(d + point / 2, 0.34, 0.125),
          at(d + point * 0.25, 0.18, 0.1),
          at(d, 0.15, 0.09),
        ],
        false,
      ),
    );
  const pearls = (behind: boolean): string =>
    pieces(behind)
      .map((d) => blob(ringAt(at(d + point / 2, 0.36, 0.125), view.size * 0.026), "#fff", view.nib.line))
      .join("");
  const gems = view.small
    ? ""
    : pieces(false)
        .map((d, i) => blob(ringAt(at(d + point / 2, 0.075, 0.085), view.size * (i % 2 ? 0.026 : 0.02)), "#000", 0))
        .join("");
  const rim = Array.from({ length: 15 }, (_, i) => at(-84 + i * 12 - view.yaw, 0.125, 0.088));
  return {
    behind: mass(faces(true), tone(40), view.nib.line) + pearls(true),
    before: mass(faces(false), "#fff", view.nib.bold) + brush(rim, view.nib.line, { tip: 0.8 }) + gems + pearls(false),
    shadow: "",
    outline: [...faces(true), ...faces(false)].join(""),
  };
}
