import type { Point } from "../../geometry/geometry.ts";
import type { Head } from "../../page/page.ts";
import type { ModelSheet } from "../artist.ts";
import { fineTone } from "../tone.ts";
import { type Nib, nibFor } from "./brush.ts";
import { type Expression } from "./expressions.ts";
import { type HeadOutline, type Skull, onSeenFace, outlineOf, skullOf } from "./skull.ts";
import { type Sight, type Spot, sightOf } from "./space.ts";

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
  /** Yaw from -180 to 180, as staged but for a few degrees: the far eye goes behind the nose at 57, the near one behind the cheek at 106. */
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
  const yaw = drawnYaw(((((staged.yaw + 180) % 360) + 360) % 360) - 180);
  const head = nodding(staged, yaw);
  const mouth = speaks ? expression.speaking : expression.mouth;
  const skull = skullOf(sheet, mouth.open);
  const sight = sightOf({ ...head, yaw });
  return {
    sheet,
    head,
    skull,
    sight,
    outline: outlineOf(skull, sight),
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

/**
 * The turn at which a head is drawn: the staged one, but for ten degrees. There the nose hides the far eye and does not
 * stand out of the cheek yet, so that a face would have one eye and no side.
 */
function drawnYaw(yaw: number): number {
  const turn = Math.abs(yaw);
  return turn > oneEyed[0] && turn < oneEyed[1] ? Math.sign(yaw) * (turn < 60 ? oneEyed[0] : oneEyed[1]) : yaw;
}

const oneEyed = [55, 65] as const;

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
