import { describe, expect, it } from "vitest";
import { plainMan as sheet } from "../../../../test/people.ts";
import type { Rect } from "../../geometry/geometry.ts";
import type { StagedFigure } from "../../page/page.ts";
import type { Emotion, Pose, Shot } from "../../script/script.ts";
import { arms } from "./arm-poses.ts";
import { gestureArms as g } from "./gesture-arms.ts";
import { poses } from "./poses.ts";
import { roomToLeap, settlePose } from "./settle-pose.ts";
import { skeletonOf } from "./skeleton.ts";
import { torsoOf } from "./torso.ts";

const staged = (pose: Pose, yaw: number, emotion: Emotion = "neutral", speaks = false): StagedFigure => ({
  person: "n1",
  head: { x: 500, y: 150, size: 100, yaw, pitch: 0, tilt: 0 },
  emotion,
  pose,
  speaks,
  holds: null,
  silhouette: false,
});
const wide: Rect = { x: 0, y: 0, width: 1000, height: 1000 };
const settle = (figure: StagedFigure, seed = 1, bounds = wide, shot: Shot = "full", others: Rect[] = []) =>
  settlePose(figure, sheet, { bounds, shot, seed, others });

const allPoses = Object.keys(poses) as Pose[]; // the table is keyed by Pose
const seeds = Array.from({ length: 30 }, (_, i) => i);
const still: readonly unknown[] = [arms.hanging, arms.hangingBack, arms.straight];

describe("poses in their panel", () => {
  it("[D9] never put a head on the wrong way round: a trunk under a nape shows its back", () => {
    for (const pose of allPoses) {
      const figure = staged(pose, 180);
      const plan = settle(figure);
      // Who lies is seen from above.
      if (Math.abs(plan.roll) < 10) expect(Math.abs(skeletonOf(figure, sheet, plan).yaw), pose).toBeGreaterThan(110);
    }
  });

  it("[D9] never shortens an upper arm or a forearm to a stump", () => {
    for (const pose of allPoses)
      for (const yaw of [-150, -80, -30, 0, 20, 60, 90, 180]) {
        const figure = staged(pose, yaw);
        const body = skeletonOf(figure, sheet, settle(figure));
        for (const arm of body.arms) {
          // A hand at the face is what is seen of its arm; in the sleeve of a crossed one is the hand, too.
          if (arm.atFace || arm.crossed) continue;
          const [s, e, w] = [body.see(arm.shoulder), body.see(arm.elbow), body.see(arm.wrist)];
          const upper = Math.hypot(e.x - s.x, e.y - s.y) / (100 * body.measures.upperArm);
          const fore = Math.hypot(w.x - e.x, w.y - e.y) / (100 * body.measures.forearm);
          expect(Math.min(upper, fore), `${pose} at ${yaw}`).toBeGreaterThan(0.4);
          expect(Math.max(upper, fore)).toBeLessThan(1.001);
        }
      }
  });

  it("[D9] aims with a stretched arm where there is room: one that sags at the elbow is a hose", () => {
    for (const yaw of [-60, 30, 60]) {
      const figure = { ...staged("aim", yaw), holds: "pistol" };
      const body = skeletonOf(figure, sheet, settle(figure));
      const [{ shoulder, elbow, wrist }] = body.arms;
      const [s, e, w] = [body.see(shoulder), body.see(elbow), body.see(wrist)];
      const sag = Math.abs((w.x - s.x) * (e.y - s.y) - (w.y - s.y) * (e.x - s.x)) / Math.hypot(w.x - s.x, w.y - s.y);
      expect(sag, `at ${yaw}`).toBeLessThan(0.3 * 100);
    }
  });

  it("[D9] puts both hands behind a back only where both elbows are seen: the stout would have lost their arms", () => {
    const figure = staged("hands-behind", 10);
    const settled = (build: "thin" | "stout") =>
      settlePose(figure, { ...sheet, build }, { bounds: wide, shot: "medium", seed: 1 }).arms;
    expect(settled("thin")).toContain(g.behind);
    expect(settled("stout")).not.toContain(g.behind);
  });

  it("[D5] points at full length where there is room, and stops before a neighbour", () => {
    const figure = staged("point", 30);
    expect(settle(figure).arms[0]).toBe(g.pointFar);
    const neighbour: Rect = { x: 650, y: 90, width: 140, height: 330 };
    for (const seed of seeds)
      for (const pose of ["point", "reach", "stand"] as const) {
        const near = staged(pose, 30, "angry", true);
        const body = skeletonOf(near, sheet, settle(near, seed, wide, "full", [neighbour]));
        const wrists = body.arms.map((arm) => body.see(arm.wrist));
        for (const { x, y } of wrists)
          expect(x > 640 && x < 800 && y > 80 && y < 430, `a hand at ${x}, ${y}`).toBe(false);
      }
  });

  it("swings the arms against the legs of who walks and runs", () => {
    for (const pose of ["walk", "run"] as const)
      for (let x = 300; x < 330; x++) {
        const figure = { ...staged(pose, 60), head: { x, y: 150, size: 60, yaw: 60, pitch: 0, tilt: 0 } };
        const plan = settle(figure);
        const { arms: swung, legs } = skeletonOf(figure, sheet, plan);
        const ahead = legs[0].knee.z - legs[1].knee.z;
        expect((swung[0].wrist.z - swung[1].wrist.z) * ahead, `${pose} at ${x}`).toBeLessThan(0);
      }
  });

  it("tilts hips and shoulders against each other over the leg that bears the weight", () => {
    const figure = staged("stand", 0);
    const sways = [0.13, -0.13, 0].map((sway) => {
      const body = skeletonOf(figure, sheet, { ...settle(figure), sway });
      const { shoulder, hip } = body.measures;
      return { shoulder: body.slope(shoulder), hip: body.slope(hip), across: body.axis(hip).x };
    });
    for (const [i, sign] of [1, -1, 0].entries()) {
      expect(Math.sign(sways[i]?.shoulder ?? 9)).toBe(sign);
      expect(Math.sign(-(sways[i]?.hip ?? 9)) + 0).toBe(sign);
      expect(Math.sign(sways[i]?.across ?? 9)).toBe(sign);
    }
  });

  it("[D5] puts a hand to the chin only in silent thought or shame", () => {
    const chins = (emotion: Emotion, speaks: boolean): number =>
      seeds.filter((seed) => settle(staged("hand-to-face", 20, emotion, speaks), seed).arms[1] === g.chin).length;
    expect(chins("thinking", false)).toBeGreaterThan(0);
    expect(chins("thinking", true)).toBe(0);
    expect(chins("happy", false)).toBe(0);
  });

  it("[D9] hangs the elbow of a hand at the chin by the ribs of its own side, whoever it is: one across the belly is a hose", () => {
    let shown = 0;
    for (const build of ["thin", "average", "stout"] as const)
      for (const age of ["child", "adult", "old"] as const)
        for (const gender of ["male", "female"] as const)
          for (const yaw of [-50, -25, -10, 10, 25, 50]) {
            const figure = staged("hand-to-face", yaw, "thinking");
            const person = { ...sheet, build, age, gender };
            const body = skeletonOf(
              figure,
              person,
              settlePose(figure, person, { bounds: wide, shot: "medium", seed: 1 }),
            );
            const arm = body.arms.find(({ atFace }) => atFace);
            if (!arm) continue;
            shown++;
            const [elbow, wrist] = [body.see(arm.elbow), body.see(arm.wrist)];
            const middle = body.see(body.axis(arm.elbow.y)).x;
            const name = `${build} ${age} ${gender} at ${yaw}`;
            expect(arm.side * (elbow.x - middle), name).toBeGreaterThan(10);
            expect(elbow.y - wrist.y, name).toBeGreaterThan(30);
          }
    expect(shown).toBeGreaterThan(60);
  });

  it("[D9] turns who sits until the thighs are seen: knees under the belly are no seat", () => {
    for (const yaw of [-70, -45, -20, 0, 20, 45, 70])
      for (const seed of seeds.slice(0, 6)) {
        const figure = { ...staged("sit", yaw), head: { ...staged("sit", yaw).head, x: 500 + seed } };
        const body = skeletonOf(figure, sheet, settle(figure, seed));
        for (const { hip, knee } of body.legs)
          expect(
            Math.abs(body.see(knee).x - body.see(hip).x) / (100 * body.measures.thigh),
            `at ${yaw}`,
          ).toBeGreaterThan(0.68);
      }
  });

  it("shows a gesturing hand whole or lets the arm rest, wherever the picture is cut", () => {
    for (const height of [270, 330, 390, 450, 560])
      for (const pose of ["stand", "point", "hold", "arms-crossed", "hands-on-hips", "reach"] as const)
        for (const seed of seeds.slice(0, 8)) {
          const figure = staged(pose, seed * 9 - 40, "happy", true);
          const plan = settle(figure, seed, { x: 300, y: 0, width: 400, height }, "medium");
          const body = skeletonOf(figure, sheet, plan);
          body.arms.forEach((arm, index) => {
            if (still.includes(plan.arms[index])) return;
            const wrist = body.see(arm.wrist);
            const inside = wrist.x > 300 && wrist.x < 700 && wrist.y < height;
            expect(inside || wrist.y > height + 10, `${pose} cut at ${height}`).toBe(true);
          });
        }
  });

  it("[D9] shows a hand at the head with its whole arm, or lets it hang", () => {
    let shown = 0;
    for (const width of [180, 240, 300, 420, 700])
      for (const yaw of [-50, -20, 0, 20, 50]) {
        const figure = staged("despair", yaw, "sad");
        const bounds = { x: 500 - width / 2, y: 0, width, height: 360 };
        const plan = settle(figure, 1, bounds, "close");
        for (const [index, arm] of skeletonOf(figure, sheet, plan).arms.entries()) {
          if (still.includes(plan.arms[index])) continue;
          shown++;
          const { x } = skeletonOf(figure, sheet, plan).see(arm.elbow);
          expect(Math.abs(x - 500), `${yaw} in ${width}`).toBeLessThan(width / 2);
        }
      }
    expect(shown).toBeGreaterThan(5);
  });

  it("[D5] makes no gesture for a feeling that no words have given one: hands rest on the body, clasped, in a pocket or behind it", () => {
    const rests = [g.foldedOver, g.foldedUnder, g.claspOver, g.claspUnder, g.hip, g.pocket, g.behind, arms.clenched];
    const quiet: readonly unknown[] = [...still, g.talk, ...rests];
    for (const emotion of ["furious", "shocked", "crying", "tired", "ashamed", "afraid", "laughing", "happy"] as const)
      for (const seed of seeds)
        for (const shot of ["close", "medium", "full"] as const)
          for (const arm of settle(staged("stand", 10, emotion, seed % 2 === 0), seed, wide, shot).arms)
            expect(quiet, emotion).toContain(arm);
  });

  it("[D5] touches no hat that is not worn, and claps no hands to one", () => {
    const raised = (pose: Pose, hat: "none" | "cap"): boolean =>
      settlePose(staged(pose, 0), { ...sheet, hat }, { bounds: wide, shot: "medium", seed: 1 }).arms.some(
        (arm) => "wrist" in arm && arm.wrist.of === "face",
      );
    expect([raised("tip-hat", "cap"), raised("tip-hat", "none")]).toEqual([true, false]);
    expect([raised("despair", "cap"), raised("despair", "none")]).toEqual([false, true]);
  });

  it("[D9] lays no forearm over the face of who touches the hat or the hair", () => {
    for (const pose of ["tip-hat", "despair"] as const)
      for (const yaw of [-90, -60, -30, 0, 30, 60, 90]) {
        const figure = staged(pose, yaw, "sad");
        const dressed = { ...sheet, hat: pose === "despair" ? "none" : "cap" } as const;
        const body = skeletonOf(
          figure,
          dressed,
          settlePose(figure, dressed, { bounds: wide, shot: "medium", seed: 1 }),
        );
        for (const arm of body.arms)
          for (const { x, y } of [body.see(arm.elbow), body.see(arm.wrist)])
            expect(Math.hypot(x - 500, y - 150), `${pose} at ${yaw}`).toBeGreaterThan(45);
      }
  });

  it("[D9] shows of a raised hand the elbow beside the trunk, however stout who raises it", () => {
    for (const build of ["average", "stout"] as const)
      for (const pose of ["explain", "halt", "shake-fist", "offer"] as const)
        for (const yaw of [-90, -54, -34, 0, 34, 54, 90]) {
          const figure = staged(pose, yaw);
          const stout = { ...sheet, build };
          const plan = settlePose(figure, stout, { bounds: wide, shot: "medium", seed: 1 });
          const body = skeletonOf(figure, stout, plan);
          for (const [index, arm] of body.arms.entries()) {
            if (!arm.behind || still.includes(plan.arms[index])) continue;
            const off = Math.abs(body.see(arm.elbow).x - body.see(body.axis(arm.elbow.y)).x);
            expect(off, `${build} ${pose} at ${yaw}`).toBeGreaterThan(30);
          }
        }
  });

  it("[D9] puts hands on hips where they are seen", () => {
    const figure = staged("hands-on-hips", 0);
    const onHips = (height: number): boolean =>
      settle(figure, 1, { ...wide, height }, "medium").arms.every((arm) => arm === g.hip);
    expect([onHips(800), onHips(330)]).toEqual([true, false]);
  });

  it("[D5] buries a weeping face in both hands, and no other", () => {
    for (const shot of ["close", "medium"] as const) {
      const weeping = settle(staged("hand-to-face", 0, "crying"), 1, { ...wide, height: 330 }, shot);
      expect(weeping.arms).toEqual([arms.cover, arms.cover]);
      expect(settle(staged("hand-to-face", 0, "sad"), 1, wide, shot).arms).not.toContain(arms.cover);
    }
    const figure = staged("hand-to-face", 0, "crying");
    const body = skeletonOf(figure, sheet, settle(figure));
    for (const arm of body.arms) expect(Math.abs(body.see(arm.wrist).x - 500)).toBeLessThan(25);
  });

  it("does not swing fists where the legs are out of the picture", () => {
    for (const pose of ["walk", "run"] as const)
      for (const arm of settle(staged(pose, 40), 1, { ...wide, height: 420 }, "medium").arms)
        expect(still).toContain(arm);
  });

  it("[D9] hangs the far arm of a turned body beside breast and belly, where it is seen", () => {
    for (const changes of [{}, { build: "stout" }, { age: "child" }, { gender: "female" }] as const)
      for (const yaw of [20, -34, 50]) {
        const body = skeletonOf(staged("stand", yaw), { ...sheet, ...changes });
        const far = body.arms.find(({ side }) => side * yaw > 0);
        if (!far) throw new Error("no far arm");
        const { waist, hip } = body.measures;
        const rim = torsoOf(body).edge(yaw > 0 ? 1 : -1, waist, hip);
        const reach = Math.max(...rim.map(({ x }) => (x - 500) * Math.sign(yaw)));
        const hand = (body.see(far.elbow).x - 500) * Math.sign(yaw) + body.measures.armThick * 100;
        expect(hand - reach, `${JSON.stringify(changes)} at ${yaw}`).toBeGreaterThan(
          0.9 * body.measures.armThick * 100,
        );
      }
  });

  it("stands in many ways", () => {
    const plans = seeds.map((seed) => settle({ ...staged("stand", 15), person: `n${seed}` }, seed));
    expect(new Set(plans.map((plan) => JSON.stringify(plan.arms))).size).toBeGreaterThan(2);
    expect(new Set(plans.map((plan) => JSON.stringify(plan.legs))).size).toBeGreaterThan(3);
  });

  it("[D9] crosses arms from the front only: one hand lies on the other upper arm, its fellow is tucked under", () => {
    for (const yaw of [-50, -20, 0, 20, 50]) {
      const figure = staged("arms-crossed", yaw);
      const { arms: posed, measures } = skeletonOf(figure, sheet, settle(figure));
      for (const { crossed, side, wrist } of posed) {
        expect(crossed, `at ${yaw}`).not.toBeNull();
        expect(-side * wrist.x).toBeGreaterThan(measures.shoulderWide * (crossed === "over" ? 0.4 : 0.6));
      }
      expect(posed.map(({ gesture }) => gesture).toSorted()).toEqual(["laid", "tucked"]);
    }
    expect(settle(staged("arms-crossed", 85)).arms).not.toContain(g.crossedOver);
  });

  it("[D9] crosses no arms where the frame or a balloon hides a forearm", () => {
    const figure = staged("arms-crossed", 0);
    const crossed = (room: Partial<Parameters<typeof settlePose>[2]>): boolean =>
      settlePose(figure, sheet, { bounds: wide, shot: "medium", seed: 1, ...room }).arms.includes(g.crossedOver);
    expect(crossed({})).toBe(true);
    expect(crossed({ bounds: { ...wide, x: 430 } })).toBe(false);
    expect(crossed({ covered: [{ x: 500, y: 340, width: 200, height: 160 }] })).toBe(false);
  });

  it("[D9] puts out no hand from under a cape", () => {
    for (const costume of ["cloak", "regal"] as const)
      for (const pose of ["offer", "point", "explain", "stand"] as const)
        for (const seed of seeds) {
          const figure = staged(pose, 20, "happy", true);
          const { arms: kept } = settlePose(figure, { ...sheet, costume }, { bounds: wide, shot: "medium", seed });
          for (const arm of kept) expect("wrist" in arm, `${costume} ${pose}`).toBe(false);
        }
  });

  it("[D9] lays no open palm before the belly", () => {
    for (const yaw of [-50, -25, 0, 25, 50])
      for (const seed of seeds) {
        const figure = staged("offer", yaw, "neutral", true);
        const body = skeletonOf(figure, sheet, settle(figure, seed));
        for (const { gesture, wrist } of body.arms) {
          const off = Math.abs(body.see(wrist).x - body.see(body.axis(wrist.y)).x) / 100;
          if (gesture === "proffer") expect(off, `at ${yaw}`).toBeGreaterThan(body.measures.chestWide);
        }
      }
  });

  it("[D5] thinks with the hands in the sleeves where they are as wide as bags", () => {
    const figure = staged("hand-to-face", 10, "thinking");
    const robed = { ...sheet, costume: "kimono" } as const;
    const plan = settlePose(figure, robed, { bounds: wide, shot: "full", seed: 1 });
    expect(plan.arms).toEqual([g.crossedUnder, g.crossedOver]);
    for (const { wrist } of skeletonOf(figure, robed, plan).arms) expect(Math.abs(wrist.x)).toBeLessThan(0.2);
  });

  it("spreads arms and legs in a fall, with both hands over the breast and off the body", () => {
    for (const yaw of [-40, 10, 60]) {
      const figure = staged("fall", yaw);
      const { arms: posed, legs, see } = skeletonOf(figure, sheet, settle(figure));
      for (const { wrist, shoulder, side } of posed) {
        expect(wrist.y).toBeLessThan(shoulder.y);
        expect(side * wrist.x, `at ${yaw}`).toBeGreaterThan(1.2);
      }
      expect(Math.abs(see(legs[0].ankle).x - see(legs[1].ankle).x)).toBeGreaterThan(60);
    }
  });

  it("lies with the whole body on the ground, seen a little from above: the feet are nearer than the head", () => {
    for (const yaw of [-60, 60]) {
      const figure = staged("lie", yaw);
      const { legs, see } = skeletonOf(figure, sheet, settle(figure));
      for (const leg of legs)
        for (const joint of [leg.hip, leg.ankle]) expect(Math.abs(see(joint).y - 150)).toBeLessThan(130);
    }
  });

  it("[D9] lets no fingers peep in over the lower edge without their wrist", () => {
    const low: Rect = { ...wide, height: 290 };
    for (const seed of seeds)
      for (const yaw of [-60, -20, 30, 70]) {
        const figure = staged("stand", yaw, "neutral", true);
        const body = skeletonOf(figure, sheet, settle(figure, seed, low, "medium"));
        for (const { elbow, wrist, fingers } of body.arms) {
          const tips = body.see({ x: wrist.x, y: wrist.y + fingers.y * body.measures.hand, z: wrist.z });
          if (tips.y < 290) expect(body.see(elbow).y, `seed ${seed} at ${yaw}`).toBeLessThan(290);
        }
      }
  });

  it("[D9] keeps the legs of who runs in a long skirt closer together", () => {
    const stride = (costume: "suit" | "gown"): number => {
      const [a, b] = skeletonOf(staged("run", 60), { ...sheet, costume }).legs;
      return Math.abs(a.ankle.z - b.ankle.z);
    };
    expect(stride("gown")).toBeLessThan(stride("suit") * 0.85);
  });

  it("[D5] lets no arm dangle from who leaps, seizes, pushes or throws at full length, however narrow the panel", () => {
    for (const pose of ["leap", "seize", "push", "throw"] as const)
      for (const width of [1000, 380])
        for (const yaw of [-64, 40, 80]) {
          const bounds = { x: 500 - width / 2, y: 0, width, height: 1000 };
          for (const arm of settle(staged(pose, yaw), 1, bounds).arms) {
            expect(still, `${pose} at ${yaw} in ${width}`).not.toContain(arm);
          }
        }
  });

  it("[D9] leans the trunk of who leaps, bends both knees and leaves the ground, in a long skirt as in trousers", () => {
    for (const costume of ["suit", "suikan", "gown", "kimono", "coat"] as const) {
      const { axis, legs, measures } = skeletonOf(staged("leap", 64), { ...sheet, costume });
      expect(axis(measures.neck).z - axis(measures.hip).z, costume).toBeGreaterThan(0.6);
      for (const { hip, knee, ankle } of legs) {
        expect(ankle.y - hip.y, costume).toBeLessThan((measures.thigh + measures.shin) * 0.85);
        const [a, b] = [Math.atan2(knee.z - hip.z, knee.y - hip.y), Math.atan2(ankle.z - knee.z, ankle.y - knee.y)];
        expect(Math.abs(a - b), costume).toBeGreaterThan(0.7);
      }
    }
  });

  it("[D5] lays both hands on whoever is seized, one high and one low", () => {
    for (const yaw of [66, -66]) {
      const way = Math.sign(yaw);
      const partner: Rect = { x: 500 + way * 200 - 70, y: 80, width: 140, height: 330 };
      const figure = staged("seize", yaw);
      const body = skeletonOf(figure, sheet, settle(figure, 1, wide, "full", [partner]));
      const hands = body.arms.map(({ wrist, fingers, hand }) =>
        body.see({ x: wrist.x + fingers.x * hand, y: wrist.y + fingers.y * hand, z: wrist.z + fingers.z * hand }),
      );
      for (const { x } of hands) expect(Math.abs(x - 500 - way * 200)).toBeLessThan(75);
      const [near, far] = body.arms[0].side * yaw < 0 ? hands : hands.toReversed();
      if (!near || !far) throw new Error("no hands");
      expect((far.y - near.y) * way).toBeGreaterThan(25);
    }
  });

  it("[D9] moves who leaps on where the frame would cut the foot behind, but not who speaks", () => {
    const bounds = { x: 380, y: 0, width: 620, height: 1000 };
    const leaper = staged("leap", 64);
    expect(roomToLeap(leaper, { bounds, shot: "full" }).head.x).toBeGreaterThan(600);
    expect(roomToLeap({ ...leaper, speaks: true }, { bounds, shot: "full" }).head.x).toBe(500);
    expect(roomToLeap(leaper, { bounds: wide, shot: "full" }).head.x).toBe(500);
  });

  it("[D9] shows a neck under a bowed head", () => {
    const collar = (pitch: number): number => {
      const figure = staged("stand", 20);
      const body = skeletonOf({ ...figure, head: { ...figure.head, pitch } }, sheet);
      return body.see(body.axis(body.measures.neck)).y;
    };
    expect(collar(-24)).toBeGreaterThan(collar(0) + 10);
    expect(collar(10)).toBe(collar(0));
  });
});
