import { Resvg } from "@resvg/resvg-js";
import { describe, expect, it } from "vitest";
import { plainMan } from "../../../../test/people.ts";
import type { Point } from "../../geometry/geometry.ts";
import type { StagedFigure } from "../../page/page.ts";
import type { Pose } from "../../script/script.ts";
import type { Costume, ModelSheet } from "../artist.ts";
import { toneDefs } from "../tone.ts";
import { nibFor } from "./brush.ts";
import { black, mainCloth, plain, secondCloth } from "./cloth.ts";
import { outfitOf } from "./costume.ts";
import { type CostumeView, costumeView } from "./costume-view.ts";
import { facingParts, facingRuns } from "./facing-cloth.ts";
import { drawFoot, indoors } from "./feet.ts";
import { drawMantle } from "./mantles.ts";
import { skeletonOf } from "./skeleton.ts";
import { drawSkirt } from "./skirts.ts";
import { type SleeveLine, puffSleeve, robeSleeve } from "./sleeves.ts";
import { torsoOf } from "./torso.ts";

const costumes: readonly Costume[] = [
  "suit",
  "frock-coat",
  "tail-coat",
  "waistcoat",
  "coat",
  "cloak",
  "dressing-gown",
  "clergy",
  "uniform",
  "sailor",
  "police",
  "livery",
  "smock",
  "workman",
  "rags",
  "armour",
  "robe",
  "regal",
  "dress",
  "regency",
  "gown",
  "apron-dress",
  "maid",
  "shawl",
  "twenties",
  "blouse",
  "shirt",
  "jersey",
  "tee",
  "school",
  "kimono",
  "haori",
  "hakama",
  "happi",
  "suikan",
  "monk",
  "samurai",
  "space-suit",
  "nightshirt",
  "yukata",
  "tabard",
  "none",
];

function viewOf(yaw: number, change: Partial<ModelSheet> = {}, pose: Pose = "stand"): CostumeView {
  const sheet = { ...plainMan, ...change };
  const figure: StagedFigure = {
    person: "n1",
    head: { x: 200, y: 100, size: 100, yaw, pitch: 0, tilt: 0 },
    emotion: "neutral",
    pose,
    speaks: false,
    silhouette: false,
    holds: null,
  };
  const body = skeletonOf(figure, sheet);
  return costumeView({
    sheet,
    body,
    torso: torsoOf(body),
    m: body.measures,
    nib: nibFor(100),
    size: 100,
    main: mainCloth(sheet),
    second: secondCloth(sheet),
    skin: "#fff",
    prefix: "t",
    small: false,
  });
}

/** Share of a box that is black. */
function inkIn(svg: string, x: number, y: number, width: number, height: number): number {
  const page = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="800"><defs>${toneDefs()}</defs><rect width="400" height="800" fill="#fff"/>${svg}</svg>`;
  const { pixels } = new Resvg(page).render();
  let inked = 0;
  for (let i = x; i < x + width; i++)
    for (let j = y; j < y + height; j++) if ((pixels[(j * 400 + i) * 4] ?? 255) < 128) inked++;
  return inked / (width * height);
}

describe("costumes", () => {
  it("[D9] are whole from every side, in every pose, for men, women and children", () => {
    const people: Partial<ModelSheet>[] = [{ build: "stout" }, { gender: "female", age: "child" }];
    for (const costume of costumes)
      for (const person of people)
        for (const yaw of [-35, 90, 180]) {
          const { front, collar, onSkirt } = outfitOf(viewOf(yaw, { ...person, costume, cloth: "patterned" }));
          expect(front + collar + onSkirt, `${costume} ${yaw}`).not.toMatch(/NaN|undefined|Infinity/);
        }
  });

  it("[D3] differ from each other from the front and from behind", () => {
    for (const yaw of [20, 180]) {
      const drawn = costumes.map((costume) => JSON.stringify(outfitOf(viewOf(yaw, { costume, cloth: "dark" }))));
      expect(new Set(drawn).size).toBe(costumes.length);
    }
  });

  it("[D9] lay no piece of the front over the back", () => {
    const bib = [
      [-30, 1.2],
      [30, 1.2],
      [30, 2],
      [-30, 2],
    ] as const;
    expect(viewOf(0).patch(bib, "#000", 0)).not.toBe("");
    expect(viewOf(180).patch(bib, "#000", 0)).toBe("");
    expect(viewOf(180).seam(bib, 2)).toBe("");
    expect(viewOf(180).strip(bib, 0.1, "#000", 1)).toBe("");
    expect(viewOf(180).button([0, 1.5], 0.1, "#000")).toBe("");
  });

  it("[D9] show one and the same piece on the back without a line where its halves meet", () => {
    const cape = [
      [60, 1],
      [182, 1],
      [182, 1.6],
      [60, 1.6],
    ] as const;
    const half = viewOf(180).patch(cape, "#fff", 3);
    expect(inkIn(half, 196, 215, 8, 30)).toBe(0);
  });

  it("[D2] cross a kimono left over right: the collar that is on top runs from the wearer's left into the belt", () => {
    const svg = outfitOf(viewOf(0, { costume: "kimono", cloth: "white" }, "hold")).collar;
    // Below the crossing the band lies on the wearer's right, which is on the left of the picture.
    const [left, right] = [inkIn(svg, 160, 250, 36, 60), inkIn(svg, 204, 250, 36, 60)];
    expect(left).toBeGreaterThan(0.12);
    expect(right).toBeLessThan(left / 3);
  });

  it("give a woman no tie and a man no high collar of lace", () => {
    const woman = outfitOf(viewOf(0, { costume: "dress", gender: "female" }));
    expect(woman.skirt).not.toBeNull();
    expect(outfitOf(viewOf(0, { costume: "suit" })).skirt).toBeNull();
  });
});

describe("sleeves, capes and feet", () => {
  const pale = plain("#fff");
  const joints = (elbow: Point, wrist: Point): SleeveLine => ({
    shoulder: { x: 260, y: 180 },
    elbow,
    wrist,
    neck: { x: 200, y: 160 },
    hip: { x: 200, y: 380 },
    r: 18,
    aside: 1,
  });

  it("[D9] sew a puff to the slope of the shoulder and to the armpit, not beside the bodice", () => {
    const { svg } = puffSleeve(joints({ x: 275, y: 290 }, { x: 280, y: 380 }), true, black, nibFor(100));
    expect(inkIn(svg, 248, 164, 6, 6)).toBeGreaterThan(0.9);
    expect(inkIn(svg, 246, 196, 6, 6)).toBeGreaterThan(0.9);
    expect(inkIn(svg, 286, 190, 4, 12)).toBeGreaterThan(0.9);
  });

  it("[D9] hang a robe's sleeve straight down from a level arm and let the hand out above", () => {
    const nib = nibFor(100);
    const level = robeSleeve(joints({ x: 270, y: 270 }, { x: 370, y: 270 }), 80, black, "#fff", nib);
    expect(inkIn(level.bag.svg, 340, 310, 8, 24)).toBeGreaterThan(0.9);
    expect(inkIn(level.bag.svg, 340, 230, 8, 12)).toBe(0);
    expect(level.mouth).not.toBeNull();
    // Along a hanging arm the cloth covers the root of the hand.
    expect(robeSleeve(joints({ x: 270, y: 280 }, { x: 272, y: 370 }), 80, pale, "#fff", nib).mouth).toBeNull();
  });

  it("[D9] lay a cape over both arms, closed behind and open in front", () => {
    const cape = { low: 1.8, flare: 0.1, gap: [6, 24], fill: "#000", ink: "#000", wave: 0 } as const;
    const [front, back] = [viewOf(0), viewOf(180)].map((v) => drawMantle(v, cape).svg);
    expect(inkIn(front ?? "", 196, 260, 8, 8)).toBe(0);
    expect(inkIn(back ?? "", 196, 260, 8, 8)).toBe(1);
    for (const svg of [front, back]) for (const x of [100, 292]) expect(inkIn(svg ?? "", x, 230, 8, 8)).toBe(1);
  });

  it("[D1] end what is printed on a cape where the cape ends, from every side", () => {
    const pattern = '<path d="M0 0H400V400H0Z"/>';
    const cape = { low: 1.8, flare: 0.1, gap: [0, 0], fill: "#fff", ink: "#000", wave: 0 } as const;
    for (const yaw of [0, 60, 130]) {
      const { svg } = drawMantle(viewOf(yaw), { ...cape, pattern });
      expect(inkIn(svg, 10, 200, 20, 20), `yaw ${yaw}`).toBe(0);
      expect(inkIn(svg, 190, 220, 12, 12), `yaw ${yaw}`).toBe(1);
    }
  });

  it("give everybody a foot for the ground: black boots, white socks, bare toes", () => {
    const v = viewOf(40);
    const [leg] = v.body.legs;
    const drawn = (["boots", "tabi", "straw", "bare"] as const).map(
      (worn) => drawFoot(v.body, leg, 14, worn, "#fff", v.nib).svg,
    );
    expect(new Set(drawn).size).toBe(4);
    for (const svg of drawn) expect(svg).not.toMatch(/NaN|undefined/);
    expect(indoors("boots")).toBe("tabi");
    expect(indoors("bare")).toBe("bare");
  });

  it("[D3] dress a dozen gentlemen in more than four ways", () => {
    const drawn = Array.from({ length: 12 }, (_, seed) =>
      outfitOf(viewOf(20, { costume: "suit", cloth: "dark", seed })).collar.replaceAll(/tone-\w+/g, ""),
    );
    expect(new Set(drawn).size).toBeGreaterThan(4);
  });

  it("[D2] put nobody to bed in boots", () => {
    for (const costume of ["nightshirt", "yukata"] as const)
      expect(outfitOf(viewOf(0, { costume, cloth: "black" }))).toMatchObject({ shoe: "bare" });
  });
});

describe("skirts", () => {
  const plan = { to: 0.9, flare: 0.24, cloth: black, from: 2.2, pleats: 6, fall: "full" } as const;
  const skirtOf = (pose: Pose, yaw = 30): string => {
    const v = viewOf(yaw, { gender: "female" }, pose);
    return drawSkirt(v.body, v.torso, plan, v.nib).svg;
  };

  it("cover what moves, sits and kneels without a broken number", () => {
    const poses: Pose[] = ["stand", "walk", "run", "sit", "kneel", "crouch", "lie", "fall", "bow", "fight"];
    for (const pose of poses)
      for (const yaw of [0, 60, -120, 180]) expect(skirtOf(pose, yaw)).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("make a lap of a sitter: cloth lies on the knees and leaves the ground under the seat free", () => {
    const v = viewOf(80, { gender: "female" }, "sit");
    const { svg } = drawSkirt(v.body, v.torso, plan, v.nib);
    const [hip, knee] = [v.body.see(v.body.legs[0].hip), v.body.see(v.body.legs[0].knee)];
    const middle = Math.round((hip.x + knee.x) / 2);
    expect(inkIn(svg, middle - 8, Math.round((hip.y + knee.y) / 2) - 8, 16, 16)).toBeGreaterThan(0.8);
    const under = Math.round(hip.x);
    expect(inkIn(svg, under - 6, Math.round(hip.y + 110), 12, 12)).toBe(0);
  });

  it("leaves out what shows no more than its edge: no loose bar before the breast", () => {
    expect(
      facingParts(
        [
          [64, 1],
          [88, 1],
          [88, 2],
          [64, 2],
        ],
        0,
      ),
    ).toEqual([]);
    expect(
      facingParts(
        [
          [40, 1],
          [88, 1],
          [88, 2],
          [40, 2],
        ],
        0,
      ),
    ).toHaveLength(1);
    expect(
      facingParts(
        [
          [-80, 1],
          [80, 1],
          [80, 2],
          [-80, 2],
        ],
        0,
      ),
    ).toHaveLength(1);
    expect(
      facingRuns(
        [
          [64, 1],
          [80, 2],
        ],
        0,
      ),
    ).toEqual([]);
  });
});
