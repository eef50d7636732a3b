import * as steady from "../../geometry/steady-math.ts";
import type { Point } from "../../geometry/geometry.ts";
import type { Head } from "../../page/page.ts";
import type { ModelSheet } from "../artist.ts";
import { fineTone } from "../tone.ts";
import { type Nib, nibFor } from "./brush.ts";
import type { Expression, Mouth } from "./expressions.ts";
import { type HeadOutline, type Skull, onSeenFace, outlineOf, skullOf } from "./skull.ts";
import { type Sight, type Spot, lerp, sightOf } from "./space.ts";

/** Everything that the features of one head are drawn from. */
export interface HeadView {
  sheet: ModelSheet;
  head: Head;
  skull: Skull;
  sight: Sight;
  outline: HeadOutline;
  nib: Nib;
  /** Page units in one head size. */
  size: number;
  expression: Expression;
  speaks: boolean;
  prefix: string;
  /** Yaw as it is drawn, from -180 to 180; the near eye goes behind the cheek at 106. */
  yaw: number;
  /** Features on the skin: x and y in head sizes, held inside the visible face. */
  skin(x: number, y: number): Spot;
  /** Whether the face is turned away so far that no feature shows. */
  behind: boolean;
  /** Small heads carry fewer lines. */
  small: boolean;
}

export function headView(staged: Head, sheet: ModelSheet, felt: Expression, speaks: boolean, prefix: string): HeadView {
  const yaw = drawnTurn(((((staged.yaw + 180) % 360) + 360) % 360) - 180, sheet);
  const head = nodding(staged, yaw);
  const expression = Math.abs(yaw) > sideOn ? fromTheSide(felt) : felt;
  const mouth = speaks ? expression.speaking : expression.mouth;
  const skull = skullOf(sheet, mouth.open);
  const sight = sightOf({ ...head, yaw });
  return {
    sheet,
    head,
    skull,
    sight,
    outline: outlineOf(skull, sight, sightOf({ ...head, yaw: faceTurn(yaw) })),
    nib: nibFor(head.size),
    size: head.size,
    expression,
    speaks,
    prefix,
    yaw,
    skin: (x, y) => sight.see(onSeenFace(skull, yaw, x, y)),
    behind: Math.abs(yaw) > 112,
    small: head.size < 70,
  };
}

/** From this turn on a face is drawn as it looks from the side. */
export const sideOn = 60;

/** From the side the whole drop of a jaw is seen, and little of it tells a cry: more would be a muzzle. */
function fromTheSide(felt: Expression): Expression {
  const parted = (mouth: Mouth): Mouth => ({ ...mouth, open: mouth.open * 0.72 });
  return { ...felt, mouth: parted(felt.mouth), speaking: parted(felt.speaking) };
}

/** The same head for what lies on the front of its face. */
export function faceOf(view: HeadView): HeadView {
  const { head, skull } = view;
  const yaw = faceTurn(view.yaw);
  if (yaw === view.yaw) return view;
  const sight = sightOf({ ...head, yaw });
  return { ...view, yaw, sight, skin: (x, y) => sight.see(onSeenFace(skull, yaw, x, y)) };
}

/**
 * The turn at which a head is drawn. Straight from the front a face loses cheek, nose and jaw and becomes a doll's: it always
 * turns a little to one side. Between a half turned face and a profile lies a mask with one eye on its edge, which
 * pens avoid, and between a profile and a back one with neither face nor nape: what is staged there is drawn as one or as the other.
 */
function drawnTurn(yaw: number, { age }: ModelSheet): number {
  const turn = Math.abs(yaw);
  if (turn <= half) return (yaw < 0 ? -1 : 1) * lerp(least, half, turn / half);
  // Round cheeks and large eyes have no edge to look at: from the side a child is somebody else.
  const sides = age !== "child" || turn >= (profileMost + backFrom) / 2;
  if (turn < sideOn || !sides)
    return Math.sign(yaw) * lerp(half, halfMost, Math.min(1, (turn - half) / (sideOn - half)));
  if (turn <= profileMost || turn >= backFrom) return Math.sign(yaw) * Math.max(turn, profile);
  return Math.sign(yaw) * (turn < (profileMost + backFrom) / 2 ? profileMost : backFrom);
}

/** Degrees: a head turns by `least` at least, from `half` on it turns slower, to `halfMost`; a profile begins at `profile`. */
const [least, half, halfMost, profile] = [22, 30, 38, 80];

/** Degrees to which a head is a profile, and from which it is a back. */
const [profileMost, backFrom] = [97, 148];

/** How far the front of a face turns with its head: it is flatter than a ball, and keeps more of the far cheek beside it. */
const faceTurn = (yaw: number): number => (Math.abs(yaw) > sideOn ? yaw : yaw * 0.74);

/** How a nod is seen: on a face as a pitch, on a profile as a turn on the page, and between the two as some of both. */
function nodding(staged: Head, yaw: number): Head {
  // Drawn without perspective, a deep nod looks deeper than it is and turns every face into a leer.
  // A bowed face that is seen from before would be all forehead over a wedge of a jaw.
  const pitch = staged.pitch * (staged.pitch > 0 ? 0.85 : Math.abs(yaw) < sideOn ? 0.5 : 0.72);
  const aside = steady.sin((yaw * Math.PI) / 180);
  return {
    ...staged,
    // From behind a face that looks down takes the crown away from the reader.
    pitch: pitch * steady.cos((yaw * Math.PI) / 180),
    tilt: staged.tilt - aside * pitch * 0.7,
  };
}

/** Many points of the skin at once. */
export function onSkin(view: HeadView, points: readonly (readonly [number, number])[]): Point[] {
  return points.map(([x, y]) => view.skin(x, y));
}

/** A place on the head, in head sizes from its middle before it was tilted. */
export interface HeadPlace {
  right: number;
  down: number;
}

/** Where a spot of the page lies on the head before it was tilted. */
export function untilted({ head, size }: HeadView, spot: Point): HeadPlace {
  const tilt = (head.tilt * Math.PI) / 180;
  const [x, y] = [(spot.x - head.x) / size, (spot.y - head.y) / size];
  return { right: x * steady.cos(tilt) + y * steady.sin(tilt), down: y * steady.cos(tilt) - x * steady.sin(tilt) };
}

/** Fill of the skin: dark skin carries a light tone. */
export function skinFill(sheet: ModelSheet): string {
  return sheet.colours?.skin ?? (sheet.skin === "dark" ? fineTone(10) : "#fff");
}

/** Faces without a line: children and young women, whatever befalls them. */
export const isSmooth = ({ age, gender }: ModelSheet): boolean =>
  age === "child" || (age === "young" && gender === "female");
