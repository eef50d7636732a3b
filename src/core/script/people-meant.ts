import type { Gender } from "../story/story.ts";
import { antecedentOf, type AntecedentTools, calledBy } from "./antecedents.ts";
import { strangersIn } from "./english-doers.ts";

/** What is known of the people whom English captions may mean. */
export interface MeaningTools extends AntecedentTools {
  /** People with hands and a human face. */
  handed: ReadonlySet<string>;
}

/** Words in which an I who tells has a part; a mere `us` or `our` is no subject. */
export const firstPerson = /\b(?:I|me|my|mine|myself)\b|^\P{L}*we\b|[,;] we\b/iu;
/** Words that are of him or her from their beginning. */
export const leadsPronoun =
  /^\P{L}*(?:(?:and|but|so|then|there|now|again|when|as|while|after|before|once|soon|here|presently|suddenly|at (?:last|length|once|first)|for a moment),? )*(?:(he|his)|(she|her))\b/iu;
/** Any he or she, whatever the case. */
export const anyPronoun = /\b(?:(he|his|him|himself)|(she|her|hers|herself))\b/iu;

/** The sex of a he or she of whom words are before anybody else is named in them, an I or a stranger. */
export function ledBy(told: string, tools: MeaningTools): Gender | null {
  const lead = leadsPronoun.exec(told);
  if (lead !== null) return lead[1] !== undefined ? "male" : "female";
  const before = told.slice(0, Math.max(0, told.search(/\bs?he\b/iu)));
  const others = firstPerson.test(before) || strangersIn(before, tools.names).length > 0;
  return others || /\bthey\b|[.!?]\s/iu.test(before) ? null : leadingSex(told, tools);
}

/** Whether words call somebody by the title before his name alone: the doctor. */
export function isTitled(id: string, told: string, { cast }: MeaningTools): boolean {
  const title = /^(?:Dr|(Captain|Colonel|Major|Inspector|Professor|Sergeant|Doctor))\b/u.exec(cast.get(id)?.name ?? "");
  return title !== null && new RegExp(`\\bthe ${title[1] ?? "doctor"}\\b`, "iu").test(told);
}

/** Whom a pronoun of a sex in a caption means: one of the cast; `open` where nobody can say; `other` for another; null where there is none. */
export function meantIn(told: string, gender: Gender | null, at: number, tools: MeaningTools): string | null {
  const hit = gender === null ? null : pronouns[gender].exec(told);
  if (gender === null || hit === null) return null;
  if (strangersIn(told.slice(0, hit.index), tools.names).some((sex) => sex === null || sex === gender)) return "other";
  const found = antecedentOf(gender, 0, at, tools);
  return found === null ? "open" : typeof found === "object" ? found.person : "other";
}

const pronouns: Record<Gender, RegExp> = { male: /\b(?:he|him|his)\b/iu, female: /\b(?:she|her|hers)\b/iu };

/** The sex of a he or she of whom words are before they name anybody; null where a name comes first. */
export function leadingSex(told: string, { names }: MeaningTools): Gender | null {
  const hit = /\b(?:(he)|she)\b/iu.exec(told);
  if (hit === null || told.slice(0, hit.index).search(names) >= 0) return null;
  return hit[1] === undefined ? "female" : "male";
}

/** The sex of everybody whom words name by pronouns or nouns; null for both and for none. */
export function onlySexIn(told: string): Gender | null {
  const found = [...told.matchAll(sexed)];
  if (found.length === 0) return null;
  if (found.every((hit) => hit[1] !== undefined)) return "male";
  return found.every((hit) => hit[1] === undefined) ? "female" : null;
}

const sexed =
  /\b(?:(he|him|his|himself|man|men|boy|boys|gentleman|lad|father|brother|husband|son)|she|her|hers|herself|woman|women|girl|girls|lady|ladies|mother|sister|wife|daughter)\b/giu;

/** Whether words name somebody who is not the I who tells. */
export const isNamed = (id: string, told: string, { cast, narrator }: MeaningTools): boolean => {
  const person = cast.get(id);
  if (id === narrator) return false;
  return (
    person !== undefined &&
    [person.name, ...person.aliases].some((name) => told.replace(/\s+/g, " ").includes(bare(name)))
  );
};

/** A name without its article. */
export const bare = (name: string): string => name.replace(/^(?:the|an?) /iu, "");

/** Of whom words are that begin with a name: as the one who does something, and not as an owner. */
export function leading(told: string, { cast, names, narrator, handed }: MeaningTools): string | null {
  const [first] = told.matchAll(names);
  if (
    first === undefined ||
    !/^\P{L}*(?:(?:the|old|poor|solemn|little|then|presently|suddenly|but|and|so),? ){0,3}$/iu.test(
      told.slice(0, first.index),
    )
  )
    return null;
  if (/^(?:[’']|(?: and| or|,)? \p{Lu})/u.test(told.slice(first.index + first[0].length))) return null;
  const person = calledBy(first[0], cast);
  return person === undefined || person.id === narrator || !handed.has(person.id) ? null : person.id;
}
