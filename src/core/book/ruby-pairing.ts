import type { Span } from "./book.ts";

/** Readings of a `<ruby>` paired with the stretches of base text that they belong to. */
export interface RubyPairing {
  /** A base begins (`<rb>`, or text after a reading) at the offset. */
  base(at: number): void;
  /** A reading was given; the base text so far ends at the offset. */
  reading(text: string, at: number): void;
  finish(at: number): { span: Span; reading: string }[];
}

/**
 * Follows the HTML ruby model: `<rt>` belongs to the base before it; several `<rb>` in a row take the readings that follow in turn; one reading for several bases spans them all.
 */
export function pairRuby(start: number): RubyPairing {
  const pairs: { span: Span; reading: string }[] = [];
  let starts = [start];
  let end = start;
  let readings: string[] = [];

  const closeGroup = (): void => {
    const first = starts[0] ?? end;
    const spans = starts
      .map((from, index) => ({ start: from, end: starts[index + 1] ?? end }))
      .filter((span) => span.start < span.end);
    if (readings.length === spans.length)
      spans.forEach((span, index) => pairs.push({ span, reading: readings[index] ?? "" }));
    else if (readings.length > 0) pairs.push({ span: { start: first, end }, reading: readings.join("") });
    readings = [];
  };

  return {
    base(at) {
      if (readings.length > 0) {
        closeGroup();
        starts = [at];
      } else if (at > (starts.at(-1) ?? at)) starts.push(at);
    },
    reading(text, at) {
      if (readings.length === 0) end = at;
      else if (at > end) {
        closeGroup();
        starts = [end];
        end = at;
      }
      readings.push(text);
    },
    finish(at) {
      if (readings.length === 0) end = at;
      closeGroup();
      return pairs.filter(({ span, reading }) => span.start < span.end && reading !== "");
    },
  };
}
