import * as steady from "../../geometry/steady-math.ts";
import { randomFrom } from "../../geometry/random.ts";
import { fineShade } from "../tone.ts";
import { flick, massPath } from "./brush.ts";
import { corpseFace } from "./corpse-face.ts";
import { type HeadView, faceOf, isSmooth, onSkin } from "./head-view.ts";
import { faceLimit } from "./skull.ts";
import { clamp } from "./space.ts";

/** What time and life left on a face: freckles, scar, mole, wrinkles; and the tone on the side away from the light. */
export function drawMarks(head: HeadView): string {
  const parts = [turnedAwayTone(head)];
  if (head.behind) return parts.join("");
  const view = faceOf(head);
  const { sheet, nib, skull } = view;
  const y = skull.eyeLine;
  const side = sheet.seed % 2 ? 1 : -1;
  if (!view.small) {
    for (const mark of sheet.marks) {
      if (mark === "freckles") parts.push(freckles(view));
      if (mark === "stitches") parts.push(corpseFace(view));
      if (mark === "mole") parts.push(dot(view, side * 0.12, 0.24, 0.014));
      if (mark === "scar") {
        parts.push(
          flick(
            onSkin(view, [
              [side * 0.24, y + 0.07],
              [side * 0.2, y + 0.14],
              [side * 0.17, y + 0.24],
            ]),
            nib.line * 1.2,
          ),
        );
        for (const k of [0.1, 0.15, 0.2])
          parts.push(
            flick(
              onSkin(view, [
                [side * (0.255 - k * 0.3) + 0.025, y + k],
                [side * (0.255 - k * 0.3) - 0.025, y + k + 0.012],
              ]),
              nib.fine,
            ),
          );
      }
    }
    if (sheet.age === "old" || (sheet.marks.includes("wrinkles") && !isSmooth(sheet))) parts.push(wrinkles(view));
    else if (sheet.age === "adult" && sheet.gender === "male" && view.size > 100) parts.push(folds(view));
    if (sheet.build === "stout" && sheet.age !== "child") parts.push(doubleChin(view));
  }
  return parts.join("");
}

/** A second chin: a fold under the first. */
function doubleChin(view: HeadView): string {
  const low = view.skull.chin - 0.5;
  return flick(
    onSkin(view, [
      [-0.1, 0.435 + low],
      [0, 0.462 + low],
      [0.1, 0.435 + low],
    ]),
    view.nib.fine * 1.4,
  );
}

function dot(view: HeadView, x: number, y: number, radius: number): string {
  const spot = view.skin(x, y);
  return `<circle cx="${spot.x.toFixed(2)}" cy="${spot.y.toFixed(2)}" r="${(radius * view.size).toFixed(2)}"/>`;
}

/** What a grown man has and a youth has not: a fold from the nose past the corner of the mouth, and one under each eye. */
function folds(view: HeadView): string {
  const y = view.skull.eyeLine;
  return [-1, 1]
    .flatMap((s): (readonly [number, number])[][] => [
      [
        [s * 0.1, 0.215],
        [s * 0.126, 0.245],
        [s * 0.136, 0.29],
      ],
      [
        [s * 0.11, y + 0.085],
        [s * 0.16, y + 0.104],
        [s * 0.21, y + 0.09],
      ],
    ])
    .filter((line) => isSeen(view, line))
    .map((line) => flick(onSkin(view, line), view.nib.fine))
    .join("");
}

/** Fine dots over nose and cheeks: large ones would be dirt. */
function freckles(view: HeadView): string {
  const random = randomFrom(view.sheet.seed ^ 0xf4ec);
  if (view.size < 90) return "";
  const y = view.skull.eyeLine + 0.105;
  return (
    [-0.24, -0.205, -0.17, -0.135, 0.135, 0.17, 0.205, 0.24]
      .flatMap((x, i) => [
        [x, y + (i % 2) * 0.016],
        [x * 0.93, y + 0.034 + ((i + 1) % 2) * 0.014],
      ])
      .map(([x = 0, dy = 0]) => [x + random.between(-0.008, 0.008), dy + random.between(-0.006, 0.006)])
      // Those beyond the edge of a turned face are not seen.
      .filter(([x = 0]) => x * view.yaw <= 0 || Math.abs(x) < Math.abs(faceLimit(view.skull, view.yaw, y)) - 0.05)
      .map(([x = 0, dy = 0]) => dot(view, x, dy, random.between(0.004, 0.0062)))
      .join("")
  );
}

const cheeks: (readonly [number, number])[][] = [
  [
    [-0.085, 0.2],
    [-0.125, 0.25],
    [-0.135, 0.325],
  ],
  [
    [0.085, 0.2],
    [0.125, 0.25],
    [0.135, 0.325],
  ],
];

/** On the far cheek of a turned face lines would run together on its edge. */
const isSeen = ({ skull, yaw }: HeadView, line: readonly (readonly [number, number])[]): boolean =>
  line.every(([x, y]) => x * yaw <= 0 || Math.abs(x) < Math.abs(faceLimit(skull, yaw, y)) - 0.04);

function wrinkles(view: HeadView): string {
  const { nib } = view;
  const y = view.skull.eyeLine;
  const lines: (readonly [number, number])[][] = [
    [
      [-0.16, y - 0.21],
      [0, y - 0.225],
      [0.16, y - 0.21],
    ],
    [
      [-0.12, y - 0.26],
      [0.01, y - 0.272],
      [0.13, y - 0.258],
    ],
    ...[-1, 1].map((s): (readonly [number, number])[] => [
      [s * 0.285, y + 0.15],
      [s * 0.255, 0.22],
      [s * 0.235, 0.3],
    ]),
    ...(view.sheet.beard === "none" || view.sheet.beard === "stubble" ? cheeks : []),
    [
      [-0.2, 0.33],
      [-0.175, 0.365],
      [-0.17, 0.41],
    ],
    [
      [0.2, 0.33],
      [0.175, 0.365],
      [0.17, 0.41],
    ],
  ];
  // Lips that have sunk in.
  if (view.sheet.gender === "female" && view.size > 170)
    for (const x of [-0.04, 0.04])
      lines.push([
        [x * 1.25, view.skull.mouthLine - 0.05],
        [x * 1.1, view.skull.mouthLine - 0.034],
        [x, view.skull.mouthLine - 0.018],
      ]);
  const width = nib.fine * (view.sheet.gender === "female" ? 1.1 : 1.3);
  return lines
    .filter((line) => isSeen(view, line))
    .map((line) => flick(onSkin(view, line), width))
    .join("");
}

/** Light comes from the upper left: the right side of the face carries tone. */
function turnedAwayTone(view: HeadView): string {
  // On a small or a soft face it would look like a beard.
  const soft = view.sheet.gender === "female" || view.sheet.age === "child";
  if (view.behind || view.size < (soft ? 190 : 130) || view.yaw > 40) return "";
  const { right } = view.outline;
  const from = right.findIndex((p) => p.y > view.head.y - view.size * 0.1);
  const edge = right.slice(Math.max(0, from), right.length - 3);
  const depth = view.size * 0.06 * clamp((40 - view.yaw) / 16, 0, 1);
  const inner = edge.map((p, i, all) => ({
    x: p.x - depth * (0.45 + 0.75 * steady.sin((Math.PI * i) / (all.length - 1))),
    y: p.y,
  }));
  const path = massPath([...edge.map((p) => ({ x: p.x + 6, y: p.y })), ...inner.toReversed()]);
  return `<path d="${path}" fill="${fineShade(view.sheet.skin === "dark" ? 20 : 10)}"/>`;
}
