import * as steady from "../../geometry/steady-math.ts";
import type { StagedFigure } from "../../page/page.ts";
import type { Pose } from "../../script/script.ts";
import type { ModelSheet } from "../artist.ts";
import { fineShade, fineTone } from "../tone.ts";
import { blob, brush, clipped, flick, mass } from "../people/brush.ts";
import type { BodyInk, BodyView } from "./beast-body.ts";
import type { Ball, Chain } from "./beast-heads-data.ts";
import { thingInPaw } from "./carried-thing.ts";
import { planOf } from "./beast-bodies-data.ts";
import { tailOf } from "./beast-tails.ts";
import { neckJoin } from "./neck-join.ts";
import { handPath } from "./upright-hand.ts";
import { bonesOf, discOf, fleshOn, inked, sidesFrom } from "./beast-view.ts";

/** Elbow and paw of the right arm beside the breast: across, down, to the front. */
type ArmPlan = readonly [readonly [number, number, number], readonly [number, number, number]];

const rest: ArmPlan = [
  [0.66, 1.36, -0.04],
  [0.62, 1.82, 0.14],
];
const before: ArmPlan = [
  [0.62, 1.36, 0.06],
  [0.2, 1.42, 0.58],
];
const onHip: ArmPlan = [
  [0.9, 1.36, -0.1],
  [0.54, 1.68, 0.14],
];
const raised: ArmPlan = [
  [0.86, 0.7, 0.1],
  [0.9, 0.16, 0.2],
];
const forward: ArmPlan = [
  [0.72, 1.2, 0.24],
  [0.86, 0.92, 0.86],
];
const toFace: ArmPlan = [
  [0.66, 1.3, 0.24],
  [0.34, 0.62, 0.46],
];

/** A paw on the knee of who sits. */
const onKnee: ArmPlan = [
  [0.64, 1.3, 0.04],
  [0.38, 1.62, 0.56],
];

/** Left and right arm in every pose. */
const arms: Readonly<Partial<Record<Pose, readonly [ArmPlan, ArmPlan]>>> = {
  point: [rest, forward],
  reach: [forward, forward],
  hold: [before, rest],
  "arms-crossed": [before, before],
  "arms-up": [raised, raised],
  fight: [before, forward],
  fall: [raised, raised],
  "hands-on-hips": [onHip, onHip],
  "hand-to-face": [rest, toFace],
  run: [before, onHip],
  embrace: [forward, forward],
  bow: [before, before],
  sit: [onKnee, onKnee],
  kneel: [onKnee, onKnee],
  crouch: [onKnee, onKnee],
  cower: [toFace, toFace],
  explain: [rest, forward],
  offer: [rest, forward],
  shrug: [forward, forward],
  halt: [rest, raised],
  "shake-fist": [rest, raised],
  "tip-hat": [rest, raised],
  "hand-on-heart": [rest, before],
  "clasp-hands": [before, before],
  read: [before, before],
  despair: [toFace, toFace],
  gasp: [rest, toFace],
  drink: [rest, toFace],
  eat: [rest, toFace],
  seize: [forward, forward],
  push: [forward, forward],
  throw: [forward, raised],
  leap: [raised, forward],
};

/** A small beast in a well-cut jacket or waistcoat on its hind legs, with paws for hands and bare feet. */
export function uprightBody(body: BodyView, figure: StagedFigure, sheet: ModelSheet): BodyInk {
  const { beast, sight, ground, bodyYaw, gait } = body;
  const sitting = gait === "sit" || gait === "crouch";
  const hem = sitting ? ground - 0.5 : 2.05;
  const near: 1 | -1 = bodyYaw >= 0 ? -1 : 1;
  const chest: Ball = [0, 0.92, -0.06, 0.46];
  const belly: Ball = [0, hem - 0.56, 0.02, beast.species === "frog" ? 0.54 : 0.48];
  const cloth = clothOf(sheet);
  // A fish has no nape: its whole hind end goes down into the collar.
  const fishy = beast.species === "fish";
  const nape = discOf(fishy ? [0, 0.14, -0.34, 0.36] : [0, 0.1, -0.1, 0.24], beast.sight);
  const neck = fleshOn(beast, [{ from: nape, to: discOf([0, 0.7, -0.05, fishy ? 0.34 : 0.28], sight) }], 0.05).path;
  // A stand-up collar, so that the head sits on a coat and not on a pipe.
  const collar = fleshOn(
    beast,
    bonesOf(
      [
        [0, 0.5, -0.06, fishy ? 0.34 : 0.27],
        [0, 0.62, -0.05, fishy ? 0.38 : 0.34],
      ],
      sight,
    ),
    0.05,
  ).path;
  const coat = fleshOn(
    beast,
    [
      ...bonesOf([chest, belly], sight),
      ...bonesOf(
        [
          [-0.4, 0.82, -0.05, 0.2],
          [0.4, 0.82, -0.05, 0.2],
        ],
        sight,
      ),
      ...bonesOf(
        [
          [-0.2, hem + 0.06, -0.02, 0.36],
          [0.2, hem + 0.06, -0.02, 0.36],
        ],
        sight,
      ),
      ...bonesOf([belly, [0, hem, -0.02, 0.46]], sight),
    ],
    0.12,
  ).path;
  const pose = figure.holds === null ? figure.pose : "hold";
  const legs = sidesFrom(near).map((side) => leg(body, side, hem, sitting));
  const hind = sidesFrom(near).map((side) => ({
    side,
    ink: arm(body, armPlan(pose, side), side, cloth),
  }));
  const shade = `<g transform="translate(0 ${(beast.size * 0.09).toFixed(1)})"><path d="${body.headOutline}" fill="${fineShade(30)}"/></g>`;
  const away = Math.abs(bodyYaw) > 95;
  const tail = tailInk(body, hem);
  const far = hind[0]?.ink;
  const nearArm = hind[1]?.ink;
  const held = figure.holds === null ? null : pawOf(armPlan("hold", -1), -1);
  const thing = held === null || away ? { svg: "", outline: "" } : thingInPaw(body, held, figure, sheet);
  const svg = [
    away ? "" : tail.svg,
    far && !away && !far.front ? far.svg : "",
    inked(neck, beast.coat.main, beast.nib.bold),
    inked(collar, "#fff", beast.nib.bold * 0.9),
    ...legs.map((each) => each.svg),
    inked(coat, cloth, beast.nib.bold),
    clipped(`${beast.prefix}ct`, coat, (away ? back(body, hem, cloth) : front(body, hem, sheet, cloth)) + shade),
    away ? tail.svg : "",
    far && (away || far.front) ? far.svg : "",
    nearArm?.svg ?? "",
    thing.svg,
  ];
  return {
    svg: svg.join(""),
    join: neckJoin(beast, nape, discOf([0, 0.34, -0.12, 0.22], sight)),
    outline:
      neck +
      collar +
      coat +
      tail.path +
      legs.map((each) => each.path).join("") +
      (far?.path ?? "") +
      (nearArm?.path ?? "") +
      thing.outline,
  };
}

/** Fill of the jacket by the cloth of the sheet. */
function clothOf({ cloth, colours }: ModelSheet): string {
  if (colours) return colours.cloth;
  return {
    black: "#000",
    dark: fineTone(70),
    grey: fineTone(40),
    white: "#fff",
    striped: fineTone(30),
    patterned: fineTone(30),
  }[cloth];
}

const inkOn = (cloth: string): string => (cloth === "#000" || cloth === fineTone(70) ? "#fff" : "#000");

/** Shirt front, lapels, buttons and a bow. */
function front({ beast, sight }: BodyView, hem: number, sheet: ModelSheet, cloth: string): string {
  const ink = inkOn(cloth);
  const at = (x: number, y: number): ReturnType<typeof discOf> => {
    const deep = 0.42 + 0.16 * Math.min(1, (y - 0.6) / 1.1) - Math.abs(x) * 0.22;
    return discOf([x, y, deep, 0], sight);
  };
  const shirt = blob(
    [at(-0.2, 0.5), at(0.2, 0.5), at(0.13, 0.95), at(0, 1.24), at(-0.13, 0.95)],
    cloth === "#fff" ? fineTone(20) : "#fff",
    beast.nib.fine,
  );
  const lapels = ([-1, 1] as const)
    .map((side) =>
      brush([at(side * 0.26, 0.56), at(side * 0.17, 0.98), at(0, 1.28)], beast.nib.line * 1.3, { tip: 0.3 }, ink),
    )
    .join("");
  const edge = flick([at(0, 1.26), at(0.01, (1.26 + hem) / 2), at(-0.04, hem + 0.4)], beast.nib.line, ink);
  const buttons = [1.36, 1.56, 1.76]
    .filter((y) => y < hem - 0.05)
    .map((y) =>
      blob(
        Array.from({ length: 8 }, (_, i) =>
          at(0.07 + 0.032 * steady.cos((i / 4) * Math.PI), y + 0.032 * steady.sin((i / 4) * Math.PI)),
        ),
        ink,
        0,
      ),
    )
    .join("");
  const bow = blob(
    [at(-0.17, 0.6), at(0, 0.68), at(0.17, 0.6), at(0.17, 0.8), at(0, 0.73), at(-0.17, 0.8)],
    cloth === "#000" ? fineTone(40) : "#000",
    beast.nib.fine,
  );
  // A watch-chain hangs from the middle button into the pocket.
  const chain =
    sheet.costume === "dress" || sheet.costume === "apron-dress" || beast.size < 44
      ? ""
      : brush([at(0.06, 1.56), at(0.2, 1.7), at(0.34, 1.6)], beast.nib.line, { tip: 0.7 }, ink);
  return shirt + lapels + edge + (beast.small ? "" : buttons) + bow + chain;
}

/** The back of a coat: a turned-down collar under the nape, the seam, a half-belt with its two buttons, and the vent. */
function back({ beast, sight }: BodyView, hem: number, cloth: string): string {
  const ink = inkOn(cloth);
  const at = (x: number, y: number): ReturnType<typeof discOf> => discOf([x, y, Math.abs(x) * 0.4 - 0.34, 0], sight);
  const nape = (x: number, y: number): ReturnType<typeof discOf> => discOf([x, y, -0.12, 0], sight);
  const waist = hem - 0.72;
  const button = (x: number): string =>
    blob(
      Array.from({ length: 8 }, (_, i) =>
        at(x + 0.035 * steady.cos((i / 4) * Math.PI), waist + 0.035 * steady.sin((i / 4) * Math.PI)),
      ),
      ink,
      0,
    );
  return [
    flick([at(0, 0.8), at(0, 1.1), at(0, waist - 0.08)], beast.nib.line, ink),
    ...[-0.07, 0.07].map((dy) =>
      brush([at(-0.3, waist + dy), at(0, waist + dy + 0.02), at(0.3, waist + dy)], beast.nib.line, { tip: 0.5 }, ink),
    ),
    button(-0.22),
    button(0.22),
    brush([at(0, waist + 0.1), at(0.02, hem), at(0, hem + 0.5)], beast.nib.line * 1.6, { tip: 0.6 }, ink),
    ...([-1, 1] as const).map((side) =>
      flick([at(side * 0.3, 0.74), at(side * 0.27, 1), at(side * 0.32, waist - 0.1)], beast.nib.fine, ink),
    ),
    blob(
      [nape(-0.3, 0.4), nape(0.3, 0.4), nape(0.36, 0.66), nape(0, 0.76), nape(-0.36, 0.66)],
      cloth === "#fff" ? fineTone(20) : "#fff",
      beast.nib.line,
    ),
  ].join("");
}

function leg(
  { beast, sight, ground, gait }: BodyView,
  side: 1 | -1,
  hem: number,
  sitting: boolean,
): { svg: string; path: string } {
  const stride = gait === "run" ? 0.62 : gait === "walk" ? 0.3 : 0;
  const long = beast.species === "rabbit" || beast.species === "frog" || beast.species === "mouse" ? 0.44 : 0.28;
  // The foot behind is lifted in a run.
  const y = ground - 0.12 - (gait === "run" && side === -1 ? 0.3 : 0);
  const z = sitting ? 0.5 : side * stride;
  const chain: Chain = sitting
    ? [
        [side * 0.26, hem - 0.1, 0, 0.34],
        [side * 0.34, ground - 0.42, 0.42, 0.24],
        [side * 0.32, y, z, 0.14],
        [side * 0.32, y, z + long, 0.12],
      ]
    : [
        [side * 0.24, hem - 0.05, 0, 0.3],
        [side * 0.27, (hem + ground) / 2, z * 0.6 + 0.1, 0.22],
        [side * 0.27, y - 0.12, z - 0.06, 0.13],
        [side * 0.27, y, z + 0.02, 0.13],
        [side * 0.27, y, z + long, 0.12],
      ];
  const { path } = fleshOn(beast, bonesOf(chain, sight), 0.06);
  return { svg: inked(path, beast.coat.main, beast.nib.bold * 0.95), path };
}

function armPlan(pose: Pose, side: 1 | -1): ArmPlan {
  const [left, right] = arms[pose] ?? [rest, rest];
  return side === 1 ? right : left;
}

/** Middle of a paw in the frame of the body. */
function pawOf([, [x, y, z]]: ArmPlan, side: 1 | -1): readonly [number, number, number] {
  return [side * x, y, z];
}

interface ArmInk {
  svg: string;
  path: string;
  /** Lies before the body. */
  front: boolean;
}

function arm({ beast, sight }: BodyView, [[ex, ey, ez], [px, py, pz]]: ArmPlan, side: 1 | -1, cloth: string): ArmInk {
  const shoulder: Ball = [side * 0.44, 0.84, -0.05, 0.185];
  const elbow: Ball = [side * ex, ey, ez, 0.145];
  const cuff: Ball = [side * (ex + (px - ex) * 0.74), ey + (py - ey) * 0.74, ez + (pz - ez) * 0.74, 0.15];
  const paw: Ball = [side * px, py, pz, 0.13];
  const sleeve = fleshOn(beast, bonesOf([shoulder, elbow, cuff], sight), 0.05).path;
  const [wrist, tip] = [discOf(cuff, sight), discOf(paw, sight)];
  const hand = handPath(beast, wrist, tip, discOf([0, py, pz, 0], sight).x >= tip.x ? 1 : -1);
  // The sleeve is set into the coat: no line where the shoulder runs into the back and the breast.
  const seat = fleshOn(
    beast,
    bonesOf(
      [
        [side * 0.3, 0.8, -0.05, 0.13],
        [side * 0.43, 0.86, -0.05, 0.15],
      ],
      sight,
    ),
    0.01,
  ).path;
  const [tx, ty, tz] = [px - ex, py - ey, pz - ez];
  const band = fleshOn(
    beast,
    bonesOf(
      [
        [side * (ex + tx * 0.7), ey + ty * 0.7, ez + tz * 0.7, 0.165],
        [side * (ex + tx * 0.82), ey + ty * 0.82, ez + tz * 0.82, 0.165],
      ],
      sight,
    ),
    0.02,
  ).path;
  // On a dark coat a white line parts the arm from the breast.
  const ink = inkOn(cloth);
  const tube = ink === "#000" ? inked(sleeve, cloth, beast.nib.bold * 0.9) : mass([sleeve], cloth, beast.nib.line, ink);
  return {
    svg:
      inked(hand, beast.coat.main, beast.nib.bold * 0.9) +
      inked(band, "#fff", beast.nib.line) +
      tube +
      `<path d="${seat}" fill="${cloth}"/>`,
    path: sleeve + hand,
    front: sight.see({ x: side * px, y: py, z: pz }).depth > 0.1,
  };
}

function tailInk({ beast, sight, ground, bodyYaw, gait }: BodyView, hem: number): { svg: string; path: string } {
  const plan = planOf(beast.species);
  if (plan === null) return { svg: "", path: "" };
  const near = bodyYaw >= 0 ? -1 : 1;
  const rump: Ball = [0, Math.min(hem, ground - 0.5), -0.2, 0.46];
  const tail = tailOf(plan, rump, {
    droop: gait === "sit" ? 1 : 0.7,
    ground,
    near,
    way: gait === "run" ? "stream" : "hang",
  });
  if (tail.length === 0) return { svg: "", path: "" };
  const { path } = fleshOn(beast, bonesOf(tail, sight), 0.03);
  return { svg: inked(path, plan.tail === "scut" ? "#fff" : beast.coat.main, beast.nib.bold * 0.9), path };
}
