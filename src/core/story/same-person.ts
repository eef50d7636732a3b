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
  for (const [role, member] of members.entries()) {
    if (!member.nameless || member.narrator || pairs.has(role)) continue;
    const bearer = bearerOf(role, members, mentions);
    if (bearer !== null) pairs.set(role, bearer);
  }
  return pairs;
}

/** Nouns that mean now one, now another. */
const anybody =
  /\b(?:man|woman|boy|girl|lady|gentleman|fellow|child|lad|chap|person|creature|stranger|traveller|visitor|friend|servant|voice|wife|husband|mother|father|sister|brother|aunt|uncle|cousin|son|daughter)$/i;
/**
 * When `the painter` is Basil Hallward: he is close by wherever the painter is named, far more than elsewhere, and hardly
 * ever in one breath with him.
 */
const sameOne = {
  times: 12,
  /** The Rajah is a nickname, and rarer than the painter. */
  timesOfName: 8,
  near: 2500,
  nearShare: 0.8,
  most: 0.85,
  missing: 0.5,
  breath: 60,
  breathShare: 0.04,
} as const;

/** The person whom a noun for an office or a trade means all through the book, or null. */
function bearerOf(role: number, members: readonly Member[], mentions: readonly Mention[]): number | null {
  const own = members[role];
  if (own === undefined || anybody.test(own.name)) return null;
  const told = mentions.filter(({ quoted }) => !quoted);
  const close = new Map<number, number>();
  const beside = new Map<number, number>();
  let times = 0;
  for (const [i, { member }] of told.entries()) {
    if (member !== role) continue;
    times += 1;
    for (const who of around(told, i, sameOne.near)) close.set(who, (close.get(who) ?? 0) + 1);
    for (const who of around(told, i, sameOne.breath)) beside.set(who, (beside.get(who) ?? 0) + 1);
  }
  const [best] = [...close]
    .filter(([who]) => fits(members, role, who))
    .sort((a, b) => b[1] - a[1] || (beside.get(a[0]) ?? 0) - (beside.get(b[0]) ?? 0));
  const enough = /^the \p{Lu}\p{Ll}/u.test(own.name) ? sameOne.timesOfName : sameOne.times;
  if (best === undefined || times < enough || best[1] < times * sameOne.nearShare) return null;
  const every = told.filter((_, i) => i % 7 === 0);
  const anywhere = every.filter((_, i) => around(told, i * 7, sameOne.near).has(best[0])).length / every.length;
  if (anywhere > sameOne.most || 1 - best[1] / times > sameOne.missing * (1 - anywhere)) return null;
  return (beside.get(best[0]) ?? 0) <= Math.max(1, times * sameOne.breathShare) ? best[0] : null;
}

/** Who is named within so many units of a mention. */
function around(told: readonly Mention[], i: number, units: number): Set<number> {
  const at = told[i]?.start ?? 0;
  const seen = new Set<number>();
  for (const step of [-1, 1])
    for (let k = i + step; Math.abs((told[k]?.start ?? Infinity) - at) < units; k += step)
      seen.add(told[k]?.member ?? -1);
  return seen;
}

function fits(members: readonly Member[], mask: number, face: number): boolean {
  const [a, b] = [members[mask], members[face]];
  return a !== undefined && b !== undefined && !b.nameless && !b.narrator && a.gender !== null && a.gender === b.gender;
}
