import { japaneseRoles } from "./japanese-words.ts";
import type { Member } from "./members.ts";

/** Groups and passers-by: several people share the word. */
const many = new Set("生徒 学生 子供 子ども 客 番人 役人 使者 家来 若い紳士 百姓 商人 先生 主人".split(" "));

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
  return all.filter(({ name, nameless }) => !nameless || !offices.has(name));
}
