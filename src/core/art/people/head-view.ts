import type { Point } from "../../geometry/geometry.ts";
import type { Head } from "../../page/page.ts";
import type { ModelSheet } from "../artist.ts";
import { fineTone } from "../tone.ts";
import { type Nib, nibFor } from "./brush.ts";
import { type Expression } from "./expressions.ts";
import { type HeadOutline, type Skull, onSeenFace, outlineOf, skullOf } from "./skull.ts";
import { type Sight, type Spot, clamp, lerp, sightOf } from "./space.ts";

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
  /** Yaw from -180 to 180; the near eye goes behind the cheek at 106. */
  yaw: number;
  /** Features on the skin: x and y in head sizes, held inside the visible face. */
  skin(x: number, y: number): Spot;
  /** Whether the face is turned away so far that no feature shows. */
  behind: boolean;
  /** Small heads carry fewer lines. */
  small: boolean;
}

export function headView(
  staged: Head,
  sheet: ModelSheet,
  expression: Expression,
  speaks: boolean,
  prefix: string,
): HeadView {
  const yaw = ((((staged.yaw + 180) % 360) + 360) % 360) - 180;
  const head = nodding(staged, yaw);
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

/** Beyond this turn a face is drawn as it looks from the side. */
export const sideOn = 62;

/** The same head for what lies on the front of its face. */
export function faceOf(view: HeadView): HeadView {
  const { head, skull } = view;
  const yaw = faceTurn(view.yaw);
  if (yaw === view.yaw) return view;
  const sight = sightOf({ ...head, yaw });
  return { ...view, yaw, sight, skin: (x, y) => sight.see(onSeenFace(skull, yaw, x, y)) };
}

/**
 * How far the front of a face turns with its head. It is flatter than a ball: on a half turned head eyes, nose and mouth
 * keep more of the far cheek beside them than the bone behind them would leave; by the profile they have caught up.
 */
function faceTurn(yaw: number): number {
  const turn = Math.abs(yaw);
  if (turn >= caughtUp) return yaw;
  return yaw * lerp(flatness, 1, clamp((turn - half) / (caughtUp - half), 0, 1) ** 1.5);
}

const flatness = 0.74;

/** Degrees of a half turned head, and of one whose face is turned as far as its skull. */
const [half, caughtUp] = [42, 78];

/** How a nod is seen: on a face as a pitch, on a profile as a turn on the page, and between the two as some of both. */
function nodding(staged: Head, yaw: number): Head {
  // Drawn without perspective, a deep nod looks deeper than it is and turns every face into a leer.
  const pitch = staged.pitch * (staged.pitch < 0 ? 0.72 : 0.85);
  const aside = Math.sin((yaw * Math.PI) / 180);
  return {
    ...staged,
    pitch: pitch * Math.abs(Math.cos((yaw * Math.PI) / 180)),
    tilt: staged.tilt - aside * pitch * 0.7,
  };
}

/** Many points of the skin at once. */
export function onSkin(view: HeadView, points: readonly (readonly [number, number])[]): Point[] {
  return points.map(([x, y]) => view.skin(x, y));
}

/** Fill of the skin: dark skin carries a light tone. */
export function skinFill(sheet: ModelSheet): string {
  return sheet.skin === "dark" ? fineTone(10) : "#fff";
}

/** Faces without a line: children and young women, whatever befalls them. */
export const isSmooth = ({ age, gender }: ModelSheet): boolean =>
  age === "child" || (age === "young" && gender === "female");
