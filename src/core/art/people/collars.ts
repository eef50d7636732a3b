import type { Cloth } from "./cloth.ts";
import type { CostumeView } from "./costume-view.ts";

/** Both halves of something worn in the middle, the farther one first. */
export function bothSides(v: CostumeView, half: (side: 1 | -1) => string): string {
  return v.body.yaw >= 0 ? half(1) + half(-1) : half(-1) + half(1);
}

/** How far it is from the base of the neck to the shoulders: what lies on the slope is measured by it. */
const slopeOf = ({ m }: CostumeView): number => m.shoulder - m.neck;

/** Whether the front of a body is out of sight. */
export const isBehind = ({ body }: CostumeView): boolean => Math.abs(body.yaw) > 95;

/** Cloth over the foot of the neck: behind on every garment, all round on what closes at the throat. */
export function neckCover(v: CostumeView, { fill }: Cloth, closed: boolean): string {
  const [top, low] = [v.m.neck - 0.03, v.m.neck + 1.15 * slopeOf(v)];
  if (closed) return v.band(top, low, fill, { width: 0, grow: 0.012, droop: 0.02 });
  return v.patch(
    [
      [58, top + 0.05],
      [84, top],
      [180, top + 0.02],
      [276, top],
      [302, top + 0.05],
      [314, low],
      [180, low],
      [46, low],
    ],
    fill,
    0,
    0.012,
  );
}

/** A soft turn-down shirt collar: a stand round the neck and two leaves with points. */
export function turnDownCollar(v: CostumeView, fill = "#fff"): string {
  const y = v.m.neck;
  const s = slopeOf(v);
  const ink = fill === "#000" ? "#fff" : "#000";
  // From behind it is one band: the leaves of the front would stand off its edge like shards.
  if (isBehind(v)) return v.band(y - 0.17, y + s * 0.1, fill, { grow: 0.035, ink, droop: 0.02 });
  const leaf = (side: 1 | -1): string =>
    v.patch(
      [
        [side * 3, y + 0.04],
        [side * 32, y - 0.07],
        [side * 64, y - 0.12],
        [side * 100, y - 0.15],
        [side * 186, y - 0.16],
        [side * 186, y + s * 0.02],
        [side * 130, y + s * 0.02],
        [side * 84, y + s * 0.2],
        [side * 54, y + s * 0.48],
        [side * 25, y + s * 1.16],
        [side * 12, y + s * 0.62],
      ],
      fill,
      v.nib.line,
      0.035,
      ink,
    );
  return bothSides(v, leaf);
}

/** A starched upright collar, open a little at the throat. */
export function stiffCollar(v: CostumeView): string {
  const y = v.m.neck;
  const edge = (side: 1 | -1): string =>
    v.seam(
      [
        [side * 11, y - 0.09],
        [0, y + 0.04],
      ],
      v.nib.line,
      "#000",
      0.035,
    );
  return v.band(y - 0.13, y, "#fff", { grow: 0.03, droop: 0.045 }) + edge(1) + edge(-1);
}

/** A standing collar, closed or a little open at the throat. */
export function standingCollar(v: CostumeView, fill: string, ink: string): string {
  const y = v.m.neck;
  return (
    v.band(y - 0.12, y, fill, { grow: 0.035, ink, droop: 0.045 }) +
    v.seam(
      [
        [0, y - 0.07],
        [0, y + 0.07],
      ],
      v.nib.line,
      ink,
      0.05,
    )
  );
}

/** A small round collar that lies flat: children and maids. */
export function flatCollar(v: CostumeView): string {
  const y = v.m.neck;
  const s = slopeOf(v);
  const leaf = (side: 1 | -1): string =>
    v.patch(
      [
        [side * 3, y + 0.02],
        [side * 50, y - 0.07],
        [side * 110, y - 0.09],
        [side * 184, y - 0.09],
        [side * 184, y + s * 0.25],
        [side * 110, y + s * 0.35],
        [side * 66, y + s * 0.55],
        [side * 40, y + s * 0.95],
        [side * 16, y + s * 0.9],
      ],
      "#fff",
      v.nib.line,
      0.035,
    );
  return bothSides(v, leaf);
}

/** A high collar of lace that leaves a hand's breadth under the chin, with a brooch at the throat. */
export function highCollar(v: CostumeView, fill: string, ink: string): string {
  const y = v.m.neck;
  const frill = v.small ? "" : v.band(y - 0.15, y - 0.1, "#fff", { grow: 0.04, droop: 0.045, width: v.nib.fine });
  return v.band(y - 0.12, y, fill, { grow: 0.028, ink, droop: 0.045 }) + frill + v.button([0, y + 0.03], 0.055, "#fff");
}

/** The collar of a coat lies round the nape; its lapels belong to the front. */
export function coatNape(v: CostumeView, fill: string, ink: string): string {
  const y = v.m.neck;
  const s = slopeOf(v);
  return v.patch(
    [
      [76, y - 0.06],
      [120, y - 0.09],
      [180, y - 0.1],
      [240, y - 0.09],
      [284, y - 0.06],
      [284, y + s * 0.2],
      [240, y + s * 0.42],
      [180, y + s * 0.5],
      [120, y + s * 0.42],
      [76, y + s * 0.2],
    ],
    fill,
    v.nib.line,
    0.05,
    ink,
  );
}

/** A round neckline of knitted or sewn cloth. */
export function crewNeck(v: CostumeView, fill: string, ink: string, high = 0.06): string {
  const y = v.m.neck;
  return v.band(y - high, y + 0.04, fill, { grow: 0.035, ink, droop: 0.07 });
}
