import * as steady from "../../geometry/steady-math.ts";
import { brush, clipped, flick } from "../people/brush.ts";
import type { Ball } from "./beast-heads-data.ts";
import type { Bone } from "./soft-shape.ts";
import { isStriped } from "./beast-coat.ts";
import { beastEars } from "./beast-ears.ts";
import { furred, headFur } from "./beast-fur.ts";
import { beastEyes } from "./beast-eyes.ts";
import { beak } from "./beast-beak.ts";
import { jawOf } from "./beast-mouth.ts";
import { beastMuzzle } from "./beast-muzzle.ts";
import { browSpots, snout } from "./beast-snout.ts";
import { beastTop } from "./beast-top.ts";
import { type BeastView, bonesOf, discOf, fleshOn, inked, onHead, shadedSide } from "./beast-view.ts";

interface BeastInk {
  /** Crown and flesh with their outline, and what lies upon them. */
  under: string;
  over: string;
  /** Path data of the whole shape. */
  outline: string;
}

/** The head of a beast from any side: flesh round a skull, and a face that feels and speaks. */
export function drawBeastHead(view: BeastView): BeastInk {
  const { plan, coat, nib } = view;
  const facing = Math.abs(view.yaw) < 112;
  const ears = beastEars(view);
  const flesh = skullBones(view).concat(ears.flesh);
  const shape = fleshOn(view, flesh, 0.05);
  const { path, hair } = furred(view, shape.loops, headFur(view));
  const top = beastTop(view);
  const horn = plan.nose === "beak" && facing ? beak(view) : "";
  const over = [
    clipped(
      `${view.prefix}hd`,
      path,
      tabby(view) +
        markings(view, facing) +
        ears.hollows +
        shadedSide(view, shape, 0.07) +
        (view.species === "fish" && facing ? gill(view) : ""),
    ),
    hair,
    facing ? face(view, path) + longFace(view) : "",
    horn,
    top.before,
    ears.before,
  ];
  return {
    under: top.behind + ears.behind + inked(path, coat.main, nib.bold),
    over: over.join(""),
    outline: path + ears.outline + top.outline,
  };
}

function skullBones(view: BeastView): Bone[] {
  const { plan, sight } = view;
  if (plan.nose === "beak") return craniumBones(view);
  return [...craniumBones(view), ...bonesOf(plan.muzzle, sight), ...bonesOf(jawOf(view), sight)];
}

/** Skull and cheeks without the muzzle. */
function craniumBones({ plan, sight }: BeastView): Bone[] {
  const middle = plan.skull.flatMap((chain) => bonesOf(chain, sight));
  const sides = plan.sides.flatMap((chain) => [...bonesOf(chain, sight), ...bonesOf(chain, sight, -1)]);
  return [...middle, ...sides];
}

function face(view: BeastView, head: string): string {
  const eyes = beastEyes(view);
  if (view.plan.nose === "beak") return eyes.far + eyes.near;
  return eyes.far + snout(view, head, craniumBones(view)) + eyes.near + beastMuzzle(view);
}

/** Pale cheeks, and light hairs over the eyes. */
function markings(view: BeastView, facing: boolean): string {
  const { plan, coat, sight } = view;
  const parts: string[] = [];
  if (plan.pale !== "none" && facing) {
    const low: Bone[] = [];
    if (plan.pale === "cheeks")
      for (const side of [1, -1] as const)
        low.push(
          ...bonesOf(
            [
              [0.1, 0.34, 0.18, 0.12],
              [0.28, 0.25, 0.06, 0.11],
              [0.6, 0.15, -0.2, 0.09],
            ],
            sight,
            side,
          ),
          ...bonesOf(
            [
              [0.12, 0.34, 0.02, 0.14],
              [0.5, 0.42, -0.14, 0.14],
            ],
            sight,
            side,
          ),
        );
    if (low.length > 0) parts.push(`<path d="${fleshOn(view, low, 0.05).path}" fill="${coat.pale}"/>`);
    parts.push(browSpots(view));
  }
  return parts.join("");
}

/** The round of the jaw on the near side of a long face, the ridge that runs down from the eye, and hatching under it. */
function longFace(view: BeastView): string {
  const { plan, nib, coat, size } = view;
  if (plan.nose !== "nostrils" || !plan.ears || view.small) return "";
  const near = view.yaw >= 0 ? -1 : 1;
  const [, tip] = plan.muzzle;
  const jaw = [200, 235, 270, 305, 335].map((deg) => {
    const a = (deg * Math.PI) / 180;
    return onHead(view, near * 0.24, 0.1 - 0.25 * steady.sin(a), 0.02 - 0.24 * steady.cos(a));
  });
  const ridge = [0.1, 0.5, 0.9].map((t) =>
    onHead(
      view,
      near * (0.21 - 0.08 * t),
      plan.eye.at[1] + 0.12 + (tip[1] - 0.06 - plan.eye.at[1]) * t * 0.72,
      plan.eye.at[2] + 0.1 + (tip[2] - 0.2 - plan.eye.at[2]) * t,
    ),
  );
  const hatch = [0.2, 0.32, 0.44, 0.56, 0.68].map((t) => {
    const [y, z] = [0.12 + t * (tip[1] - 0.06), 0.08 + t * (tip[2] - 0.12)];
    return flick(
      [
        onHead(view, near * 0.2, y, z),
        onHead(view, near * 0.19, y + 0.06, z - 0.03),
        onHead(view, near * 0.16, y + 0.12, z - 0.08),
      ],
      nib.fine,
      coat.line,
    );
  });
  return (
    brush(jaw, nib.line * 1.2, { swellTo: 0.5, thinFrom: 0.6, tip: 0.1 }, coat.line) +
    brush(ridge, nib.line, { swellTo: 0.2, thinFrom: 0.4, tip: 0.1 }, coat.line) +
    (size > 80 ? hatch.join("") : "")
  );
}

/** The stripes of a tabby on brow and cheeks. */
function tabby(view: BeastView): string {
  if (!isStriped(view)) return "";
  const stripe = (a: Ball, b: Ball): string =>
    flick(
      [
        onHead(view, a[0], a[1], a[2]),
        onHead(view, (a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2 + 0.02),
        onHead(view, b[0], b[1], b[2]),
      ],
      view.size * 0.04,
      view.coat.line,
    );
  const away = Math.abs(view.yaw) > 112;
  const brow = [-0.1, 0, 0.1].map((x) => stripe([x, -0.42, 0.02, 0], [x * 0.8, -0.2, 0.3, 0]));
  const cheeks = ([-1, 1] as const)
    .filter((side) => side * view.yaw < 40)
    .flatMap((side) => [0, 0.09].map((d) => stripe([side * 0.42, 0.06 + d, -0.02, 0], [side * 0.3, 0.04 + d, 0.2, 0])));
  return away ? "" : [...brow, ...cheeks].join("");
}

/** The edge of a fish's gill cover on the near side, and the scales behind it. */
function gill(view: BeastView): string {
  const near = view.yaw >= 0 ? -1 : 1;
  const { nib, coat, sight } = view;
  const edge = brush(
    [
      onHead(view, near * 0.36, -0.24, -0.12),
      onHead(view, near * 0.42, 0, -0.26),
      onHead(view, near * 0.4, 0.2, -0.22),
      onHead(view, near * 0.28, 0.36, -0.04),
    ],
    nib.line * 1.3,
    { swellTo: 0.4, thinFrom: 0.6, tip: 0.2 },
    coat.line,
  );
  if (view.small) return edge;
  const scales = [0, 1, 2].flatMap((i) =>
    [-0.16, 0.02, 0.2].map((y) => {
      const c = discOf([near * 0.42, y + (i % 2) * 0.09 - 0.04, -0.38 - i * 0.15, 0.08], sight);
      const out = Math.sign(view.yaw || 1);
      return brush(
        [60, 0, -60].map((deg) => ({
          x: c.x - out * c.r * steady.cos((deg * Math.PI) / 180),
          y: c.y + c.r * steady.sin((deg * Math.PI) / 180),
        })),
        nib.line,
        { tip: 0.2 },
        coat.line,
      );
    }),
  );
  return edge + scales.join("");
}
