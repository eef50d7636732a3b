import * as steady from "../../geometry/steady-math.ts";
import type { Random } from "../../geometry/random.ts";
import { type HairCut, hairEdge } from "./hair-cuts.ts";
import type { Skull } from "./skull.ts";
import { clamp, lerp } from "./space.ts";

/** A place on the hair: degrees from the front, and the share of the way from the crown to the edge. */
export type Place = readonly [degrees: number, share: number];

/** How the hair of a cut lies: from a parting, back from the forehead, down from the crown, or round a whorl. */
export function flowOf(cut: HairCut): "parted" | "back" | "down" | "whorl" {
  if (cut.spike > 0.05) return "whorl";
  if (cut.tie !== "none" && cut.fringe !== "curtain" && cut.fringe !== "side") return "back";
  const flows = {
    side: "parted",
    curtain: "parted",
    swept: "back",
    spiky: "whorl",
    none: "down",
    straight: "down",
    short: "down",
  } as const;
  return flows[cut.fringe];
}

/** Lines along which the hair lies, root to tip; `dense` is 1 for a head of middling size. */
export function flowLines(skull: Skull, cut: HairCut, random: Random, dense: number): Place[][] {
  const lines = straightLines(skull, cut, random, dense);
  if (cut.wave === 0) return lines;
  const deep = cut.wave * (flowOf(cut) === "back" ? 0.3 : 0.9);
  return lines.map((line) => {
    const phase = random() * 1.5;
    return line.map(([degrees, share], i): Place => [degrees, share + deep * steady.sin(phase + i * 2)]);
  });
}

function straightLines(skull: Skull, cut: HairCut, random: Random, dense: number): Place[][] {
  const flow = flowOf(cut);
  if (flow === "parted") return [...fromParting(cut, random, dense), ...fromCrown(random, dense, 4, 112)];
  if (flow === "back") return [...overCrown(skull, cut, random, dense), ...pastEars(random, dense)];
  return fromCrown(random, dense, flow === "whorl" ? 26 : 5, 0);
}

/** Down from the crown all round, or only behind so many degrees; `swirl` is how far a line turns on its way. */
function fromCrown(random: Random, dense: number, swirl: number, behind: number): Place[][] {
  const lines: Place[][] = [];
  for (let d = -180; d < 180; d += 8 / dense) {
    if (Math.abs(d) < behind) continue;
    const start = d + random.between(-3, 3);
    const root = random.between(0.08, 0.34);
    lines.push(
      [0, 0.25, 0.5, 0.75, 1].map((t): Place => {
        const share = lerp(root, 0.97, t);
        return [start + swirl * (share - 0.5), share];
      }),
    );
  }
  return lines;
}

/** From the parting over both sides of the crown to the temples. */
function fromParting(cut: HairCut, random: Random, dense: number): Place[][] {
  const lines: Place[][] = [];
  for (const side of [-1, 1])
    for (let s = 0.16; s < (cut.fringeTo > -0.19 ? 0.8 : 1); s += 0.085 / dense) {
      // Both sides end over the ears: run on behind them they would lie across what comes down from the crown.
      const to = side * (random.between(84, 104) + (1 - s) * 16);
      const low = random.between(0.86, 0.97);
      lines.push(
        [0.02, 0.2, 0.45, 0.72, 1].map((t): Place => [lerp(cut.part, to, t), lerp(s, Math.max(s, low), t ** 1.4)]),
      );
    }
  return lines;
}

/** Back from the forehead over the crown: each line keeps its distance from the middle of the head. */
function overCrown(skull: Skull, cut: HairCut, random: Random, dense: number): Place[][] {
  const lines: Place[][] = [];
  for (let x = -0.23; x <= 0.231; x += 0.036 / dense) {
    const across = x + random.between(-0.008, 0.008);
    const line: Place[] = [];
    const put = (y: number, behind: boolean): void => {
      const turn = (steady.asin(clamp(across / skull.slice(y).width, -1, 1)) * 180) / Math.PI;
      const degrees = behind ? 180 - turn : turn;
      const edge = hairEdge(cut, degrees);
      if (y < edge) line.push([degrees, (steady.acos(1 - (y + 0.5) / (edge + 0.5)) * 2) / Math.PI]);
    };
    for (const y of [-0.24, -0.29, -0.34, -0.38, -0.42, -0.455])
      if (skull.slice(y).width > Math.abs(across)) put(y, false);
    for (const y of [-0.46, -0.41, -0.34, -0.24, -0.12, 0.02])
      if (skull.slice(y).width > Math.abs(across)) put(y, true);
    if (line.length > 3) lines.push(line);
  }
  return lines;
}

/** From the temples back over the ears, in a fan: run together behind the ear they would be a scratch. */
function pastEars(random: Random, dense: number): Place[][] {
  const lines: Place[][] = [];
  for (const side of [-1, 1])
    for (let s = 0.58; s < 0.97; s += 0.075 / dense) {
      const from = lerp(40, 68, s) + random.between(-3, 3);
      const low = (s - 0.58) / 0.39;
      const [to, end] = [lerp(164, 128, low), lerp(0.66, 0.95, low)];
      lines.push([0, 0.3, 0.65, 1].map((t): Place => [side * lerp(from, to, t), lerp(s, end, t * t)]));
    }
  return lines;
}
