import { japaneseRoles } from "./japanese-words.ts";
import type { Member } from "./members.ts";
import type { RawQuote } from "./quotes.ts";

const roles = [...japaneseRoles.keys()].sort((a, b) => b.length - a.length).join("|");
/** 私は佐倉新之助。 拙者、水野と申す。 */
const ownName =
  /(?:私|わたし|わたくし|拙者|それがし|俺|おれ|僕|ぼく|わし|手前)(?:の名)?[は、]([一-龠々]{2,6}|[ァ-ヶー・]{2,10})(?:[。、」]|と(?:申|い[いう])|だ|です|でござ)/;
/** それが目付の榊であった, おゆきである: the sentence after a stranger's coming says who it is. */
const revealed = (name: string) =>
  new RegExp(
    `(?<![一-龠々])(${roles})が[^「」]{0,80}?[。、](?:それが|これが)?[、，]?[^。、「」はが]{0,12}${name}(?:である|であった|だった|だ)。`,
  );
/** How far back a stranger who gives his name may have come in, in UTF-16 units. */
const reach = 900;

/**
 * Joins a nameless person (一人の若い侍) with the one whose name he gives or the narration reveals later, where only one such
 * person comes in; the role becomes another name.
 */
export function withoutStrangers(text: string, people: readonly Member[], quotes: readonly RawQuote[]): Member[] {
  const all = [...people];
  for (const [role, named] of [...introductions(text, people, quotes), ...reveals(text, people)]) {
    const [at, from] = [all.indexOf(named), all.findIndex(({ name, nameless }) => nameless && name === role)];
    const [one, stranger] = [all[at], all[from]];
    if (one === undefined) continue;
    if (!one.aliases.includes(role)) one.aliases.push(role);
    one.gender ??= stranger?.gender ?? japaneseRoles.get(role) ?? null;
    if (stranger !== undefined) all.splice(from, 1);
  }
  return all;
}

function introductions(text: string, people: readonly Member[], quotes: readonly RawQuote[]): [string, Member][] {
  const found: [string, Member][] = [];
  for (const { inner } of quotes) {
    const name = ownName.exec(text.slice(inner.start, inner.end))?.[1];
    const one = people.find(
      ({ nameless, name: known, aliases }) =>
        name !== undefined &&
        !nameless &&
        [known, ...aliases].some((form) => name === form || (form.length > 1 && name.endsWith(form))),
    );
    if (one === undefined || actsBefore(text, one, inner.start)) continue;
    const lead = text.slice(Math.max(0, inner.start - reach), inner.start);
    const role = [...lead.matchAll(new RegExp(`(?:一人の|ひとりの)[^。、「」]{0,8}?(${roles})が`, "g"))].at(-1)?.[1];
    if (role !== undefined) found.push([role, one]);
  }
  return found;
}

function reveals(text: string, people: readonly Member[]): [string, Member][] {
  return people.flatMap((one): [string, Member][] => {
    if (one.nameless) return [];
    const role = revealed(one.name).exec(text)?.[1];
    return role === undefined ? [] : [[role, one]];
  });
}

/** Whom the narration names before he gives his name is no stranger. */
const actsBefore = (text: string, { name }: Member, end: number) =>
  new RegExp(`${name}[はがも]`).test(text.slice(0, end).replace(/「[^」]*」/g, ""));
