import { type Random, randomFrom } from "../../geometry/random.ts";
import { circlePath } from "../tone.ts";
import type { Manner } from "../place-sheets.ts";
import type { Point3 } from "./perspective.ts";
import { away, p3, type Plane, plane, right, type Scene, up } from "./scene.ts";
import { grid, masonry, ribs, tiles } from "./textures.ts";

export interface House {
  /** The low corner nearest the camera's street end, in metres. */
  x: number;
  z: number;
  width: number;
  depth: number;
  /** To the eaves, and from there to the ridge. */
  height: number;
  roof: number;
  /** Direction of the ridge: across the street or along it. */
  ridge: "x" | "z";
  floors: number;
  manner: Manner;
  seed: number;
  /** 0 white plaster … 4 dark brick. */
  level: number;
  sign?: boolean;
}

/** Where houses stand side by side no two have one colour. */
const fronts = ["house", "plaster", "brick"] as const;

/** A house with the walls and roof slopes that the camera sees. */
export function house(scene: Scene, h: House): void {
  scene.canvas.as(fronts[h.seed % fronts.length] ?? "house", () => {
    const { light } = scene;
    groundShadow(scene, h);
    const walls: { on: Plane; width: number; outward: Point3; corner: Point3; gable: boolean; key: string }[] = [
      {
        on: plane(p3(h.x, 0, h.z + h.depth), right, up),
        width: h.width,
        outward: p3(0, 0, 1),
        corner: p3(h.x, 0, h.z + h.depth),
        gable: h.ridge === "z",
        key: "back",
      },
      {
        on: plane(p3(h.x, 0, h.z), away, up),
        width: h.depth,
        outward: p3(-1, 0, 0),
        corner: p3(h.x, 0, h.z),
        gable: h.ridge === "x",
        key: "left",
      },
      {
        on: plane(p3(h.x + h.width, 0, h.z), away, up),
        width: h.depth,
        outward: p3(1, 0, 0),
        corner: p3(h.x + h.width, 0, h.z),
        gable: h.ridge === "x",
        key: "right",
      },
      {
        on: plane(p3(h.x, 0, h.z), right, up),
        width: h.width,
        outward: p3(0, 0, -1),
        corner: p3(h.x, 0, h.z),
        gable: h.ridge === "z",
        key: "front",
      },
    ];
    for (const wall of walls) {
      if (wall.key === "back" || !scene.faces(wall.corner, wall.outward)) continue;
      const shaded = wall.key === "right" ? 2.2 : 0;
      const top: Point3[] =
        wall.gable && h.roof > 0
          ? [wall.on.at(wall.width, h.height), wall.on.at(wall.width / 2, h.height + h.roof), wall.on.at(0, h.height)]
          : [wall.on.at(wall.width, h.height), wall.on.at(0, h.height)];
      scene.poly([wall.on.at(0, 0), wall.on.at(wall.width, 0), ...top], light.level(h.level + shaded), 1.1);
      facade(
        scene,
        wall.on,
        wall.width,
        h,
        randomFrom(`${h.seed} ${wall.key}`),
        wall.key !== "front" || h.ridge === "z",
      );
    }
    if (h.roof > 0) roof(scene, h);
    else parapet(scene, h);
  });
}

function groundShadow(scene: Scene, h: House): void {
  if (scene.light.dark || scene.light.weather === "fog") return;
  const reach = h.height * 0.35;
  scene.poly(
    [
      p3(h.x + h.width, 0, h.z),
      p3(h.x + h.width + reach, 0, h.z + 0.4),
      p3(h.x + h.width + reach, 0, h.z + h.depth),
      p3(h.x + h.width, 0, h.z + h.depth),
    ],
    scene.canvas.dots(0.5, null),
    0,
  );
}

function facade(scene: Scene, on: Plane, width: number, h: House, random: Random, main: boolean): void {
  if (h.manner === "japanese") return woodenFront(scene, on, width, h, random, main);
  const { light } = scene;
  if (scene.scaleAt(on.at(width / 2, 1)) > 26)
    masonry(scene, on, width, h.height, 0.32, h.level > 1.5 ? 0.34 : 0.16, random);
  const storey = h.height / h.floors;
  const bays = Math.max(1, Math.round(width / 2));
  const door = main ? Math.floor(random() * bays) : -1;
  for (let floor = 0; floor < h.floors; floor++)
    for (let bay = 0; bay < bays; bay++) {
      const w = h.manner === "modern" ? (width / bays) * 0.7 : Math.min(1, (width / bays) * 0.45);
      const a = (bay + 0.5) * (width / bays) - w / 2;
      if (floor === 0 && bay === door)
        entrance(scene, on, a - 0.05, Math.min(1.15, w + 0.2), Math.min(2.2, storey * 0.82), h);
      else pane(scene, on, a, floor * storey + storey * 0.34, w, storey * 0.46, random() < 0.6, h.manner, random);
    }
  if (h.floors > 1 && h.manner === "european")
    for (let f = 1; f < h.floors; f++)
      scene.quad(on, 0, f * storey - 0.08, width, 0.14, light.level(Math.max(0, h.level - 1)), 0.8);
  if (h.manner === "european" && h.seed % 3 === 0) timber(scene, on, width, storey, h);
  if (h.roof > 0)
    scene.quad(on, 0, h.height - 0.35, width, 0.35, light.dark ? "#000" : scene.canvas.dots(0.5, null), 0);
}

function pane(
  scene: Scene,
  on: Plane,
  a: number,
  b: number,
  w: number,
  height: number,
  lit: boolean,
  manner: Manner,
  random: Random,
): void {
  const { light } = scene;
  const framed = scene.scaleAt(on.at(a, b)) > 22;
  if (framed) scene.quad(on, a - 0.07, b - 0.07, w + 0.14, height + 0.14, light.dark ? "#000" : "#fff", 0.8);
  scene.quad(on, a, b, w, height, light.window(lit), 0.8);
  if (!framed) return;
  const sub = { at: (u: number, v: number) => on.at(a + u, b + v) };
  const bars =
    light.dark && lit ? "#000" : light.dark ? "#fff" : lit && light.window(true) === "#fff" ? "#000" : "#fff";
  const lines = [
    [sub.at(w / 2, 0), sub.at(w / 2, height)],
    [sub.at(0, height * 0.55), sub.at(w, height * 0.55)],
  ] as const;
  scene.rules(lines, 0.9, bars);
  if (manner === "european" && random() < 0.6)
    for (const u of [-w * 0.52 - 0.07, w + 0.07]) {
      scene.quad(on, a + u, b - 0.05, w * 0.52, height + 0.1, light.level(4), 0.8);
      grid(scene, { at: (x, y) => on.at(a + u + x, b - 0.05 + y) }, w * 0.52, height + 0.1, 1, 7, 0.5);
    }
  scene.quad(on, a - 0.14, b - 0.16, w + 0.28, 0.1, light.dark ? "#000" : "#fff", 0.8);
}

function entrance(scene: Scene, on: Plane, a: number, w: number, height: number, h: House): void {
  const { light } = scene;
  scene.quad(on, a - 0.12, 0, w + 0.24, height + 0.16, light.level(0), 1);
  scene.quad(on, a, 0, w, height, light.level(5.4), 1);
  if (scene.scaleAt(on.at(a, 0)) > 22) {
    for (const b of [0.1, 0.55])
      scene.quad(on, a + w * 0.14, height * b, w * 0.72, height * 0.34, "none", 0.7, light.dark ? "#fff" : "#fff");
  }
  if (!h.sign) return;
  scene.quad(on, a - 0.6, height + 0.3, w + 1.2, 0.5, light.dark ? "#000" : "#fff", 1);
  const marks = [];
  for (let u = a - 0.4; u < a + w + 0.35; u += 0.16)
    marks.push([on.at(u, height + 0.42), on.at(u + (h.seed % 3 ? 0.1 : 0), height + 0.66)] as const);
  scene.strokes(marks, 2);
}

function timber(scene: Scene, on: Plane, width: number, storey: number, h: House): void {
  const { light } = scene;
  const beam = light.dark ? "#000" : light.level(5.6);
  for (let f = 1; f < h.floors; f++) {
    scene.quad(on, 0, f * storey - 0.1, width, 0.2, beam, 0.6);
    const bays = Math.max(2, Math.round(width / 1.6));
    for (let i = 0; i <= bays; i++)
      scene.quad(on, Math.min(width - 0.14, (i * width) / bays), f * storey, 0.14, storey, beam, 0.5);
    for (const i of [0, bays - 1])
      scene.poly(
        [
          on.at((i * width) / bays, f * storey),
          on.at((i * width) / bays + 0.16, f * storey),
          on.at(((i + 1) * width) / bays, f * storey + storey * 0.9),
          on.at(((i + 1) * width) / bays - 0.16, f * storey + storey * 0.9),
        ],
        beam,
        0.5,
      );
  }
}

function woodenFront(scene: Scene, on: Plane, width: number, h: House, random: Random, main: boolean): void {
  const { light } = scene;
  const storey = h.height / h.floors;
  scene.quad(on, 0, 0, width, storey * 0.3, light.level(3.6), 0.7);
  const bays = Math.max(1, Math.round(width / 1.6));
  for (let f = 0; f < h.floors; f++)
    for (let i = 0; i < bays; i++) {
      const a = (i * width) / bays + 0.12;
      const w = width / bays - 0.24;
      const b = f * storey + storey * (f === 0 && main && i === 0 ? 0 : 0.3);
      const tall = storey * (f === 0 && main && i === 0 ? 0.8 : 0.48);
      const lit = random() < 0.6;
      scene.quad(on, a, b, w, tall, light.dark ? light.window(lit) : random() < 0.4 ? light.level(5) : "#fff", 1);
      grid(scene, { at: (u, v) => on.at(a + u, b + v) }, w, tall, random() < 0.5 ? 9 : 4, random() < 0.5 ? 1 : 5, 0.6);
      scene.quad(on, (i * width) / bays - 0.06, f * storey, 0.12, storey, light.level(4.6), 0.7);
    }
  scene.quad(on, 0, storey * 0.8, width, 0.14, light.level(4.6), 0.7);
  if (main && h.sign) {
    const cloths = Math.max(2, Math.round(width / 0.8));
    for (let i = 0; i < cloths; i++)
      scene.quad(
        on,
        (i * width) / cloths + 0.03,
        storey * 0.54,
        width / cloths - 0.06,
        storey * 0.27,
        light.dark ? "#000" : light.level(5.6),
        0.9,
      );
  }
  scene.quad(on, 0, h.height - 0.4, width, 0.4, light.dark ? "#000" : scene.canvas.dots(0.5, null), 0);
}

function roof(scene: Scene, h: House): void {
  scene.canvas.as("roof", () => {
    const eave = h.manner === "japanese" ? 0.75 : 0.35;
    const drop = (eave * h.roof) / ((h.ridge === "x" ? h.depth : h.width) / 2);
    const [x0, x1, z0, z1] = [h.x - eave, h.x + h.width + eave, h.z - eave, h.z + h.depth + eave];
    const low = h.height - drop;
    const peak = h.height + h.roof;
    const [mx, mz] = [h.x + h.width / 2, h.z + h.depth / 2];
    const slopes =
      h.ridge === "x"
        ? [
            {
              o: p3(x0, low, z1),
              u: right,
              length: x1 - x0,
              top: p3(x0, peak, mz),
              outward: p3(0, h.depth / 2, h.roof),
            },
            {
              o: p3(x0, low, z0),
              u: right,
              length: x1 - x0,
              top: p3(x0, peak, mz),
              outward: p3(0, h.depth / 2, -h.roof),
            },
          ]
        : [
            {
              o: p3(x0, low, z0),
              u: away,
              length: z1 - z0,
              top: p3(mx, peak, z0),
              outward: p3(-h.roof, h.width / 2, 0),
            },
            {
              o: p3(x1, low, z0),
              u: away,
              length: z1 - z0,
              top: p3(mx, peak, z0),
              outward: p3(h.roof, h.width / 2, 0),
            },
          ];
    for (const [i, slope] of slopes.entries()) {
      const rise = Math.hypot(slope.top.x - slope.o.x, slope.top.y - slope.o.y, slope.top.z - slope.o.z);
      const v = p3(
        (slope.top.x - slope.o.x) / rise,
        (slope.top.y - slope.o.y) / rise,
        (slope.top.z - slope.o.z) / rise,
      );
      const on = plane(slope.o, slope.u, v);
      if (scene.faces(slope.o, slope.outward) && scene.light.weather === "snow") snowed(scene, on, slope.length, rise);
      else if (scene.faces(slope.o, slope.outward)) {
        scene.quad(
          on,
          0,
          0,
          slope.length,
          rise,
          scene.light.level(h.manner === "japanese" ? 4.6 : i === 1 && h.ridge === "z" ? 4.6 : 3),
          1.2,
        );
        if (h.manner === "japanese") {
          ribs(scene, on, slope.length, rise, 0.34);
          scene.quad(on, 0, 0, slope.length, 0.14, scene.light.level(1), 0.8);
          scene.quad(on, 0, rise - 0.16, slope.length, 0.24, scene.light.level(2), 1);
        } else if (scene.scaleAt(on.at(slope.length / 2, rise / 2)) > 9)
          tiles(scene, on, slope.length, rise, 0.42, randomFrom(`${h.seed} roof ${i}`));
      }
    }
    if (h.ridge === "z") barge(scene, [p3(x0, low, z0), p3(mx, peak, z0), p3(x1, low, z0)]);
    if (h.manner === "european") chimney(scene, h, peak);
  });
}

/** A slope under snow: white, with a thick edge that hangs over the eaves. */
function snowed(scene: Scene, on: Plane, length: number, rise: number): void {
  scene.quad(on, 0, 0, length, rise, "#fff", 1.2);
  scene.quad(on, 0, 0, length, 0.2, scene.canvas.dots(0.2), 1);
}

/** The edge board of a gable. */
function barge(scene: Scene, [a, b, c]: [Point3, Point3, Point3]): void {
  const down = (p: Point3): Point3 => ({ ...p, y: p.y - 0.22 });
  scene.poly([a, b, c, down(c), down(b), down(a)], scene.light.level(scene.light.dark ? 0 : 0.4), 1.1);
}

function chimney(scene: Scene, h: House, peak: number): void {
  const { light } = scene;
  const at =
    h.ridge === "x"
      ? p3(h.x + h.width * 0.72, peak - 0.5, h.z + h.depth / 2 - 0.3)
      : p3(h.x + h.width / 2 - 0.3, peak - 0.5, h.z + h.depth * 0.6);
  scene.box(at, 0.6, 1.3, 0.6, { front: light.level(2), side: light.level(5), top: light.level(5) });
  scene.box(p3(at.x - 0.08, at.y + 1.3, at.z - 0.08), 0.76, 0.14, 0.76, {
    front: light.level(1),
    side: light.level(4),
    top: light.level(2),
  });
}

function parapet(scene: Scene, h: House): void {
  const { light } = scene;
  scene.box(p3(h.x - 0.12, h.height - 0.1, h.z - 0.12), h.width + 0.24, 0.4, h.depth + 0.24, {
    front: light.level(Math.max(0, h.level - 0.6)),
    side: light.level(h.level + 2),
    top: light.level(1),
  });
}

/** A street lamp (or a stone lantern's post in the japanese manner) that shines at night. */
export function streetLamp(scene: Scene, foot: Point3): void {
  scene.later(foot, () => {
    const { light, canvas } = scene;
    const head = scene.page({ ...foot, y: 3.4, x: foot.x });
    const base = scene.page(foot);
    if (!head || !base) return;
    const s = scene.scaleAt(foot);
    const w = scene.weight(base.depth);
    scene.box(p3(foot.x - 0.12, 0, foot.z - 0.12), 0.24, 0.5, 0.24, {
      front: light.level(5),
      side: light.level(6),
      top: light.level(3),
    });
    scene.box(p3(foot.x - 0.05, 0.5, foot.z - 0.05), 0.1, 2.7, 0.1, {
      front: light.level(6),
      side: light.level(6),
      top: light.level(6),
    });
    if (light.dark) canvas.glow(head, [s * 0.2, s * 1.7], [0.75, 0], "white");
    const [x, y] = [head.x, head.y];
    const f = (n: number): string => n.toFixed(1);
    canvas.shape(
      `M${f(x - s * 0.13)} ${f(y + s * 0.2)}L${f(x - s * 0.2)} ${f(y - s * 0.22)}L${f(x + s * 0.2)} ${f(y - s * 0.22)}L${f(x + s * 0.13)} ${f(y + s * 0.2)}Z`,
      "#fff",
      w,
      "#000",
    );
    canvas.shape(
      `M${f(x - s * 0.26)} ${f(y - s * 0.22)}L${f(x)} ${f(y - s * 0.42)}L${f(x + s * 0.26)} ${f(y - s * 0.22)}Z`,
      "#000",
      w,
      light.ink,
    );
    canvas.fill(circlePath(x, y - s * 0.46, s * 0.05), light.ink);
  });
}
