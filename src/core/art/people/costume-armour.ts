import * as steady from "../../geometry/steady-math.ts";
import { shade, tone } from "../tone.ts";
import { type CostumeView, type Front, bodyFolds } from "./costume-view.ts";

/** Plates over the upper arms, the lower under the higher; the first is larger by `cap`. */
function armPlates(v: CostumeView, fills: readonly string[], wide: number, step: number, cap = 1): string {
  return v.body.arms
    .toSorted((a, b) => v.body.see(a.shoulder).depth - v.body.see(b.shoulder).depth)
    .flatMap((arm) => {
      const [top, elbow] = [v.body.see(arm.shoulder), v.body.see(arm.elbow)];
      const angle = (steady.atan2(elbow.y - top.y, elbow.x - top.x) * 180) / Math.PI - 90;
      return fills.map((fill, k) => {
        const i = fills.length - 1 - k;
        const t = i * step - 0.04;
        const [cx, cy] = [top.x + (elbow.x - top.x) * t, top.y + (elbow.y - top.y) * t];
        const large = i === 0 ? cap : 1;
        const [rx, ry] = [v.size * (wide - i * 0.015) * large, v.size * 0.14 * large];
        return `<ellipse cx="${cx.toFixed(1)}" cy="${cy.toFixed(1)}" rx="${rx.toFixed(1)}" ry="${ry.toFixed(1)}" fill="${fill}" stroke="#000" stroke-width="${v.nib.line.toFixed(2)}" transform="rotate(${angle.toFixed(1)} ${cx.toFixed(1)} ${cy.toFixed(1)})"/>`;
      });
    })
    .join("");
}

/** Breastplate with a middle ridge, gorget, shoulder plates and tassets. */
export function armour(v: CostumeView): Front {
  const { m, nib } = v;
  const y = m.neck;
  const plate = v.patch(
    [
      [-180, m.shoulder + 0.06],
      [-90, m.shoulder + 0.1],
      [-50, m.shoulder],
      [-26, m.shoulder + 0.04],
      [0, m.shoulder + 0.1],
      [26, m.shoulder + 0.04],
      [50, m.shoulder],
      [90, m.shoulder + 0.1],
      [180, m.shoulder + 0.06],
      [180, m.waist - 0.02],
      [60, m.waist - 0.08],
      [0, m.waist + 0.08],
      [-60, m.waist - 0.08],
      [-180, m.waist - 0.02],
    ],
    "#fff",
    nib.bold,
    0.05,
  );
  const ridge = v.seam(
    [
      [0, m.shoulder + 0.12],
      [0, m.chest],
      [0, m.waist + 0.06],
    ],
    nib.line,
    "#000",
    0.08,
  );
  const dark = v.patch(
    [
      [52, m.shoulder + 0.16],
      [70, m.shoulder + 0.2],
      [88, m.chest],
      [62, m.waist - 0.1],
      [34, m.waist - 0.02],
      [46, m.chest + 0.1],
    ],
    shade(30),
    0,
    0.055,
  );
  const tassets = [2, 1, 0].map((i) =>
    v.band(m.waist + 0.08 + i * 0.24, m.waist + 0.34 + i * 0.24, i % 2 ? tone(20) : "#fff", { grow: 0.05 + i * 0.02 }),
  );
  const mail = v.band(y + 0.02, m.shoulder + 0.16, shade(40), { grow: 0.02, droop: 0.05 });
  return {
    front: mail + plate + dark + ridge,
    collar:
      tassets.join("") +
      v.band(y - 0.02, y + 0.07, "#fff", { grow: 0.05, droop: 0.03 }) +
      v.band(y - 0.17, y, "#fff", { grow: 0.035, droop: 0.02 }) +
      armPlates(v, ["#fff", "#fff", "#fff", "#fff"], 0.2, 0.1, 1.35),
  };
}

/** Laced lamellae over a kimono: breast, skirts and large shoulder guards. */
export function samurai(v: CostumeView): Front {
  const { m, nib } = v;
  const rows = [0.1, 0.34, 0.58, 0.82, 1.06].map((d) => m.shoulder + 0.22 + d);
  const breast = rows
    .filter((h) => h < m.waist - 0.05)
    .map((h, i) => v.band(h, h + 0.24, i % 2 ? tone(40) : "#000", { grow: 0.05, ink: "#fff", droop: 0.05 }))
    .join("");
  const laces = v.small
    ? ""
    : [-75, -55, -35, -15, 5, 25, 45, 65]
        .map((d) => d - v.body.yaw)
        .map((d) =>
          v.seam(
            [
              [d, m.shoulder + 0.36],
              [d, m.waist],
            ],
            nib.fine,
            "#fff",
            0.055,
          ),
        )
        .join("");
  const strap = (s: 1 | -1): string =>
    v.strip(
      [
        [s * 34, m.shoulder + 0.36],
        [s * 48, m.shoulder],
        [s * 100, m.shoulder - 0.14],
        [s * 146, m.shoulder + 0.34],
      ],
      0.09,
      "#000",
      nib.line,
      "#fff",
      0.04,
    );
  const skirts = [2, 1, 0].map((i) =>
    v.band(m.waist + 0.12 + i * 0.26, m.waist + 0.42 + i * 0.26, i % 2 ? tone(40) : "#000", {
      grow: 0.06 + i * 0.04,
      ink: "#fff",
    }),
  );
  const y = m.neck;
  const collar = v.band(y - 0.06, y + 0.06, "#fff", { grow: 0.03 });
  const cord = v.band(m.waist - 0.03, m.waist + 0.11, "#fff", { grow: 0.07 });
  return {
    front: bodyFolds(v, v.main),
    collar:
      collar +
      breast +
      laces +
      strap(1) +
      strap(-1) +
      skirts.join("") +
      cord +
      armPlates(v, ["#000", tone(40), "#000", tone(40), "#000"], 0.24, 0.15),
  };
}

/** A white suit for the void: a ring for the helmet, a box with switches on the breast, seams of pressure tubes. */
export function spaceSuit(v: CostumeView): Front {
  const { m, nib } = v;
  const y = m.neck;
  const box = v.patch(
    [
      [-24, m.chest - 0.06],
      [24, m.chest - 0.06],
      [22, m.chest + 0.34],
      [-22, m.chest + 0.34],
    ],
    tone(20),
    nib.line,
    0.06,
  );
  const switches = v.small
    ? ""
    : v.button([-11, m.chest + 0.06], 0.04, "#000") +
      v.button([0, m.chest + 0.06], 0.04, "#fff") +
      v.button([11, m.chest + 0.06], 0.04, "#000") +
      v.seam(
        [
          [-14, m.chest + 0.22],
          [14, m.chest + 0.22],
        ],
        nib.line,
        "#000",
        0.07,
      );
  const hose = v.strip(
    [
      [22, m.chest + 0.2],
      [44, m.chest + 0.36],
      [80, m.chest + 0.24],
      [130, m.chest],
    ],
    0.055,
    tone(40),
    nib.line,
  );
  const pack = v.patch(
    [
      [136, m.shoulder],
      [224, m.shoulder],
      [226, m.waist],
      [134, m.waist],
    ],
    tone(20),
    nib.bold,
    0.16,
  );
  const chestLine = v.seam(v.ring(m.shoulder + 0.3, 0.06), nib.fine * 1.5);
  return {
    front: bodyFolds(v, v.main) + chestLine + hose + box + switches,
    collar:
      pack +
      v.band(y - 0.02, y + 0.16, "#fff", { grow: 0.1, droop: 0.06 }) +
      v.seam(v.ring(y + 0.07, 0.06), nib.fine, "#000", 0.11) +
      v.band(m.waist - 0.04, m.waist + 0.1, tone(40), { grow: 0.03 }),
  };
}
