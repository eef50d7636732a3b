import * as steady from "../../geometry/steady-math.ts";
import type { PlaceSheet } from "../artist.ts";
import { penStroke } from "../ink.ts";
import { brief } from "../canvas.ts";
import { p3, type Plane, plane, right, type Scene, up } from "./scene.ts";
import { band, drawShell, lamplight, type Shell } from "./shell.ts";
import type { Stations } from "./view.ts";

export const compartmentStations: Stations = {
  wide: { z: -2.4, eye: 1.5, x: 0.2, yaw: 3 },
  near: { z: 0.2 },
  swing: 12,
  horizon: 0.42,
  walk: 1.7,
  ceiling: 2.3,
  across: [-0.5, 0.5],
};

/** A compartment of an old railway carriage: two padded seats that face each other, the window in the door between them, nets for bags. */
export function drawCompartment(_: PlaceSheet, scene: Scene): void {
  const { light } = scene;
  const shell = drawShell(
    scene,
    { width: 2.5, depth: 2.4, height: 2.3 },
    { floor: 2.4, ceiling: 0.4, back: 1.6, left: 1, right: 1 },
  );
  band(scene, shell, 0, 0.4, 3);
  carriageDoor(scene, shell);
  for (const side of [-1, 1]) {
    bench(scene, side);
    rack(scene, side);
  }
  const bag = { front: light.level(4.6), side: light.level(5.6), top: light.level(3) };
  scene.box(p3(-1.2, 1.82, 1.1), 0.36, 0.24, 0.6, bag);
  lamplight(scene, p3(0, 2.1, 1.4), 0.7);
}

/** The door in the far wall: a great window with its strap, the country passing. */
function carriageDoor(scene: Scene, shell: Shell): void {
  const { light } = scene;
  const on: Plane = plane(shell.back.at(0.55, 0), right, up);
  scene.quad(on, 0, 0.1, 1.4, 2, light.level(2.6), 1.2);
  scene.quad(on, 0.12, 0.2, 1.16, 0.6, light.level(3.4), 0.9);
  scene.quad(on, 0.12, 0.92, 1.16, 1.06, light.time === "night" ? "#000" : "#fff", 1.4);
  const view: Plane = { at: (a, b) => on.at(0.12 + a, 0.92 + b) };
  if (light.time === "night") {
    scene.strokes(
      [0.2, 0.42, 0.7].map((b) => [view.at(0.1, b), view.at(0.9, b)] as const),
      0.8,
      "#fff",
    );
  } else {
    scene.poly(
      [
        ...Array.from({ length: 9 }, (_, i) => view.at(i * 0.145, 0.5 + 0.07 * steady.sin(1 + i * 0.8))),
        view.at(1.16, 0),
        view.at(0, 0),
      ],
      light.level(1),
      0.9,
    );
    scene.poly(
      [view.at(0, 0.26), view.at(0.5, 0.32), view.at(1.16, 0.22), view.at(1.16, 0), view.at(0, 0)],
      light.level(2.4),
      0.9,
    );
    scene.box(p3(0.16, 1, 2.395), 0.05, 0.98, 0.005, {
      front: light.level(5),
      side: light.level(5),
      top: light.level(5),
    });
    scene.strokes(
      [0.1, 0.16].map((b) => [view.at(0.05, b), view.at(1, b + 0.02)] as const),
      0.8,
    );
  }
  scene.quad(on, 0.62, 0.5, 0.12, 0.46, light.level(5), 0.9);
  const curtain = (from: number, out: number): void => {
    scene.poly(
      [on.at(from, 2.04), on.at(from + out * 0.26, 2.04), on.at(from + out * 0.12, 1.4), on.at(from, 1.1)],
      light.level(4),
      1,
    );
  };
  curtain(0.08, 1);
  curtain(1.32, -1);
}

/** A long seat along a side wall: cushion, padded back with its buttons, an arm-rest. */
function bench(scene: Scene, side: number): void {
  const { light, canvas } = scene;
  const wall = side > 0 ? plane(p3(1.24, 0, -3), p3(0, 0, 1), up) : plane(p3(-1.24, 0, -3), p3(0, 0, 1), up);
  scene.quad(wall, 0, 0.44, 5.36, 0.9, light.level(3.2), 1.1);
  let pleats = "";
  for (let a = 0.4; a < 5.3; a += 0.34) {
    const [low, high] = [scene.page(wall.at(a, 0.5)), scene.page(wall.at(a, 1.3))];
    if (low && high)
      pleats += penStroke([low, { x: (low.x + high.x) / 2 + 2, y: (low.y + high.y) / 2 }, high], 2, {
        swellTo: 0.4,
        thinFrom: 0.6,
        tip: 0,
      });
    const knob = scene.page(wall.at(a + 0.17, 0.92));
    const r = scene.scaleAt(wall.at(a, 0.9)) * 0.02;
    if (knob && r > 0.6)
      canvas.shape(
        `M${brief(knob.x - r)} ${brief(knob.y)}a${brief(r)} ${brief(r)} 0 1 0 ${brief(2 * r)} 0a${brief(r)} ${brief(r)} 0 1 0 ${brief(-2 * r)} 0Z`,
        "#fff",
        1,
        light.ink,
      );
  }
  canvas.fill(pleats, light.ink);
  scene.box(p3(side > 0 ? 0.66 : -1.24, 0.3, -3), 0.58, 0.2, 5.36, {
    front: light.level(4),
    side: light.level(5),
    top: light.level(3),
  });
  scene.box(p3(side > 0 ? 0.7 : -1.2, 0, -3), 0.5, 0.3, 5.3, {
    front: light.level(5),
    side: light.level(5.6),
    top: light.level(5),
  });
  scene.quad(wall, 0, 1.34, 5.36, 0.08, light.level(2), 1);
}

function rack(scene: Scene, side: number): void {
  const { light } = scene;
  const x = side * 1.24;
  const inner = side * 0.86;
  scene.poly([p3(x, 1.8, -3), p3(inner, 1.84, -3), p3(inner, 1.84, 2.38), p3(x, 1.8, 2.38)], light.level(2), 1);
  const net = [];
  for (let z = -2; z < 2.3; z += 0.24) net.push([p3(x, 1.8, z), p3(inner, 1.84, z)] as const);
  scene.rules(net, 0.6);
  scene.rules([[p3(inner, 1.84, -3), p3(inner, 1.84, 2.38)]], 2.4, light.ink);
}
