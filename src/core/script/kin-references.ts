import type { Reference } from "../story/references.ts";
import type { Person } from "../story/story.ts";

/** Who has grown children is the mother, not the girl; the same of a father and a boy. */
const ofChildren = /\b(?:her|his) (?:\p{L}+ )?(?:sons?|daughters?|children|only child)\b/iu;

/** UTF-16 units of a sentence before and behind a pronoun. */
const reach = 240;

/**
 * References without the unmarried for a she who has a son: she is the only Mrs. of that name in the cast, or nobody knows whom.
 */
export function withoutChildless(text: string, references: readonly Reference[], cast: readonly Person[]): Reference[] {
  const unmarried = new Map(cast.filter(isMiss).map((person) => [person.id, motherOf(person, cast)]));
  return references.map((each) => {
    const mother = each.person === null ? undefined : unmarried.get(each.person);
    if (mother === undefined || each.kind !== "pronoun" || !ofChildren.test(sentenceAt(text, each))) return each;
    return { ...each, person: mother };
  });
}

const isMiss = ({ name, aliases, gender }: Person): boolean =>
  gender === "female" && [name, ...aliases].some((each) => each.startsWith("Miss "));

/** The only one who is called Mrs. by the last name of somebody. */
function motherOf({ name }: Person, cast: readonly Person[]): string | null {
  const last = name.split(" ").at(-1) ?? name;
  const [mother, second] = cast.filter((person) => [person.name, ...person.aliases].includes(`Mrs. ${last}`));
  return mother === undefined || second !== undefined ? null : mother.id;
}

/** The sentence in which something stands. */
function sentenceAt(text: string, { start, end }: { start: number; end: number }): string {
  const before = text.slice(Math.max(0, start - reach), start).split(/(?<=(?<!\bMrs?)[.!?]["”]?)\s+|\n\s*\n/u);
  const behind = text.slice(end, end + reach).split(/(?<=[.!?])\s|\n\s*\n/u);
  return `${before.at(-1) ?? ""}${text.slice(start, end)}${behind[0] ?? ""}`;
}
