import type { Person, Place, PlaceKind, World } from "../story/story.ts";

/** Which wardrobe a book is dressed from. */
export type Manner = "european" | "japanese" | "modern";

/** When a story plays, as far as clothes show it. */
export type Era = Exclude<World, "today"> | "regency" | "victorian" | "heian" | "edo" | "modern" | "space";

/** What the cast's clothes and work go by. */
export interface Setting {
  manner: Manner;
  era: Era;
  /** On ships and shores, in villages and fields, or in towns and houses. */
  ground: "sea" | "country" | "town";
  /** Beasts speak or a court is met: kings wear their crowns. */
  fable: boolean;
}

/** Words in names, clothes and places that belong to one time only; the first row that is met twice wins, then once. */
const european: readonly (readonly [RegExp, Era])[] = [
  [/\b(starship|spaceship|space ?suit|astronaut|cosmonaut|airlock|orbit|android|martian)\b/g, "space"],
  [/\b(jeans|t-shirt|sweatshirt|hoodie|sneakers|tracksuit|airport|supermarket|motorway)\b/g, "modern"],
  [/\b(knight|squire|hauberk|surcoat|breastplate|chain ?mail|tunic|jester|abbot|friar|baron's keep)\b/g, "medieval"],
  [/\b(pelisse|spencer|muslin|breeches|regimentals|curricle|phaeton|assembly rooms)\b/g, "regency"],
];
const japanese: readonly (readonly [RegExp, Era])[] = [
  [/宇宙船|宇宙服|ロケット|火星/g, "space"],
  [/携帯|スマホ|Ｔシャツ|Tシャツ|ジーンズ|コンビニ|高校|中学校|マンション|パーカー/g, "modern"],
  [
    /洋服|シャツ|背広|帽子|ズボン|外套|マント|フロック|校長|教頭|教師|先生|学校|教室|宿直|巡査|軍服|軍曹|兵隊|汽車|停車場|電車|電報|新聞|東京|ホテル|料理店|紳士|博士|ランプ|蝙蝠傘|書生|病院/g,
    "meiji",
  ],
  [/水干|狩衣|襖|烏帽子|羅生門|朱雀|検非違使|檜皮|太刀|直垂|御所|帝|大臣/g, "heian"],
];

/** Reads time and ground of a story off its people, their clothes and its places, unless the whole book tells of another `world`. */
export function settingOf(cast: readonly Person[], places: readonly Place[], manner: Manner, world?: World): Setting {
  const ground = groundOf(places);
  const fable =
    cast.some(({ looks }) => looks.species !== null && looks.species.value !== "human") ||
    cast.filter(({ name }) => royal.test(name)).length > 1;
  if (manner === "modern" || world === "today") return { manner, era: "modern", ground, fable };
  if (world !== undefined && world !== "meiji")
    return { manner, era: world, ground: world === "sail" ? "sea" : ground, fable };
  const said = [
    ...cast.flatMap(({ name, looks }) => [
      name,
      ...looks.clothes.map((t) => t.value),
      ...looks.marks.map((t) => t.value),
    ]),
    ...places.map((place) => place.name),
  ]
    .join(" ; ")
    .toLowerCase();
  const rows = manner === "japanese" ? japanese : european;
  const counts = rows.map(([words, era]) => ({ era, met: said.match(words)?.length ?? 0 }));
  // One old sword in a book of frock-coats makes no Middle Ages; one school makes no book modern.
  const least = manner === "japanese" ? 1 : 2;
  const found = counts.find(({ met }) => met >= least)?.era;
  if (world === "meiji") return { manner, era: found ?? "meiji", ground, fable };
  return { manner, era: found ?? (manner === "japanese" ? "edo" : "victorian"), ground, fable };
}

const royal = /\b(king|queen|prince|princess|emperor|empress)\b|王|姫/i;

const sea: readonly PlaceKind[] = ["ship", "harbour", "shore", "sea", "boat", "cabin"];
const country: readonly PlaceKind[] = ["village", "field", "forest", "mountain", "river", "road"];

function groundOf(places: readonly Place[]): Setting["ground"] {
  const share = (kinds: readonly PlaceKind[], names: RegExp): number => {
    const all = places.reduce((sum, place) => sum + place.mentions, 0) || 1;
    const own = places.filter((place) => (place.kind !== null && kinds.includes(place.kind)) || names.test(place.name));
    return own.reduce((sum, place) => sum + place.mentions, 0) / all;
  };
  if (share(sea, /\b(ship|deck|vessel|boat|harbou?r|quay|forecastle|wharf|sea)\b|船|港|浜/i) > 0.3) return "sea";
  return share(country, /村|山|川|畑|野原|峠/) > 0.34 ? "country" : "town";
}
