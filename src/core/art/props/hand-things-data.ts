import * as steady from "../../geometry/steady-math.ts";
import { brief } from "../canvas.ts";
import { field, joined, limb, oval, placed, poly, type Prop, type PropShape, scaled, strokeOf } from "./prop-shape.ts";

type Dress = "coat" | "kimono";

/** A sleeve that leaves the picture: the wrist at x, y, the way of the arm in degrees, half the width of the wrist. */
function sleeve(x: number, y: number, degrees: number, wrist: number, dress: Dress): PropShape[] {
  const [cos, sin] = [steady.cos((degrees * Math.PI) / 180), steady.sin((degrees * Math.PI) / 180)];
  const at = (...pairs: number[]): number[] =>
    pairs.flatMap((u, i) => (i % 2 ? [] : [Number(brief(x + u * cos - (pairs[i + 1] ?? 0) * sin)), Number(brief(y + u * sin + (pairs[i + 1] ?? 0) * cos))]));
  const w = wrist;
  if (dress === "kimono")
    return [
      [poly(...at(4, -w - 12, 900, -w - 124, 900, w + 134, 34, w + 44, 2, w + 20)), 5, 3.6],
      [poly(...at(4, -w - 12, 2, w + 20, 16, w + 26, 20, -w - 12)), "k", 2],
      ...[46, 84, 122].map((u): PropShape => [strokeOf(...at(u, -w - 14, u - 10, w + 40)), "n", 2]),
      [strokeOf(...at(30, w * 0.4, 170, w * 0.8)), "n", 2.4],
    ];
  // Plain stuff and a narrow band: it may be a man's or a woman's.
  return [
    [poly(...at(6, -w - 4, 70, -w - 16, 900, -w - 66, 900, w + 66, 70, w + 16, 6, w + 4)), "w", 3.6],
    [strokeOf(...at(18, -w * 0.5, 90, -w * 0.8)), "n", 2],
    [strokeOf(...at(20, w * 0.1, 66, w * 0.16)), "n", 2],
    [strokeOf(...at(18, w * 0.6, 110, w * 0.9)), "n", 2],
    [poly(...at(-5, -w - 2, 8, -w - 5, 8, w + 5, -5, w + 2)), "w", 3.2],
  ];
}

const palmFingers = [limb(-32, 10, 12, -46, -28, 10.5, -55, -54, 8), limb(-13, 0, 13, -20, -46, 11.5, -25, -80, 8.6), limb(9, -4, 13.5, 9, -54, 12, 9, -92, 9), limb(29, 4, 13, 36, -42, 11.4, 41, -76, 8.6)];
const palmHeel = "M-45 12C-47 40 -38 62 -30 78L-28 112L32 112L34 84C46 70 50 44 43 6C24 -6 -24 -6 -45 12Z";

/** An open hand, its palm to the reader. */
const palm = (dress: Dress): PropShape[] => [
  ...joined([palmHeel, ...palmFingers, limb(30, 58, 22, 56, 28, 13, 78, 0, 9.5)], "w", 3.6),
  ["M-43 20C-46 44 -36 64 -29 80L-27 108L-14 108C-16 70 -34 50 -43 20Z", 2, 0],
  ["M-22 8C-22 -2 -24 -12 -26 -18M0 0L-3 -14M21 0C21 -8 22 -12 24 -18", "n", 2.4],
  ["M-45 2C-38 -2 -34 -2 -30 0M-26 -9C-20 -13 -12 -13 -6 -10M-3 -14C4 -17 12 -17 18 -14M22 -10C30 -12 36 -10 40 -6", "n", 1.6],
  ["M-52 -24L-38 -30M-30 -44L-12 -48M0 -50L18 -51M28 -42L44 -46M-34 -64L-18 -67M2 -74L16 -75M34 -62L46 -64M60 14L70 24", "n", 1.4],
  ["M40 22C14 14 2 40 8 92M-40 34C-20 22 6 24 30 44M-34 22C-16 34 4 18 12 4", "n", 2.2],
  ...sleeve(2, 104, 90, 31, dress),
];

/** Upside down: the arm comes from above, and the thumb is below. */
const fromAbove = (shapes: readonly PropShape[]): PropShape[] =>
  shapes.map(([path, fill, line]) => [placed(path, { centre: { x: 0, y: 0 }, size: 100, tilt: 180, mirror: true }), fill, line]);

const coinOn = (x: number, y: number, hole: boolean): PropShape[] => [
  [oval(x + 3, y + 4, 17, 17), "k", 0],
  [oval(x, y, 16, 16), "w", 3],
  [oval(x, y, 11.5, 11.5), hole ? "w" : 2, 1.6],
  hole ? [poly(x - 5, y - 5, x + 5, y - 5, x + 5, y + 5, x - 5, y + 5), "k", 1] : [`M${x - 3} ${y + 7}L${x - 3} ${y - 6}L${x + 4} ${y - 6}M${x - 6} ${y + 1}L${x + 3} ${y + 1}`, "n", 2],
];

const key: readonly PropShape[] = [
  [poly(-46, -6, 92, 10, 92, 24, 50, 24), 5, 0],
  ["M-92 0C-92 -34 -40 -40 -34 -8L88 -8L88 8L74 8L74 32L62 32L62 18L52 18L52 34L38 34L38 8L-34 8C-40 40 -92 34 -92 0ZM-78 0C-78 20 -50 22 -50 0C-50 -22 -78 -20 -78 0Z", 2, 3.4],
  [strokeOf(-30, -3, 84, -3), "n", -2.4],
  [poly(-34, -14, -24, -14, -24, 14, -34, 14), "k", 2],
  ["M-88 -6C-84 -24 -60 -28 -50 -18", "n", -2],
];

/** A fist that holds an upright stick at x = 0: the back of the hand at the right, four fingers over the front. */
export const grip = (dress: Dress): PropShape[] => [
  ["M18 -50C48 -58 68 -34 68 -2C68 32 54 52 24 50Z", "w", 7.2],
  [limb(48, 14, 30, 92, 62, 26), "w", 7.2],
  ...[-34, -12, 10, 31].map((y, i): PropShape => [limb(40, y, 12.5, 6, y + 1, 13, -20, y + 5, i === 3 ? 9.5 : 11.5), "w", 3.2]),
  ["M26 -50C48 -58 68 -34 68 -2C68 32 54 52 28 48C30 16 32 -18 26 -50Z", "w", 0],
  [limb(48, 14, 29, 92, 62, 25), "w", 0],
  ["M26 -24C30 -24 32 -20 30 -16M27 -2C31 -2 33 2 31 6M26 20C30 20 32 24 30 28", "n", 2.4],
  ["M68 2C66 34 52 50 30 50C44 44 56 28 60 4Z", 3, 0],
  ["M-16 -36L-10 -26M-17 -14L-11 -4M-16 8L-10 18", "n", 1.5],
  [limb(46, -38, 14, 14, -53, 13, -16, -46, 10), "w", 3.2],
  [limb(48, -30, 14, 34, -42, 12.4), "w", 0],
  ["M-24 -50C-20 -56 -10 -56 -6 -50C-10 -46 -20 -44 -24 -46Z", "w", 1.8],
  ...sleeve(80, 50, 47, 28, dress),
];

const flame: PropShape[] = [
  ["M-16 -76C-42 -104 -16 -120 -26 -152C-8 -142 -8 -130 -10 -120C4 -138 -6 -162 8 -198C8 -172 24 -162 20 -138C28 -148 26 -160 24 -168C40 -146 26 -130 28 -114C36 -120 36 -128 34 -136C48 -110 36 -86 18 -72C10 -80 -8 -82 -16 -76Z", "w", 3.4],
  ["M-8 -82C-18 -100 -4 -110 -4 -124C6 -116 2 -108 4 -102C12 -112 8 -122 10 -132C20 -118 16 -108 18 -98C22 -92 18 -84 12 -80C6 -84 -2 -84 -8 -82Z", 3, 2],
];

/** A splint of resinous wood, split and charred at the end that burns. */
const brand: PropShape[] = [
  ["M-9 -66L-6 -92L0 -82L6 -96L11 -64L9 108L-8 104Z", 5, 3.4],
  ["M-4 -70L-3 96M4 -74L3 92", "n", 2],
  ["M-9 -66L-6 -92L0 -82L6 -96L11 -64L4 -56L-3 -60Z", "k", 0],
];

/** An arm that stretches out to the left and points. */
const pointing = (dress: Dress): PropShape[] => [
  ...joined(["M14 -32C44 -42 74 -28 84 -12L100 -16L100 40L78 44C58 62 24 56 12 40Z", limb(24, -14, 14, -30, -22, 12, -62, -22, 11, -98, -19, 8.6)], "w", 3.6),
  ["M30 50C54 60 74 50 82 42L100 38L100 24C70 26 50 34 30 50Z", 3, 0],
  [limb(34, 44, 12, 10, 50, 11.5, -6, 44, 9.5), "w", 3],
  [limb(36, 28, 13, 2, 34, 13, -18, 28, 11), "w", 3],
  [limb(36, 10, 13.5, -2, 12, 13.5, -24, 6, 11.5), "w", 3],
  ["M26 0C40 -6 60 0 62 20C62 40 46 52 34 48C40 30 38 14 26 0Z", "w", 0],
  ["M32 2C36 6 37 12 36 18M34 24C38 28 38 34 36 38", "n", 2.2],
  [limb(58, -18, 17, 24, -30, 13, -4, -12, 11, -16, -2, 8.5), "w", 3],
  [limb(62, -12, 17, 44, -20, 15), "w", 0],
  ["M-96 -25C-104 -24 -105 -16 -98 -14C-92 -15 -90 -22 -96 -25Z", "w", 1.8],
  ["M-56 -32L-54 -26M-26 -33L-25 -27M-20 -8L-12 -9", "n", 1.8],
  ...sleeve(104, 12, 4, 28, dress),
];

const fist = (dress: Dress): PropShape[] => [
  ...joined(["M-52 -40C-20 -58 30 -58 52 -40C62 -10 60 30 42 62L38 110L-34 110L-38 62C-58 30 -60 -10 -52 -40Z"], "w", 3.8),
  ["M-38 62C-54 36 -58 0 -54 -30C-42 10 -34 40 -14 110L-34 110Z", 3, 0],
  ...[[-38, 13], [-13, 14], [13, 14], [38, 13]].map(([x = 0, r = 0], i): PropShape => [limb(x, -46 + (i === 0 ? 7 : i === 3 ? 4 : 0), r, x, -10, r + 0.5, x + 1, i === 0 ? 16 : 22, r - 2), "w", 3.2]),
  ["M-46 -16C-40 -20 -34 -20 -30 -16M-21 -20C-16 -23 -8 -23 -4 -20M5 -20C10 -23 18 -23 22 -20M31 -18C36 -21 42 -20 46 -17", "n", 1.8],
  [limb(54, 52, 19, 34, 36, 16, 4, 34, 14, -22, 30, 10.5), "w", 3.4],
  ["M30 46C50 50 62 40 60 20C58 50 50 70 36 84L20 84C30 74 34 60 30 46Z", "w", 0],
  ["M-30 30C-28 22 -16 22 -12 27C-14 35 -26 38 -30 34Z", "w", 1.8],
  ["M8 26C12 30 12 38 9 42M40 62C30 72 26 80 24 92", "n", 2],
  ...sleeve(2, 100, 90, 37, dress),
];

const clasped = (left: Dress, right: Dress): PropShape[] => [
  ...joined([limb(118, 26, 30, 70, 10, 33, 26, 2, 34, -6, 8, 26, -30, 18, 14), limb(-118, 26, 30, -70, 8, 33, -28, -4, 33, 0, -8, 26)], "w", 3.8),
  [limb(52, -24, 14, 22, -44, 12, -8, -46, 9.5), "w", 3.2],
  [limb(60, -12, 16, 48, -20, 15), "w", 0],
  ["M70 42C40 44 20 44 0 34C20 54 50 52 90 48Z", 4, 0],
  [limb(-16, 22, 10.5, 4, 38, 10.5, 20, 44, 8.5), "w", 3],
  [limb(-12, 10, 12, 14, 25, 12, 36, 34, 9.5), "w", 3],
  [limb(-6, -6, 12.5, 22, 9, 12.5, 48, 20, 10), "w", 3],
  [limb(0, -20, 12.5, 28, -8, 12.5, 54, 3, 10), "w", 3],
  ["M-60 -24C-30 -32 2 -28 10 -20C8 4 -4 26 -20 32C-40 36 -70 40 -90 34Z", "w", 0],
  ["M12 -10C6 -8 4 -4 4 2M6 6C0 8 -2 12 -2 18M-2 20C-8 22 -10 26 -10 30", "n", 2.2],
  [limb(-40, -26, 17, -4, -38, 13, 24, -30, 10), "w", 3.2],
  [limb(-46, -7, 15, -28, -22, 12), "w", 0],
  ["M18 -36C26 -38 32 -32 30 -26C24 -24 18 -28 18 -36Z", "w", 1.6],
  ["M-80 -16C-60 -20 -50 -14 -44 -4", "n", 2],
  ...sleeve(-104, 22, 168, 30, left),
  ...sleeve(104, 22, 12, 30, right),
];

/** A word in running hand: strokes up and down of uneven height. */
const word = (x: number, y: number, strokes: readonly number[]): string =>
  strokes
    .map((high, i) => [x + i * 5, y - i * 0.7, high] as const)
    .map(([at, foot, high]) => `C${at + 2} ${foot - 1} ${at + 5} ${foot - high} ${at + 4} ${foot - high}C${at + 2} ${foot - high} ${at + 2} ${foot} ${at + 5} ${foot - 0.7}`)
    .reduce((path, part) => path + part, `M${x} ${y}`);

const lines = [[5, 11, 5, 5, 4], [12, 5, 5], [5, 5, 12, 5, 5, 5], [10, 5, 6], [5, 11, 5, 5]];

const writing = (dress: Dress): PropShape[] => [
  [poly(-150, -90, 60, -120, 90, 110, -120, 140), "w", 2.4],
  ...[-62, -40, -18, 4, 26].map((y, i): PropShape => [
    [0, 1, 2].map((k) => (i > 2 && k > 1 ? "" : word(-116 + 2.6 * i + k * 46, y + 8 - 6.4 * k, lines[(i + 2 * k) % lines.length] ?? []))).join(""),
    "n",
    2,
  ]),
  [word(-104, 58, [11, 5, 5, 5]), "n", 2],
  ["M-50 64L112 78L108 96L30 104Z", 4, 0],
  ...joined([limb(78, 66, 13, 30, 76, 11, 4, 76, 8), limb(76, 58, 13, 22, 64, 11, -6, 68, 8.4)], "w", 3.2),
  [limb(70, 48, 13, 20, 52, 11, -14, 55, 8.6), "w", 3.2],
  ["M-46 38L84 -128L90 -124L-38 45Z", "w", 3],
  ["M-48 37L-36 46L-63 62Z", "k", 2],
  ["M-46 47L-57 57", "n", -1.4],
  ...joined(["M40 -4C64 -16 90 4 106 34L120 82L66 78C44 72 34 46 36 26Z"], "w", 3.6),
  ["M18 -2L48 2L48 40L10 40L-6 26Z", 3, 0],
  [limb(54, 8, 14, 16, -10, 11, -10, 14, 9.6, -30, 36, 6.8), "w", 3],
  [limb(66, 48, 15, 30, 40, 11.5, 2, 26, 9.6, -22, 30, 7), "w", 3],
  ["M46 0C66 -8 90 8 102 34L112 78L68 74C48 68 42 54 44 34Z", "w", 0],
  ["M34 -2C41 -3 46 1 47 7M50 58C56 61 60 61 65 58M12 -3L18 2", "n", 2.2],
  ["M-22 25L-12 23", "n", 1.8],
  ["M68 76C84 76 100 72 112 64L116 80L66 80Z", 3, 0],
  ...sleeve(110, 58, 28, 28, dress),
];

const onKnob = (dress: Dress): PropShape[] => [
  [field(-900, -900, 900, 900), 4, 0],
  [field(-82, -900, -78, 900), "k", 0],
  [field(-900, -900, -82, 900), 6, 0],
  [poly(-58, -66, 14, -66, 14, 92, -58, 92), "w", 3.4],
  [oval(-22, 70, 7, 8), "k", 1],
  [poly(-26, 74, -18, 74, -15, 88, -29, 88), "k", 1],
  [oval(-22, -54, 4, 4), "k", 1],
  [oval(-14, 4, 44, 44), "k", 0],
  [oval(-22, -4, 42, 42), 3, 3.6],
  ["M-54 -16C-48 -36 -34 -42 -22 -42C-36 -34 -44 -22 -46 -6Z", "w", 0],
  [limb(48, 50, 14, 8, 48, 13, -22, 36, 10), "w", 3.2],
  ...joined(["M20 -52C56 -62 84 -40 96 -12L120 30L84 74L50 66C28 60 20 20 20 -52Z"], "w", 3.6),
  [limb(42, 36, 11.5, 12, 34, 11.5, -22, 26, 9), "w", 3],
  [limb(44, 14, 13, 8, 10, 13, -32, 12, 10.5), "w", 3],
  [limb(42, -12, 13.5, 6, -16, 13.5, -36, -8, 11), "w", 3],
  [limb(38, -38, 13.5, 2, -42, 13, -34, -28, 10.5), "w", 3],
  ["M32 -54C60 -58 84 -40 94 -12L116 30L84 70L52 62C34 50 40 0 32 -54Z", "w", 0],
  ["M31 -28C37 -28 39 -24 38 -20M34 -2C40 -2 42 2 40 6M34 22C39 22 41 26 40 30", "n", 2.2],
  ["M52 62C70 60 90 50 106 22L116 30L84 70Z", 3, 0],
  ...sleeve(98, 48, 44, 32, dress),
];

const onSlidingDoor: PropShape[] = [
  [field(-900, -900, -2, 900), "k", 0],
  [field(-2, -900, 900, 900), "w", 0],
  [field(-2, -900, 26, 900), 5, 0],
  [field(24, -900, 28, 900), "k", 0],
  ...Array.from({ length: 14 }, (_, i): PropShape => [field(84 + i * 60, -900, 90 + i * 60, 900), "k", 0]),
  ...[-358, -282, -206, -130, -54, 22, 98, 174, 250, 326].map((y): PropShape => [field(26, y, 900, y + 6), "k", 0]),
  ["M-2 -50L-40 -46C-70 -30 -78 10 -74 40C-70 64 -40 66 -2 56Z", 2, 3.4],
  ["M-24 60L-74 20L-250 900L-150 900Z", 5, 3.4],
  ...[[-40, 11], [-14, 13], [12, 13], [36, 11]].map(([y = 0, r = 0], i): PropShape => [limb(-34, y + 6, r, -4, y, r, 30 + (i === 1 || i === 2 ? 8 : 0), y - 2, r - 2), "w", 3.2]),
  ...[[-40, 0], [-14, 8], [12, 8], [36, 0]].map(([y = 0, out = 0]): PropShape => [`M${22 + out} ${y - 7}C${32 + out} ${y - 9} ${39 + out} ${y - 5} ${38 + out} ${y - 1}C${36 + out} ${y + 3} ${26 + out} ${y + 3} ${22 + out} ${y + 1}Z`, "w", 1.6]),
  ["M4 -46L6 -36M8 -21L10 -9M8 5L10 17M4 31L6 41", "n", 1.6],
];

const stairs = (x: number): PropShape[] => [
  [field(-900, 84, x, 900), "w", 0],
  [field(x, 34, 900, 900), "w", 0],
  [field(-900, 97, x, 140), 4, 0],
  [field(x, 47, 900, 140), 7, 0],
  [field(-900, 82, x, 86), "k", 0],
  [field(x - 2, 32, x + 2, 140), "k", 0],
  [field(x, 32, 900, 36), "k", 0],
  [field(-900, 95, x, 97), "k", 0],
  [field(x, 45, 900, 47), "k", 0],
  [field(-900, 138, 900, 141), "k", 0],
];

const boot = (x: number, y: number): PropShape[] => [
  [`M${x - 22} ${y - 66}L${x + 16} ${y - 66}C${x + 18} ${y - 44} ${x + 20} ${y - 38} ${x + 34} ${y - 32}C${x + 56} ${y - 26} ${x + 66} ${y - 18} ${x + 66} ${y - 4}L${x - 24} ${y - 4}Z`, "k", 3.4],
  [poly(x - 26, y - 6, x + 70, y - 6, x + 69, y + 1, x + 8, y + 1, x + 4, y - 2, x - 4, y + 1, x - 26, y + 1), 5, 3],
  [`M${x + 16} ${y - 56}L${x + 24} ${y - 58}M${x + 16} ${y - 48}L${x + 26} ${y - 50}M${x + 18} ${y - 40}L${x + 30} ${y - 42}`, "n", -2.2],
  [`M${x + 40} ${y - 24}C${x + 52} ${y - 22} ${x + 58} ${y - 16} ${x + 60} ${y - 10}`, "n", -2.4],
  [`M${x - 16} ${y - 20}L${x + 6} ${y - 20}`, "n", -1.8],
];

const bootsOnStairs: PropShape[] = [
  ...stairs(10),
  ["M-14 28L-70 28C-84 -40 -104 -120 -132 -360L-38 -360Z", 6, 3.4],
  ["M-60 -200C-56 -120 -46 -50 -40 20", "n", 2.6],
  ["M-74 14L-10 14L-8 34L-72 36Z", 6, 3.4],
  ...boot(-44, 84),
  ["M26 -20C16 -80 -10 -150 -60 -360L30 -360C70 -150 80 -80 78 -22Z", 5, 3.4],
  ["M22 -200C44 -140 54 -80 54 -26M30 -60C44 -56 60 -58 76 -66M28 -40C46 -34 60 -36 78 -44", "n", 2.4],
  ["M20 -34L82 -36L84 -16L20 -14Z", 5, 3.4],
  ...boot(52, 34),
];

const geta = (x: number, y: number): PropShape[] => [
  [poly(x - 26, y - 12, x - 12, y - 12, x - 10, y + 2, x - 28, y + 2), 6, 3],
  [poly(x + 24, y - 12, x + 38, y - 12, x + 40, y + 2, x + 22, y + 2), 6, 3],
  [poly(x - 44, y - 22, x + 66, y - 22, x + 62, y - 11, x - 42, y - 11), "w", 3.4],
  [`M${x - 28} ${y - 70}L${x + 6} ${y - 70}C${x + 8} ${y - 54} ${x + 16} ${y - 48} ${x + 30} ${y - 42}C${x + 48} ${y - 38} ${x + 58} ${y - 32} ${x + 58} ${y - 23}L${x - 34} ${y - 23}C${x - 38} ${y - 36} ${x - 32} ${y - 44} ${x - 28} ${y - 70}Z`, "w", 3.4],
  [`M${x - 30} ${y - 30}C${x - 20} ${y - 26} ${x - 6} ${y - 24} ${x + 6} ${y - 24}L${x - 32} ${y - 24}Z`, 3, 0],
  [`M${x + 10} ${y - 50}C${x + 24} ${y - 40} ${x + 36} ${y - 30} ${x + 42} ${y - 22}C${x + 30} ${y - 30} ${x + 12} ${y - 34} ${x - 8} ${y - 24}C${x - 2} ${y - 38} ${x + 4} ${y - 44} ${x + 10} ${y - 50}Z`, "k", 2],
  [`M${x + 44} ${y - 36}L${x + 44} ${y - 24}`, "n", 2],
];

const getaOnStairs: PropShape[] = [
  ...stairs(14),
  ["M4 10L-112 14C-124 -60 -140 -140 -160 -360L-20 -360Z", 5, 3.6],
  ...geta(-50, 84),
  ["M0 -24C-10 -90 -40 -160 -80 -360L80 -360C104 -150 108 -90 104 -28Z", 5, 3.6],
  ["M4 -44L104 -48L104 -28L0 -24Z", "k", 2],
  ["M-112 -6L4 -10L4 10L-112 14Z", "k", 2],
  ["M20 -200C40 -140 44 -90 44 -46M70 -200C82 -150 84 -90 82 -48M-90 -180C-78 -110 -66 -60 -60 -8", "n", 2.4],
  ...geta(54, 34),
];

/** Hands at work, feet on their way, and one eye. */
export const handThings: Record<string, Prop> = {
  palm: { ground: "plain", tilt: 8, whole: true, shapes: palm("coat") },
  "palm-of-old": { ground: "plain", tilt: 8, whole: true, shapes: palm("kimono") },
  coins: { ground: "dark", tilt: 58, shapes: [...palm("coat"), ...coinOn(-14, 54, false), ...coinOn(16, 64, false), ...coinOn(-4, 28, false), ...coinOn(22, 38, false)] },
  "coins-of-old": { ground: "dark", tilt: 58, shapes: [...palm("kimono"), ...coinOn(-14, 54, true), ...coinOn(16, 64, true), ...coinOn(-4, 28, true), ...coinOn(22, 38, true)] },
  coin: { ground: "dark", tilt: 58, shapes: [...palm("coat"), ...scaled(coinOn(0, 0, false), 1.5, 2, 46)] },
  "coin-of-old": { ground: "dark", tilt: 58, shapes: [...palm("kimono"), ...scaled(coinOn(0, 0, true), 1.5, 2, 46)] },
  key: { ground: "dark", tilt: 58, whole: true, shapes: [...palm("coat"), ...scaled(key, 0.56, 0, 46)] },
  "key-of-old": { ground: "dark", tilt: 58, whole: true, shapes: [...palm("kimono"), ...scaled(key, 0.56, 0, 46)] },
  "pointing-hand": { ground: "plain", tilt: 4, whole: true, shapes: scaled(pointing("coat"), 0.9, 12, 0) },
  "pointing-hand-of-old": { ground: "plain", tilt: 4, whole: true, shapes: scaled(pointing("kimono"), 0.9, 12, 0) },
  fist: { ground: "plain", tilt: 7, whole: true, shapes: fist("coat") },
  "fist-of-old": { ground: "plain", tilt: 7, whole: true, shapes: fist("kimono") },
  "clasped-hands": { ground: "plain", tilt: 0, whole: true, shapes: clasped("coat", "coat") },
  "clasped-hands-of-old": { ground: "plain", tilt: 0, whole: true, shapes: clasped("kimono", "kimono") },
  "hand-with-pen": { ground: "top", tilt: 0, whole: true, shapes: writing("coat") },
  "hand-on-knob": { ground: "wall", tilt: 0, whole: true, shapes: onKnob("coat") },
  "hand-on-screen": { ground: "wall", tilt: 0, whole: true, shapes: onSlidingDoor },
  "hand-with-torch": { ground: "glow", tilt: -8, shapes: scaled([...brand, ...flame, ...grip("coat")], 0.74, 0, 30) },
  "hand-with-pine-torch": { ground: "glow", tilt: -8, shapes: scaled([...brand, ...flame, ...grip("kimono")], 0.74, 0, 30) },
  "hand-on-sword": {
    ground: "plain",
    tilt: 30,
    whole: true,
    shapes: [[poly(-15, 72, 15, 72, 12, 230, -12, 230), "k", 3], ["M-6 84L-5 220", "n", -2.2], ["M-62 58C-40 68 40 68 62 58L64 72C40 82 -40 82 -64 72Z", 3, 3.4], [poly(-10, -70, 10, -70, 11, 60, -11, 60), 7, 3], [oval(0, -84, 17, 17), 3, 3.4], ...fromAbove(grip("coat"))],
  },
  "hand-on-katana": {
    ground: "plain",
    tilt: 30,
    whole: true,
    shapes: [
      ["M-14 70L16 70C20 130 14 180 4 230L-22 230C-12 180 -12 130 -14 70Z", "k", 3],
      ["M-4 84C0 130 -4 180 -10 220", "n", -2.2],
      [oval(1, 62, 40, 11), "k", 3.4],
      [oval(1, 60, 32, 6), "n", -2],
      [poly(-12, -100, 12, -100, 13, 56, -13, 56), "k", 3],
      ...[-88, -70].map((y): PropShape => [poly(0, y - 9, 8, y, 0, y + 9, -8, y), "w", 0]),
      [poly(-14, -110, 14, -110, 13, -98, -13, -98), 4, 3],
      ...fromAbove(grip("kimono")),
    ],
  },
  "boots-on-stairs": { ground: "wall", tilt: 0, whole: true, shapes: bootsOnStairs },
  "geta-on-stairs": { ground: "wall", tilt: 0, whole: true, shapes: getaOnStairs },
};
