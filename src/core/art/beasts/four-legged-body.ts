import { fineShade, fineTone } from "../tone.ts";
import { brush, clipped, flick } from "../people/brush.ts";
import { randomFrom } from "../../geometry/random.ts";
import { type BodyPlan, type FourLegged, bodyPlans } from "./beast-bodies-data.ts";
import type { BodyInk, BodyView } from "./beast-body.ts";
import type { Ball, Chain } from "./beast-heads-data.ts";
import { bonesOf, discOf, droop, fleshOn, inked, shadedSide } from "./beast-view.ts";
import { type Stance, stanceOf } from "./four-legs.ts";
import { shell } from "./shell.ts";
import type { Bone, Disc } from "./soft-shape.ts";
import { fleece } from "./fleece.ts";

/** A beast on its paws, its haunches or its side. */
export function fourLeggedBody(body: BodyView, species: FourLegged): BodyInk {
  const { beast, sight, bodyYaw, gait } = body;
  const plan = bodyPlans[species];
  const near = bodyYaw >= 0 ? -1 : 1;
  const stance = stanceOf({ plan, gait, ground: body.ground, near, droop: beast.asleep ? 1 : droop[beast.emotion] });
  const tail = tailInk(body, plan, stance);
  const away = Math.abs(bodyYaw) > 95;
  const wraps = gait === "sit" || (gait === "stand" && plan.folded);
  const farPath = fleshOn(beast, [...bonesOf(stance.far.fore, sight), ...bonesOf(stance.far.hind, sight)], 0.06).path;
  const nearLegs = [...bonesOf(stance.near.fore, sight), ...bonesOf(stance.near.hind, sight)];
  const trunk = trunkBones(body, plan, stance);
  const shape = fleshOn(beast, [...trunk, ...nearLegs], 0.09);
  const { path } = shape;
  const { bold } = beast.nib;
  const coat = beast.coat;
  const marks =
    paleBreast(body, plan, stance) +
    bands(body, stance) +
    shadedSide(beast, shape, 0.1) +
    dippedLegs(body, stance.near) +
    `<g transform="translate(0 ${(beast.size * 0.1).toFixed(1)})"><path d="${body.headOutline}" fill="${fineShade(30)}"/></g>`;
  const covering = species === "reptile" ? shell(body, stance) : species === "sheep" ? fleece(body, stance) : "";
  const svg = [
    away || (wraps && plan.tail !== "scut" && plan.tail !== "curl") ? "" : tail.svg,
    inked(farPath, coat.main, bold * 0.9),
    `<path d="${farPath}" fill="${fineShade(20)}"/>`,
    clipped(`${beast.prefix}fl`, farPath, dippedLegs(body, stance.far)),
    inked(path, coat.main, bold),
    clipped(`${beast.prefix}bd`, path, marks),
    innerLines(body, stance),
    covering,
    plan.ruff ? breastFur(body, stance) : "",
    toes(body, plan, stance),
    away || (wraps && plan.tail !== "scut" && plan.tail !== "curl") ? tail.svg : "",
  ];
  return { svg: svg.join(""), outline: tail.path + farPath + path };
}

/** Neck, chest, belly and rump; the neck runs into the head, which turns by itself. */
function trunkBones({ beast, sight, gait }: BodyView, plan: BodyPlan, { chest, waist, rump }: Stance): Bone[] {
  const nape: Disc = discOf([0, 0.1, -0.16, plan.neck], beast.sight);
  const discs = [chest, waist, rump].map((ball) => discOf(ball, sight));
  const breast = discOf([0, chest[1] - chest[3] * 0.18, chest[2] + chest[3] * 0.22, chest[3] * 0.74], sight);
  const bones: Bone[] = [{ from: nape, to: breast }];
  for (let i = 0; i + 1 < discs.length; i++) {
    const [from, to] = [discs[i], discs[i + 1]];
    if (from && to) bones.push({ from, to });
  }
  if (plan.ruff && gait !== "lie") bones.push(...ruffBones(chest, plan).flatMap((chain) => bonesOf(chain, sight)));
  return bones;
}

/** Points of long fur on the breast. */
function ruffBones(chest: Ball, plan: BodyPlan): Chain[] {
  const [, y, z, r] = chest;
  return [-0.2, 0.02, 0.22].map((x, i): Chain => [
    [x * 0.6, y - r * 0.45, z + r * 0.45, plan.neck * 0.8],
    [x, y + r * (i === 1 ? 0.62 : 0.4), z + r * 0.96, 0.02],
  ]);
}

/** The pale bib from the chin down to the breast. */
function paleBreast({ beast, sight, bodyYaw }: BodyView, plan: BodyPlan, { chest }: Stance): string {
  if (Math.abs(bodyYaw) > 95) return "";
  if (beast.plan.pale === "none" || beast.coat.pale === beast.coat.main) return "";
  const [, y, z, r] = chest;
  const chin = discOf([0, 0.42, 0.1, plan.neck * 0.86], beast.sight);
  const breast = discOf([0, y, z + r * 0.85, r * 0.5], sight);
  const low = discOf([0, y + r * 0.75, z + r * 0.55, r * 0.22], sight);
  const bones: Bone[] = [
    { from: chin, to: breast },
    { from: breast, to: low },
  ];
  return `<path d="${fleshOn(beast, bones, 0.05).path}" fill="${beast.coat.pale}"/>`;
}

/** The black stockings of a fox, the hooves of a horse. */
function dippedLegs({ beast, sight, gait }: BodyView, { fore, hind }: { fore: Chain; hind: Chain }): string {
  if (beast.species === "fox" && beast.coat.dark === "#000") {
    const dip = (leg: Chain): Bone[] =>
      bonesOf(
        leg.slice(-3).map(([x, y, z, r], i): Ball => (i === 0 ? [x, y - 0.14, z, r * 0.6] : [x, y, z, r * 1.3 + 0.07])),
        sight,
      );
    // Of a foot that lies under the haunch only the toes are dark.
    const darkToes: Bone[] = bonesOf(
      hind.slice(-1).flatMap(([x, y, z, r]): Ball[] => [
        [x, y, z - 0.1, r * 1.3],
        [x, y, z, r * 1.6],
      ]),
      sight,
    );
    const folded = gait === "sit" || gait === "crouch";
    return `<path d="${fleshOn(beast, [...dip(fore), ...(folded ? darkToes : dip(hind))], 0.04).path}" fill="#000"/>`;
  }
  if (beast.species !== "horse" && beast.species !== "pig" && beast.species !== "sheep") return "";
  const hoof = (leg: Chain): Bone[] =>
    bonesOf(
      leg.slice(-1).flatMap(([x, y, z, r]): Ball[] => [
        [x, y, z - 0.02, r * 1.15],
        [x, y + 0.1, z - 0.1, r * 1.15],
      ]),
      sight,
    );
  return `<path d="${fleshOn(beast, [...hoof(fore), ...hoof(hind)], 0.02).path}" fill="#000"/>`;
}

/** The bands of a tabby across its back. */
function bands({ beast, sight, bodyYaw }: BodyView, { chest, rump }: Stance): string {
  if (beast.species !== "cat" || beast.coat.main === "#fff" || beast.size < 24) return "";
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
function innerLines({ beast, sight, bodyYaw, gait }: BodyView, stance: Stance): string {
  const turn = Math.abs(bodyYaw);
  if (beast.species === "sheep" || gait === "lie") return "";
  const way = bodyYaw >= 0 ? 1 : -1;
  const ink = beast.coat.line;
  const parts: string[] = [];
  const [hip, knee] = stance.near.hind;
  if (hip && knee && turn > 24) {
    const disc = discOf(hip, sight);
    const bend = discOf(knee, sight);
    const k = Math.min(1, turn / 55) * way;
    const arc = [-62, -30, 5].map((deg) => {
      const a = (deg * Math.PI) / 180;
      return { x: disc.x + k * disc.r * 0.96 * Math.cos(a), y: disc.y + disc.r * 0.96 * Math.sin(a) };
    });
    arc.push({ x: bend.x + k * bend.r * 0.98, y: bend.y - bend.r * 0.2 });
    parts.push(brush(arc, beast.nib.line * 1.1, { swellTo: 0.6, thinFrom: 0.85, tip: 0.08 }, ink));
  }
  const [shoulder, elbow] = stance.near.fore;
  if (shoulder && elbow) {
    const [a, b] = [discOf(shoulder, sight), discOf(elbow, sight)];
    const back = -way * Math.max(0.35, Math.sin((turn * Math.PI) / 180));
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

/** Short lines that part the toes. */
function toes({ beast, sight, bodyYaw }: BodyView, plan: BodyPlan, { near }: Stance): string {
  if (plan.hoof || beast.size < 46 || (beast.species === "fox" && beast.coat.dark === "#000")) return "";
  const way = Math.sin((bodyYaw * Math.PI) / 180);
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
          beast.coat.line,
        ),
      );
    })
    .join("");
}

function tailInk({ beast, sight }: BodyView, plan: BodyPlan, { tail }: Stance): { svg: string; path: string } {
  if (tail.length === 0) return { svg: "", path: "" };
  const { path } = fleshOn(beast, bonesOf(tail, sight), 0.03);
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
