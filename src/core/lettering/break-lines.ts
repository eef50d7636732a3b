/** What the search for line breaks needs to know, item by item. */
export interface BreakItem {
  width: number;
  /** Room before the next item of the same line. */
  space: number;
  /** Added to the width when a line ends here (the hyphen of a divided word). */
  endWidth: number;
  /** What a line end after this item costs; negative welcomes it. */
  endCost: number;
}

export interface BrokenLines {
  /** Index after the last item of each line. */
  ends: number[];
  widths: number[];
  /** Squared relative gaps and the costs of line ends, summed. */
  cost: number;
}

/**
 * The least widest chord of a shape whose line i is `shares[i]` times as wide as it and that holds the items.
 * Infinity where there are fewer items than lines.
 */
export function narrowestChord(items: readonly BreakItem[], shares: readonly number[]): number {
  const { starts, ends } = positions(items);
  const n = items.length;
  const whole = ends[n] ?? 0;
  // No shape needs more than twice the even share and the widest word; what is wider is not looked at.
  const widest = items.reduce((most, item) => Math.max(most, item.width + item.endWidth), 0);
  const sum = shares.reduce((total, share) => total + share, 0);
  const bound = 2 * (whole / sum) + widest / Math.min(...shares);
  let previous = new Float64Array(n + 1).fill(Infinity);
  previous[0] = 0;
  for (let line = 0; line < shares.length; line++) {
    const share = shares[line] ?? 0;
    const left = shares.length - 1 - line;
    const current = new Float64Array(n + 1).fill(Infinity);
    for (let from = line; from < n - left; from++) {
      const before = previous[from] ?? Infinity;
      if (before === Infinity) continue;
      for (let to = from + 1; to <= n - left; to++) {
        const chord = ((ends[to] ?? 0) - (starts[from] ?? 0)) / share;
        if (chord > bound && to > from + 1) break;
        const needed = Math.max(before, chord);
        if (needed < (current[to] ?? Infinity)) current[to] = needed;
      }
    }
    previous = current;
  }
  return previous[n] ?? Infinity;
}

/**
 * Breaks items into as many lines as there are shares, none wider than its share of the chord: the least sum of squared
 * relative gaps and costs of line ends (L5). `lastGap` weighs the gap of the last line.
 * Null where the chord does not hold them.
 */
export function breakLines(
  items: readonly BreakItem[],
  shares: readonly number[],
  chord: number,
  lastGap = 1,
): BrokenLines | null {
  const { starts, ends } = positions(items);
  const n = items.length;
  const lines = shares.length;
  const froms: Int32Array[] = [];
  let previous = new Float64Array(n + 1).fill(Infinity);
  previous[0] = 0;
  for (let line = 0; line < lines; line++) {
    const room = (shares[line] ?? 0) * chord + 1e-6;
    const current = new Float64Array(n + 1).fill(Infinity);
    const origin = new Int32Array(n + 1);
    for (let from = line; from < n; from++) {
      const before = previous[from] ?? Infinity;
      if (before === Infinity) continue;
      for (let to = from + 1; to <= n - (lines - 1 - line); to++) {
        const item = items[to - 1];
        const width = (ends[to] ?? 0) - (starts[from] ?? 0);
        if (!item || width - item.endWidth > room) break;
        const gap = (room - width) / room;
        const cost = before + (to < n ? gap * gap + item.endCost : lastGap * gap * gap);
        if (gap >= 0 && cost < (current[to] ?? Infinity)) {
          current[to] = cost;
          origin[to] = from;
        }
      }
    }
    froms.push(origin);
    previous = current;
  }
  const cost = previous[n] ?? Infinity;
  return cost === Infinity ? null : traced(starts, ends, froms, cost);
}

/** Pen positions if all items stood on one line: where each starts, and where a line that ends after it ends. */
function positions(items: readonly BreakItem[]): { starts: Float64Array; ends: Float64Array } {
  const starts = new Float64Array(items.length + 1);
  const ends = new Float64Array(items.length + 1);
  let pen = 0;
  for (const [i, item] of items.entries()) {
    starts[i] = pen;
    ends[i + 1] = pen + item.width + item.endWidth;
    pen += item.width + item.space;
  }
  return { starts, ends };
}

function traced(starts: Float64Array, lineEnds: Float64Array, froms: readonly Int32Array[], cost: number): BrokenLines {
  const ends: number[] = [];
  const widths: number[] = [];
  let to = starts.length - 1;
  for (let line = froms.length - 1; line >= 0; line--) {
    const from = froms[line]?.[to] ?? 0;
    ends.unshift(to);
    widths.unshift((lineEnds[to] ?? 0) - (starts[from] ?? 0));
    to = from;
  }
  return { ends, widths, cost };
}
