/** Things that can fill a panel by themselves. The artist draws each; the script finds them in the text. */
export const props = [
  "letter",
  "lamp",
  "lantern",
  "key",
  "book",
  "knife",
  "cup",
  "candle",
  "clock",
  "watch",
  "door",
  "window",
  "boat",
  "bell",
  "coin",
  "ring",
  "flower",
  "hat",
  "umbrella",
  "table",
  "bottle",
  "sword",
  "rope",
  "box",
  "fire",
  "moon",
  "tree",
  "house",
  "basket",
  "bird",
  "cat",
  "mirror",
  "pistol",
  "bag",
  "chair",
  "pipe",
  "well",
] as const;

export type Prop = (typeof props)[number];

const english: Readonly<Record<Prop, string>> = {
  letter: "letter telegram note envelope parchment",
  lamp: "lamp",
  lantern: "lantern",
  key: "key keys",
  book: "book books diary",
  knife: "knife dagger razor",
  cup: "cup teacup cups mug",
  candle: "candle candles",
  clock: "clock",
  watch: "pocket-watch waistcoat-pocket",
  door: "door doorway doors",
  window: "window windows",
  boat: "boat skiff lifeboat rowboat",
  bell: "bell bells",
  coin: "coin coins sovereign sovereigns sixpence penny",
  ring: "ring",
  flower: "flower flowers rose roses",
  hat: "hat bonnet",
  umbrella: "umbrella umbrellas parasol",
  table: "table",
  bottle: "bottle bottles flask",
  sword: "sword swords blade",
  rope: "rope ropes",
  box: "box chest casket",
  fire: "fire flames blaze bonfire",
  moon: "moon moonlight",
  tree: "tree trees",
  house: "house cottage",
  basket: "basket baskets",
  bird: "bird birds gull gulls crow crows raven",
  cat: "cat kitten",
  mirror: "mirror looking-glass",
  pistol: "pistol revolver gun",
  bag: "bag satchel",
  chair: "chair armchair",
  pipe: "pipe",
  well: "",
};

const japanese: Readonly<Record<Prop, string>> = {
  letter: "手紙 文字の上 丸めた紙 書状",
  lamp: "行灯 ランプ 灯火",
  lantern: "提灯 松明 たいまつ",
  key: "鍵",
  book: "書物 帳面",
  knife: "小刀 短刀 包丁",
  cup: "湯呑み 茶碗 湯呑",
  candle: "蝋燭 ろうそく",
  clock: "時計",
  watch: "懐中時計",
  door: "戸口 扉 雨戸 門の扉",
  window: "窓",
  boat: "小舟 舟 船",
  bell: "鐘",
  coin: "小判 銭",
  ring: "指輪",
  flower: "花",
  hat: "帽子 山高帽",
  umbrella: "傘 蝙蝠傘",
  table: "机 食卓",
  bottle: "徳利 瓶",
  sword: "太刀 刀",
  rope: "綱 縄",
  box: "箱",
  fire: "焚き火 炎 火鉢 火桶",
  moon: "月明かり 月光 満月",
  tree: "松の木 大木 杉",
  house: "屋敷 家並み",
  basket: "籠",
  bird: "鴉 烏 鳥",
  cat: "猫",
  mirror: "鏡",
  pistol: "拳銃 鉄砲",
  bag: "鞄 風呂敷",
  chair: "椅子",
  pipe: "煙管",
  well: "井戸",
};

const englishWords = new Map<string, Prop>();
const japaneseWords: [string, Prop][] = [];
for (const prop of props) {
  for (const word of english[prop].split(" ")) if (word !== "") englishWords.set(word, prop);
  for (const word of japanese[prop].split(" ")) japaneseWords.push([word, prop]);
}
// The longer word first: 懐中時計 is a watch, 時計 a clock.
japaneseWords.sort(([a], [b]) => b.length - a.length);

/** The first drawable thing that a stretch of text names, or null. `the moon` counts, `a well` does, `very well` does not. */
export function propIn(text: string, rules: "en" | "ja"): Prop | null {
  // 烏帽子 is a cap of old times and none of the hats that are drawn.
  if (rules === "ja") {
    const named = text.replaceAll("烏帽子", "");
    return japaneseWords.find(([word]) => named.includes(word))?.[1] ?? null;
  }
  if (/\b(?:a|the|old|deep) well\b/.test(text)) return "well";
  if (/\bwatch\b/.test(text) && /\b(?:a|the|his|her|its|my) (?:\w+ )?watch\b/i.test(text)) return "watch";
  for (const [word] of text.toLowerCase().matchAll(/[a-z]+(?:-[a-z]+)?/g)) {
    const prop = englishWords.get(word);
    if (prop) return prop;
  }
  return null;
}
