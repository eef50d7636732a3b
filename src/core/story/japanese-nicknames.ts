import { japaneseRoles } from "./japanese-words.ts";
import type { Member } from "./members.ts";

/** Groups and passers-by: several people share the word. */
const many = new Set("生徒 学生 子供 子ども 客 番人 役人 使者 家来 若い紳士 百姓 商人 先生 教師 主人".split(" "));

/** How often a role does something in the narration: 婆さんが, 亭主は. */
export function actingRoles(text: string, quoted: Uint8Array): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of japaneseRoles.keys()) {
    if (many.has(word)) continue;
    let count = 0;
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
      if (quoted[at] === 0 && /[はがも]/.test(text[at + word.length] ?? "") && !/[一-龠々]/.test(text[at - 1] ?? ""))
        count += 1;
    if (count > 0) counts.set(word, count);
  }
  return counts;
}

/** `校長は狸、教頭は赤シャツ`, after a word for nicknames: the office and what its holder is called. */
function nicknamesIn(text: string): [office: string, nick: string][] {
  const pairs: [string, string][] = [];
  for (const match of text.matchAll(
    /(?:あだ名|あだな|渾名|綽名)[^」]{0,30}?。((?:[一-龠の]{2,8}は[一-龠ァ-ヶぁ-ん]{1,6}[、。]){2,})/g,
  ))
    for (const one of (match[1] ?? "").matchAll(/([一-龠の]{2,8})は([一-龠ァ-ヶぁ-ん]{1,6})[、。]/g))
      pairs.push([one[1] ?? "", one[2] ?? ""]);
  return pairs;
}

/**
 * `数学の教師に堀田というのが居た` beside `数学は山嵐`, and `吉川君というのは例の野だの事だ`: two names of one person,
 * the one that the narration keeps to first.
 */
function twoNames(text: string, people: readonly Member[]): [keep: string, other: string][] {
  const pairs: [string, string][] = [];
  for (const [office, nick] of nicknamesIn(text)) {
    const subject = office.replace(/の(?:教師|先生|主任)$/, "");
    const held = new RegExp(`${subject}の(?:教師|先生|主任)に([一-龠々]{2,4})と(?:か)?(?:いう|云う|言う)`).exec(text);
    if (held !== null) pairs.push([nick, held[1] ?? ""]);
  }
  const known = people.map(({ name }) => name).join("|");
  const said = new RegExp(
    `([一-龠々ァ-ヶー]{2,5}?)(?:君|さん|先生)?と(?:いう|云う|言う)のは[^。「」]{0,16}?(${known})[^。、「」]{0,3}の(?:事|こと)(?:だ|です|である)`,
    "g",
  );
  if (known !== "") for (const match of text.matchAll(said)) pairs.push([match[2] ?? "", match[1] ?? ""]);
  return pairs.map(([one, other]) => (often(text, one) >= often(text, other) ? [one, other] : [other, one]));
}

const often = (text: string, name: string) => text.split(name).length;

/** One person where the text tells that two names are the same one's. */
function joined(text: string, people: readonly Member[]): Member[] {
  const all = [...people];
  for (const [keep, other] of twoNames(text, people)) {
    const [at, from] = [keep, other].map((form) =>
      all.findIndex(({ name, aliases }) => name === form || aliases.includes(form)),
    );
    const one = all[at ?? -1];
    if (at === undefined || one === undefined || at === from) continue;
    const second = all[from ?? -1];
    const forms = second === undefined ? [other] : [second.name, ...second.aliases];
    all[at] = { ...one, aliases: [...one.aliases, ...forms], gender: one.gender ?? second?.gender ?? null };
    if (second !== undefined) all.splice(all.indexOf(second), 1);
  }
  return all;
}

/** Gives nicknamed people their office as another name, and finds those whom the text only calls by their nickname. */
export function withNicknames(text: string, people: readonly Member[], fresh: (name: string) => Member): Member[] {
  const all = [...people];
  for (const [office, nick] of nicknamesIn(text)) {
    const holder = all.findIndex(({ name, aliases }) => name === nick || aliases.includes(nick));
    const alias = japaneseRoles.has(office) ? [office] : [];
    const one = all[holder];
    if (one !== undefined)
      all[holder] = { ...one, aliases: [...one.aliases, ...alias], nameless: false, gender: one.gender ?? "male" };
    else if (text.split(nick).length > 3) all.push({ ...fresh(nick), aliases: alias });
  }
  const offices = new Set(all.flatMap(({ aliases }) => aliases));
  return joined(
    text,
    all.filter(({ name, nameless }) => !nameless || !offices.has(name)),
  );
}
