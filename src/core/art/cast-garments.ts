import type { Gender, Looks } from "../story/story.ts";
import type { Costume, ModelSheet } from "./artist.ts";
import type { Setting } from "./cast-setting.ts";

/** A garment of the text and what it makes a man and a woman wear; null where that sex does not wear it, or nobody by day. */
interface Garment {
  words: RegExp;
  man: Costume | null;
  woman: Costume | null;
  /** How much it tells about what is worn every day. */
  weight: number;
}

const garment = (words: RegExp, man: Costume | null, woman: Costume | null = man, weight = 1): Garment => ({
  words,
  man,
  woman,
  weight,
});

/** From the most particular to the most general; a trait of the text is read by the first row that fits. */
const western: readonly Garment[] = [
  // What is put on for the bed, the bath or the weather is no wardrobe.
  garment(/dressing[- ]?gown|\bnight|bath[- ]?robe|pyjama|mackintosh|waterproof|oilskin|apron string/, null),
  garment(/space[- ]?suit|pressure suit/, "space-suit"),
  garment(/armou?r|breastplate|chain[- ]?mail|hauberk|gauntlet/, "armour"),
  garment(/school uniform|sailor suit|gym ?slip/, "school"),
  garment(/policeman|constable|police/, "police"),
  garment(/livery|liveries|page'?s dress/, "livery"),
  garment(/uniform|regimental|military|soldier|tunic with/, "uniform"),
  garment(/pea[- ]?jacket|monkey[- ]?jacket|sou'?wester|seaman|sailor/, "sailor"),
  garment(/ermine|royal robe|purple robe/, "regal"),
  garment(/cassock|surplice|clerical|dog[- ]collar|gaiters/, "clergy", null),
  garment(/cloak|cape\b|mantle|domino/, "cloak", "cloak", 0.5),
  garment(/rags|ragged|tatter/, "rags"),
  garment(/pinafore/, null, "apron-dress"),
  garment(/apron/, "workman", "maid"),
  garment(/overalls|dungarees|leather jerkin/, "workman"),
  garment(/smock/, "smock"),
  garment(/shawl/, null, "shawl", 0.7),
  garment(
    /(evening|full|dress)[- ](dress|clothes|coat|suit)|tail-?coat|swallow-?tail|dinner jacket/,
    "tail-coat",
    "dress",
    0.6,
  ),
  garment(/frock[- ]?coat|prince albert|broadcloth/, "frock-coat", "dress"),
  garment(/frock|gown|dress|petticoat|skirt|crinoline|muslin|bodice|corset/, null, "dress"),
  garment(/robe|habit\b/, "robe", "dress"),
  garment(/blouse/, "smock", "blouse"),
  garment(/great-?coat|over-?coat|ulster|top-?coat|fur coat/, "coat", "coat", 0.8),
  garment(/jersey|sweater|jumper|pullover|guernsey/, "jersey"),
  garment(/t-?shirt|jeans|hoodie|sweatshirt/, "tee"),
  garment(/tweed|suit\b|jacket|blazer|lapel/, "suit", "blouse"),
  garment(/waistcoat|vest\b|shirt-?sleeves/, "waistcoat", "blouse", 0.9),
  garment(/coat\b/, "coat"),
  garment(/shirt|braces|suspenders/, "shirt", "blouse", 0.7),
];

const eastern: readonly Garment[] = [
  garment(/寝巻|寝間着|浴衣|蓑|合羽|雨具|湯/, null),
  garment(/宇宙服/, "space-suit"),
  garment(/鎧|甲冑|具足/, "samurai"),
  garment(/軍服/, "uniform"),
  garment(/学生服|セーラー|制服/, "school"),
  garment(/袈裟|法衣|墨染|僧衣/, "monk"),
  garment(/水干|狩衣|直垂|襖/, "suikan", "kimono"),
  garment(/襤褸|ぼろ/, "rags"),
  garment(/フロック/, "frock-coat", "dress"),
  garment(/燕尾/, "tail-coat", "dress"),
  garment(/洋服|背広|スーツ|上着/, "suit", "dress"),
  garment(/セーター/, "jersey"),
  garment(/ジーンズ|Ｔシャツ|Tシャツ|パーカー/, "tee"),
  garment(/外套|マント|コート|トンビ/, "cloak", "coat", 0.5),
  garment(/チョッキ/, "waistcoat", "blouse"),
  garment(/シャツ/, "shirt", "blouse"),
  garment(/ドレス|スカート/, null, "dress"),
  garment(/前掛|エプロン|割烹着/, "happi", "kimono", 0.6),
  garment(/半纏|半天|法被|腹掛|股引|毛皮|野良着/, "happi"),
  garment(/紋付|羽織/, "haori", "haori"),
  garment(/袴|裃/, "hakama", "kimono"),
  garment(/着物|小袖|振袖|kimono|帯|襷/, "kimono", "kimono", 0.7),
];

/** What the text's own words dress somebody in most of the time, with the words that say it; null where it says nothing. */
export function garmentSaid(
  { name, looks, gender }: { name: string; looks: Looks; gender: Gender },
  { era }: Setting,
): { costume: Costume; said: string } | null {
  // Who is nicknamed after a garment wears it every day: 赤シャツ.
  const nickname = eastern.find(({ words }) => words.test(name));
  const worn = nickname && (gender === "female" ? nickname.woman : nickname.man);
  if (worn) return { costume: worn, said: name };
  const sums = new Map<Costume, { sum: number; said: string }>();
  for (const { value } of looks.clothes) {
    // A man's frock is a frock-coat.
    const said =
      gender === "male" ? value.toLowerCase().replace(/\bfrock\b(?!.?coat)/, "frock-coat") : value.toLowerCase();
    const row = [...western, ...eastern].find(({ words }) => words.test(said));
    const costume = row && (gender === "female" ? row.woman : row.man);
    if (!row || !costume) continue;
    const one = era === "victorian" && costume === "shirt" ? "waistcoat" : costume;
    const before = sums.get(one);
    sums.set(one, { sum: (before?.sum ?? 0) + row.weight, said: `${before?.said ?? ""} ${said}` });
  }
  // The uniform of somebody's school days is not worn by who is told of in other clothes since.
  if (sums.size > 1) sums.delete("school");
  const [best] = [...sums].toSorted(([, a], [, b]) => b.sum - a.sum);
  return best ? { costume: best[0], said: best[1].said } : null;
}

/** Colour and pattern that the words name. */
export function clothSaid(said: string): ModelSheet["cloth"] | null {
  if (/strip|縞/.test(said)) return "striped";
  if (/check|plaid|flower|pattern|spot|embroider|tweed|tartan|絣|模様|花柄/.test(said)) return "patterned";
  if (/black|黒|墨/.test(said)) return "black";
  if (/white|白/.test(said)) return "white";
  if (/blue|navy|green|brown|purple|crimson|scarlet|dark|fur\b|紺|藍|褐|茶|檜皮|緑|紫|毛皮/.test(said)) return "dark";
  if (/grey|gray|red|yellow|pink|drab|dusty|赤|青|黄|鼠|浅葱/.test(said)) return "grey";
  return null;
}
