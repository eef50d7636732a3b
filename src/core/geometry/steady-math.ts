/**
 * Functions that engines may each round in their own way, and do: with those of `Math`, one page in thirty of a comic had other bytes in workerd than on
 * Node. These use only what IEEE 754 rounds in one way (+, −, ×, ÷ and the square root), and are right to some units in the last place. Angles in radians.
 */

const halfPi = Math.PI / 2;
/** π/2 in three parts: the first two have so few bits that their multiples are exact up to some millions of turns. */
const [piHigh, piLow] = [Math.fround(halfPi), halfPi - Math.fround(halfPi)];
const piRest = 6.123233995736766e-17;
/** ln 2 in two parts likewise. */
const [lnHigh, lnLow] = [Math.fround(Math.LN2), Math.LN2 - Math.fround(Math.LN2)];

const signed = (n: number): number => (n % 4 < 2 ? 1 : -1) / factorial(n);
/** Terms of sine and cosine by their powers; written out below, since these two are what a page asks for most. */
const [s3, s5, s7, s9, s11, s13, s15, s17] = [
  signed(3),
  signed(5),
  signed(7),
  signed(9),
  signed(11),
  signed(13),
  signed(15),
  signed(17),
] as const;
const [c2, c4, c6, c8, c10, c12, c14, c16] = [
  signed(2),
  signed(4),
  signed(6),
  signed(8),
  signed(10),
  signed(12),
  signed(14),
  signed(16),
] as const;
const exponentialTerms = Array.from({ length: 14 }, (_, i) => 1 / factorial(i + 1));
const arcTerms = Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? -1 : 1) / (2 * i + 3));
const logarithmTerms = Array.from({ length: 11 }, (_, i) => 1 / (2 * i + 3));

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}

/** The terms as a polynomial at `x`, the first without it. */
function polynomial(terms: readonly number[], x: number): number {
  let sum = 0;
  for (let i = terms.length - 1; i >= 0; i--) sum = sum * x + (terms[i] ?? 0);
  return sum;
}

export function sin(x: number): number {
  return x === 0 ? x : sineOfQuarter(x, 0);
}

export function cos(x: number): number {
  return sineOfQuarter(x, 1);
}

export function tan(x: number): number {
  return sin(x) / cos(x);
}

/** The sine, so many quarters of a turn on. */
function sineOfQuarter(x: number, ahead: number): number {
  const quarters = Math.round(x / halfPi);
  const rest = x - quarters * piHigh - quarters * piLow - quarters * piRest;
  const square = rest * rest;
  const turned = quarters + ahead;
  const quarter = turned - 4 * Math.floor(turned / 4);
  const value = quarter % 2 === 0 ? sineNearZero(rest, square) : cosineNearZero(square);
  return quarter < 2 ? value : -value;
}

function sineNearZero(x: number, q: number): number {
  return x + x * q * (s3 + q * (s5 + q * (s7 + q * (s9 + q * (s11 + q * (s13 + q * (s15 + q * s17)))))));
}

function cosineNearZero(q: number): number {
  return 1 + q * (c2 + q * (c4 + q * (c6 + q * (c8 + q * (c10 + q * (c12 + q * (c14 + q * c16)))))));
}

export function atan(x: number): number {
  if (x === 0 || Number.isNaN(x)) return x;
  const size = Math.abs(x);
  const angle = size > 1 ? halfPi - arcOfSmall(1 / size) : arcOfSmall(size);
  return x < 0 ? -angle : angle;
}

/** The arc of a tangent from 0 to 1: four times that of a fourth of it, where the series is short. */
function arcOfSmall(tangent: number): number {
  const half = tangent / (1 + Math.sqrt(1 + tangent * tangent));
  const fourth = half / (1 + Math.sqrt(1 + half * half));
  const square = fourth * fourth;
  return 4 * (fourth + fourth * square * polynomial(arcTerms, square));
}

export function atan2(y: number, x: number): number {
  const below = y < 0 || Object.is(y, -0);
  if (x === 0 && y === 0) return Object.is(x, -0) ? (below ? -Math.PI : Math.PI) : y;
  const angle = arcOfSides(Math.abs(y), Math.abs(x));
  const upper = x < 0 ? Math.PI - angle : angle;
  return below ? -upper : upper;
}

/** The angle of a triangle with a right one, by the side across and the side along; either may be without end. */
function arcOfSides(across: number, along: number): number {
  if (across === along) return halfPi / 2;
  return across > along ? halfPi - arcOfSmall(along / across) : arcOfSmall(across / along);
}

export function asin(x: number): number {
  return x === 0 ? x : atan2(x, Math.sqrt((1 - x) * (1 + x)));
}

export function acos(x: number): number {
  return atan2(Math.sqrt((1 - x) * (1 + x)), x);
}

export function exp(x: number): number {
  if (!(Math.abs(x) < 800)) return x > 0 ? Infinity : x < 0 ? 0 : x;
  const doublings = Math.round(x / Math.LN2);
  const rest = x - doublings * lnHigh - doublings * lnLow;
  // In two steps, since the power alone may have no place among the numbers where the product has one.
  const half = Math.trunc(doublings / 2);
  return (1 + rest * polynomial(exponentialTerms, rest)) * 2 ** half * 2 ** (doublings - half);
}

export function log(x: number): number {
  const parts = partsOf(x);
  return parts ? parts.doublings * lnHigh + (parts.doublings * lnLow + logOfPart(parts.part)) : atZeroOrNone(x);
}

export function log2(x: number): number {
  const parts = partsOf(x);
  return parts ? parts.doublings + logOfPart(parts.part) / Math.LN2 : atZeroOrNone(x);
}

export function log10(x: number): number {
  const value = log(x) / Math.LN10;
  const whole = Math.round(value);
  return Math.abs(whole) < 22 && 10 ** whole === x ? whole : value;
}

const atZeroOrNone = (x: number): number => (x === 0 ? -Infinity : x === Infinity ? x : Number.NaN);

const bits = new DataView(new ArrayBuffer(8));

/** A number above 0 as a part around 1 times a power of 2. */
function partsOf(x: number): { part: number; doublings: number } | null {
  if (!(x > 0 && x < Infinity)) return null;
  // Numbers near 0 have no bits to spare; made larger first.
  if (x < 2 ** -1000) {
    const parts = partsOf(x * 2 ** 100);
    return parts && { ...parts, doublings: parts.doublings - 100 };
  }
  bits.setFloat64(0, x);
  const doublings = (bits.getUint16(0) >> 4) - 1023;
  const part = x / 2 ** doublings;
  return part > Math.SQRT2 ? { part: part / 2, doublings: doublings + 1 } : { part, doublings };
}

/** The logarithm of a number around 1. */
function logOfPart(part: number): number {
  const s = (part - 1) / (part + 1);
  const square = s * s;
  return 2 * (s + s * square * polynomial(logarithmTerms, square));
}

export function cbrt(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  const size = Math.abs(x);
  const near = exp(log(size) / 3);
  const root = near - (near * near * near - size) / (3 * near * near);
  return x < 0 ? -root : root;
}

export function tanh(x: number): number {
  if (Math.abs(x) > 20) return Math.sign(x);
  // Near 0 the difference below would lose what is there.
  if (Math.abs(x) < 0.01) return x - x * x * x * (1 / 3 - x * x * (2 / 15 - (x * x * 17) / 315));
  const square = exp(2 * x);
  return (square - 1) / (square + 1);
}
