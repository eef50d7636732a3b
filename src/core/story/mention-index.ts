import type { Mention } from "./members.ts";

/** Index of the first mention that starts at or after an offset. */
export function mentionFrom(mentions: readonly Mention[], offset: number): number {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How often each of so many members is named. */
export function mentionCounts(members: number, mentions: readonly Mention[]): number[] {
  const counts = Array.from({ length: members }, () => 0);
  for (const { member } of mentions) counts[member] = (counts[member] ?? 0) + 1;
  return counts;
}
