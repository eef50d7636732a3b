import { fabric } from "../fabric.ts";
import { type Cloth, plain, white } from "./cloth.ts";
import { turnDownCollar } from "./collars.ts";
import { kimono } from "./costume-japanese.ts";
import { type CostumeView, type Front, bodyFolds } from "./costume-view.ts";

/** A nightshirt: a soft collar, a short slit with buttons, and cloth that hangs loose from the shoulders. */
export function nightshirt(v: CostumeView): Front {
  const { m, nib } = v;
  const y = m.neck;
  const slit = v.patch(
    [
      [-30, y - 0.06],
      [30, y - 0.06],
      [3, m.shoulder + 0.34],
      [-3, m.shoulder + 0.34],
    ],
    v.skin,
    nib.line,
    0.014,
  );
  const placket = v.strip(
    [
      [0, m.shoulder + 0.3],
      [0, m.chest + 0.3],
    ],
    0.055,
    "#fff",
    nib.fine,
  );
  const buttons = [0.4, 0.66, 0.92]
    .filter((d) => m.shoulder + d < m.chest + 0.28)
    .map((d) => v.button([0, m.shoulder + d], 0.024, "#fff"));
  return {
    front: slit + placket + buttons.join("") + bodyFolds(v, white),
    collar: turnDownCollar(v),
  };
}

/** The stuff of a light cotton robe for the night and the bath, whatever its wearer has on by day. */
export const cottonOf = ({ sheet }: CostumeView): Cloth =>
  plain(fabric(sheet.gender === "female" ? "sprig" : "stripe"));

/** A cotton robe without anything under it, a narrow sash round it. */
export function yukata(v: CostumeView): Front {
  // The sash is a man's, whoever wears it: nobody sleeps in a drum.
  return kimono({ ...v, main: cottonOf(v), sheet: { ...v.sheet, gender: "male" } });
}
