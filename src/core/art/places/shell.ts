import type { Point3 } from "./perspective.ts";
import { away, p3, type Plane, plane, right, type Scene, up } from "./scene.ts";

/** The bare shell of an interior: x from -width/2 to width/2, the far wall at z = depth. */
export interface Shell {
  width: number;
  depth: number;
  height: number;
  floor: Plane;
  ceiling: Plane;
  back: Plane;
  left: Plane;
  right: Plane;
  /** How far the side walls run, from behind the camera to the far wall. */
  run: number;
}

/** Walls, floor and ceiling; the side walls start far behind the camera. Levels are of the light scale. */
export function drawShell(
  scene: Scene,
  size: { width: number; depth: number; height: number },
  levels: { floor: number; ceiling: number; back: number; left: number; right: number },
): Shell {
  const { width, depth, height } = size;
  const start = -14;
  const run = depth - start;
  const half = width / 2;
  const shell: Shell = {
    ...size,
    run,
    floor: plane(p3(-half, 0, start), right, away),
    ceiling: plane(p3(-half, height, start), right, away),
    back: plane(p3(-half, 0, depth), right, up),
    left: plane(p3(-half, 0, start), away, up),
    right: plane(p3(half, 0, start), away, up),
  };
  const { light } = scene;
  scene.canvas.as("ceiling", () => {
    scene.canvas.flood(light.level(levels.ceiling));
    scene.quad(shell.ceiling, 0, 0, width, run, light.level(levels.ceiling), 0.8);
  });
  scene.canvas.as("floor", () => scene.quad(shell.floor, 0, 0, width, run, light.level(levels.floor), 0.8));
  scene.quad(shell.left, 0, 0, run, height, light.level(levels.left), 0.8);
  scene.quad(shell.right, 0, 0, run, height, light.level(levels.right), 0.8);
  scene.quad(shell.back, 0, 0, width, height, light.level(levels.back), 1);
  return shell;
}

/** Distance along a side wall (its plane starts behind the camera) for a depth in the room. */
export const along = (shell: Shell, z: number): number => z + shell.run - shell.depth;

/** A moulding, beam or skirting: a raised strip along the back and both sides. */
export function band(scene: Scene, shell: Shell, b: number, height: number, level: number): void {
  const fill = scene.light.level(level);
  scene.quad(shell.left, 0, b, shell.run, height, fill, 0.6);
  scene.quad(shell.right, 0, b, shell.run, height, fill, 0.6);
  scene.quad(shell.back, 0, b, shell.width, height, fill, 0.6);
}

/** Beams under the ceiling, across the room, each with its dark underside. */
export function beams(scene: Scene, shell: Shell, count: number, thick: number): void {
  const { light } = scene;
  for (let i = 0; i < count; i++) {
    const z = shell.depth - 0.3 - (i * (shell.depth + 2)) / count;
    scene.box(
      p3(-shell.width / 2, shell.height - thick, z - thick),
      shell.width,
      thick,
      thick,
      { front: light.level(4), side: light.level(5.4), top: light.level(4) },
      0.8,
    );
  }
}

/**
 * The dark of an evening room: it hangs under the ceiling and stands in the corners, in straight bands, deeper on the side away
 * from the lamp; round the lamp it is light. Rings of dots would show their edges.
 */
export function lamplight(scene: Scene, lamp: Point3, darkest = 0.86): void {
  const { canvas, light } = scene;
  if (light.time === "day" || light.time === "dawn") return;
  const { x, y, width, height } = scene.bounds;
  const most = (light.time === "night" ? darkest : darkest * 0.5) * (1 - 0.45 * light.soft);
  const page = scene.page(lamp);
  const share = page ? Math.max(0.25, Math.min(0.75, (page.x - x) / width)) : 0.5;
  canvas.gradient({ x, y, width, height: height * 0.5 }, most, 0, { ink: "black" });
  canvas.gradient({ x, y, width: width * share * 0.62, height }, most * 0.8, 0, { ink: "black", across: true });
  const far = width * (1 - share) * 0.62;
  canvas.gradient({ x: x + width - far, y, width: far, height }, 0, most * 0.8, { ink: "black", across: true });
}
