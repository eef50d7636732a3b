/** The middle one of some numbers; 0 where there are none. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** A ratio as it is printed. */
export function ratio(value: number): string {
  return value.toFixed(2);
}
