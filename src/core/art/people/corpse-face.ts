import * as steady from "../../geometry/steady-math.ts";
import { fineShade } from "../tone.ts";
import { blob, flick } from "./brush.ts";
import { type HeadView, onSkin } from "./head-view.ts";
import { faceLimit } from "./skull.ts";

type Line = readonly (readonly [number, number])[];

/** The face of one who was put together: eyes deep in dark sockets, hollow cheeks, and seams with stitches on brow and jaw. */
export function corpseFace(view: HeadView): string {
  const y = view.skull.eyeLine;
  const sides = [-1, 1].filter((s) => isSeen(view, s * 0.2, y));
  const hollows = sides.flatMap((s) => [
    blob(onSkin(view, ring(s * 0.175, y + 0.014, 0.13, 0.09)), fineShade(40), 0),
    blob(
      onSkin(view, [
        [s * 0.27, 0.12],
        [s * 0.2, 0.2],
        [s * 0.135, 0.33],
        [s * 0.2, 0.34],
        [s * 0.255, 0.24],
      ]),
      fineShade(30),
      0,
    ),
  ]);
  const seams = [
    seam(view, [
      [-0.02, y - 0.25],
      [-0.08, y - 0.15],
      [-0.19, y - 0.09],
    ]),
    seam(view, [
      [0.1, 0.4],
      [0.19, 0.31],
      [0.25, 0.19],
    ]),
  ];
  return hollows.join("") + seams.join("");
}

const ring = (x: number, y: number, rx: number, ry: number): Line =>
  Array.from({ length: 12 }, (_, i) => {
    const a = (i / 6) * Math.PI;
    return [x + rx * steady.cos(a), y + ry * steady.sin(a)] as const;
  });

/** A scar with the stitches that hold it. */
function seam(view: HeadView, line: Line): string {
  const seen = line.filter(([x, y]) => isSeen(view, x, y));
  if (seen.length < 2) return "";
  const stitches = [0.1, 0.3, 0.5, 0.7, 0.9].flatMap((t) => {
    const k = Math.min(seen.length - 2, Math.floor(t * (seen.length - 1)));
    const [a, b] = [seen[k], seen[k + 1]];
    if (!a || !b) return [];
    const u = t * (seen.length - 1) - k;
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const long = Math.hypot(dx, dy) || 1;
    const [x, y] = [a[0] + dx * u, a[1] + dy * u];
    const across: Line = [
      [x - (dy / long) * 0.035, y + (dx / long) * 0.035],
      [x + (dy / long) * 0.035, y - (dx / long) * 0.035],
    ];
    return [flick(onSkin(view, across), view.nib.line)];
  });
  return flick(onSkin(view, seen), view.nib.line * 1.3) + stitches.join("");
}

/** On the far side of a turned face a line would run along its edge. */
const isSeen = ({ skull, yaw }: HeadView, x: number, y: number): boolean =>
  x * yaw <= 0 || Math.abs(x) < Math.abs(faceLimit(skull, yaw, y)) - 0.03;
