import { isDeed, nameEndings } from "./japanese-name-evidence.ts";
import { japaneseBeasts, japaneseRoles } from "./japanese-words.ts";
import type { Member } from "./members.ts";

/** Longer books name those who matter: their passers-by are no people of the cast. In UTF-16 units. */
export const longestTale = 30_000;
/** UTF-16 units of a tale for each deed more that a role must do. */
const unitsPerDeed = 10_000;
/** Several people share the word, or nobody in particular bears it. */
const many = new Set("生徒 学生 子供 子ども 百姓 商人 使者 家来 仲間 者 友人 学者 作家".split(" "));
/** They are remembered as often as they are there. */
const kin = new Set("父 母 兄 姉 弟 妹 祖父 祖母 父親 母親 息子 妻".split(" "));
/** Beasts do what people do, and say nothing for all that. */
const mute = (word: string) => japaneseBeasts.has(word) || word === "龍" || word === "鬼";
const words = [...japaneseRoles.keys()].sort((a, b) => b.length - a.length);
const roles = words.join("|");

/** In a short tale: those without a name who do what only people do (門番が棒を突き出した), in the order of the text. */
export function actingInTale(text: string, quoted: Uint8Array): string[] {
  if (text.length > longestTale) return [];
  const deeds = new Map<string, number>();
  // この男は is somebody who is there already.
  const acting = new RegExp(`(?<![一-龠々]|[こそあ]の)(${roles})(?=[はが])`, "g");
  for (const { 0: word, index } of text.matchAll(acting))
    if (
      quoted[index] === 0 &&
      !many.has(word) &&
      !mute(word) &&
      isDeed(text.slice(index + word.length, index + word.length + 80))
    )
      deeds.set(word, (deeds.get(word) ?? 0) + 1);
  const least = 1 + Math.floor(text.length / unitsPerDeed);
  return [...deeds].filter(([word, count]) => count >= least + (kin.has(word) ? 1 : 0)).map(([word]) => word);
}

/** 課長の高木, 大家の野村キヨ, 少年ルカ: in a short tale what they are is another name of theirs, where only one is it. */
export function withOffices(text: string, people: readonly Member[]): Member[] {
  if (text.length > longestTale) return [...people];
  const holders = new Map<string, Set<Member>>();
  for (const one of people) {
    if (one.nameless) continue;
    const forms = [one.name, ...one.aliases].join("|");
    const told = new RegExp(
      `(?<![一-龠々])(${roles})の?(?:${forms})(?:${nameEndings})?(?=[はがをにもと、。」]|であ|だ|の)`,
      "g",
    );
    // 早川先生, and 先生 alone from then on.
    const titled = new RegExp(`(?:${forms})(${roles})(?=[はがをにもと、。」]|であ|だ|の)`, "g");
    for (const [, role] of [...text.matchAll(told), ...text.matchAll(titled)])
      if (role !== undefined && role !== "殿") holders.set(role, (holders.get(role) ?? new Set()).add(one));
  }
  const office = (role: string) => {
    const [holder, second] = holders.get(role) ?? [];
    return second === undefined ? holder : undefined;
  };
  return people.map((one) => {
    if (one.nameless) return one;
    const own = [...holders.keys()].filter((role) => office(role) === one && !one.aliases.includes(role));
    if (own.length === 0) return one;
    const [gender] = own.flatMap((role) => japaneseRoles.get(role) ?? []);
    return { ...one, aliases: [...one.aliases, ...own], gender: gender ?? one.gender };
  });
}
