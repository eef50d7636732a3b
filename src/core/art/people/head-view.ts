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
  /** Yaw from -180 to 180. */
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

/** How a nod is seen: on a face as a pitch, on a profile as a turn on the page. */
function nodding(staged: Head, yaw: number): Head {
  // Drawn without perspective, a deep nod looks deeper than it is and turns every face into a leer.
  const pitch = staged.pitch * (staged.pitch < 0 ? 0.72 : 0.85);
  return Math.abs(yaw) === profile
    ? { ...staged, pitch: 0, tilt: staged.tilt - Math.sign(yaw) * pitch * 0.7 }
    : { ...staged, pitch };
}

/**
 * The turn at which a head is drawn. Between three-quarter view and profile a far eye has no room, and the nose lies on
 * the cheek: a pen draws such heads as one or the other.
 */
function drawnYaw(yaw: number): number {
  const turn = Math.abs(yaw);
  if (turn <= threeQuarter || turn > 110) return yaw;
  return Math.sign(yaw) * (turn < 62 ? threeQuarter : profile);
}

const threeQuarter = 36;
const profile = 87;

/** Many points of the skin at once. */
export function onSkin(view: HeadView, points: readonly (readonly [number, number])[]): Point[] {
  return points.map(([x, y]) => view.skin(x, y));
}

/** Fill of the skin: dark skin carries a light tone. */
export function skinFill(sheet: ModelSheet): string {
  return sheet.skin === "dark" ? fineTone(10) : "#fff";
}
