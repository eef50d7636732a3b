import * as steady from "../../geometry/steady-math.ts";
import type { Point } from "../../geometry/geometry.ts";
import { smoothPath } from "../ink.ts";
import { fineShade, light } from "../tone.ts";
import { brush, clipped, curve, flick, massPath } from "./brush.ts";
import type { Mouth } from "./expressions.ts";
import { type HeadView, sideOn } from "./head-view.ts";
import { faceLimit, lipsPart, onFace, onRidge } from "./skull.ts";
import { type Vec, clamp } from "./space.ts";

/** The mouth for a feeling, speaking or not. */
export function drawMouth(view: HeadView): string {
  if (view.behind) return "";
  const mouth = view.speaks ? view.expression.speaking : view.expression.mouth;
  if (Math.abs(view.yaw) > sideOn) return profileMouth(view, mouth);
  if (mouth.open === 0 || mouth.shape === "line") return closedMouth(view, mouth);
  return mouth.shape === "square" && mouth.open < widestWord ? talkingMouth(view, mouth) : openMouth(view, mouth);
}

/** Whether hair hangs over the upper lip. */
const underMoustache = ({ sheet }: HeadView): boolean =>
  sheet.beard === "moustache" || sheet.beard === "beard" || sheet.beard === "full-beard";

/** The most that lips part for a word; beyond it the jaw drops, and the inside of the mouth is seen. */
const widestWord = 0.1;

/**
 * Lips that part for a word: a low gap under a bowed upper lip, flat below. Straight above and round below it would be a grin,
 * whatever is said, and a strip of teeth in it would make the grin sure.
 */
function talkingMouth(view: HeadView, mouth: Mouth): string {
  const { nib, skull, sheet } = view;
  const child = sheet.age === "child";
  // A child's mouth is small, and still more than a dot under its large eyes.
  const scale = child ? 1.08 : sheet.gender === "male" ? 1.16 : 1.04;
  const w = mouth.half * scale;
  // Under a moustache a strip of skin parts the hair from the gap.
  const top = skull.mouthLine + (underMoustache(view) ? 0.004 : -0.006);
  const nod = Math.max(-0.02, Math.min(0, steady.sin((view.head.pitch * Math.PI) / 180) * 0.07));
  // The gap bends less than the line over it, or a sad one would be a triangle.
  const at = (u: number, down: number, bend = 0.45): Point =>
    lip(view, u * w, top + down - bend * (mouth.corners + nod) * (u * u * 1.25 - 0.2) - mouth.skew * Math.max(0, u));
  const deep = mouth.open * (child ? 0.66 : 0.52);
  const [part, low] = [0.64, 0.42];
  const arch = mouth.corners > 0.01 ? 0 : 0.32;
  const bow = (u: number): number => deep * arch * (u / part) ** 2;
  const over = [-part, -low, 0, low, part].map((u) => at(u, bow(u)));
  const gap = smoothPath(
    [...over, at(low, deep * (0.8 + arch / 2)), at(0, deep), at(-low, deep * (0.8 + arch / 2))],
    true,
  );
  const line = [-0.9, -part, -0.2, 0.2, part, 0.9].map((u) => at(u, bow(u) - 0.002, Math.abs(u) < 0.6 ? 0.45 : 0.8));
  const parts = [
    `<path d="${gap}" fill="#000"/>`,
    brush(line, Math.max(1.2, nib.line), { swellTo: 0.3, thinFrom: 0.7, tip: 0.4 }),
  ];
  if (!view.small) {
    const under = deep + (sheet.gender === "female" && !child ? 0.02 : 0.026);
    parts.push(flick([at(-0.3, under), at(0, under + 0.002), at(0.3, under)], nib.fine * 1.3));
  }
  return parts.join("");
}

/** A point of the mouth: it lies on the ridge of the lips, held inside the outline. */
function lip(view: HeadView, x: number, y: number): Point {
  const { skull, yaw } = view;
  // A wide mouth is drawn together on the far cheek, or it would run off the jaw.
  const room = Math.max(0.02, Math.abs(faceLimit(skull, yaw, Math.min(y, 0.4))) - 0.05);
  const far = x * (yaw >= 0 ? 1 : -1) > 0;
  const held = far ? Math.sign(x) * room * steady.tanh(Math.abs(x) / room) : x;
  const near = onFace(skull, Math.abs(yaw) < 4 ? x : held, skull.mouthLine);
  const ridge = 0.02 * steady.exp(-((held / 0.05) ** 2));
  const spot: Vec = { x: near.x, y, z: near.z + ridge };
  return view.sight.see(spot);
}

/** From the side the lips are the outline: the mouth opens there as a wedge, or runs back from it as a line. */
function profileMouth(view: HeadView, mouth: Mouth): string {
  const { skull, nib, sight, size } = view;
  const near = view.yaw >= 0 ? -1 : 1;
  const y = skull.mouthLine;
  const open = mouth.shape === "line" ? 0 : mouth.open;
  const long = 0.056 + mouth.half * 0.46 + open * 0.3;
  const edge = (at: number, in_ = 0): Point => {
    const p = onRidge(skull, at, 0);
    return sight.see({ x: near * 0.004, y: at, z: p.z - in_ });
  };
  const seam = onRidge(skull, y).z;
  const back = (share: number, dy: number): Point =>
    sight.see({ x: near * (0.03 + 0.05 * share), y: y + dy, z: seam - long * share });
  // A wedge whose upper edge ran level into the cheek would be a laugh from the side.
  const corner = back(1, open * (mouth.shape === "square" ? 0.36 : 0.12) - mouth.corners * 1.1);
  if (open < 0.02) {
    const line = [edge(y), back(0.35, -mouth.corners * 0.1), back(0.7, -mouth.corners * 0.45), corner];
    const fold =
      view.small || view.sheet.age !== "old" || Math.abs(mouth.corners) < 0.02
        ? ""
        : flick([back(1.12, -0.02 - mouth.corners), back(1.2, 0.004), back(1.1, 0.03)], nib.fine);
    const under = view.small ? "" : flick([back(0.05, 0.056), back(0.3, 0.06), back(0.6, 0.05)], nib.fine * 1.2);
    return brush(line, Math.max(1.3, nib.line * 1.25), { swellTo: 0.2, thinFrom: 0.6, tip: 0.3 }) + fold + under;
  }
  // A wedge that opens between the lips, where the outline falls back; rounded off it would be a berry held in them.
  const gap = open * lipsPart;
  const over = (down: number): Point[] =>
    curve([edge(y - 0.004 + down, 0.006), back(0.5, down * 0.9 - mouth.corners * 0.3 - open * 0.02), corner], 4);
  const under = curve(
    [corner, back(0.72, gap * 0.46 - mouth.corners * 0.7), back(0.34, gap * 0.86 - mouth.corners * 0.2), edge(y + gap)],
    4,
  );
  const path = massPath([...over(0), ...under, edge(y + gap * 0.5, -0.002)], false);
  // The upper teeth are one clean strip under the lip.
  const inside =
    size > 60 && open > (mouth.shape === "square" ? widestWord : 0.05) && mouth.half > 0.09 && mouth.shape !== "oval"
      ? clipped(
          `${view.prefix}mouth`,
          path,
          `<path d="${massPath([edge(y - 0.02, -0.03), ...over(-0.02), ...over(gap * 0.3).toReversed(), edge(y + gap * 0.3, -0.03)], false)}" fill="#fff"/>`,
        )
      : "";
  const lips = brush(over(0), Math.max(1.2, nib.line), { swellTo: 0.3, thinFrom: 0.7, tip: 0.5 });
  const fold =
    view.small || open < 0.08 || view.sheet.age !== "old"
      ? ""
      : flick([back(1.25, -0.05), back(1.42, 0.01), back(1.3, 0.07)], nib.fine);
  return `<path d="${path}" fill="#000"/>${inside}${lips}${fold}`;
}

function closedMouth(view: HeadView, mouth: Mouth): string {
  const { nib, skull, size, sheet } = view;
  const y = skull.mouthLine;
  const scale = sheet.age === "child" ? 0.8 : sheet.gender === "male" ? 1.08 : 0.96;
  const w = mouth.half * scale;
  // The corners lie deeper than the middle: on a bowed head they would rise to a smile.
  const nod = steady.sin((view.head.pitch * Math.PI) / 180) * 0.07;
  const corners = mouth.corners + Math.max(-0.02, Math.min(0, nod));
  const at = (u: number, dy: number): Point =>
    lip(view, u * w, y + dy - corners * (u * u * 1.25 - 0.25) - mouth.skew * Math.max(0, u));
  const wave = mouth.shape === "wave" ? mouth.half * 0.1 : 0;
  const bow = mouth.shape === "line" && mouth.corners >= 0 ? 0.004 : 0;
  const points = [-1, -0.6, -0.25, 0, 0.25, 0.6, 1].map((u, i) =>
    at(u, (i % 2 ? wave : -wave) + (Math.abs(u) < 0.3 && u !== 0 ? -bow : 0)),
  );
  const parts = [brush(points, Math.max(1.3, nib.line * 1.25), { swellTo: 0.35, thinFrom: 0.65, tip: 0.25 })];
  if (view.small) return parts.join("");
  if (sheet.gender === "female" && sheet.age !== "child") {
    const lipW = Math.min(0.052, w * 0.7);
    parts.push(flick([lip(view, -lipW, y + 0.04), lip(view, 0, y + 0.05), lip(view, lipW, y + 0.04)], size * 0.014));
    parts.push(
      flick([lip(view, -lipW * 0.8, y - 0.02), lip(view, 0, y - 0.016), lip(view, lipW * 0.8, y - 0.02)], nib.fine),
    );
  } else
    parts.push(
      flick([lip(view, -w * 0.4, y + 0.048), lip(view, 0, y + 0.054), lip(view, w * 0.36, y + 0.048)], nib.fine * 1.2),
    );
  if (size > 230 && sheet.age !== "child")
    parts.push(
      flick(
        [lip(view, -w * 0.5, y + 0.056), lip(view, 0, y + 0.07), lip(view, w * 0.5, y + 0.056)],
        size * 0.022,
        fineShade(30),
      ),
    );
  if (mouth.corners > 0.02 || mouth.skew > 0.02) parts.push(cornerMark(view, at, 1));
  if (mouth.corners > 0.02) parts.push(cornerMark(view, at, -1));
  return parts.join("");
}

function cornerMark(view: HeadView, at: (u: number, dy: number) => Point, side: number): string {
  return flick([at(side * 1.1, -0.018), at(side * 1.2, 0), at(side * 1.12, 0.022)], view.nib.fine);
}

function openMouth(view: HeadView, mouth: Mouth): string {
  const { nib, skull, size, sheet } = view;
  const scale = sheet.age === "child" ? 0.82 : sheet.gender === "male" ? 1.06 : 0.98;
  // A grin from ear to ear is a mask.
  const w = mouth.half * scale * (mouth.shape === "smile" ? 0.88 : 1);
  const top = skull.mouthLine - Math.min(0.02, mouth.open * 0.22);
  // Jaws drop less for a word than for a cry.
  const drops = mouth.shape === "square" ? 0.84 : 1;
  const bottom = Math.min(skull.chin - 0.06, top + mouth.open * drops * (sheet.age === "child" ? 0.86 : 1));
  const bend = mouth.corners;
  const lift = (u: number): number => -bend * u * u - mouth.skew * Math.max(0, u);
  const square = { smile: 0.55, square: 0.58, oval: 1, clenched: 0.9, wave: 0.7, line: 0.6 }[mouth.shape];
  const topSag = mouth.shape === "smile" ? 0.012 : 0;
  const up = (u: number): Point => lip(view, u * w, top + lift(u) + topSag * (1 - u * u));
  const drop = (u: number): Point =>
    lip(view, u * w * square, bottom - (1 - square) * 0.02 + lift(u) * 0.3 - u * u * mouth.open * 0.12);
  const side = (u: number): Point =>
    lip(
      view,
      u * w * (mouth.shape === "square" ? 0.88 : 0.98 + square * 0.03),
      (top + bottom) / 2 + lift(u) * 0.8 - (mouth.shape === "smile" ? mouth.open * 0.16 : 0),
    );
  const round = (_: unknown, i: number): Point =>
    lip(view, -w * steady.cos((i * Math.PI) / 5), (top + bottom - (bottom - top) * steady.sin((i * Math.PI) / 5)) / 2);
  const ring =
    mouth.shape === "oval"
      ? Array.from({ length: 10 }, round)
      : [up(-1), up(-0.5), up(0), up(0.5), up(1), side(1), drop(0.8), drop(0), drop(-0.8), side(-1)];
  const path = smoothPath(ring, true);
  const strips: string[] = [];
  const band = (from: number, to: number, fill: string): string => {
    const y1 = top + (bottom - top) * from;
    const y2 = top + (bottom - top) * to;
    const line = (y: number, back: boolean): Point[] => {
      const us = [-1.2, -0.5, 0, 0.5, 1.2];
      return (back ? us.toReversed() : us).map((u) => lip(view, clamp(u * w, -0.2, 0.2), y + lift(u) * 0.6));
    };
    return `<path d="${smoothPath([...line(y1, false), ...line(y2, true)], true)}" fill="${fill}"/>`;
  };
  if (mouth.shape === "clenched" || mouth.shape === "wave") strips.push(teeth(view, mouth, w, top, bottom, lift));
  else {
    // In a small mouth teeth would be two white specks, the nostrils of a snout.
    const teethShow = mouth.open > 0.06 && size > 60 && (mouth.half > 0.08 || (mouth.shape === "oval" && size > 100));
    // Black between two black masses of hair would be no mouth.
    if (teethShow) strips.push(band(-0.5, underMoustache(view) ? 0.34 : mouth.shape === "oval" ? 0.2 : 0.26, "#fff"));
    // Without a tongue a wide mouth is a hole; in a small one its dots would be a second row of teeth.
    if (mouth.open > 0.1 && mouth.open * size > (mouth.shape === "smile" ? 30 : 13))
      strips.push(band(0.66, 1.4, light(55)));
  }
  const fill = mouth.shape === "clenched" || mouth.shape === "wave" ? "#fff" : "#000";
  const parts = [
    `<path d="${path}" fill="${fill}"/>`,
    clipped(`${view.prefix}mouth`, path, strips.join("")),
    brush(ring.slice(0, 5), Math.max(1.2, nib.line * 1.2), { swellTo: 0.3, thinFrom: 0.7, tip: 0.4 }),
    brush([...ring.slice(4), ...ring.slice(0, 1)], Math.max(1, nib.line * 0.8), {
      swellTo: 0.3,
      thinFrom: 0.7,
      tip: 0.5,
    }),
  ];
  if (!view.small) {
    const chin = bottom + 0.022;
    if (chin < skull.chin - 0.035)
      parts.push(
        flick([lip(view, -w * 0.35, chin), lip(view, 0, chin + 0.008), lip(view, w * 0.35, chin)], nib.fine * 1.1),
      );
    const lined = sheet.gender === "male" && sheet.age !== "child" && sheet.age !== "young";
    if (mouth.half > 0.1 && size > 120 && lined)
      for (const u of [-1, 1])
        parts.push(
          flick(
            [
              lip(view, u * w * 1.25, top - 0.05 + lift(u)),
              lip(view, u * w * 1.42, top + 0.01),
              lip(view, u * w * 1.3, top + 0.07),
            ],
            nib.fine * 1.2,
          ),
        );
  }
  return parts.join("");
}

/** Clenched teeth: one line across and a few down. */
function teeth(
  view: HeadView,
  mouth: Mouth,
  w: number,
  top: number,
  bottom: number,
  lift: (u: number) => number,
): string {
  const middle = (top + bottom) / 2;
  const wave = mouth.shape === "wave" ? 0.006 : 0;
  const across = [-1, -0.5, 0, 0.5, 1].map((u, i) => lip(view, u * w, middle + lift(u) * 0.7 + (i % 2 ? wave : -wave)));
  const parts = [brush(across, view.nib.fine * 1.3, { tip: 0.6 })];
  if (!view.small)
    for (const u of [-0.62, -0.3, 0, 0.3, 0.62])
      parts.push(flick([lip(view, u * w, top + lift(u) - 0.01), lip(view, u * w, bottom + 0.01)], view.nib.fine));
  return parts.join("");
}
