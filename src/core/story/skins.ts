import { type Named, standsFor } from "./stands-for.ts";
import type { Skin, Trait } from "./story.ts";

/** What old books call somebody of dark skin. */
const people = "n[ei]gg?(?:er|ro|ress)|black (?:man|woman|boy|girl|fellow|lad)|blackamoor|african";
const noun = new RegExp(`\\ban?((?: [a-z][\\p{L}-]*,?){0,4}?)[ -](?:${people})\\b`, "giu");
const before = new RegExp(
  `\\b(?:${people}|[a-z]+-black|black)(?:-[a-z]+)?,? (?:(?:named|called|little|poor|old|young) )?$`,
  "iu",
);

const after = /^[’']s (?:ebony?|woolly) (?:head|face|brow|arms?|skin)\b|^[’']s black skin\b/u;

/** Who of the cast is dark of skin, by what the whole narration calls them. Null where it calls them nothing of the kind. */
export function darkAmong(named: Named, quoted: Uint8Array): (Trait<Skin> | null)[] {
  const { text, members, mentions } = named;
  const proofs: (Trait<Skin> | null)[] = members.map(() => null);
  const add = (member: number, start: number, end: number): void => {
    proofs[member] ??= { value: "dark", start, end };
  };
  for (const { member, start, end } of mentions) {
    const words = quoted[start] === 1 ? null : before.exec(text.slice(Math.max(0, start - 40), start));
    // A black Monday is nobody; neither is somebody who wears black.
    if (quoted[start] === 0 && after.test(text.slice(end, end + 24))) add(member, start, end);
    if (words !== null && !/\bin black/u.test(text.slice(start - 40, start))) add(member, start - words[0].length, end);
  }
  for (const match of text.matchAll(noun)) {
    const start = match.index;
    if (quoted[start] === 1) continue;
    const found = standsFor(named, start, "a", null);
    if (found !== null) add(found.member, start, start + match[0].length);
  }
  return proofs;
}
