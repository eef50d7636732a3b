import { type Point, type Rect, contains } from "../../geometry/geometry.ts";
import type { ModelSheet } from "../artist.ts";
import { fineShade } from "../tone.ts";
import { smoothPath } from "../ink.ts";
import { type Nib, brush, clipped, flick, massPath } from "./brush.ts";
import { mainCloth, secondCloth } from "./cloth.ts";
import { type Outfit, outfitOf } from "./costume.ts";
import { type CostumeView, costumeView } from "./costume-view.ts";
import { indoors } from "./feet.ts";
import { type HeadView, skinFill } from "./head-view.ts";
import { drawHeldThing, drawSharedThing, liesOverArms } from "./held-things.ts";
import { convexHull } from "./hull.ts";
import { crotchFolds, drawLeg } from "./legs.ts";
import { type LimbInk, drawArm, unit } from "./limbs.ts";
import type { Arm } from "./posed-arms.ts";
import type { Leg, Skeleton } from "./skeleton.ts";
import { drawSkirt, isSeated, isSplit, trouserHips, trouserSeat } from "./skirts.ts";
import { drawMantle } from "./mantles.ts";
import { drawNeck } from "./neck.ts";
import { mix } from "./space.ts";
import { type Torso, torsoOf } from "./torso.ts";

/** A dressed body in layers: behind the trunk, before it, and what comes before the face (a hand at the chin). */
export interface BodyInk {
  behind: string;
  before: string;
  over: string;
  /** Path data of the whole shape. */
  outline: string;
}

export function drawBody(
  body: Skeleton,
  sheet: ModelSheet,
  head: HeadView,
  nib: Nib,
  { bounds, onFloor, lap }: { bounds: Rect; onFloor?: boolean; lap: string },
  prefix: string,
): BodyInk {
  const torso = torsoOf(body);
  const skin = skinFill(sheet);
  const v = costumeView({
    sheet,
    body,
    torso,
    m: body.measures,
    nib,
    size: body.sight.size,
    main: mainCloth(sheet),
    second: secondCloth(sheet),
    skin,
    prefix,
    small: body.sight.size < 46,
  });
  const dressed = outfitOf(v);
  // Nobody treads on mats in shoes.
  const outfit = onFloor ? { ...dressed, shoe: indoors(dressed.shoe) } : dressed;
  const cloak = outfit.cloak ? cloakBehind(v) : null;
  const legs = seenBelow(body, bounds) ? drawLegs(v, outfit) : { svg: "", outline: "" };
  const seat = kneesUp(body) && !outfit.skirt ? trouserSeat(body, torso, 0.5, outfit.legCloth, nib) : null;
  const trunk = drawTrunk(v, outfit);
  const mantle = outfit.mantle ? drawMantle(v, outfit.mantle) : null;
  const neck = drawNeck(v, head);
  const { neck: top, hip } = body.measures;
  const trunkRing = [...torso.edge(1, top, hip, 0.02), ...torso.edge(-1, top, hip, 0.02).toReversed()];
  const sameCloth =
    outfit.sleeves.fill === outfit.top.fill || outfit.sleeve.startsWith("short") || outfit.sleeve === "bare";
  const arms = body.arms.flatMap((arm, index) =>
    hiddenBehind(body, torso, arm, outfit)
      ? []
      : [
          {
            arm,
            ink: drawArm(
              body,
              arm,
              {
                sleeve: outfit.sleeve,
                cloth: outfit.sleeves,
                skin,
                trunk: sameCloth ? trunkRing : null,
                holds: inHand(body, arm, index, nib),
              },
              nib,
            ),
          },
        ],
  );
  const shared = body.holding?.hand === "both" ? drawSharedThing(body, body.holding.thing, nib) : null;
  const over = shared && body.holding && liesOverArms(body.holding.thing);
  const atFace = (arm: (typeof arms)[number]["arm"]): boolean => arm.atFace;
  const high = ({ wrist, crossed }: (typeof arms)[number]["arm"]): boolean =>
    crossed === null && wrist.y < body.measures.chest + 0.2;
  // Of a turned body the far arm hangs behind the edge of the coat.
  const hangsFar = ({ side, wrist }: (typeof arms)[number]["arm"]): boolean =>
    side * body.yaw > 8 && wrist.y > body.measures.waist && side * wrist.x > body.measures.hipWide;
  const shown = (arm: (typeof arms)[number]["arm"]): boolean => !arm.behind && !atFace(arm);
  const inDepth = arms.toSorted((a, b) =>
    a.arm.crossed ? (a.arm.crossed === "under" ? -1 : 1) : body.see(a.arm.wrist).depth - body.see(b.arm.wrist).depth,
  );
  const pick = (test: (arm: (typeof arms)[number]["arm"]) => boolean): string =>
    inDepth
      .filter(({ arm }) => test(arm))
      .map(({ ink }) => ink.svg)
      .join("");
  // A raised arm comes out from under the hem of a cape: of what lies over it the forearm alone is seen.
  const raised = (test: (arm: (typeof arms)[number]["arm"]) => boolean): string =>
    mantle
      ? inDepth
          .filter(({ arm }) => test(arm))
          .map(({ arm, ink }) => fromUnderCape(v, arm, ink, outfit))
          .join("")
      : pick(test);
  // Tails and the knot of a belt lie on the back.
  const fromBehind = Math.abs(body.yaw) > 110;
  // The far hand of who sits lies on the far thigh, not under it.
  const seated = isSeated(body) && !kneesUp(body);
  return {
    behind: (cloak?.svg ?? "") + (seated ? "" : pick((arm) => arm.behind)),
    before:
      (kneesUp(body)
        ? (seat?.svg ?? "") + trunk.svg + legs.svg
        : legs.svg + (seated ? pick((arm) => arm.behind) : "") + trunk.svg) +
      neck.svg +
      (fromBehind ? "" : outfit.loose) +
      pick((arm) => shown(arm) && !high(arm) && hangsFar(arm)) +
      (outfit.collarOver ? "" : drawCollar(v, outfit)) +
      (fromBehind ? outfit.loose : "") +
      lap +
      (shared && !over ? shared.svg : "") +
      pick((arm) => shown(arm) && !high(arm) && !hangsFar(arm)) +
      (mantle ? pick((arm) => !arm.behind && high(arm)) + mantle.svg : "") +
      (outfit.collarOver ? outfit.collar : "") +
      slopeLines(v, outfit) +
      raised((arm) => shown(arm) && high(arm)) +
      (over ? shared.svg + arms.map(({ ink }) => ink.grip).join("") : ""),
    over: raised((arm) => !arm.behind && atFace(arm)),
    outline: [
      cloak?.outline ?? "",
      legs.outline,
      seat?.outline ?? "",
      trunk.outline,
      mantle?.outline ?? "",
      neck.outline,
      shared?.outline ?? "",
      ...arms.map(({ ink }) => ink.outline),
    ].join(""),
  };
}

/** What of an arm lies on the forearm's side of the elbow, and the edge of the cape across it. */
function fromUnderCape(v: CostumeView, { side, shoulder, elbow, wrist }: Arm, ink: LimbInk, outfit: Outfit): string {
  const { body, size, nib, prefix } = v;
  const [s, e, w] = [body.see(shoulder), body.see(elbow), body.see(wrist)];
  const way = unit(unit(e, s), unit(e, w));
  const at = (along: number, across: number): Point => ({
    x: e.x + (way.x * along - way.y * across) * size,
    y: e.y + (way.y * along + way.x * across) * size,
  });
  const hem = [-1, -0.6, -0.3, 0, 0.3, 0.6, 1].map((t) => at(0.12 * t * t - 0.06, t));
  const forearm = massPath([at(0, -2.4), ...hem, at(0, 2.4), at(2.4, 2.4), at(2.4, -2.4)], false);
  const edge = clipped(`${prefix}edge${side}`, ink.outline, brush(hem, nib.bold * 1.4, {}, outfit.mantle?.ink));
  return clipped(`${prefix}arm${side}`, forearm, ink.svg) + edge;
}

function inHand(body: Skeleton, arm: Arm, index: number, nib: Nib): LimbInk | null {
  const { holding } = body;
  if (!holding || holding.hand === "both") return null;
  const thing = holding.hand === index ? holding.thing : holding.other;
  return thing ? drawHeldThing(body, arm, thing, nib) : null;
}

/** From the side the far arm lies behind the trunk: a hand that came out from under the belly would belong to nobody. */
function hiddenBehind(body: Skeleton, torso: Torso, { behind, elbow, wrist }: Arm, outfit: Outfit): boolean {
  if (!behind) return false;
  const { neck, hip } = body.measures;
  const low = hip + (outfit.skirt ? 0.8 : 0.2);
  const trunk = [...torso.edge(1, neck, low, 0.03), ...torso.edge(-1, neck, low, 0.03).toReversed()];
  const [covered, end] = [contains(trunk, body.see(elbow)), contains(trunk, body.see(wrist))];
  const middle = contains(trunk, body.see(mix(elbow, wrist, 0.5)));
  return middle && (covered || !end);
}

/** Who crouches has the knees before the breast. */
function kneesUp(body: Skeleton): boolean {
  return body.legs.every(({ knee, hip }) => knee.y < hip.y - 0.2 && body.see(knee).depth > body.see(hip).depth - 0.3);
}

/** Who crouches, bows or runs bends in the hips. */
function isBent(body: Skeleton): boolean {
  const { neck, hip } = body.measures;
  const [top, low] = [body.axis(neck), body.axis(hip)];
  return kneesUp(body) || top.z - low.z > 0.3 * (hip - neck);
}

/** Whether anything under the waist can be seen in the panel. */
function seenBelow(body: Skeleton, bounds: Rect): boolean {
  const hip = body.see(body.axis(body.measures.waist));
  return hip.y < bounds.y + bounds.height + body.sight.size * 0.6;
}

/** The tails of a jacket lie in the lap of who crouches or bows, and do not stand off behind. */
const hemOf = ({ body }: CostumeView, { hem }: Outfit): number => (isBent(body) ? Math.min(hem, 0.02) : hem);

function drawTrunk(v: CostumeView, outfit: Outfit): LimbInk {
  const { torso, m } = v;
  const hem = hemOf(v, outfit);
  const to = outfit.skirt ? Math.max(m.waist + 0.05, outfit.skirt.from + 0.06) : m.hip + hem;
  const flare = hem > 0.2 ? 0.06 : 0;
  const shape = torso.shape(m.neck - 0.02, to, 0.02, flare);
  // A long coat is one piece down to its skirts.
  const ends = outfit.skirt?.fall !== "coat";
  const edge = outfit.top.fold === "#fff" ? "" : edgeLines(torso, v, to, flare, ends);
  return {
    svg: `<path d="${shape}" fill="${outfit.top.fill}"/>${clipped(`${v.prefix}trunk`, shape, outfit.front)}${edge}`,
    outline: shape,
  };
}

/** Collars, lapels and belts end at the outline of the body, and its line closes them. Round the neck they stand off. */
function drawCollar(v: CostumeView, outfit: Outfit): string {
  const { collar, skirt, top, sleeve } = outfit;
  const hem = hemOf(v, outfit);
  const { torso, m, nib } = v;
  const low = skirt ? m.hip + 0.5 : m.hip + hem;
  const lineTo = skirt ? skirt.from : Math.min(low, m.hip + 0.1);
  const shape = torso.shape(m.neck - 0.4, m.shoulder + 0.1, 0.1) + torso.shape(m.shoulder, low, 0.04);
  const width = top.fold === "#fff" ? nib.line : nib.bold;
  // A jacket's skirts stand off a little below the waist, as its trunk does.
  const flare = !skirt && hem > 0.2 ? (0.06 * (lineTo - m.waist)) / (low - m.waist) : 0;
  // A sleeve has its seam; between a bare arm and a bare breast there is none above the armpit.
  const from = m.shoulder + (sleeve === "bare" ? 0.5 * m.chestWide : 0.2);
  const side = (s: 1 | -1): string => brush(torso.edge(s, from, lineTo, 0.02, flare), width, { tip: 0.5 });
  return clipped(`${v.prefix}collar`, shape, collar) + side(1) + side(-1);
}

/** The line from the neck down to each hanging arm: the sleeve's root lies over the one of the trunk. */
function slopeLines(v: CostumeView, { top, mantle }: Outfit): string {
  const { body, torso, m, nib } = v;
  if (top.fold === "#fff" || mantle) return "";
  const rise = m.shoulder - m.neck;
  return body.arms
    .filter(({ shoulder, elbow }) => elbow.y > shoulder.y + 0.4)
    .map(({ side }) =>
      brush(torso.edge(side, m.neck + 0.24 * rise, m.shoulder - 0.08 * rise, 0.015), nib.bold, { tip: 0.6 }),
    )
    .join("");
}

/** Pen lines down the sides; the shoulders heavier than the flanks. Where the cloth ends, its hem. */
function edgeLines(torso: Torso, v: CostumeView, to: number, flare: number, ends: boolean): string {
  const taper = { swellTo: 0.12, thinFrom: 0.8, tip: 0.5 };
  const line = (side: 1 | -1): string => brush(torso.edge(side, v.m.neck, to, 0.02, flare), v.nib.bold, taper);
  const hem = [-88, -44, 0, 44, 88].map((d) => torso.at(d - v.body.yaw, to - 0.01, 0.02));
  return line(1) + line(-1) + (ends ? brush(hem, v.nib.bold, { tip: 0.6 }) : "");
}

/** A shin that lies on the ground behind its knee. */
const isFolded = ({ knee, ankle }: Leg): boolean =>
  ankle.z < knee.z - 0.8 * Math.hypot(ankle.y - knee.y, ankle.z - knee.z);

function drawLegs(v: CostumeView, outfit: Outfit): LimbInk {
  const { body, torso, nib, skin } = v;
  // A long skirt lies over the feet of who kneels.
  const covered = outfit.skirt !== null && outfit.skirt.to > 0.5 && body.legs.every(isFolded);
  const inDepth = body.legs.toSorted((a, b) => body.see(a.knee).depth - body.see(b.knee).depth);
  const legs = (covered ? [] : inDepth.slice(body.straddles && outfit.skirt === null ? 1 : 0)).map((leg) =>
    drawLeg(body, leg, outfit.legs, outfit.legCloth, skin, outfit.shoe, nib),
  );
  const near = legs.at(-1);
  const far = legs.length > 1 ? legs[0] : undefined;
  const parts = [far?.svg ?? "", legsApart(body) ? shaded(far, outfit) : "", near?.svg ?? ""];
  let outline = legs.map((leg) => leg.outline).join("");
  if (outfit.skirt) {
    const skirt = drawSkirt(body, torso, outfit.skirt, nib);
    parts.push(
      isRolled(body) ? withinHem(v, skirt) : skirt.svg,
      // Where a coat falls apart over both thighs, no straight edge runs down its front.
      isSplit(body, outfit.skirt) ? "" : clipped(`${v.prefix}skirt`, skirt.outline, outfit.onSkirt),
    );
    outline += skirt.outline;
  } else if (isBent(body)) {
    const seat = kneesUp(body) ? null : trouserSeat(body, torso, 0.06, outfit.legCloth, nib);
    parts.unshift(seat?.svg ?? "");
    outline += seat?.outline ?? "";
  } else {
    const hips = trouserHips(body, torso);
    parts.push(`<path d="${hips}" fill="${outfit.legCloth.fill}"/>`, crotchFolds(body, outfit.legCloth, nib));
    outline += hips;
  }
  return { svg: parts.join(""), outline };
}

/** Whether the one leg is seen behind the other. */
function legsApart({ legs: [a, b], see }: Skeleton): boolean {
  return Math.abs(see(a.hip).depth - see(b.hip).depth) > 0.3;
}

/** The farther leg lies in the shade of the nearer: dots on plain trousers. Black is black, on a weave they would be a check, and bare skin is as light as the other's. */
const shaded = (leg: LimbInk | undefined, { legs, legCloth }: Outfit): string =>
  leg && legs !== "bare" && legCloth.fill === "#fff" ? `<path d="${leg.outline}" fill="${fineShade(10)}"/>` : "";

/** The whole body is turned, as of who falls. */
function isRolled({ see, axis, measures }: Skeleton): boolean {
  const [top, low] = [see(axis(measures.neck)), see(axis(measures.hip))];
  return Math.abs(low.x - top.x) > 0.22 * (low.y - top.y);
}

/** Folds fall down the page, and those of a turned skirt would run out over its hem. */
const withinHem = ({ nib, prefix }: CostumeView, skirt: LimbInk): string =>
  clipped(`${prefix}folds`, skirt.outline, skirt.svg) +
  `<path d="${skirt.outline}" fill="none" stroke="#000" stroke-width="${nib.bold.toFixed(2)}" stroke-linejoin="round"/>`;

/** The cloak behind the body: from the shoulders to the calves. */
function cloakBehind(v: CostumeView): LimbInk {
  const { body, torso, m, nib, main } = v;
  const shoulders = [...torso.edge(1, m.neck, m.shoulder + 0.4, 0.1), ...torso.edge(-1, m.neck, m.shoulder + 0.4, 0.1)];
  const hem = body.legs.flatMap(({ side, knee, ankle }) => {
    const y = knee.y + (ankle.y - knee.y) * 0.7;
    return [
      { x: side * (m.shoulderWide + 0.32), y, z: -0.5 },
      { x: side * (m.shoulderWide + 0.2), y: y - 0.1, z: 0.15 },
      { x: side * 0.3, y: y + 0.06, z: -0.75 },
    ].map((p) => body.see(p));
  });
  const path = smoothPath(
    convexHull([...shoulders, ...hem]).flatMap((p, i, all) => {
      const q = all[(i + 1) % all.length] ?? p;
      return [
        p,
        { x: (p.x * 2 + q.x) / 3, y: (p.y * 2 + q.y) / 3 },
        { x: (p.x + q.x * 2) / 3, y: (p.y + q.y * 2) / 3 },
      ];
    }),
    true,
  );
  const folds = hem.map((p) => {
    const top = torso.at(p.x > low(body) ? 70 - v.body.yaw : -70 - v.body.yaw, m.shoulder, 0.1);
    return flick(
      [
        { x: p.x * 0.8 + top.x * 0.2, y: p.y * 0.94 + top.y * 0.06 },
        { x: (p.x + top.x) / 2, y: (p.y + top.y) / 2 },
      ],
      nib.fine * 2,
      main.fold,
    );
  });
  return {
    svg: `<path d="${path}" fill="${main.fill}" stroke="#000" stroke-width="${nib.bold.toFixed(2)}" stroke-linejoin="round"/>${folds.join("")}`,
    outline: path,
  };
}

const low = (body: Skeleton): number => body.see(body.axis(body.measures.hip)).x;
