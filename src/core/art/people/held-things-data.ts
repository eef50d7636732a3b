import * as steady from "../../geometry/steady-math.ts";
import { oval, poly, type PropShape, strokeOf } from "../props/prop-shape.ts";

/** How a thing is carried; the arms follow from it. */
export type Carriage =
  | "lift"
  | "raise"
  | "present"
  | "read"
  | "low"
  | "prop"
  | "wield"
  | "aim"
  | "shoulder"
  | "both"
  | "spread";

/**
 * A thing in a hand. Paths in hundredths of a head's height from the middle of the grip; a line of 1 is a thin and of 2 a bold
 * pen line, negative is white. Drawn for who looks to the right.
 */
export interface HeldThing {
  carriage: Carriage;
  /** `fist`: the fingers close round it; `pinch`: between thumb and fingers; `palm`: it stands on the hand. */
  grip: "fist" | "pinch" | "palm";
  /** Stands upright on the page, or goes on where the hand points. */
  lies: "upright" | "along";
  /** Degrees clockwise from upright. */
  tilt: number;
  /** Reaches to the ground: as long as its owner is tall. */
  tall: boolean;
  shapes: readonly PropShape[];
}

const handle = (half: number, drop: number): string => strokeOf(-half, drop, -half * 0.6, 4, half * 0.6, 4, half, drop);
const thing = (
  carriage: Carriage,
  grip: HeldThing["grip"],
  shapes: readonly PropShape[],
  more: Partial<Pick<HeldThing, "lies" | "tilt" | "tall">> = {},
): HeldThing => ({ carriage, grip, lies: "upright", tilt: 0, tall: false, shapes, ...more });

const flame = (y: number, size: number): readonly PropShape[] => [
  [
    `M0 ${y - size}C${size * 0.5} ${y - size * 0.5} ${size * 0.42} ${y} 0 ${y}C${-size * 0.42} ${y} ${-size * 0.5} ${y - size * 0.5} 0 ${y - size}Z`,
    "w",
    1,
  ],
  [
    `M0 ${y - size * 0.55}C${size * 0.2} ${y - size * 0.3} ${size * 0.18} ${y - size * 0.06} 0 ${y - size * 0.04}C${-size * 0.18} ${y - size * 0.06} ${-size * 0.2} ${y - size * 0.3} 0 ${y - size * 0.55}Z`,
    2,
    0,
  ],
];

const writing = (x: number, y: number, width: number, rows: number, gap: number): readonly PropShape[] =>
  Array.from({ length: rows }, (_, i): PropShape => {
    const end = x + width * (i === rows - 1 ? 0.55 : 1 - 0.08 * (i % 2));
    return [strokeOf(x, y + i * gap, end, y + i * gap), "n", 0.8];
  });

const lamp = thing("lift", "fist", [
  [handle(15, 24), "n", 1.4],
  [poly(-10, 14, 10, 14, 17, 26, -17, 26), "k", 1],
  [poly(-15, 26, 15, 26, 18, 66, -18, 66), "w", 1.4],
  ...flame(62, 26),
  [poly(-21, 66, 21, 66, 17, 80, -17, 80), "k", 1],
]);
const paperLantern = thing("lift", "fist", [
  [strokeOf(0, 0, 0, 16), "n", 1.4],
  [oval(0, 52, 27, 34), "w", 1.6],
  [strokeOf(-22, 34, 22, 34), "n", 0.8],
  [strokeOf(-27, 46, 27, 46), "n", 0.8],
  [strokeOf(-27, 58, 27, 58), "n", 0.8],
  [strokeOf(-22, 70, 22, 70), "n", 0.8],
  [poly(-13, 14, 13, 14, 13, 21, -13, 21), "k", 1],
  [poly(-13, 84, 13, 84, 13, 91, -13, 91), "k", 1],
]);
const letter = thing(
  "read",
  "pinch",
  [[poly(-34, -70, 30, -70, 30, 12, -34, 12), "w", 1.5], ...writing(-26, -58, 48, 6, 10)],
  { tilt: 8 },
);
const cup = thing("present", "fist", [
  ["M18 -26C34 -28 34 -8 16 -8", "n", 1.6],
  [poly(-19, -36, 19, -36, 15, 6, -15, 6), "w", 1.5],
  [oval(0, -36, 19, 5), 3, 1.2],
]);
const yunomi = thing("present", "fist", [
  [poly(-17, -38, 17, -38, 15, 6, -15, 6), "w", 1.5],
  [poly(-17, -24, 17, -24, 16, -14, -16, -14), 5, 0],
  [oval(0, -38, 17, 4.5), 3, 1.2],
]);
const staff = (shapes: readonly PropShape[]): HeldThing => thing("prop", "fist", shapes, { tall: true });
const stick = staff([
  [poly(-5, -12, 5, -12, 3.5, 386, -3.5, 386), "k", 1],
  [oval(0, -14, 9, 8), "w", 1.4],
]);
/** As long as a man is to the shoulder. */
const rifle = thing(
  "shoulder",
  "fist",
  [
    [poly(-165, 10, -96, -8, -62, -8, -30, -9, -30, 8, -66, 10, -92, 12, -158, 44), 5, 1.4],
    [poly(-30, -9, 110, -8, 110, 5, -30, 8), 5, 1.4],
    [poly(-36, -14, 262, -12, 262, -5, -36, -5), "k", 1],
    [poly(-44, -17, -26, -17, -30, -9, -42, -9), "k", 1],
    ["M-52 10C-52 24 -32 24 -30 9", "n", 1.2],
  ],
  { lies: "along", tilt: 7 },
);
const pistolShapes: readonly PropShape[] = [
  // Butt, curved back from the hand; trigger guard with its trigger; barrel with its sight; cylinder; hammer.
  ["M-14 -16L4 -12C2 -4 -2 2 -4 8C-6 16 -8 24 -10 32L-26 30C-24 14 -20 -2 -14 -16Z", 5, 1.2],
  ["M4 -9C4 6 20 6 20 -9", "n", 1.8],
  [strokeOf(11, -9, 8, -1), "n", 1.6],
  [poly(12, -25, 70, -25, 70, -15, 12, -14), "k", 1],
  [poly(64, -30, 69, -30, 69, -25, 63, -25), "k", 0.6],
  ["M-14 -24L14 -27L24 -26L24 -10L4 -9L-14 -14Z", "k", 1],
  [poly(4, -29, 22, -29, 22, -9, 4, -9), 4, 1.2],
  ["M-12 -23L-22 -33L-26 -29L-18 -19Z", "k", 0.8],
  [strokeOf(28, -21, 64, -21), "n", -1],
];
const bottle = thing("present", "fist", [
  ["M-15 26L15 26L15 -26C15 -42 6 -44 6 -56L6 -78L-6 -78L-6 -56C-6 -44 -15 -42 -15 -26Z", "k", 1],
  [strokeOf(-8, -24, -8, 2), "n", -1.4],
  [poly(-7, -84, 7, -84, 7, -74, -7, -74), "w", 1.2],
]);
const keyShapes: readonly PropShape[] = [
  [oval(0, 0, 12, 12), "n", 2],
  [poly(-3, -12, 3, -12, 3, -60, -3, -60), "k", 0.8],
  [poly(3, -58, 16, -58, 16, -50, 3, -50), "k", 0.8],
  [poly(3, -44, 13, -44, 13, -37, 3, -37), "k", 0.8],
];

/** Things by the words that the script uses. What is not here is not drawn. */
export const heldThings: Readonly<Record<string, HeldThing>> = {
  lamp,
  lantern: lamp,
  "paper-lantern": paperLantern,
  // A splinter of resinous wood, burning at its end.
  torch: thing(
    "raise",
    "fist",
    [
      ["M-4 34L-6 -44L-2 -52L3 -46L7 -50L5 34L0 38Z", 5, 1.3],
      [strokeOf(0, 28, -1, -36), "n", 0.8],
      ["M0 -36C-16 -42 -18 -58 -11 -72C-9 -64 -5 -62 -4 -66C-7 -82 2 -92 3 -106C11 -92 19 -80 14 -63C18 -66 18 -70 18 -75C25 -58 16 -40 0 -36Z", "w", 1.4],
      ["M0 -41C-8 -46 -7 -56 0 -70C8 -58 9 -46 0 -41Z", 1, 0.8],
    ],
    { tilt: 12 },
  ),
  candle: thing("raise", "fist", [
    [oval(0, -10, 22, 6), "w", 1.4],
    [poly(-6, -14, 6, -14, 6, -56, -6, -56), "w", 1.3],
    ...flame(-58, 30),
  ]),
  letter,
  paper: letter,
  telegram: letter,
  note: letter,
  newspaper: thing("spread", "pinch", []),
  book: thing(
    "read",
    "pinch",
    [
      [poly(-48, -62, 0, -54, 48, -62, 48, 8, 0, 16, -48, 8), 6, 1.6],
      [poly(-44, -66, 0, -58, 44, -66, 44, -60, 0, -52, -44, -60), "w", 1.2],
      [strokeOf(0, -54, 0, 15), "n", 1.6],
    ],
    { tilt: 4 },
  ),
  cup,
  yunomi,
  bowl: thing("present", "palm", [
    ["M-34 -34C-32 -6 -14 2 -12 2L12 2C14 2 32 -6 34 -34Z", "k", 1.2],
    [oval(0, -34, 34, 8), "w", 1.4],
    ["M-26 -35C-16 -48 16 -48 26 -35C10 -30 -10 -30 -26 -35Z", "w", 1],
    ["M-24 -22C-18 -10 -10 -6 -4 -4", "n", -1.2],
  ]),
  bottle,
  sack: thing("raise", "fist", [
    ["M-4 -6C-30 4 -92 10 -104 62C-112 110 -84 138 -42 136C0 134 22 104 18 62C16 34 8 10 6 -6Z", 3, 1.8],
    ["M-10 -16C-4 -8 6 -8 12 -18", "n", 1.6],
    ["M-6 4C-22 24 -46 34 -60 56", "n", 1],
    ["M4 10C4 34 -6 58 -18 76", "n", 1],
  ]),
  vial: thing("present", "pinch", [
    ["M-10 16L10 16L10 -16L5 -24L5 -34L-5 -34L-5 -24L-10 -16Z", "w", 1.3],
    [poly(-10, -4, 10, -4, 10, 16, -10, 16), 6, 0],
    [poly(-6, -40, 6, -40, 6, -32, -6, -32), "k", 0.8],
  ]),
  pipe: thing("present", "fist", [
    ["M-12 -34L10 -34L9 -12C9 -4 2 0 -4 -2C-10 -4 -12 -14 -12 -34Z", "k", 1],
    ["M4 -6C20 -8 30 -22 46 -40", "n", 2.4],
    ["M-4 -40C-14 -52 6 -58 -4 -74", "n", 0.9],
  ]),
  cigar: thing(
    "present",
    "pinch",
    [
      [poly(-4, -52, 4, -52, 5, 4, -5, 4), 6, 1],
      [poly(-4, -58, 4, -58, 4, -50, -4, -50), "w", 1],
      ["M0 -62C-10 -74 10 -82 0 -98", "n", 0.9],
    ],
    { tilt: 30 },
  ),
  sword: thing(
    "wield",
    "fist",
    [
      [poly(-6, -20, 6, -20, 5, -280, 0, -300, -5, -280), "w", 1.5],
      [strokeOf(0, -24, 0, -262), "n", 0.8],
      [poly(-26, -24, 26, -24, 26, -16, -26, -16), "k", 1],
      [poly(-4, -16, 4, -16, 4, 22, -4, 22), "k", 1],
      [oval(0, 25, 7, 6), "k", 1],
    ],
    { tilt: 30 },
  ),
  katana: thing(
    "wield",
    "fist",
    [
      ["M-5 -20C-3 -110 2 -200 18 -282C8 -264 -8 -140 5 -20Z", "w", 1.4],
      ["M6 -20C8 -110 10 -200 18 -282C0 -200 -5 -110 -5 -20Z", "w", 1.4],
      [poly(-14, -23, 14, -23, 14, -17, -14, -17), "k", 1],
      [poly(-5, -17, 5, -17, 5, 42, -5, 42), "k", 1],
    ],
    { tilt: 28 },
  ),
  knife: thing(
    "wield",
    "fist",
    [
      ["M-5 -16L5 -16L6 -58L-1 -84L-5 -70Z", "w", 1.4],
      [poly(-9, -18, 9, -18, 9, -13, -9, -13), "k", 0.8],
      [poly(-4, -14, 4, -14, 4, 20, -4, 20), "k", 0.8],
    ],
    { tilt: 24 },
  ),
  pistol: thing("aim", "fist", pistolShapes, { lies: "along" }),
  rifle,
  gun: rifle,
  stick,
  cane: stick,
  broom: staff([
    [poly(-4, -120, 4, -120, 4, 250, -4, 250), "w", 1.3],
    [poly(-11, 246, 11, 246, 36, 384, -36, 384), 4, 1.5],
    [poly(-12, 252, 12, 252, 15, 268, -15, 268), "k", 1],
    [strokeOf(-10, 290, -22, 380), "n", 0.9],
    [strokeOf(0, 290, 0, 382), "n", 0.9],
    [strokeOf(10, 290, 22, 380), "n", 0.9],
  ]),
  oars: staff([
    [poly(-4, -200, 4, -200, 4, 386, -4, 386), "w", 1.3],
    ["M-4 -110C-20 -140 -18 -220 -8 -240L8 -240C18 -220 20 -140 4 -110Z", 3, 1.4],
  ]),
  umbrella: staff([
    ["M-14 -4C-18 -24 4 -26 2 -8L2 30", "n", 2.4],
    ["M-4 26L8 26C18 120 14 220 3 300L-1 300C-14 220 -14 120 -4 26Z", "k", 1.2],
    [strokeOf(2, 50, 1, 284), "n", -0.9],
    [poly(-1, 300, 3, 300, 2, 386, 0, 386), "k", 1],
  ]),
  basket: thing("low", "fist", [
    ["M-36 56C-36 -10 36 -10 36 56", "n", 2],
    [poly(-44, 54, 44, 54, 34, 104, -34, 104), 3, 1.5],
    [poly(-46, 50, 46, 50, 46, 60, -46, 60), "w", 1.3],
    [strokeOf(-40, 76, 40, 76), "n", 0.9],
    [strokeOf(-37, 90, 37, 90), "n", 0.9],
  ]),
  bag: thing("low", "fist", [
    [handle(20, 30), "n", 2],
    ["M-40 30C-52 44 -54 84 -46 96L46 96C54 84 52 44 40 30Z", 6, 1.6],
    [poly(-40, 28, 40, 28, 38, 38, -38, 38), "k", 1],
    [poly(-5, 34, 5, 34, 5, 46, -5, 46), "w", 1],
  ]),
  /** Clothes rolled up and clasped to the breast, an end hanging down. */
  bundle: thing("both", "fist", [
    ["M-8 30C-20 60 -22 84 -14 112L14 104L34 114C40 84 36 56 26 28Z", 4, 1.6],
    ["M6 40C2 60 0 80 4 98", "n", 1],
    ["M20 42C22 62 22 80 22 96", "n", 1],
    ["M-66 4C-70 -30 -40 -42 0 -40C44 -44 70 -28 66 6C64 34 36 40 0 38C-36 42 -64 32 -66 4Z", 4, 1.8],
    ["M-62 -2C-40 -18 -12 -22 22 -18", "n", 1.1],
    ["M-58 14C-26 2 10 0 52 6", "n", 1.1],
    ["M-44 28C-14 18 16 18 44 26", "n", 1],
    ["M44 -30C54 -16 54 6 46 26", "n", 1.1],
  ]),
  bucket: thing("low", "fist", [
    ["M-36 48C-32 -8 32 -8 36 48", "n", 1.6],
    [poly(-36, 46, 36, 46, 27, 116, -27, 116), "w", 1.6],
    [oval(0, 46, 36, 8), 4, 1.3],
    [poly(-34, 62, 34, 62, 33, 70, -33, 70), "k", 0.8],
    [poly(-29, 98, 29, 98, 28, 106, -28, 106), "k", 0.8],
  ]),
  kettle: thing("low", "fist", [
    ["M-26 34C-26 -10 26 -10 26 34", "n", 2],
    ["M28 52C44 50 46 34 58 30", "n", 2.6],
    ["M-34 58C-36 34 36 34 34 58C34 84 -34 84 -34 58Z", "k", 1],
    ["M-24 54C-22 48 -14 45 -8 44", "n", -1.2],
  ]),
  box: thing("both", "fist", [
    [poly(-58, -44, 58, -44, 58, 40, -58, 40), "w", 1.7],
    [poly(-58, -44, 58, -44, 58, -26, -58, -26), 4, 1.4],
    [poly(-7, -32, 7, -32, 7, -16, -7, -16), "k", 1],
  ]),
  tray: thing("both", "palm", [
    [poly(-28, -48, -6, -48, -9, -14, -25, -14), "w", 1.3],
    [poly(8, -40, 30, -40, 27, -14, 11, -14), "w", 1.3],
    [poly(-64, -14, 64, -14, 58, -4, -58, -4), "k", 1.2],
  ]),
  flower: thing("present", "pinch", [
    [strokeOf(2, 24, -2, -46), "n", 1.5],
    ["M-1 -14C12 -28 22 -26 28 -36C14 -40 4 -30 -1 -14Z", 5, 1],
    ...[0, 72, 144, 216, 288].map((turn): PropShape => {
      const [c, s] = [steady.cos((turn * Math.PI) / 180), steady.sin((turn * Math.PI) / 180)];
      return [oval(-2 + 13 * c, -58 + 13 * s, 11, 11), "w", 1.2];
    }),
    [oval(-2, -58, 7, 7), 6, 1],
  ]),
  branch: thing("present", "fist", [
    ["M4 60C0 10 -6 -40 6 -110", "n", 2.4],
    ["M0 -30C16 -44 26 -44 34 -60M-2 -60C-16 -70 -22 -72 -30 -88", "n", 1.6],
    ...[
      [34, -64],
      [22, -46],
      [-30, -92],
      [-18, -72],
      [7, -118],
      [10, -92],
    ].map(([x = 0, y = 0]): PropShape => [oval(x, y, 7, 12), 5, 1]),
  ]),
  fan: thing(
    "present",
    "fist",
    [
      ["M0 6L-52 -58C-30 -88 30 -88 52 -58Z", "w", 1.5],
      [strokeOf(0, 4, -28, -76), "n", 0.9],
      [strokeOf(0, 4, 0, -80), "n", 0.9],
      [strokeOf(0, 4, 28, -76), "n", 0.9],
      ["M-43 -48C-24 -70 24 -70 43 -48L52 -58C30 -88 -30 -88 -52 -58Z", 4, 1],
    ],
    { tilt: -12 },
  ),
  key: thing("present", "pinch", keyShapes),
  keys: thing("present", "fist", [
    [oval(0, 20, 18, 18), "n", 1.8],
    [poly(-9, 36, -4, 36, -8, 84, -13, 84), "k", 0.8],
    [poly(6, 36, 11, 36, 17, 80, 12, 80), "k", 0.8],
  ]),
  rope: thing("low", "fist", [
    [oval(0, 56, 30, 50), "n", 4],
    [oval(2, 54, 24, 42), "n", 3],
    [oval(0, 56, 30, 50), "n", -1],
  ]),
  hat: thing("low", "pinch", [
    ["M-34 20C-34 74 34 74 34 20Z", "k", 1.2],
    [poly(-34, 20, 34, 20, 34, 32, -34, 32), 5, 1],
    ["M-54 20C-30 8 30 8 54 20C30 28 -30 28 -54 20Z", "k", 1.2],
  ]),
  kasa: thing("low", "pinch", [
    ["M-62 24L0 66L62 24C30 10 -30 10 -62 24Z", 3, 1.5],
    ["M-30 28L0 64M30 28L0 64M0 22L0 66", "n", 0.9],
  ]),
  bell: thing("lift", "fist", [
    [poly(-4, -16, 4, -16, 4, 18, -4, 18), "k", 1],
    ["M-9 18C-12 42 -26 50 -30 74L30 74C26 50 12 42 9 18Z", "w", 1.6],
    [poly(-30, 66, 30, 66, 31, 74, -31, 74), "k", 0.8],
    [oval(0, 79, 7, 7), "k", 0.8],
  ]),
  fish: thing("low", "fist", [
    [poly(-18, -24, 0, -6, 18, -24, 9, 14, -9, 14), 6, 1.3],
    ["M0 4C-34 34 -32 98 4 138C26 100 24 34 0 4Z", "w", 1.6],
    ["M0 4C-34 34 -32 98 4 138C-4 100 -6 50 0 4Z", 6, 1],
    ["M-14 108C-4 100 10 102 16 110", "n", 1.2],
    [oval(6, 122, 3.5, 3.5), "k", 0],
    ["M18 60C30 62 34 74 30 84L20 78Z", 5, 1],
  ]),
  watch: thing("present", "pinch", [
    ["M-2 -2C-24 30 -30 50 -52 54", "n", 1.2],
    [oval(0, -28, 22, 22), "k", 1],
    [oval(0, -28, 17, 17), "w", 1],
    [strokeOf(0, -28, 0, -40), "n", 1.2],
    [strokeOf(0, -28, 9, -24), "n", 1.2],
  ]),
  coin: thing("present", "pinch", [
    [oval(0, -10, 13, 13), "w", 1.5],
    [oval(0, -10, 8, 8), "n", 0.9],
  ]),
  ring: thing("present", "pinch", [
    [oval(0, -10, 10, 10), "n", 2.2],
    [poly(-5, -24, 5, -24, 7, -19, 0, -14, -7, -19), "w", 1],
  ]),
  stone: thing("present", "fist", [["M-24 -6C-26 -30 -4 -36 10 -32C26 -26 26 -4 16 2C2 8 -18 8 -24 -6Z", 6, 1.6]]),
  pen: thing(
    "present",
    "fist",
    [
      [poly(-2.4, -48, 2.4, -48, 3, 26, -3, 26), "w", 1.1],
      ["M-3.4 26L3.4 26L0.8 42L-0.8 42Z", "k", 0.8],
    ],
    { tilt: 16 },
  ),
  brush: thing(
    "present",
    "fist",
    [
      [poly(-3, -54, 3, -54, 3.4, 26, -3.4, 26), "w", 1.1],
      ["M-3.4 26C-7 34 -3 40 0 48C3 40 7 34 3.4 26Z", "k", 0.8],
    ],
    { tilt: 12 },
  ),
  axe: thing(
    "wield",
    "fist",
    [
      [poly(-5, -130, 5, -130, 5, 60, -5, 60), 3, 1.4],
      ["M-8 -128L8 -128C24 -136 38 -136 48 -144L48 -82C38 -92 24 -96 8 -96L-8 -96Z", "k", 1.2],
      [strokeOf(44, -138, 44, -88), "n", -1.4],
    ],
    { tilt: 18 },
  ),
  bow: thing("raise", "fist", [
    ["M-40 -170C14 -120 14 120 -40 170", "n", 3],
    [strokeOf(-40, -170, -40, 170), "n", 0.8],
  ]),
  mirror: thing("present", "fist", [
    [poly(-4, -20, 4, -20, 4, 20, -4, 20), "k", 1],
    [oval(0, -52, 28, 34), "k", 1],
    [oval(0, -52, 22, 28), "w", 1],
    [strokeOf(-10, -44, 8, -66), "n", 0.9],
  ]),
  spectacles: thing("present", "pinch", [
    [oval(-18, -12, 14, 11), "w", 1.4],
    [oval(16, -12, 14, 11), "w", 1.4],
    [strokeOf(-4, -14, 2, -14), "n", 1.4],
  ]),
  egg: thing("present", "pinch", [["M-13 -10C-13 -34 13 -34 13 -10C13 4 -13 4 -13 -10Z", "w", 1.4]]),
  mushroom: thing("present", "pinch", [
    [poly(-6, -14, 6, -14, 8, 12, -8, 12), "w", 1.3],
    ["M-26 -12C-22 -40 22 -40 26 -12Z", 5, 1.4],
  ]),
  /** A hoop on a pole, its bag hanging from it. */
  net: thing("raise", "fist", [
    [poly(-6, 50, 0, 52, 40, -106, 34, -108), "w", 1.3],
    ["M36 -110C38 -72 54 -44 76 -38C98 -44 112 -74 114 -110Z", "w", 1.3],
    ["M50 -102C54 -72 64 -50 76 -40M66 -100C68 -72 72 -52 76 -40M86 -100C84 -72 80 -52 76 -40M102 -102C98 -72 88 -50 76 -40", "n", 0.7],
    ["M38 -92C58 -82 94 -82 112 -92M42 -72C60 -62 92 -62 108 -72M54 -54C66 -48 86 -48 98 -54", "n", 0.7],
    [oval(75, -110, 39, 10), "n", 2],
  ]),
  cards: thing("present", "pinch", [
    [poly(-36, -40, -14, -52, 2, -6, -14, 4), "w", 1.2],
    [poly(-16, -54, 10, -54, 10, -2, -12, -2), "w", 1.2],
    [poly(12, -52, 34, -42, 18, 2, 4, -4), "w", 1.2],
    [oval(-2, -38, 4, 4), "k", 0],
  ]),
  cake: thing("present", "palm", [
    ["M-28 -8L28 -8L26 -34C14 -42 -14 -42 -26 -34Z", "w", 1.4],
    ["M-26 -34C-14 -42 14 -42 26 -34L27 -24C18 -18 12 -28 4 -22C-4 -16 -12 -26 -27 -24Z", 5, 1],
    [oval(0, -6, 38, 6), "w", 1.4],
  ]),
  plates: thing("both", "palm", [
    [oval(0, -22, 44, 8), "w", 1.4],
    [oval(0, -14, 44, 8), "w", 1.4],
    [oval(0, -6, 44, 8), "w", 1.4],
    [oval(0, -23, 26, 4), "n", 0.9],
  ]),
  chestnuts: thing("present", "palm", [
    ["M-32 -8C-32 -30 -18 -30 -16 -40C-14 -30 0 -30 0 -8Z", 7, 1.2],
    ["M0 -8C0 -30 14 -30 16 -40C18 -30 32 -30 32 -8Z", 7, 1.2],
    ["M-16 -14C-16 -36 -2 -36 0 -46C2 -36 16 -36 16 -14Z", 7, 1.2],
  ]),
  teapot: thing("both", "palm", [
    ["M32 -24C50 -26 48 -48 60 -52", "n", 2.6],
    ["M-30 -44C-54 -46 -54 -14 -30 -16", "n", 2],
    ["M-34 -30C-36 -60 36 -60 34 -30C34 -4 -34 -4 -34 -30Z", "w", 1.6],
    [oval(0, -54, 18, 4), "w", 1.2],
    [oval(0, -60, 5, 5), "k", 0.8],
  ]),
  pan: thing(
    "wield",
    "fist",
    [
      [poly(-4, -40, 4, -40, 4, 20, -4, 20), "k", 1],
      [oval(0, -72, 34, 32), "k", 1],
      [oval(0, -72, 27, 25), 4, 0.9],
    ],
    { tilt: 60 },
  ),
};

/** What both hands work with: drawn along the line from the one hand to the other and on. */
export const tools = {
  spade: thing(
    "both",
    "fist",
    [
      [poly(-78, -4, 150, -4, 150, 4, -78, 4), "w", 1.3],
      [poly(-92, -18, -78, -18, -78, 18, -92, 18), 5, 1.3],
      ["M150 -22C190 -26 214 -22 236 0C214 22 190 26 150 22Z", 4, 1.5],
      [strokeOf(158, 0, 216, 0), "n", 0.9],
    ],
    { lies: "along" },
  ),
  /** It runs on to whatever is pulled, out of the picture. */
  rope: thing(
    "both",
    "fist",
    [
      ["M-70 10C-100 60 -60 90 -90 150", "n", 4.4],
      ["M-70 10C-100 60 -60 90 -90 150", "n", -2],
      [poly(-72, 2, 900, -12, 900, -3, -70, 12), "w", 1.3],
      [Array.from({ length: 30 }, (_, i) => strokeOf(i * 28 - 60, 10, i * 28 - 48, 1)).join(""), "n", 0.9],
    ],
    { lies: "along" },
  ),
};

/** The flash and the smoke before the mouth of a gun, which ends `at` hundredths from the grip. */
const flashAt = (at: number, y: number): readonly PropShape[] => [
  [
    `M${at + 2} ${y - 8}L${at + 34} ${y - 22}L${at + 28} ${y - 9}L${at + 66} ${y - 14}L${at + 40} ${y}L${at + 74} ${y + 12}L${at + 32} ${y + 9}L${at + 38} ${y + 26}L${at + 2} ${y + 8}Z`,
    "w",
    1.5,
  ],
  [oval(at + 84, y - 30, 22, 17), "w", 1.1],
  [oval(at + 60, y - 48, 15, 12), "w", 1.1],
  [oval(at + 112, y - 50, 17, 13), "w", 1.1],
];

/** A gun as it goes off. */
export const fired: Readonly<Record<"pistol" | "rifle", HeldThing>> = {
  pistol: thing("aim", "fist", [...pistolShapes, ...flashAt(66, -16)], { lies: "along" }),
  rifle: { ...rifle, shapes: [...rifle.shapes, ...flashAt(262, -8)] },
};

/** What goes to the mouth from the other hand. */
export const utensils = {
  /** Its stem leads back to the mouth. */
  pipe: thing("present", "fist", [
    ["M-11 -36L11 -36L9 -12C8 -2 2 2 -4 0C-10 -2 -11 -14 -11 -36Z", "k", 1],
    ["M-6 -6C-22 -10 -32 -24 -44 -42", "n", 2.6],
    ["M4 -42C-8 -56 14 -64 4 -84", "n", 0.9],
  ]),
  chopsticks: thing(
    "present",
    "fist",
    [
      [poly(-5, -74, -3, -74, 1, 40, -3, 40), "k", 1],
      [poly(3, -74, 5, -74, 7, 40, 3, 40), "k", 1],
    ],
    { tilt: -40 },
  ),
  spoon: thing(
    "present",
    "fist",
    [
      [poly(-2, -22, 2, -22, 3, 40, -3, 40), "w", 1.2],
      [oval(0, -30, 8, 11), "w", 1.4],
    ],
    { tilt: -14 },
  ),
};

/** The form that a thing has where people wear kimono. */
export const japaneseForms: Readonly<Record<string, string>> = {
  lantern: "paper-lantern",
  lamp: "paper-lantern",
  cup: "yunomi",
  sword: "katana",
  hat: "kasa",
};
