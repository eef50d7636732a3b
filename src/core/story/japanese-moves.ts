import type { Arrival, MoveSentence } from "./english-moves.ts";
import { japanesePlaceWords } from "./place-words.ts";

const byLength = [...japanesePlaceWords].sort((a, b) => b.word.length - a.word.length);
const placeWord = byLength.map(({ word }) => word).join("|");
const part = "(?:の(?:中|上|下|奥|内|前|裏|裏口|わき|脇|かげ|陰|方|そば|段)(?!か)|なか|うち|ぎわ|ばた|ぞい)?";
const going =
  "(?:着(?:い|く|き)|入(?:っ|り|る)|はい(?:っ|り|る)|出(?:た|まし|て(?!い)|る|かけ)|戻(?:っ|り)|もど(?:っ|り)|帰(?:っ|り)|かえ(?:っ|り)|駆け(?:上|下|込|こ|お|つ)|かけ(?:上|下|込|こ|お|つ)|降り|おり(?:た|て|まし)|飛び(?:こ|込|お|下)|とび(?:こ|込|お)|上(?:っ|り|が)|のぼ|登(?:っ|り)|下り|下っ|来(?:た|まし|て|る)|きまし|行(?:っ|き|く)|いき(?:まし|、)|通りかか|くぐ(?:っ|り)|立(?:っ|ち)|しゃが|座(?:っ|り)|すわ(?:っ|り))";
const moved = new RegExp(
  `(?<![一-龠々])(${placeWord})${part}(?:に|へ|まで|を)(?:[^、。]{0,8}?)${going}(?=([^。]{0,10}))`,
  "g",
);
const opens = new RegExp(
  `^(?:[^、。はが\ufffc]{0,10}?[のたいな、])?(${placeWord})(?:${part}(?:では|には|で、|に、|に|で)(?!は?な[いか])|の(?=[^、。]{1,8}[はが]))`,
);
const thereIs = new RegExp(`^(?:そこは|ここは|中は)[^。]{0,8}?(${placeWord})(?:に|で|だ)`);
const ladder =
  /(?:梯子|はしご|階段)[^。]{0,8}?(?:を|から|の中段|の上|の一番上)[^。]{0,14}(?:上(?:っ|り|へ)|のぼ|登|中段に)/;
const unreal =
  /[おこごそとのぼもよろ]うと|つもり|だろう|でしょう|まいと|ことがあ|昔|以前|(?:去|昨)年|毎日|いつも|なら|れば/;
const somebody = /二人|三人|四人|五人|彼|みな|一同|一人の/;

/** Where a sentence of a Japanese narration moves its people to, or null: 河原に着くと, 岩の上では, 櫓の凪は. */
export function japaneseMove({ words, first, people }: MoveSentence): Arrival | null {
  if (unreal.test(words)) return null;
  const there = thereIs.exec(words);
  if (there !== null) return placeOf(there[1]);
  if (first) {
    const set = opens.exec(words);
    const named =
      set === null ? null : set[0].endsWith("の") ? people.some(({ start }) => start <= set[0].length) : true;
    if (named === true) return placeOf(set?.[1]);
  }
  if (people.length === 0 && !somebody.test(words) && /[がは]/.test(words)) return null;
  if (ladder.test(words)) return { key: "階上", name: "階上", word: { kind: "tower", inside: true }, visitor: false };
  let found: Arrival | null = null;
  for (const match of words.matchAll(moved))
    if (!/ない|なかった|ませ|ず/.test(match[2] ?? "") && (first || people.length > 0 || somebody.test(words)))
      found = placeOf(match[1]) ?? found;
  return found;
}

function placeOf(word: string | undefined): Arrival | null {
  const place = byLength.find((one) => one.word === word);
  return place === undefined
    ? null
    : { key: place.word, name: place.word, word: { kind: place.kind, inside: place.inside }, visitor: false };
}
