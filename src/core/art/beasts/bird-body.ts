import { fineTone } from "../tone.ts";
import { clipped, flick } from "../people/brush.ts";
import type { BodyInk, BodyView } from "./beast-body.ts";
import { songbirds } from "./beast-beak.ts";
import type { Ball, Chain } from "./beast-heads-data.ts";
import { type BeastView, bonesOf, discOf, fleshOn, inked, shadedSide, sidesFrom } from "./beast-view.ts";
import type { Disc } from "./soft-shape.ts";

/** A bird on two thin legs; in flight, fright or speech-making with its wings spread. */
export function birdBody(body: BodyView): BodyInk {
  const { beast, sight, gait, ground, bodyYaw } = body;
  const low = gait === "sit" || gait === "crouch" || gait === "lie";
  const spread = gait === "run" || gait === "rear";
  const stout = stoutness.find(([name]) => name.test(beast.name))?.[1] ?? 1;
  const slim = stout < 1;
  const breast: Ball = [0, slim ? 0.8 : 0.86, -0.12, 0.4 * stout];
  const belly: Ball = [0, Math.min(slim ? 1.12 : 1.16, ground - 0.46 * stout), -0.5, 0.45 * stout];
  const stern: Ball = [0, Math.min(1.3, ground - 0.26), -0.98, 0.2];
  const put = (chain: Chain): Chain => (gait === "lie" ? chain.map((ball) => laid(ball, ground)) : chain);
  // The tail is a wedge of feathers that grow broader and end square.
  const fans = [-0.2, 0, 0.2].map((x): Chain => [
    [stern[0], stern[1], stern[2], 0.15],
    [x, Math.min(1.46 - Math.abs(x) * 0.2, ground - 0.08), -1.66, 0.05],
  ]);
  const nape: Disc = discOf([0, 0.08, -0.08, 0.23], beast.sight);
  const trunk = [
    ...put([breast]).map((ball) => ({ from: nape, to: discOf(ball, sight) })),
    ...bonesOf(put([breast, belly, stern]), sight),
    ...fans.flatMap((fan) => bonesOf(put(fan), sight)),
  ];
  const shape = fleshOn(beast, trunk, 0.12);
  const { path } = shape;
  const near: 1 | -1 = bodyYaw >= 0 ? -1 : 1;
  const feet = legs(body, belly, low);
  const bib = fleshOn(
    beast,
    bonesOf(
      put([
        [0, 0.7, 0.2, 0.26],
        [0, 1.1, 0.02, 0.34],
      ]),
      sight,
    ),
    0.1,
  ).path;
  const wings = sidesFrom(near).map((side) => wing(body, side, spread));
  const away = Math.abs(bodyYaw) > 95;
  const svg = [
    away ? (wings[1]?.svg ?? "") : (wings[0]?.svg ?? ""),
    feet.svg,
    inked(path, beast.coat.main, beast.nib.bold),
    clipped(
      `${beast.prefix}bd`,
      path,
      (beast.coat.pale === beast.coat.main || away ? "" : `<path d="${bib}" fill="${beast.coat.pale}"/>`) +
        shadedSide(beast, shape, 0.09),
    ),
    away ? (wings[0]?.svg ?? "") : (wings[1]?.svg ?? ""),
  ];
  return {
    join: gait === "lie" ? "" : throat(beast, nape, discOf(breast, sight)),
    svg: svg.join(""),
    outline: path + feet.path + wings.map((w) => w.path).join(""),
  };
}

/** How broad a bird is: fowls are heavy, those that sing in hedges slim. */
const stoutness: readonly (readonly [RegExp, number])[] = [
  [/dodo|turkey|hen\b|goose|ドードー|七面鳥|鶏/i, 1.3],
  [songbirds, 0.78],
];

/** A bird's head runs into its neck without a line. */
function throat(beast: BeastView, nape: Disc, breast: Disc): string {
  const t = 0.42;
  const inset = 0.012 * beast.size;
  const end: Disc = {
    x: nape.x + (breast.x - nape.x) * t,
    y: nape.y + (breast.y - nape.y) * t,
    r: nape.r + (breast.r - nape.r) * t - inset,
  };
  const top: Disc = { ...nape, r: nape.r - inset };
  return `<path d="${fleshOn(beast, [{ from: top, to: end }], 0.01).path}" fill="${beast.coat.main}"/>`;
}

/** A bird that lies is tipped over onto its belly behind the head. */
const laid = ([x, y, z, r]: Ball, ground: number): Ball => [
  x,
  Math.min(y * 0.16, ground - r * 0.92),
  z * 0.5 - y * 0.72,
  r,
];

function wing(body: BodyView, side: 1 | -1, spread: boolean): { svg: string; path: string } {
  const { beast, sight, gait, ground } = body;
  const shoulder: Chain = [
    [side * 0.36, 0.76, -0.14, 0.18],
    [side * 0.46, 0.96, -0.42, 0.24],
  ];
  // Long feathers lie over each other from the bend of the wing to the tail.
  const ends = quills.map(([down, back]): Ball => [side * 0.26, Math.min(down, ground - 0.1), back, 0.02]);
  const folded: Chain[] = [
    shoulder,
    ...ends.map((end, i): Chain => [
      [side * 0.46, 0.92 + i * 0.05, -0.44 + i * 0.03, 0.2],
      [side * 0.42, (0.92 + end[1]) / 2 + 0.06, (end[2] - 0.44) / 2, 0.11],
      end,
    ]),
  ];
  const up: Chain[] = [0, 1, 2, 3].map((i): Chain => [
    [side * 0.38, 0.78, -0.2, 0.2],
    [side * (0.95 - i * 0.06), 0.4 + i * 0.14, -0.4 - i * 0.08, 0.2],
    [side * (1.75 - i * 0.2), -0.12 + i * 0.34, -0.55 - i * 0.1, 0.03],
  ]);
  const bones = spread
    ? up.flatMap((chain) => bonesOf(chain, sight))
    : folded.flatMap((chain) => bonesOf(gait === "lie" ? chain.map((ball) => laid(ball, ground)) : chain, sight));
  const { path } = fleshOn(beast, bones, spread ? 0.05 : 0.02);
  const fill =
    beast.coat.line === "#fff"
      ? "#000"
      : beast.coat.main === "#fff"
        ? fineTone(10)
        : beast.coat.dark === "#000"
          ? fineTone(40)
          : beast.coat.dark;
  const ink = beast.coat.line;
  const feathers =
    spread || gait === "lie"
      ? ""
      : ends
          .slice(1)
          .map((end, i) =>
            flick(
              [
                discOf([side * 0.46, 0.94 + i * 0.06, -0.5 + i * 0.05, 0], sight),
                discOf([side * 0.42, (0.94 + end[1]) / 2 + 0.02, (end[2] - 0.6) / 2, 0], sight),
                discOf([side * 0.3, end[1] - 0.06, end[2] - 0.08, 0], sight),
              ],
              beast.nib.line,
              ink,
            ),
          )
          .join("") + coverts(body, side);
  return { svg: inked(path, fill, beast.nib.bold * 0.9) + clipped(`${beast.prefix}w${side}`, path, feathers), path };
}

/** Where the long feathers of a folded wing end: down and back. */
const quills: readonly (readonly [number, number])[] = [
  [1.36, -1.5],
  [1.44, -1.3],
  [1.47, -1.08],
  [1.42, -0.86],
];

/** Two rows of small scallops over the root of the wing. */
function coverts({ beast, sight }: BodyView, side: 1 | -1): string {
  if (beast.size < 46) return "";
  return [0, 1, 2, 3, 4]
    .map((i) => {
      const [y, z] = [
        0.94 + (i % 2) * 0.13 - Math.floor(i / 2) * 0.02,
        -0.2 - Math.floor(i / 2) * 0.15 - (i % 2) * 0.08,
      ];
      return flick(
        [
          discOf([side * 0.5, y - 0.05, z + 0.05, 0], sight),
          discOf([side * 0.5, y + 0.05, z, 0], sight),
          discOf([side * 0.5, y, z - 0.09, 0], sight),
        ],
        beast.nib.fine,
        beast.coat.line,
      );
    })
    .join("");
}

/** Two scaly shanks, each with three toes before and one behind. */
function legs(
  { beast, sight, ground, gait, bodyYaw }: BodyView,
  belly: Ball,
  low: boolean,
): { svg: string; path: string } {
  const step = gait === "walk" || gait === "run" ? 0.26 : 0.04;
  if (gait === "lie") return { svg: "", path: "" };
  const r = 0.034;
  const near = bodyYaw >= 0 ? -1 : 1;
  const bones = sidesFrom(1).map((side) => {
    const x = side * 0.22;
    const z = belly[2] + 0.06 + side * step;
    const y = ground - r * 0.8 - 0.05;
    // Seen a little from above, the toe towards the reader lies lower on the page.
    const toes = [-0.2, 0, 0.2].map((dx): Chain => {
      const lower = dx * near * 0.34;
      return [
        [x, y - 0.03, z, r],
        [x + dx * 0.6, y + lower * 0.7, z + 0.22 - Math.abs(dx) * 0.3, r * 0.85],
        [x + dx, y + lower, z + 0.42 - Math.abs(dx) * 0.6, r * 0.5],
      ];
    });
    const spur: Chain = [
      [x, y - 0.03, z, r],
      [x, y, z - 0.18, r * 0.6],
    ];
    const shank: Chain = [
      [x, belly[1] + belly[3] * 0.55, belly[2] + 0.02, 0.17],
      [x, Math.min(belly[1] + belly[3] + 0.12, ground - 0.3), belly[2] - 0.05 + side * step * 0.4, r * 1.3],
      [x, y - 0.06, z - 0.01, r],
    ];
    // Of a bird that squats on a branch or the ground the toes alone are seen under the belly.
    return [...(low ? [] : [shank, spur]), ...toes].flatMap((chain) => bonesOf(chain, sight));
  });
  const paths = bones.map((each) => fleshOn(beast, each, 0.025).path);
  const horn = fineTone(40);
  return { svg: paths.map((path) => inked(path, horn, beast.nib.bold * 0.9)).join(""), path: paths.join("") };
}
