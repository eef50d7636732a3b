import { isDeed } from "./japanese-name-evidence.ts";
import { longestTale } from "./japanese-roles.ts";
import { japaneseBeasts } from "./japanese-words.ts";
import type { Member } from "./members.ts";
import type { Gender } from "./story.ts";

/** Beasts that only tales have among their people; shorter words are parts of other words. */
const taleBeasts =
  "いぬ ねこ おおかみ りす ぶた ひつじ やぎ かめ もぐら はりねずみ いたち かわうそ つばめ はと めんどり おんどり 狐 狸 熊 兎".split(
    " ",
  );
const beasts = [...new Set([...japaneseBeasts, ...taleBeasts])].sort((a, b) => b.length - a.length).join("|");

const titles = new Map<string, Gender | null>([
  ...each(
    "female",
    "おばあさん ばあさん おばあちゃん おかあさん お母さん かあさん おばさん おくさん 奥さん おねえさん お姉さん いもうと 妹 おじょうさん 女王 おひめさま",
  ),
  ...each(
    "male",
    "おじいさん じいさん おじいちゃん おとうさん お父さん とうさん おじさん おにいさん お兄さん おとうと 弟 ぼうや 坊や 王さま おうさま 王子",
  ),
  ...each(
    null,
    "はかせ 博士 せんせい 先生 校長先生 おいしゃさん お医者さん 医者 町長さん 町長 村長さん 村長 おまわりさん",
  ),
]);
const title = [...titles.keys()].sort((a, b) => b.length - a.length).join("|");

/** うさぎのおばあさん, ふくろうはかせ; おにいさんりす. */
const titled = new RegExp(
  `(?<![一-龠ぁ-んァ-ヶ])(${beasts})の?(${title})|(?<![一-龠ァ-ヶ])(${title})(${beasts})(?=[はがをにのもと、。」])`,
  "g",
);
/** きつねのコン, くまのゴロウ; ポンタというたぬき. */
const named = new RegExp(
  `(${beasts})の([ァ-ヶー]{2,8})(?=[はがをにのもとだで、。」])|([ァ-ヶー]{2,8})と(?:いう|言う|云う)[^。、「」]{0,8}?(${beasts})`,
  "g",
);
const alone = new RegExp(
  `(?<![一-龠ぁ-んァ-ヶ]|[がのはとに、])(${beasts})(?=[はが])|[、，]と[、，]?(${beasts})(?=[はが])`,
  "g",
);

/** What people do, in the letters of books for children. */
const tellsOrActs =
  /^[はが][^。「」]{0,40}?(?:い[いっ](?:まし|た)|言[いっ]|ない(?:て|た)|わら[いっ]|きき(?:まし|なが)|こたえ|たずね|さけ[びん]|おこ[りっ]|うなず|かんがえ|おもい(?:まし|だ))/;

interface Folk {
  full: string;
  beast: string;
  /** A title (おばあさん) or a name (コン). */
  called: string;
  gender: Gender | null;
}

/**
 * In a short tale whose beasts are people: うさぎのおばあさん and きつねのコン join the cast, or are what somebody is called who is there
 * already; a word that only one of them bears (くま, はかせ) is theirs. `fresh` makes a member of a name.
 */
export function withBeastFolk(
  text: string,
  quoted: Uint8Array,
  people: readonly Member[],
  fresh: (name: string, gender: Gender | null) => Member,
): Member[] {
  if (text.length > longestTale) return [...people];
  const folk = folkOf(text);
  if (folk.length === 0) return [...people];
  const all = [...people];
  for (const one of folk) {
    const at = all.findIndex((person) => isKnownAs(person, one, folk));
    all.splice(at < 0 ? all.length : at, 1, joined(all[at] ?? null, one, folk, fresh));
  }
  for (const beast of speaking(text, quoted))
    if (!all.some(({ name, aliases }) => [name, ...aliases].includes(beast))) all.push(fresh(beast, null));
  const held = new Set(all.flatMap(({ aliases }) => aliases));
  return all.filter(({ name, nameless }) => !nameless || !held.has(name));
}

/** Whether somebody of the cast is one of the folk: by the name, or as the only おばあさん (or ばあさん) of the tale. */
function isKnownAs({ name, aliases, nameless }: Member, one: Folk, folk: readonly Folk[]): boolean {
  const only = nameless && isOnly(folk, one, calledOf);
  return [name, ...aliases].some(
    (form) => form === one.called || form === one.full || (only && bare(form) === bare(one.called)),
  );
}

/** One of the folk as a member, with every name that nobody else bears. */
function joined(
  known: Member | null,
  one: Folk,
  folk: readonly Folk[],
  fresh: (name: string, gender: Gender | null) => Member,
): Member {
  const hasName = !titles.has(one.called);
  const name = hasName ? one.called : one.full;
  const member = known ?? fresh(name, one.gender);
  const words = [
    one.full,
    ...(hasName || isOnly(folk, one, calledOf) ? [one.called] : []),
    ...(isOnly(folk, one, beastOf) ? [one.beast] : []),
  ];
  const aliases = new Set([member.name, ...member.aliases, ...words]);
  aliases.delete(name);
  return { ...member, name, aliases: [...aliases], gender: member.gender ?? one.gender };
}

const isOnly = (folk: readonly Folk[], one: Folk, of: (other: Folk) => string): boolean =>
  folk.every((other) => other === one || of(other) !== of(one));

const calledOf = ({ called }: Folk): string => called;
const beastOf = ({ beast }: Folk): string => beast;

function folkOf(text: string): Folk[] {
  const found = new Map<string, Folk>();
  for (const [full, beast, called, before, after] of text.matchAll(titled)) {
    const one = { full, beast: beast ?? after ?? "", called: called ?? before ?? "" };
    const same = [...found.values()].some(
      (other) => other.beast === one.beast && bare(other.called) === bare(one.called),
    );
    if (!same) found.set(full, { ...one, gender: titles.get(one.called) ?? null });
  }
  for (const [full, beast, name, own, kind] of text.matchAll(named)) {
    const called = name ?? own ?? "";
    if (!found.has(called))
      found.set(called, { full: name === undefined ? called : full, beast: beast ?? kind ?? "", called, gender: null });
  }
  return [...found.values()];
}

/** おじいさん and じいさん are one. */
const bare = (word: string): string => word.replace(/^お/, "");

/** Beasts without a name that say something or do what people do. */
function speaking(text: string, quoted: Uint8Array): Set<string> {
  const found = new Set<string>();
  for (const match of text.matchAll(alone)) {
    const word = match[1] ?? match[2] ?? "";
    const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 80);
    if (quoted[match.index + match[0].length - 1] === 0 && (tellsOrActs.test(rest) || isDeed(rest))) found.add(word);
  }
  return found;
}

function each<G extends Gender | null>(gender: G, words: string): [string, G][] {
  return words.split(" ").map((word) => [word, gender]);
}
