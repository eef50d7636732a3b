import * as steady from "../../geometry/steady-math.ts";
import type { Point } from "../../geometry/geometry.ts";
import { fineShade, fineTone } from "../tone.ts";
import { brush, clipped, flick } from "../people/brush.ts";
import { randomFrom } from "../../geometry/random.ts";
import { type BodyPlan, type FourLegged, bodyPlanOf } from "./beast-bodies-data.ts";
import type { BodyInk, BodyView } from "./beast-body.ts";
import type { Ball, Chain } from "./beast-heads-data.ts";
import { bonesOf, discOf, droop, fleshOn, inked, shadedSide } from "./beast-view.ts";
import { type Legs, type Stance, stanceOf } from "./four-legs.ts";
import { type Fur, furred, unit } from "./beast-fur.ts";
import { clamp } from "../people/space.ts";
import { neckJoin } from "./neck-join.ts";
import { isStriped } from "./beast-coat.ts";
import { shell } from "./shell.ts";
import type { Bone, Disc } from "./soft-shape.ts";
import { fleece } from "./fleece.ts";

/** A beast on its paws, its haunches or its side. */
export function fourLeggedBody(body: BodyView, species: FourLegged): BodyInk {
  const { beast, sight, bodyYaw, gait } = body;
  const plan = bodyPlanOf(species, beast.name);
  const near = bodyYaw >= 0 ? -1 : 1;
  const stance = stanceOf({
    plan,
    gait,
    ground: body.ground,
    near,
    droop: beast.asleep ? 1 : droop[beast.emotion],
    still: beast.asleep,
  });
  const tail = tailInk(body, plan, stance);
  const away = Math.abs(bodyYaw) > 95;
  const wraps = plan.tail === "thin" && gait === "sit";
  const farPath = fleshOn(beast, [...bonesOf(stance.far.fore, sight), ...bonesOf(stance.far.hind, sight)], 0.06).path;
  const nearLegs = [...bonesOf(stance.near.fore, sight), ...bonesOf(stance.near.hind, sight)];
  const trunk = trunkBones(body, plan, stance);
  const shape = fleshOn(beast, [...trunk, ...nearLegs], 0.07);
  const { path, hair } = furred(beast, shape.loops, bodyFur(body, stance));
  const { bold } = beast.nib;
  const coat = beast.coat;
  const marks =
    paleBreast(body, plan, stance) +
    bands(body, stance) +
    shadedSide(beast, shape, 0.1) +
    dippedLegs(body, plan, stance.near) +
    `<g transform="translate(0 ${(beast.size * 0.1).toFixed(1)})"><path d="${body.headOutline}" fill="${fineShade(30)}"/></g>`;
  const covering = species === "reptile" ? shell(body, stance) : species === "sheep" ? fleece(body, stance) : "";
  const svg = [
    away || wraps ? "" : tail.svg,
    inked(farPath, coat.main, bold * 0.9),
    `<path d="${farPath}" fill="${fineShade(30)}"/>`,
    clipped(`${beast.prefix}fl`, farPath, dippedLegs(body, plan, stance.far)),
    inked(path, coat.main, bold),
    clipped(`${beast.prefix}bd`, path, marks),
    hair,
    innerLines(body, stance),
    bellyHatching(body, stance),
    covering,
    raisedPaws(body, plan, stance),
    plan.ruff ? breastFur(body, stance) : "",
    toes(body, plan, stance),
    away || wraps ? tail.svg : "",
  ];
  return {
    svg: svg.join(""),
    outline: tail.path + farPath + path,
    join: covering === "" ? neckJoin(beast, napeOf(body, plan), withersOf(body, plan, stance.chest)) : "",
  };
}

/** Neck, chest, ribs, loin and croup; the neck runs into the head, which turns by itself. */
function trunkBones(body: BodyView, plan: BodyPlan, { chest, trunk }: Stance): Bone[] {
  const { beast, sight, gait } = body;
  const nape = napeOf(body, plan);
  const throat = discOf([0, 0.15, -0.06, plan.neck * 0.86], beast.sight);
  const breast = discOf([0, chest[1] - chest[3] * 0.12, chest[2] + chest[3] * 0.22, chest[3] * 0.74], sight);
  const withers = withersOf(body, plan, chest);
  const bones: Bone[] = [
    { from: nape, to: withers },
    { from: nape, to: breast },
    { from: throat, to: breast },
    ...bonesOf(trunk, sight),
  ];
  if (plan.ruff && gait !== "lie") bones.push(...ruffBones(chest, plan).flatMap((chain) => bonesOf(chain, sight)));
  return bones;
}

/** Where the neck leaves the skull: low and well behind it, or two outlines would run side by side. */
const napeOf = ({ beast }: BodyView, { neck, hoof, stiff }: BodyPlan): Disc =>
  discOf(hoof && stiff ? [0, 0.04, -0.2, neck] : [0, 0.14, Math.min(-0.2, neck - 0.49), neck], beast.sight);

function withersOf({ sight }: BodyView, plan: BodyPlan, [, y, z, r]: Ball): Disc {
  const high = Math.min(plan.neck * 1.3, r * 0.6);
  return discOf([0, y - r + high, z - 0.04, high], sight);
}

/** The fullness of long fur on the breast. */
function ruffBones(chest: Ball, plan: BodyPlan): Chain[] {
  const [, y, z, r] = chest;
  return [
    [
      [0, y - r * 0.7, z + r * 0.3, plan.neck * 0.9],
      [0, y - r * 0.02, z + r * 0.56, r * 0.56],
      [0, y + r * 0.6, z + r * 0.4, r * 0.4],
    ],
  ];
}

/** The pale bib from the chin down to the breast. */
function paleBreast({ beast, sight, bodyYaw }: BodyView, plan: BodyPlan, { chest }: Stance): string {
  if (Math.abs(bodyYaw) > 95) return "";
  if (beast.plan.pale === "none" || beast.species === "bear" || beast.coat.pale === beast.coat.main) return "";
  const [, y, z, r] = chest;
  const chin = discOf([0, 0.42, 0.1, plan.neck * 0.86], beast.sight);
  const breast = discOf([0, y, z + r * 0.85, r * 0.5], sight);
  const low = discOf([0, y + r * 0.75, z + r * 0.55, r * 0.22], sight);
  const bones: Bone[] = [
    { from: chin, to: breast },
    { from: breast, to: low },
  ];
  const long = beast.plan.fur * 1.5 * beast.size;
  const { path } = furred(beast, fleshOn(beast, bones, 0.05).loops, { lie: () => ({ x: 0, y: 1 }), long: () => long });
  return `<path d="${path}" fill="${beast.coat.pale}"/>`;
}

/** Fur of the trunk lies back and down; legs are smooth. */
function bodyFur({ beast, ground, bodyYaw }: BodyView, { chest }: Stance): Fur {
  const { size, head, plan } = beast;
  const belly = head.y + size * Math.min(chest[1] + chest[3] * 0.9, ground - 0.5);
  const lie = unit(bodyYaw >= 0 ? -0.7 : 0.7, 0.7);
  return { lie: () => lie, long: ({ y }) => plan.fur * size * clamp((belly - y) / (0.2 * size), 0, 1) };
}

/** The black stockings of a fox, which run up the leg in a point, and the hooves of a horse. */
function dippedLegs({ beast, sight, gait }: BodyView, { hoof }: BodyPlan, { fore, hind }: Legs): string {
  if (beast.species === "fox" && beast.coat.dark === "#000") {
    const folded = gait === "sit" || gait === "crouch" || gait === "lie" || gait === "rear";
    const bones = [...stocking(fore, 1), ...stocking(hind, folded ? 0 : 1)].flatMap((chain) => bonesOf(chain, sight));
    return `<path d="${fleshOn(beast, bones, 0.02).path}" fill="#000"/>`;
  }
  if (!hoof) return "";
  const shoe = (leg: Chain): Bone[] =>
    bonesOf(
      leg.slice(-1).flatMap(([x, y, z, r]): Ball[] => [
        [x, y, z - 0.02, r * 1.15],
        [x, y + 0.1, z - 0.1, r * 1.15],
      ]),
      sight,
    );
  return `<path d="${fleshOn(beast, [...shoe(fore), ...shoe(hind)], 0.02).path}" fill="#000"/>`;
}

/** Paw and shank; of a foot that lies under the haunch only the paw (`high` 0). */
function stocking(leg: Chain, high: 0 | 1): Chain[] {
  const [, second, third, ...foot] = leg;
  if (!second || !third) return [];
  const paw = foot.slice(1).map(([x, y, z, r]): Ball => [x, y, z, r * 1.5]);
  if (high === 0) return [paw];
  const point: Ball = [
    third[0],
    third[1] + (second[1] - third[1]) * 0.42,
    third[2] + (second[2] - third[2]) * 0.42,
    0.02,
  ];
  return [
    [point, [third[0], third[1], third[2], third[3] * 1.3], ...foot.map(([x, y, z, r]): Ball => [x, y, z, r * 1.4])],
  ];
}

/** The bands of a tabby across its back. */
function bands({ beast, sight, bodyYaw }: BodyView, { chest, rump }: Stance): string {
  if (!isStriped(beast) || beast.size < 24) return "";
  const near = bodyYaw >= 0 ? -1 : 1;
  const [long, deep] = [rump[1] - chest[1], rump[2] - chest[2]];
  const length = Math.hypot(long, deep) || 1;
  return [0.1, 0.27, 0.44, 0.61, 0.78, 0.95]
    .map((t) => {
      // Bands run across the spine, whichever way the trunk slopes.
      const at = (x: number, up: number): Disc =>
        discOf(
          [near * x, chest[1] + long * t + (deep / length) * up, chest[2] + deep * t - (long / length) * up, 0],
          sight,
        );
      return flick([at(0, chest[3]), at(0.34, chest[3] * 0.6), at(0.42, 0.02)], beast.size * 0.07, beast.coat.line);
    })
    .join("");
}

/** Where the near haunch and the near elbow lie on the trunk. */
function innerLines({ beast, sight, bodyYaw }: BodyView, stance: Stance): string {
  const turn = Math.abs(bodyYaw);
  if (beast.species === "sheep") return "";
  const way = bodyYaw >= 0 ? 1 : -1;
  const ink = beast.coat.line;
  const parts: string[] = [];
  const [hip, knee] = stance.near.hind;
  if (hip && knee && turn > 24) {
    const disc = discOf(hip, sight);
    const bend = discOf(knee, sight);
    const k = Math.min(1, turn / 55) * way;
    const rim = ({ x, y, r }: Disc, deg: number): Point => {
      const a = (deg * Math.PI) / 180;
      return { x: x + k * r * 0.96 * steady.cos(a), y: y + r * 0.96 * steady.sin(a) };
    };
    const folded = bend.y - disc.y < disc.r * 0.3;
    const arc = (folded ? [-112, -86, -58] : [-62, -30, 5]).map((deg) => rim(disc, deg));
    if (folded) arc.push(rim(bend, -42), rim(bend, 0), rim(bend, 48));
    else arc.push({ x: bend.x + k * bend.r * 0.98, y: bend.y - bend.r * 0.2 });
    parts.push(brush(arc, beast.nib.line * 1.1, { swellTo: 0.6, thinFrom: 0.85, tip: 0.08 }, ink));
  }
  const [shoulder, elbow] = stance.near.fore;
  if (shoulder && elbow) {
    const [a, b] = [discOf(shoulder, sight), discOf(elbow, sight)];
    const back = -way * Math.max(0.35, steady.sin((turn * Math.PI) / 180));
    parts.push(
      brush(
        [
          { x: a.x + back * a.r * 0.66, y: a.y + a.r * 0.25 },
          { x: (a.x + b.x) / 2 + back * (a.r + b.r) * 0.5, y: (a.y + b.y) / 2 + a.r * 0.2 },
          { x: b.x + back * b.r * 0.98, y: b.y + b.r * 0.3 },
        ],
        beast.nib.line,
        { swellTo: 0.7, thinFrom: 0.9, tip: 0.08 },
        ink,
      ),
    );
  }
  return parts.join("");
}

/** Slanting strokes on the under side of the trunk, where no light falls. */
function bellyHatching({ beast, sight, bodyYaw }: BodyView, { trunk }: Stance): string {
  if (beast.size < 40 || beast.species === "sheep" || Math.abs(bodyYaw) < 40) return "";
  const near = bodyYaw >= 0 ? -1 : 1;
  const [, ribs, loin] = trunk;
  if (!ribs || !loin) return "";
  return Array.from({ length: 9 }, (_, i) => {
    const t = i / 8;
    const [y, z, r] = [
      ribs[1] + (loin[1] - ribs[1]) * t,
      ribs[2] + 0.2 + (loin[2] - ribs[2] - 0.3) * t,
      ribs[3] + (loin[3] - ribs[3]) * t,
    ];
    const long = r * (0.42 - 0.16 * Math.abs(t - 0.4));
    const at = (k: number): Disc => discOf([near * r * 0.6, y + r * 0.86 - long * k, z + long * 0.5 * k, 0], sight);
    return flick([at(0), at(0.5), at(1)], beast.nib.line, beast.coat.line);
  }).join("");
}

/** A few strokes of long hair where the breast is seen. */
function breastFur({ beast, sight, bodyYaw }: BodyView, { chest }: Stance): string {
  if (beast.size < 46 || Math.abs(bodyYaw) > 95) return "";
  const [, y, z, r] = chest;
  const random = randomFrom(beast.seed ^ 0x62726561);
  return Array.from({ length: 7 }, (_, i) => {
    const x = -0.3 + i * 0.1;
    const top = discOf([x * 0.8, y - r * 0.5 + random.between(-0.1, 0.25), z + r * 0.8, 0], sight);
    const end = discOf([x, y - r * 0.1 + random.between(0, 0.3), z + r * 0.95, 0], sight);
    return flick(
      [top, { x: (top.x + end.x) / 2 + beast.size * 0.012, y: (top.y + end.y) / 2 }, end],
      beast.nib.fine,
      beast.coat.line,
    );
  }).join("");
}

/** Reared up towards the reader the forelegs are in front of the breast. */
function raisedPaws({ beast, sight, bodyYaw, gait }: BodyView, plan: BodyPlan, { near, far }: Stance): string {
  if (gait !== "rear" || !plan.rears || Math.abs(bodyYaw) > 60) return "";
  return [far, near]
    .map(({ fore }) => {
      const { path } = fleshOn(beast, bonesOf(fore.slice(1), sight), 0.05);
      return inked(path, beast.coat.main, beast.nib.bold * 0.8);
    })
    .join("");
}

/** Short lines that part the toes. */
function toes({ beast, sight, bodyYaw }: BodyView, plan: BodyPlan, { near }: Stance): string {
  if (plan.hoof || beast.size < 46) return "";
  const ink = beast.species === "fox" && beast.coat.dark === "#000" ? "#fff" : beast.coat.line;
  const way = steady.sin((bodyYaw * Math.PI) / 180);
  return [near.fore, near.hind]
    .flatMap((leg) => {
      const tip = leg.at(-1);
      if (!tip) return [];
      const d = discOf(tip, sight);
      return [-0.15, 0.35].map((k) =>
        flick(
          [
            { x: d.x + way * d.r * (k + 0.35), y: d.y - d.r * 0.15 },
            { x: d.x + way * d.r * (k + 0.5), y: d.y + d.r * 0.3 },
            { x: d.x + way * d.r * (k + 0.45), y: d.y + d.r * 0.8 },
          ],
          beast.nib.fine,
          ink,
        ),
      );
    })
    .join("");
}

const bushy: ReadonlySet<BodyPlan["tail"]> = new Set<BodyPlan["tail"]>(["brush", "bush"]);

function tailInk({ beast, sight }: BodyView, plan: BodyPlan, { tail }: Stance): { svg: string; path: string } {
  if (tail.length === 0) return { svg: "", path: "" };
  const flesh = fleshOn(
    beast,
    bonesOf(tail, sight),
    plan.tail === "brush" || plan.tail === "bush" || plan.tail === "hair" ? 0.16 : 0.03,
  );
  const long = bushy.has(plan.tail) ? 0.07 * beast.size : 0;
  const [first, last] = [tail[0], tail.at(-1)].map((ball) => (ball ? discOf(ball, sight) : { x: 0, y: 0 }));
  const lie = unit((last?.x ?? 0) - (first?.x ?? 0), (last?.y ?? 0) - (first?.y ?? 0));
  const { path } = furred(beast, flesh.loops, { lie: () => lie, long: () => long });
  const { coat } = beast;
  const fill =
    plan.tail === "hair"
      ? "#000"
      : plan.tail === "scut" || (plan.tail === "whip" && coat.main !== "#fff")
        ? plan.tail === "scut"
          ? "#fff"
          : fineTone(10)
        : coat.main;
  const tip =
    beast.species === "fox"
      ? clipped(
          `${beast.prefix}tl`,
          path,
          `<path d="${
            fleshOn(
              beast,
              bonesOf(
                tail.slice(-3).map(([x, y, z, r], i): Ball => [x, y, z, i === 0 ? r * 0.4 : r * 1.3]),
                sight,
              ),
              0.03,
            ).path
          }" fill="${coat.pale}"/>`,
        )
      : "";
  return { svg: inked(path, fill, beast.nib.bold * (plan.tail === "whip" ? 0.7 : 1)) + tip, path };
}
