import type { Person } from "../story/story.ts";

/** Whether words name somebody who is not the I who tells. */
export function isNamed(
  id: string,
  told: string,
  { cast, narrator }: { cast: ReadonlyMap<string, Person>; narrator: string | null },
): boolean {
  const person = cast.get(id);
  const words = told.replace(/\s+/g, " ");
  return (
    id !== narrator && person !== undefined && [person.name, ...person.aliases].some((name) => words.includes(name))
  );
}

/** The one of the cast who goes by a name as it stands in the text. */
export function calledBy(words: string, cast: ReadonlyMap<string, Person>): Person | undefined {
  const called = words.toLowerCase().replace(/\s+/g, " ");
  return [...cast.values()].find(({ name, aliases }) =>
    [name, ...aliases].some((each) => each.toLowerCase() === called),
  );
}
