import { brush, clipped, flick, massPath } from "../people/brush.ts";
import { randomFrom } from "../../geometry/random.ts";
import type { Ball } from "./beast-heads-data.ts";
import type { Bone } from "./soft-shape.ts";
import { beastEars } from "./beast-ears.ts";
import { beastEyes } from "./beast-eyes.ts";
import { beak } from "./beast-beak.ts";
import { jawOf } from "./beast-mouth.ts";
import { beastMuzzle } from "./beast-muzzle.ts";
import { browSpots, snout } from "./beast-snout.ts";
import { beastTop } from "./beast-top.ts";
import { type BeastView, bonesOf, fleshOn, inked, onHead, shadedSide } from "./beast-view.ts";

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
  const shape = fleshOn(view, flesh, 0.07);
  const { path } = shape;
  const top = beastTop(view);
  const horn = plan.nose === "beak" && facing ? beak(view) : "";
  const over = [
    view.species === "bird" && !view.asleep ? throat(view) : "",
    clipped(
      `${view.prefix}hd`,
      path,
      tabby(view) + markings(view, facing) + ears.hollows + shadedSide(view, shape, 0.07),
    ),
    facing ? face(view, path) : "",
    horn,
    fur(view),
    view.species === "fish" && facing ? gill(view) : "",
    top.before,
    ears.before,
  ];
  return {
    under: top.behind + ears.behind + inked(path, coat.main, nib.bold),
    over: over.join(""),
    outline: path + ears.outline + top.outline,
  };
}

/** A bird's head runs into its neck without a line. */
function throat(view: BeastView): string {
  const bones = bonesOf(
    [
      [0, 0.02, -0.05, 0.26],
      [0, 0.52, -0.09, 0.17],
    ],
    view.sight,
  );
  return `<path d="${fleshOn(view, bones, 0.02).path}" fill="${view.coat.main}"/>`;
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

/** Pale cheeks and snout, the dark tips of a fox's ears, the tone under the jaw. */
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
  if (view.species === "fox" && plan.ears && view.coat.dark === "#000") parts.push(earTips(view));
  return parts.join("");
}

function earTips(view: BeastView): string {
  // An ear laid back behind the skull hides its tip.
  const outside = beastEars(view).flesh.filter(
    ({ to }) => to.r < 0.05 * view.size && Math.hypot(to.x - view.head.x, to.y - view.head.y) > 0.47 * view.size,
  );
  const tips = outside.map(({ from, to }) => {
    const cut = 0.42;
    const d = { x: from.x + (to.x - from.x) * cut, y: from.y + (to.y - from.y) * cut };
    const r = from.r * (1 - cut) * 1.5;
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
    const beyond = { x: to.x + ux * r, y: to.y + uy * r };
    return massPath(
      [
        { x: d.x - uy * r, y: d.y + ux * r },
        { x: beyond.x - uy * r, y: beyond.y + ux * r },
        { x: beyond.x + uy * r, y: beyond.y - ux * r },
        { x: d.x + uy * r, y: d.y - ux * r },
      ],
      false,
    );
  });
  return `<path d="${tips.join("")}" fill="#000"/>`;
}

/** The stripes of a tabby on brow and cheeks. */
function tabby(view: BeastView): string {
  if (view.species !== "cat" || view.coat.main === "#fff") return "";
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

/** The edge of a fish's gill cover on the near side. */
function gill(view: BeastView): string {
  const near = view.yaw >= 0 ? -1 : 1;
  return brush(
    [
      onHead(view, near * 0.36, -0.24, -0.12),
      onHead(view, near * 0.42, 0, -0.26),
      onHead(view, near * 0.4, 0.2, -0.22),
      onHead(view, near * 0.28, 0.36, -0.04),
    ],
    view.nib.line * 1.3,
    { swellTo: 0.4, thinFrom: 0.6, tip: 0.2 },
    view.coat.line,
  );
}

/** A few short hairs on cheek and brow. */
function fur(view: BeastView): string {
  const { plan, species } = view;
  const smooth =
    species === "frog" || species === "fish" || species === "insect" || species === "reptile" || species === "pig";
  if (view.size < 60 || smooth || plan.nose === "beak") return "";
  const random = randomFrom(view.seed ^ 0x66757272);
  const near = view.yaw >= 0 ? -1 : 1;
  const parts: string[] = [];
  for (let i = 0; i < 6; i++) {
    const [x, y] = [near * random.between(0.22, 0.34), random.between(0.12, 0.34)];
    const z = 0.02 - random.between(0, 0.14);
    const out = Math.abs(view.yaw) > 112 ? 0 : 1;
    if (!out) continue;
    parts.push(
      flick(
        [onHead(view, x, y, z), onHead(view, x * 1.14, y + 0.03, z - 0.05), onHead(view, x * 1.22, y + 0.07, z - 0.1)],
        view.nib.fine,
        view.coat.line,
      ),
    );
  }
  return parts.join("");
}
