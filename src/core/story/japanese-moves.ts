import type { Arrival, MoveSentence } from "./english-moves.ts";
import { japanesePlaceWords } from "./place-words.ts";

const byLength = [...japanesePlaceWords].sort((a, b) => b.word.length - a.word.length);
const placeWord = byLength.map(({ word }) => word).join("|");
const part = "(?:の(?:中|上|下|奥|内|前|裏|裏口|わき|脇|かげ|陰|方|そば|段)(?!か)|なか|うち|ぎわ|ばた|ぞい)?";
const going =
  "(?:着(?:い|く|き)|入(?:っ|り|る)|這入(?:っ|り|る)|はい(?:っ|り|る)|上がり込|あがり込|出(?:た|まし|て(?!い)|る|かけ)|戻(?:っ|り)|もど(?:っ|り)|帰(?:っ|り)|かえ(?:っ|り)|駆け(?:上|下|込|こ|お|つ)|かけ(?:上|下|込|こ|お|つ)|降り|おり(?:た|て|まし)|飛び(?:こ|込|お|下)|とび(?:こ|込|お)|上(?:っ|り|が)|のぼ|登(?:っ|り)|下り|下っ|来(?:た|まし|て|る)|きまし|行(?:っ|き|く)|いき(?:まし|、)|通りかか|くぐ(?:っ|り)|立(?:っ|ち)|乗(?:っ|り|込)|案内(?:し|さ)|しゃが|座(?:っ|り)|すわ(?:っ|り))";
const moved = new RegExp(
  `(?<![一-龠々])(${placeWord})${part}(?:に|へ|まで|を)(?:[^、。]{0,8}?)${going}(?=([^。]{0,10}))`,
  "g",
);
const opens = new RegExp(
  `^(?:[^、。はが\ufffc]{0,10}?[のたいな、])?(${placeWord})(?:${part}(?:では|には|で、|に、|に|で)(?!は?な[いか])|の(?=[^、。]{1,8}[はが]))`,
);
const thereIs = new RegExp(`^(?:そこは|ここは|中は)[^。]{0,8}?(${placeWord})(?:に|で|だ)`);
/** 乗り込んで見るとマッチ箱のような汽車だ: what they are in is told after they are in it. */
const within = new RegExp(
  `(?:乗り込んで|乗って|這入って|はいって)(?:み|見)ると[^。]{0,14}?(${placeWord})(?:だ|である|です)`,
);
/** Out of the town, or after somebody: the way is where they are. */
const wayOut = /(?:町|村|城下)を(?:はず|外|出)れ?(?:る|て|た|、)/;
const pursued = /(?:あと|後)を(?:尾け|つけ(?:た|て)|追っかけ|追(?:っ|い))/;
/** Who goes in for a meal is where meals are eaten. */
const dines =
  /(?:食って|食べて|喰って)(?:行|い)こう[^。]{0,12}(?:上がり込|あがり込|這入|はい(?:っ|り)|入っ)|(?:蕎麦|そば|うどん|団子|鮨|鰻)を?[^。、]{0,6}(?:食い|食べ)に(?:上がり込|あがり込|這入|はい(?:っ|り)|入っ)/;
/** 舟は島を右に見て: they are in what moves. */
const aboard = /^(?:その|やがて|、)*(舟|船|汽車|電車|馬車)は/;
const ladder =
  /(?:梯子|はしご|階段)[^。]{0,8}?(?:を|から|の中段|の上|の一番上)[^。]{0,14}(?:上(?:っ|り|へ)|のぼ|登|中段に)/;
/** The whole sentence tells of no one time. */
const unreal =
  /まいと|ことがあ|ばかりである|昔|以前|(?:去|昨)年|毎日|いつも|毎晩|たびに|度に|時々|常に|かも知れ|かもしれ/;
/** What follows a place and its verb when nobody goes there yet, or at all. */
const undone =
  /^(?:[うくぐすつぬぶむる]|[おこごそとのぼもよろ]う)(?:と思|つもり|だろう|なら|前に|より|はず|はめ|事|こと|のは|のが|のも|のを|位|くらい|人|者|奴|途中|度|時分|には|わけ|訳)|^[^。]{0,6}(?:れば|なら(?:ば)?[、い])|[おこごそとのぼもよろ]う(?:と|か|じゃ|という)|(?:た|ったり)[らり]どう/;
const denied =
  /^[^。、]{0,6}(?:ない|なかった|ませ|ずに|ず[、。]|たい|たく|たか|がる)|^[^。、]{0,8}[たるうくすつぬむ](?:んだ|のだ)|^[^。]{0,16}たり|^て?も|^[^。「」]{0,16}と(?:云|言|いう|いっ|答|聞い|聞く|思|考え|返事|申)/;
/** Brought there, not gone there. */
const brought = /持っ|もっ|握っ|連れ|つれ|送|入れ|呼|出し|据え|かけ合|勝手に|道に(?:は|入)|出て(?:行|い)っ/;
const somebody = /二人|三人|四人|五人|彼|みな|一同|一人の/;
/** Through the gate and out: the way begins. */
const outOf =
  /(?<![一-龠々])(?:学校の?|家の?|屋敷の?|寺の?|宿の?)?(門|玄関|宿|家|下宿|校門)を(?:出(?:た|て|る|、|ました)|飛び出|立ち出)/;
const bathed = /(?:湯|温泉|風呂)(?:に|へ)(?:[^、。]{0,6}?)(?:入っ|はいっ|入る|はいる|行っ|浸|つか)/;

/** Where a sentence of a Japanese narration moves its people to, or null: 河原に着くと, 岩の上では, 櫓の凪は. */
export function japaneseMove({ words, first, people, teller }: MoveSentence): Arrival | null {
  if (unreal.test(words)) return null;
  const there = thereIs.exec(words);
  if (there !== null) return placeOf(there[1]);
  const ride = aboard.exec(words);
  if (ride !== null) return placeOf(ride[1]);
  if (first) {
    const set = opens.exec(words);
    const named =
      set === null ? null : set[0].endsWith("の") ? people.some(({ start }) => start <= set[0].length) : true;
    if (named === true) return placeOf(set?.[1]);
  }
  const someone = people.length > 0 || somebody.test(words);
  if (!someone && ladder.test(words) && /[がは]/.test(words)) return null;
  const inside = within.exec(words);
  if (inside !== null) return placeOf(inside[1]);
  if ((wayOut.test(words) || pursued.test(words)) && (first || teller)) return placeOf("道");
  if (dines.test(words)) return placeOf("蕎麦屋");
  if (ladder.test(words)) return { key: "階上", name: "階上", word: { kind: "loft", inside: true }, visitor: false };
  let found: Arrival | null = null;
  let at = -1;
  const take = (index: number, length: number, place: Arrival | null) => {
    // Who goes stands before it in its clause, or is whom the text is with.
    const clause = /[^、]*$/.exec(words.slice(0, index))?.[0] ?? "";
    const rest = words.slice(index + length - 1);
    if (/^\s*(?:あした|明日|今度)/.test(clause)) return;
    if (place === null || index < at || undone.test(rest) || denied.test(rest.slice(1))) return;
    if (!someone && (/[がは]/.test(clause) || !(first || teller))) return;
    [found, at] = [place, index];
  };
  for (const match of words.matchAll(moved))
    if (!brought.test(words.slice(match.index, match.index + match[0].length + 2)))
      take(match.index, match[0].length, placeOf(match[1]));
  const out = outOf.exec(words);
  if (out !== null) take(out.index, out[0].length, placeOf(/家|屋敷/.test(out[0]) ? "路" : "通り"));
  const bath = bathed.exec(words);
  if (bath !== null) take(bath.index, bath[0].length, placeOf("温泉"));
  return found;
}

function placeOf(word: string | undefined): Arrival | null {
  const place = byLength.find((one) => one.word === word);
  return place === undefined
    ? null
    : { key: place.word, name: place.word, word: { kind: place.kind, inside: place.inside }, visitor: false };
}
