/**
 * Woven stuff, as short slanting threads. Clothes are woven or printed and not dotted: a coat in the screen of the wall behind it would
 * sink into the wall, and the lines of its seams between dots would be lost. Nor do the threads run through: a robe would be striped.
 */
const weaves = {
  /** Light wool and linen. */
  flannel: { wide: 8, high: 5, width: 1, ground: "#fff", thread: "#000" },
  tweed: { wide: 8, high: 4, width: 1.6, ground: "#fff", thread: "#000" },
  /** Dark cloth on which folds in ink can still be seen. */
  serge: { wide: 8, high: 4, width: 1.5, ground: "#000", thread: "#fff" },
} as const;

/** Squares that repeat, of an edge in page units, and what is drawn in them. */
const prints = {
  stripe: { edge: 9, ground: "#fff", ink: '<path d="M3 0H4.6V9H3Z"/>' },
  pinstripe: { edge: 13, ground: "#000", ink: '<path d="M5 0H6.3V13H5Z" fill="#fff"/>' },
  check: {
    edge: 18,
    ground: "#fff",
    ink: '<path d="M0 0H5V18H0ZM0 0H18V5H0Z" fill-opacity=".28"/><path d="M11 0H12V18H11ZM0 11H18V12H0Z"/>',
  },
  /** Crosses dyed into the thread. */
  splash: {
    edge: 22,
    ground: "#000",
    ink: '<path d="M4 1H6V4H9V6H6V9H4V6H1V4H4ZM15 12H17V15H20V17H17V20H15V17H12V15H15Z" fill="#fff"/>',
  },
  sprig: {
    edge: 26,
    ground: "#fff",
    ink: '<path d="M7 3C10 0 12 4 8.5 6C13 6 11 11 7.5 8.5C7 13 2 11 5 7.5C1 8 1 3 5.5 5.5C4 2 6 0 7 3ZM20 16C23 13 25 17 21.5 19C26 19 24 24 20.5 21.5C20 26 15 24 18 20.5C14 21 14 16 18.5 18.5C17 15 19 13 20 16Z"/><path d="M18 4H20V6H18ZM5 18H7V20H5Z"/>',
  },
} as const;

type Fabric = keyof typeof weaves | keyof typeof prints;

/** Fill: threads or a printed pattern. Ids are of the kind that is changed for a smaller one far off, as the screens' are. */
export const fabric = (name: Fabric): string => `url(#tone-${name})`;

/** The patterns behind `fabric`; once per page. */
export function fabricDefs(): string {
  const woven = Object.entries(weaves).flatMap(([name, weave]) => [
    threads(`tone-${name}`, weave),
    // A closer weave would flicker in a page that is seen small.
    threads(`small-${name}`, weave),
  ]);
  const printed = Object.entries(prints).flatMap(([name, print]) => [
    repeat(`tone-${name}`, print, 1),
    repeat(`small-${name}`, print, 0.5),
  ]);
  return [...woven, ...printed].join("");
}

interface Weave {
  wide: number;
  high: number;
  width: number;
  ground: string;
  thread: string;
}

/**
 * Two short threads in an upright tile, the second a half to the right and below: it repeats without being turned or resampled, and its
 * threads lie flatter than folds do.
 */
function threads(id: string, { wide, high, width, ground, thread }: Weave): string {
  const one = (x: number, y: number): string =>
    `M${x + wide * 0.06} ${y + high * 0.4}L${x + wide * 0.44} ${y + high * 0.1}`;
  const path = one(0, 0) + one(wide / 2, high / 2);
  return tile(id, wide, high, ground, `<path d="${path}" stroke="${thread}" stroke-width="${width}" fill="none"/>`);
}

function repeat(
  id: string,
  { edge, ground, ink }: { edge: number; ground: string; ink: string },
  scale: number,
): string {
  return tile(id, edge * scale, edge * scale, ground, scale === 1 ? ink : `<g transform="scale(${scale})">${ink}</g>`);
}

const tile = (id: string, wide: number, high: number, ground: string, ink: string): string =>
  `<pattern id="${id}" width="${wide}" height="${high}" patternUnits="userSpaceOnUse"><rect width="${wide}" height="${high}" fill="${ground}"/>${ink}</pattern>`;
