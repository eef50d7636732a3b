import { corners } from "../canvas.ts";
import { smoothPath } from "../ink.ts";
import { circlePath } from "../tone.ts";
import { type Point3 } from "./perspective.ts";
import { type Scene } from "./scene.ts";
import { shapes, sideOn, wheel } from "./side-on.ts";

/** Rickshaw, motor car, tram and boats, seen from their side at some distance. */

/** A rickshaw with the man who pulls it. */
export function rickshaw(scene: Scene, foot: Point3, dir: 1 | -1): void {
  sideOn(scene, foot, dir, (side) => {
    const { canvas, light } = scene;
    const dark = light.dark ? "#000" : light.level(6);
    canvas.line(
      corners(
        shapes(side, [
          [0, 0.75],
          [1.9, 1.05],
        ]),
        false,
      ),
      side.line * 1.6,
      light.ink,
    );
    canvas.shape(
      smoothPath(
        shapes(side, [
          [-0.5, 0.9],
          [-0.75, 1.5],
          [-0.6, 2.1],
          [0, 2.25],
          [0.35, 1.95],
          [-0.2, 1.8],
          [-0.3, 1.2],
          [0.4, 1.1],
          [0.6, 0.7],
          [0.2, 0.62],
        ]),
        true,
      ),
      dark,
      side.line,
      light.ink,
    );
    const man: readonly (readonly [number, number])[] = [
      [1.55, 0.85],
      [1.45, 1.3],
      [1.62, 1.5],
      [1.82, 1.42],
      [1.95, 1.12],
      [1.85, 0.8],
    ];
    for (const leg of [
      [
        [1.6, 0.9],
        [1.25, 0.5],
        [1, 0.12],
      ],
      [
        [1.75, 0.88],
        [1.95, 0.45],
        [1.8, 0.02],
      ],
    ] as const)
      canvas.line(corners(shapes(side, leg), false), side.scale * 0.12, light.dark ? "#fff" : "#000");
    canvas.shape(smoothPath(shapes(side, man), true), dark, side.line, light.ink);
    const head = side.at(1.8, 1.62);
    canvas.shape(circlePath(head.x, head.y, side.scale * 0.12), "#fff", side.line, "#000");
    canvas.shape(
      corners(
        shapes(side, [
          [1.52, 1.66],
          [1.8, 1.9],
          [2.1, 1.66],
        ]),
      ),
      light.dark ? "#000" : light.level(2),
      side.line,
      light.ink,
    );
    wheel(scene, side, 0, 0.56);
  });
}

/** A closed motor car with round wings. */
export function car(scene: Scene, foot: Point3, dir: 1 | -1): void {
  sideOn(scene, foot, dir, (side) => {
    const { canvas, light } = scene;
    canvas.shape(
      smoothPath(
        shapes(side, [
          [-1.9, 0.4],
          [-1.95, 0.9],
          [-1.3, 1.05],
          [-0.9, 1.5],
          [0.35, 1.55],
          [0.8, 1.05],
          [1.8, 0.95],
          [2, 0.6],
          [1.9, 0.35],
        ]),
        true,
      ),
      light.dark ? "#000" : light.level(4.6),
      side.line * 1.3,
      light.dark ? "#fff" : "#000",
    );
    canvas.shape(
      corners(
        shapes(side, [
          [-0.95, 1.05],
          [-0.72, 1.4],
          [-0.2, 1.42],
          [-0.2, 1.05],
        ]),
      ),
      "#fff",
      side.line,
      "#000",
    );
    canvas.shape(
      corners(
        shapes(side, [
          [-0.1, 1.05],
          [-0.1, 1.42],
          [0.28, 1.42],
          [0.55, 1.05],
        ]),
      ),
      "#fff",
      side.line,
      "#000",
    );
    canvas.line(
      corners(
        shapes(side, [
          [-0.15, 1.05],
          [-0.15, 0.45],
        ]),
        false,
      ) +
        corners(
          shapes(side, [
            [-1.9, 0.78],
            [1.9, 0.78],
          ]),
          false,
        ),
      side.line,
      "#fff",
    );
    const lamp = side.at(1.9, 0.75);
    if (light.dark) canvas.glow(lamp, [side.scale * 0.1, side.scale * 0.9], [0.8, 0], "white");
    canvas.shape(circlePath(lamp.x, lamp.y, side.scale * 0.11), "#fff", side.line, "#000");
    for (const u of [-1.2, 1.25]) {
      const c = side.at(u, 0.33);
      canvas.shape(circlePath(c.x, c.y, side.scale * 0.34), "#000", side.line, light.dark ? "#fff" : "#000");
      canvas.fill(circlePath(c.x, c.y, side.scale * 0.15), "#fff");
    }
  });
}

/** A tram with its windows in a row and its pole on the wire. */
export function tram(scene: Scene, foot: Point3, dir: 1 | -1): void {
  sideOn(
    scene,
    foot,
    dir,
    (side) => {
      const { canvas, light } = scene;
      const box = (u: number, v: number, w: number, h: number, fill: string, ink = light.ink): void =>
        canvas.shape(
          corners(
            shapes(side, [
              [u, v],
              [u + w, v],
              [u + w, v + h],
              [u, v + h],
            ]),
          ),
          fill,
          side.line,
          ink,
        );
      canvas.line(
        corners(
          shapes(side, [
            [0, 3.1],
            [-1.6, 4.4],
          ]),
          false,
        ),
        side.line * 1.4,
        light.ink,
      );
      for (const u of [-2, -1.4, 1.4, 2]) {
        const c = side.at(u, 0.3);
        canvas.shape(circlePath(c.x, c.y, side.scale * 0.3), "#000", side.line, light.ink);
      }
      box(-3.6, 0.45, 7.2, 1.1, light.dark ? "#000" : light.level(4));
      box(-3.5, 1.5, 7, 1.15, light.dark ? "#000" : light.level(1));
      for (let i = 0; i < 7; i++) box(-3.3 + i * 0.96, 1.65, 0.78, 0.85, "#fff", light.dark ? "#000" : light.ink);
      box(-3.75, 2.6, 7.5, 0.35, light.dark ? "#000" : light.level(5));
    },
    7.5,
  );
}

/** A small boat under sail, far off on the water. */
export function smallBoat(scene: Scene, foot: Point3, dir: 1 | -1): void {
  sideOn(scene, foot, dir, (side) => {
    const { canvas, light } = scene;
    const ink = light.ink;
    canvas.line(
      corners(
        shapes(side, [
          [0, 0.3],
          [0, 4.6],
        ]),
        false,
      ),
      side.line * 1.6,
      ink,
    );
    canvas.shape(
      smoothPath(
        shapes(side, [
          [0.1, 4.5],
          [1.5, 2.4],
          [1.9, 0.9],
          [0.1, 0.9],
        ]),
        true,
      ),
      "#fff",
      side.line,
      light.dark ? "#000" : ink,
    );
    canvas.shape(
      corners(
        shapes(side, [
          [-0.1, 4],
          [-1.5, 0.9],
          [-0.1, 0.9],
        ]),
      ),
      light.level(light.dark ? 0 : 1.4),
      side.line,
      ink,
    );
    canvas.shape(
      smoothPath(
        shapes(side, [
          [-2, 0.7],
          [-1.5, 0.05],
          [1.5, 0.05],
          [2.1, 0.8],
          [1.4, 0.5],
          [-1.4, 0.45],
        ]),
        true,
      ),
      light.dark ? "#000" : light.level(5),
      side.line * 1.2,
      light.dark ? "#fff" : "#000",
    );
  });
}
