import { fineShade, fineTone } from "../tone.ts";
import { brush, clipped, flick } from "../people/brush.ts";
import type { BodyInk, BodyView } from "./beast-body.ts";
import type { Ball, Chain } from "./beast-heads-data.ts";
import { bonesOf, discOf, fleshOn, inked, shadedSide, sidesFrom } from "./beast-view.ts";
import type { Disc } from "./soft-shape.ts";

/** A bird on two thin legs; in flight, fright or speech-making with its wings spread. */
export function birdBody(body: BodyView): BodyInk {
  const { beast, sight, gait, ground, bodyYaw } = body;
  const low = gait === "sit" || gait === "crouch" || gait === "lie";
  const spread = gait === "run" || gait === "rear" || gait === "fall";
  const breast: Ball = [0, 0.78, -0.16, 0.44];
  const belly: Ball = [0, Math.min(1.14, ground - 0.46), -0.5, 0.46];
  const stern: Ball = [0, Math.min(1.3, ground - 0.26), -0.98, 0.2];
  const put = (chain: Chain): Chain => (gait === "lie" ? chain.map((ball) => laid(ball, ground)) : chain);
  const fan: Chain = [stern, [0, Math.min(1.5, ground - 0.12), -1.62, 0.13]];
  const nape: Disc = discOf([0, 0.08, -0.06, 0.26], beast.sight);
  const trunk = [
    ...put([breast]).map((ball) => ({ from: nape, to: discOf(ball, sight) })),
    ...bonesOf(put([breast, belly, stern]), sight),
    ...bonesOf(put(fan), sight),
  ];
  const shape = fleshOn(beast, trunk, 0.14);
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
  const shade = `<g transform="translate(0 ${(beast.size * 0.1).toFixed(1)})"><path d="${body.headOutline}" fill="${fineShade(30)}"/></g>`;
  const wings = sidesFrom(near).map((side) => wing(body, side, spread));
  const away = Math.abs(bodyYaw) > 95;
  const svg = [
    away ? (wings[1]?.svg ?? "") : (wings[0]?.svg ?? ""),
    feet,
    inked(path, beast.coat.main, beast.nib.bold),
    clipped(
      `${beast.prefix}bd`,
      path,
      (beast.coat.pale === beast.coat.main || away ? "" : `<path d="${bib}" fill="${beast.coat.pale}"/>`) +
        shadedSide(beast, shape, 0.09) +
        shade,
    ),
    away ? (wings[0]?.svg ?? "") : (wings[1]?.svg ?? ""),
  ];
  return { svg: svg.join(""), outline: path + wings.map((w) => w.path).join("") };
}

/** A bird that lies is tipped over onto its belly behind the head. */
const laid = ([x, y, z, r]: Ball, ground: number): Ball => [
  x,
  Math.min(y * 0.16, ground - r * 0.92),
  z * 0.5 - y * 0.72,
  r,
];

function wing({ beast, sight, gait, ground }: BodyView, side: 1 | -1, spread: boolean): { svg: string; path: string } {
  const folded: Chain = [
    [side * 0.36, 0.72, -0.14, 0.2],
    [side * 0.44, 1.02, -0.52, 0.27],
    [side * 0.36, 1.24, -1, 0.17],
    [side * 0.22, 1.36, -1.42, 0.02],
  ];
  const up: Chain[] = [0, 1, 2, 3].map((i): Chain => [
    [side * 0.38, 0.78, -0.2, 0.2],
    [side * (0.95 - i * 0.06), 0.4 + i * 0.14, -0.4 - i * 0.08, 0.2],
    [side * (1.75 - i * 0.2), -0.12 + i * 0.34, -0.55 - i * 0.1, 0.03],
  ]);
  const bones = spread
    ? up.flatMap((chain) => bonesOf(chain, sight))
    : bonesOf(gait === "lie" ? folded.map((ball) => laid(ball, ground)) : folded, sight);
  const { path } = fleshOn(beast, bones, spread ? 0.05 : 0.08);
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
      : [0.1, 0.24, 0.38]
          .map((k) =>
            flick(
              [
                discOf([side * 0.46, 0.86 + k * 0.7, -0.2 - k * 0.4, 0], sight),
                discOf([side * 0.46, 1.0 + k * 0.6, -0.6 - k * 0.3, 0], sight),
                discOf([side * 0.34, 1.16 + k * 0.3, -1.05 - k * 0.2, 0], sight),
              ],
              beast.nib.line,
              ink,
            ),
          )
          .join("");
  return { svg: inked(path, fill, beast.nib.bold * 0.9) + clipped(`${beast.prefix}w${side}`, path, feathers), path };
}

function legs({ beast, sight, ground, gait }: BodyView, belly: Ball, low: boolean): string {
  const step = gait === "walk" || gait === "run" ? 0.26 : 0.02;
  if (low) return "";
  return sidesFrom(1)
    .map((side) => {
      const hip = discOf([side * 0.2, belly[1] + 0.3, belly[2] + 0.02, 0], sight);
      const knee = discOf([side * 0.2, (belly[1] + 0.3 + ground) / 2, belly[2] - 0.06 + side * step * 0.4, 0], sight);
      const foot = discOf([side * 0.2, ground - 0.04, belly[2] + 0.06 + side * step, 0], sight);
      const width = Math.max(2, beast.size * 0.055);
      const toes = [-0.16, 0, 0.16].map((x) =>
        brush(
          [foot, discOf([side * 0.2 + x, ground, belly[2] + 0.3 + side * step - Math.abs(x) * 0.4, 0], sight)],
          width * 0.8,
          { swellTo: 0.1, tip: 0.4 },
        ),
      );
      return brush([hip, knee, foot], width, { swellTo: 0.1, thinFrom: 0.95, tip: 0.7 }) + toes.join("");
    })
    .join("");
}
