import { nameEndings } from "./japanese-name-evidence.ts";
import { longestTale } from "./japanese-roles.ts";
import { japaneseRoles } from "./japanese-words.ts";
import type { Member } from "./members.ts";
import type { RawQuote } from "./quotes.ts";

const roles = [...japaneseRoles.keys()].sort((a, b) => b.length - a.length).join("|");
/** 私は佐倉新之助。 拙者、水野と申す。 県警の森です。 おみつと申します。 */
const ownName =
  /(?:私|わたし|わたくし|拙者|それがし|俺|おれ|僕|ぼく|わし|手前)(?:の名)?[は、]([一-龠々]{2,6}|[ァ-ヶー・]{2,10})(?:[。、」]|と(?:申|い[いう])|だ|です|でござ)|(?:^|[。、の])([一-龠々]{1,6}|[ァ-ヶー・]{2,10}|お[ぁ-ん]{2}(?=と))(?:です|と申します|と申す|といいます)(?:[。、]|$)/g;
/** 「あなた、アキラさんですね」: who is asked for the name. */
const askedName = new RegExp(
  `(?:^|[。、])([一-龠々]{1,6}|[ァ-ヶー・]{2,10})(?:${nameEndings})?(?:ですね|ですか|なのか|なのね|だね|だな)(?:[。、？]|$)`,
);
/** それが目付の榊であった, 同じ学年の相沢くんだった: the sentence after a stranger's coming says who it is. */
const revealed = (forms: string) =>
  new RegExp(
    `(?:[。、」\\n][\\s　]*(?:それが|これが|その人が)|[。、][\\s　]*)[、，]?[^。、「」はが]{0,12}?(?:${forms})(?:${nameEndings})?(?:である|であった|だった|だ|でした)。`,
  );
/** How far back a stranger who gives his name may have come in, in UTF-16 units. */
const reach = 900;
/** How far back one whom others ask or the narration reveals. */
const nearReach = 400;

/**
 * Joins a nameless person (一人の若い侍) with the one whose name he gives or is asked for, or whom the narration reveals later,
 * where only one such person comes in; the role becomes another name.
 */
export function withoutStrangers(text: string, people: readonly Member[], quotes: readonly RawQuote[]): Member[] {
  const all = [...people];
  for (const [role, named] of [...introductions(text, people, quotes), ...reveals(text, people)]) {
    const gender = japaneseRoles.get(role) ?? null;
    if (gender !== null && named.gender !== null && gender !== named.gender) continue;
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
    const line = text.slice(inner.start, inner.end);
    // 「正次です。わたしは娘の志津といいます」: the own name may stand behind another.
    const own = [...line.matchAll(ownName)].map(([, one, other]) => named(people, one ?? other)).find(Boolean);
    if (own !== undefined && !actsBefore(text, own, inner.start)) {
      const role =
        roleBefore(text, inner.start, reach, "(?:一人の|ひとりの)[^。、「」]{0,8}?") ??
        roleBefore(text, inner.start, nearReach, "(?<![一-龠々])");
      if (role !== null) found.push([role, own]);
    }
    const asked = named(people, askedName.exec(line)?.[1]);
    if (text.length > longestTale || asked === undefined || asked === own || actsBefore(text, asked, inner.start))
      continue;
    const role = roleBefore(text, inner.start, nearReach, "(?<![一-龠々])");
    if (role !== null) found.push([role, asked]);
  }
  return found;
}

const named = (people: readonly Member[], word: string | undefined) =>
  people.find(
    ({ nameless, name: known, aliases }) =>
      word !== undefined &&
      !nameless &&
      [known, ...aliases].some((form) => word === form || (form.length > 1 && word.endsWith(form))),
  );

/** The last word for a stranger who does something in the narration before an offset. */
function roleBefore(text: string, end: number, back: number, lead: string): string | null {
  const told = unquoted(text.slice(Math.max(0, end - back), end));
  return [...told.matchAll(new RegExp(`${lead}(${roles})[がは]`, "g"))].at(-1)?.[1] ?? null;
}

function reveals(text: string, people: readonly Member[]): [string, Member][] {
  if (text.length > longestTale) return [];
  const told = unquoted(text);
  return people.flatMap((one): [string, Member][] => {
    if (one.nameless) return [];
    const shown = revealed([one.name, ...one.aliases].join("|")).exec(told);
    if (shown === null || actsBefore(text, one, shown.index)) return [];
    const role = roleBefore(text, shown.index + 1, nearReach, "(?<![一-龠々])");
    return role === null ? [] : [[role, one]];
  });
}

/** The narration alone, every offset kept. */
const unquoted = (text: string) => text.replace(/「[^」]*」?/g, (line) => "」".repeat(line.length));

/** Whom the narration names before he gives his name is no stranger. */
const actsBefore = (text: string, { name }: Member, end: number) =>
  new RegExp(`${name}[はがも]`).test(unquoted(text.slice(0, end)));
