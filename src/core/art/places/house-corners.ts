import * as steady from "../../geometry/steady-math.ts";
import type { PlaceKind } from "../../story/story.ts";
import { doorOn, pictureOn, shelves, shoji, windowOn } from "./fittings.ts";
import { bed, chair, cylinder, tableware, wood } from "./furniture.ts";
import { archOn } from "./hall.ts";
import { type Corner, flames, fusumaPair, mid, nook, wallAt } from "./nook.ts";
import { type Point3 } from "./perspective.ts";
import { type Scene, away, p3, plane, right, up } from "./scene.ts";
import { type Shell } from "./shell.ts";
import { bookPile, candle, kettle, lightPatch, papers, sideboard, steamOver, tableLamp, vase } from "./still-life.ts";
import { grid } from "./textures.ts";
import { verandaCorner } from "./veranda-corners.ts";
import { circlePath } from "../tone.ts";

/** Corners of dwellings drawn large: one wall some steps away, and before it what the eye rests on. */

/** A window with its curtain, a small table with flowers, the light on the floor; in the japanese manner screens open on a garden. */
export const windowCorner: Corner = (sheet, scene, random) => {
  if (sheet.manner === "japanese") return verandaCorner(sheet, scene, random);
  const shell = nook(scene, sheet, "panel");
  const a = mid(shell) - 0.62;
  windowOn(scene, shell.back, a, 0.95, 1.24, 1.5, { curtains: true, seed: sheet.seed });
  lightPatch(scene, -0.6, wallAt - 0.3, 1.2, -0.35, 2);
  const top = sideboard(scene, p3(0.35, 0, 2.02), 0.8, 0.78, 2);
  vase(scene, p3(0.62, top, 2.24), random, false);
  bookPile(scene, p3(0.84, top, 2.2), 3, random);
  chair(scene, p3(-0.95, 0, 1.95), 1, 3);
  scene.flush();
};

/** A desk with lamp, papers, books and ink. */
export const deskCorner: Corner = (sheet, scene, random) => {
  const shell = nook(scene, sheet, "panel");
  const low = sheet.manner === "japanese";
  const height = low ? 0.46 : 0.78;
  if (!low) pictureOn(scene, shell.back, mid(shell) - 1.15, 1.35, 0.62, 0.78, random);
  if (!low) shelves(scene, plane(shell.back.at(mid(shell) + 0.45, 0.9), right, up), 1.2, 1.3, 4, "books", random);
  else shoji(scene, plane(shell.back.at(mid(shell) + 0.1, 0), right, up), 0, 1.8, 1.9, 2);
  sideboard(scene, p3(-0.8, 0, 1.75), 1.6, height, 3);
  if (low) candle(scene, p3(-0.5, height, 2.05), 0.26);
  else tableLamp(scene, p3(-0.5, height, 2.05), 1.25);
  papers(scene, p3(-0.2, height, 1.8), random);
  bookPile(scene, p3(0.38, height, 1.98), 4, random);
  cylinder(scene, p3(0.3, height, 1.86), 0.035, 0.06, 0, { body: scene.light.level(5), top: "#000", hoops: 0 });
  scene.rules([[p3(0.3, height + 0.05, 1.86), p3(0.38, height + 0.24, 1.9)]], 1.6);
};

/** A fireplace with a clock on its shelf; a brazier with a kettle in the japanese manner; a stove in the modern one. */
export const hearthCorner: Corner = (sheet, scene, random) => {
  const shell = nook(scene, sheet, "panel");
  const { light } = scene;
  if (sheet.manner === "japanese") {
    fusumaPair(scene, shell);
    cylinder(scene, p3(0.05, 0, 1.9), 0.3, 0.34, 0.12, { body: light.level(2), top: light.level(6), hoops: 1 });
    kettle(scene, p3(0.05, 0.36, 1.9), 1.15, true);
    cylinder(scene, p3(-0.62, 0, 1.75), 0.05, 0.08, 0.1, { body: "#fff", top: light.level(4), hoops: 0 });
    cylinder(scene, p3(-0.78, 0, 1.85), 0.05, 0.08, 0.1, { body: "#fff", top: light.level(4), hoops: 0 });
    return;
  }
  const a = mid(shell) - 0.8;
  scene.quad(shell.back, a, 0, 1.6, 1.25, light.level(1.2), 1.2);
  scene.quad(shell.back, a + 0.3, 0.06, 1, 0.86, "#000", 1.1);
  flames(scene, p3(0, 0.12, wallAt), 0.5);
  scene.box(p3(-0.92, 1.25, wallAt - 0.3), 1.84, 0.09, 0.3, wood(scene, 1));
  clock(scene, p3(0, 1.34, wallAt - 0.15));
  candle(scene, p3(-0.62, 1.34, wallAt - 0.15), 0.24);
  candle(scene, p3(0.62, 1.34, wallAt - 0.15), 0.24);
  pictureOn(scene, shell.back, mid(shell) - 0.5, 1.95, 1, 0.7, random);
  // Broader than the chimney-piece, so that it lies under it from every side.
  scene.box(p3(-1.1, 0, wallAt - 0.4), 2.2, 0.05, 0.4, {
    front: light.level(2),
    side: light.level(3),
    top: light.level(0.6),
  });
};

function clock(scene: Scene, at: Point3): void {
  const { light } = scene;
  scene.box(p3(at.x - 0.16, at.y, at.z - 0.05), 0.32, 0.36, 0.12, wood(scene, 4));
  const front = plane(p3(at.x - 0.16, at.y, at.z - 0.051), right, up);
  const dial = [];
  for (let i = 0; i < 20; i++)
    dial.push(front.at(0.16 + steady.cos((i / 10) * Math.PI) * 0.12, 0.19 + steady.sin((i / 10) * Math.PI) * 0.12));
  scene.poly(dial, "#fff", 1);
  scene.rules(
    [
      [front.at(0.16, 0.19), front.at(0.16, 0.28)],
      [front.at(0.16, 0.19), front.at(0.22, 0.16)],
    ],
    1.2,
    light.ink,
  );
}

/** Where old Japan slides its doors. */
const slidingDoors: ReadonlySet<PlaceKind> = new Set([
  "room",
  "bedroom",
  "hall",
  "corridor",
  "tavern",
  "shop",
  "library",
  "kitchen",
  "theatre",
  "bath",
]);

/** A door that stands ajar, the dark or the light beyond it, and a wedge of light on the floor. */
export const doorCorner: Corner = (sheet, scene, random) => {
  const stony = ["prison", "castle", "church", "cave", "underground", "tower"].includes(sheet.kind);
  const shell = nook(scene, sheet, stony ? "stone" : "plaster");
  if (sheet.manner === "japanese" && slidingDoors.has(sheet.kind)) {
    fusumaPair(scene, shell);
    openScreen(scene, shell);
    return;
  }
  openDoor(scene, shell, stony);
  if (!stony) pictureOn(scene, shell.back, mid(shell) + 0.85, 1.3, 0.55, 0.7, random);
};

/** One screen slid aside behind its neighbour: the mats and the far wall of a dark room, or of a lit one by night. */
function openScreen(scene: Scene, shell: Shell): void {
  const { light, canvas } = scene;
  const night = light.time === "night";
  const gap = plane(shell.back.at(3.2, 0), right, up);
  scene.quad(gap, 0, 0, 0.95, 1.9, canvas.dots(night ? 0.06 : 0.34), 1.2);
  // The papered wall of the next room fills the gap from its own floor to the lintel: a whole one in it would be a dwarf's door.
  const wall = plane(gap.at(0, 0.3), right, up);
  scene.quad(wall, 0, 0, 0.95, 1.6, night ? "#fff" : canvas.dots(0.1), 1);
  scene.quad(wall, 0, 0, 0.95, 0.34, light.level(2.4), 0.8);
  scene.rules(
    [0.72, 1.1, 1.48]
      .map((b) => [wall.at(0, b), wall.at(0.95, b)] as const)
      .concat([0.16, 0.37, 0.58, 0.79].map((u) => [wall.at(u, 0.34), wall.at(u, 1.6)] as const)),
    0.7,
  );
  scene.rules([[gap.at(0.42, 0), gap.at(0.4, 0.3)]], 0.8);
  scene.quad(gap, 0.88, 0, 0.07, 1.9, light.level(0.6), 1);
  scene.poly(
    [p3(0, 0.003, wallAt), p3(0.95, 0.003, wallAt), p3(1.3, 0.003, 1.5), p3(-0.2, 0.003, 1.5)],
    light.level(night ? 0 : 2),
    0,
  );
}

/** The frame in the wall, the dark (or by night the light) beyond it, and the leaf on its hinges, turned a little into the room. */
function openDoor(scene: Scene, shell: Shell, planked: boolean): void {
  const { light, canvas } = scene;
  const night = light.time === "night";
  const a = mid(shell) - 0.5;
  scene.quad(shell.back, a - 0.12, 0, 1.24, 2.22, light.level(2), 1.2);
  scene.quad(shell.back, a, 0, 1, 2.1, canvas.dots(night ? 0.08 : 0.5), 1.1);
  const beyond = plane(shell.back.at(a, 0), right, up);
  // A passage: its floor, its side wall, a lit window at its end.
  scene.poly(
    [beyond.at(0, 0), beyond.at(1, 0), beyond.at(0.8, 0.34), beyond.at(0.36, 0.34)],
    light.level(night ? 1.6 : 3),
    0.8,
  );
  scene.poly(
    [beyond.at(1, 0), beyond.at(1, 2.1), beyond.at(0.8, 1.72), beyond.at(0.8, 0.34)],
    canvas.dots(night ? 0.2 : 0.7),
    0.8,
  );
  scene.quad(beyond, 0.46, 0.86, 0.24, 0.6, night ? "#000" : "#fff", 1);
  scene.rules(
    [
      [beyond.at(0.58, 0.86), beyond.at(0.58, 1.46)],
      [beyond.at(0.46, 1.16), beyond.at(0.7, 1.16)],
    ],
    0.8,
    night ? "#fff" : light.ink,
  );
  scene.poly(
    [p3(-0.5, 0.003, wallAt), p3(0.5, 0.003, wallAt), p3(0.9, 0.003, 1.3), p3(-0.8, 0.003, 1.3)],
    light.level(night ? 0 : 2),
    0,
  );
  // Hung on the left post: half a metre of its width is seen, so that the panels keep their perspective.
  const leaf = plane(p3(-0.5, 0.01, wallAt), p3(0.8, 0, -0.6), up);
  scene.quad(leaf, 0, 0, 0.98, 2.08, light.level(3), 1.3);
  if (planked) {
    scene.rules(
      [0.16, 0.33, 0.49, 0.65, 0.82].map((u) => [leaf.at(u, 0), leaf.at(u, 2.08)] as const),
      0.9,
    );
    for (const b of [0.3, 1.6]) scene.quad(leaf, 0, b, 0.9, 0.12, light.level(5), 0.9);
    doorKnob(scene, leaf.at(0.91, 1));
    return;
  }
  for (const [b, h] of [
    [0.16, 0.74],
    [1.12, 0.8],
  ] as const)
    for (const u of [0.12, 0.54]) {
      scene.quad(leaf, u, b, 0.32, h, light.level(2), 0.9);
      scene.rules([[leaf.at(u + 0.03, b + 0.04), leaf.at(u + 0.03, b + h - 0.04)]], 0.8);
    }
  for (const b of [0.28, 1.72]) scene.quad(leaf, 0, b, 0.05, 0.16, light.level(5), 0.8);
  doorKnob(scene, leaf.at(0.91, 1));
}

/** A round knob on its plate, seen nearly from the front. */
function doorKnob(scene: Scene, at: Point3): void {
  const { canvas, light } = scene;
  const p = scene.page(at);
  const s = scene.scaleAt(at);
  if (!p) return;
  canvas.shape(circlePath(p.x, p.y, s * 0.045), light.level(5), 1.4, light.ink);
  canvas.shape(circlePath(p.x - s * 0.012, p.y - s * 0.006, s * 0.032), "#fff", 1.6, light.ink);
  canvas.fill(circlePath(p.x, p.y + s * 0.11, s * 0.012), "#000");
}

/** Full shelves, seen near. */
const shelfCorner =
  (what: "books" | "jars" | "goods"): Corner =>
  (sheet, scene, random) => {
    const shell = nook(scene, sheet, "plaster");
    shelves(scene, plane(shell.back.at(mid(shell) - 1.3, 0.35), right, up), 1.9, 2.2, 5, what, random);
    if (what === "books") {
      scene.rules(
        [
          [p3(0.72, 0, 1.9), p3(0.62, 2.6, wallAt)],
          [p3(1.06, 0, 1.9), p3(0.9, 2.6, wallAt)],
          ...[0.3, 0.7, 1.1, 1.5, 1.9].map(
            (y) => [p3(0.72 - y * 0.04, y, 1.9 + y * 0.27), p3(1.06 - y * 0.06, y, 1.9 + y * 0.27)] as const,
          ),
        ],
        3.4,
      );
      return;
    }
    const top = sideboard(scene, p3(-0.9, 0, 1.7), 2.4, 0.86, 2);
    tableware(scene, p3(0.2, top, 2), random);
    cylinder(scene, p3(0.85, top, 1.95), 0.12, 0.2, 0.2, {
      body: scene.light.level(2),
      top: scene.light.level(5),
      hoops: 2,
    });
    scene.flush();
  };

export const bookCorner = shelfCorner("books");

export const jarCorner = shelfCorner("jars");
export const goodsCorner = shelfCorner("goods");

/** The range with its pots and steam; a clay stove in the japanese manner. */
export const stoveCorner: Corner = (sheet, scene) => {
  nook(scene, sheet, "stone", [1.2, 0]);
  const { light } = scene;
  const low = sheet.manner === "japanese";
  const height = low ? 0.62 : 0.86;
  scene.box(p3(-0.95, 0, 1.75), 1.9, height, 0.75, {
    front: light.level(low ? 2 : 5),
    side: light.level(5),
    top: light.level(low ? 1 : 4),
  });
  const front = plane(p3(-0.95, 0, 1.75), right, up);
  for (const a of [0.2, 1.1]) {
    scene.poly(archOn(front, a, 0.06, 0.6, height * 0.68, false), "#000", 1.2, low ? light.ink : "#fff");
    flames(scene, front.at(a + 0.3, 0.1), 0.24);
  }
  if (low)
    for (const x of [-0.45, 0.45]) {
      cylinder(scene, p3(x, height, 2.1), 0.3, 0.1, 0, { body: light.level(5), top: light.level(3), hoops: 0 });
      cylinder(scene, p3(x, height + 0.1, 2.1), 0.26, 0.1, 0, { body: light.level(1), top: light.level(1), hoops: 0 });
    }
  else {
    cylinder(scene, p3(-0.45, height, 2.1), 0.22, 0.3, 0, { body: light.level(2), top: light.level(1), hoops: 1 });
    kettle(scene, p3(0.45, height, 2.1), 1.2, true);
  }
  const pot = scene.page(p3(-0.45, height + 0.3, 2.1));
  if (pot) steamOver(scene, pot, scene.scaleAt(p3(0, 0, 2.1)) * 0.5);
  scene.box(p3(-1.4, 1.72, wallAt - 0.25), 2.8, 0.05, 0.25, wood(scene, 3));
  for (const x of [-1, -0.55, 0.05, 0.6])
    cylinder(scene, p3(x, 1.77, wallAt - 0.13), 0.09, 0.2, 0.2, {
      body: light.level(x > 0 ? 4 : 1),
      top: light.level(3),
      hoops: 0,
    });
};

/** A made bed with a night table and a candle; bedding on mats in the japanese manner. */
export const bedCorner: Corner = (sheet, scene, random) => {
  const shell = nook(scene, sheet, "plaster");
  const { light } = scene;
  if (sheet.manner === "japanese") {
    fusumaPair(scene, shell);
    scene.box(p3(-1, 0, 1.2), 1.3, 0.12, 1.3, { front: "#fff", side: light.level(1), top: "#fff" });
    scene.box(p3(-1.05, 0.12, 1.1), 1.4, 0.1, 0.75, {
      front: light.level(3),
      side: light.level(4),
      top: light.level(2.4),
    });
    cylinder(scene, p3(-0.35, 0.12, 2.2), 0.12, 0.12, 0.2, { body: "#fff", top: light.level(1), hoops: 0 });
    scene.box(p3(0.62, 0, 2), 0.3, 0.62, 0.3, { front: "#fff", side: light.level(1), top: light.level(5) });
    grid(scene, plane(p3(0.62, 0, 2), right, up), 0.3, 0.62, 2, 3, 0.9);
    return;
  }
  bed(scene, p3(-1.15, 0, 0.62), 1.25, 1.95);
  scene.flush();
  const top = sideboard(scene, p3(0.36, 0, 2.02), 0.55, 0.66, 3);
  candle(scene, p3(0.55, top, 2.25), 0.18);
  bookPile(scene, p3(0.64, top, 2.14), 1, random);
  pictureOn(scene, shell.back, mid(shell) + 0.3, 1.35, 0.6, 0.74, random);
};

/** A tub with steam, a pail and a ladle. */
export const tubCorner: Corner = (sheet, scene) => {
  nook(scene, sheet, "stone", [1.4, 0.6]);
  const { light } = scene;
  const timber = sheet.manner === "japanese";
  cylinder(scene, p3(-0.35, 0, 1.95), 0.62, 0.62, timber ? 0 : -0.08, {
    body: light.level(timber ? 1.4 : 0),
    top: light.level(1.6),
    hoops: timber ? 3 : 1,
  });
  const p = scene.page(p3(-0.35, 0.72, 1.95));
  const s = scene.scaleAt(p3(0, 0.7, 1.95));
  if (p) for (const dx of [-0.3, 0.05, 0.34]) steamOver(scene, { x: p.x + dx * s, y: p.y }, s * 0.75);
  cylinder(scene, p3(0.72, 0, 1.75), 0.17, 0.26, 0.05, { body: light.level(2), top: light.level(4), hoops: 2 });
  scene.box(p3(0.95, 0, 2.15), 0.4, 0.28, 0.3, wood(scene, 2));
};

/** Plain door of a kind of house, seen straight on: for places whose doors matter. */
export const closedDoor: Corner = (sheet, scene, random) => {
  const shell = nook(scene, sheet, "plaster");
  if (sheet.manner === "japanese" && slidingDoors.has(sheet.kind)) {
    fusumaPair(scene, shell);
    scene.box(p3(-1.5, 0, 2.05), 0.5, 0.4, 0.4, wood(scene, 3));
    vase(scene, p3(-1.25, 0.4, 2.2), random, true);
    return;
  }
  doorOn(scene, shell.back, mid(shell) - 0.5, 1, 2.1, 3.4);
  pictureOn(scene, shell.back, mid(shell) + 0.85, 1.3, 0.55, 0.7, random);
  scene.box(p3(-1.5, 0, 2.05), 0.5, 0.8, 0.4, wood(scene, 3));
  vase(scene, p3(-1.25, 0.8, 2.2), random, sheet.manner === "japanese");
  scene.quad(plane(p3(-0.6, 0.003, 1.5), right, away), 0, 0, 1.2, 0.7, scene.light.level(3), 1);
};
