import type { Member, Mention } from "./members.ts";

/**
 * Finds the stranger who gets a name: a nameless member who is never heard of again, and a named one of whom nothing
 * had been told before, where the second takes over from the first within `near` units. Gives nameless → named.
 */
export function unmasked(members: readonly Member[], mentions: readonly Mention[], near: number): Map<number, number> {
  const first = members.map(() => Infinity);
  const last = members.map(() => -1);
  const count = members.map(() => 0);
  const gone = members.map(() => -1);
  for (const { member, start, quoted } of mentions) {
    count[member] = (count[member] ?? 0) + 1;
    gone[member] = start;
    if (quoted) continue;
    first[member] = Math.min(first[member] ?? Infinity, start);
    last[member] = start;
  }
  const pairs = new Map<number, number>();
  for (const [mask, member] of members.entries()) {
    if (
      !member.nameless ||
      member.narrator ||
      (count[mask] ?? 0) < 3 ||
      !/stranger|traveller|visitor|newcomer|passenger/.test(member.name)
    )
      continue;
    const end = last[mask] ?? -1;
    const faces = members
      .map((_, i) => i)
      .filter(
        (i) =>
          fits(members, mask, i) &&
          (first[i] ?? 0) > end &&
          (first[i] ?? 0) < end + near &&
          (count[i] ?? 0) > 3 &&
          (gone[mask] ?? 0) <= end,
      );
    const [face] = faces.sort((a, b) => (first[a] ?? 0) - (first[b] ?? 0));
    if (face !== undefined) pairs.set(mask, face);
  }
  return pairs;
}

function fits(members: readonly Member[], mask: number, face: number): boolean {
  const [a, b] = [members[mask], members[face]];
  return a !== undefined && b !== undefined && !b.nameless && !b.narrator && a.gender !== null && a.gender === b.gender;
}
