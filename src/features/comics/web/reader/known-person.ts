import type { CastView } from "../../../library/schema.ts";

type Person = CastView["people"][number];
type Evidence = NonNullable<Person["looks"][number]["evidence"]>;

export interface KnownLook {
  what: string;
  values: string[];
  evidence: Evidence;
}

/** What a reader may know of somebody: only what the book has said up to an offset. What one sentence proves stands together. */
export function knownBy(
  { people }: Pick<CastView, "people">,
  id: string,
  readUpTo: number,
): { looks: KnownLook[]; line: string | null } {
  const person = people.find((each) => each.id === id);
  const looks: KnownLook[] = [];
  for (const { what, value, evidence } of person?.looks ?? []) {
    if (evidence === null || evidence.end > readUpTo) continue;
    const same = looks.find((look) => look.evidence.start === evidence.start && look.evidence.end === evidence.end);
    if (same) same.values.push(value);
    else looks.push({ what, values: [value], evidence });
  }
  return { looks, line: person?.lines.findLast(({ end }) => end <= readUpTo)?.text ?? null };
}
