import type { PlaceKind } from "./story.ts";

export interface PlaceWord {
  kind: PlaceKind;
  inside: boolean;
}

/** English nouns of places, their kind for drawing, and whether one stands inside. */
export const placeWords = new Map<string, PlaceWord>([
  ...kind(
    "room",
    true,
    "room bedroom chamber parlour parlor drawing-room sitting-room study library nursery apartment flat lodgings cabin attic garret boudoir bathroom closet office surgery cell hospital ward lodging cottage hut house home bed-room dining-room breakfast-room ante-room dressing-room",
  ),
  ...kind(
    "hall",
    true,
    "hall ballroom ball-room lobby vestibule corridor passage staircase gallery theatre opera museum mansion",
  ),
  ...kind("kitchen", true, "kitchen scullery pantry"),
  ...kind("shop", true, "shop store bakery bookshop forge smithy warehouse counting-house"),
  ...kind("tavern", true, "tavern inn pub public-house alehouse coffee-house restaurant café hotel saloon bar-room"),
  ...kind("street", false, "street road lane alley square pavement avenue bridge highway city crescent"),
  ...kind("village", false, "village hamlet town market market-place green"),
  ...kind("forest", false, "forest wood woods grove thicket jungle copse plantation"),
  ...kind("garden", false, "garden park orchard lawn croquet-ground terrace shrubbery courtyard yard"),
  ...kind(
    "field",
    false,
    "field fields meadow moor heath plain steppe desert prairie farm pasture common hill hillside",
  ),
  ...kind("mountain", false, "mountain mountains cliff peak ridge pass crag"),
  ...kind("river", false, "river stream brook lake pond pool canal waterfall bank riverside river-bank riverbank"),
  ...kind("shore", false, "shore beach sands coast causeway island seaside"),
  ...kind("harbour", false, "harbour harbor quay pier dock docks wharf port slip gangplank jetty"),
  ...kind(
    "ship",
    false,
    "ship deck boat steamer schooner brig vessel whaler forecastle skiff lifeboat quarter-deck cabin-deck",
  ),
  ...kind("castle", true, "castle palace fortress keep dungeon throne-room"),
  ...kind("gate", false, "gate gateway"),
  ...kind("church", true, "church chapel cathedral abbey temple monastery vestry"),
  ...kind("tower", true, "tower lighthouse belfry turret"),
  ...kind("cave", true, "cave cavern grotto"),
  ...kind("graveyard", false, "graveyard churchyard cemetery tomb grave"),
  ...kind("courtroom", true, "court courtroom court-room dock-room police-court"),
  ...kind("school", true, "school schoolroom school-room classroom"),
  ...kind("train", true, "train carriage railway-carriage compartment station"),
  ...kind("underground", true, "cellar tunnel mine crypt vault rabbit-hole burrow well underground"),
]);

/** Last words of names of places that are no common nouns of places. */
export const namedKinds = new Map<string, PlaceWord>([
  ["arms", { kind: "tavern", inside: true }],
  ["rock", { kind: "shore", inside: false }],
]);

/** Place words that are more often something else unless a name stands before them. */
export const doubtfulPlaces = new Set(
  "well green bank common keep point pass mine study court port square plain deck train store home office grave company corner vault".split(
    " ",
  ),
);

/** Last words of names that are places or houses or companies, never people. */
export const placeNouns = new Set([
  ...placeWords.keys(),
  ..."arms rock row terrace place court mews gardens grange manor lodge priory county shire sea ocean bay cape gulf isle islands mount valley vale point head club company bank railway hotel times journal gazette college university institute society association act empire kingdom states republic parish quarter district province dale kippers chair office post work works tm archive foundation".split(
    " ",
  ),
]);

/** Words that put somebody inside a house of the street that is named. */
export const insideWords =
  /\b(?:fireside|hearth|fireplace|mantelpiece|(?:by|beside|before|of|from|into) the fire\b(?!-)|ceiling|wallpaper|sofa|couch|arm-?chair|window-?seat|bow-?window|indoors|breakfast-table|sitting-room|(?:his|our|my) (?:rooms|lodgings))\b/i;

/** Things that stand in one kind of place, for scenes that name none. */
export const placeClues: readonly (readonly [string, PlaceKind, boolean, RegExp])[] = [
  [
    "the court",
    "courtroom",
    true,
    /\b(?:jury(?:-box|men|man)?|jurors?|witness(?:es|-box)?|verdict|the dock|his lordship)\b/gi,
  ],
  [
    "the trees",
    "forest",
    false,
    /\b(?:mushrooms?|toadstools?|boughs?|branches|undergrowth|brambles|tree-tops|leaves|trees)\b/gi,
  ],
  ["the deck", "ship", false, /\b(?:mast|masts|rigging|helm|bowsprit|gunwale|bulwarks?|halyards?)\b/gi],
  ["the church", "church", true, /\b(?:pulpit|pews?|altar|choir|sermon)\b/gi],
];

/** Japanese place words, longest first where one contains another. */
export const japanesePlaceWords: readonly (PlaceWord & { word: string })[] = [
  ...japanese("room", true, "座敷 部屋 土間 書斎 居間 寝室 茶の間 縁側 下宿 室 家の中 納屋 物置 小屋 病室 家"),
  ...japanese("hall", true, "玄関 廊下 大広間 広間"),
  ...japanese("kitchen", true, "台所 勝手"),
  ...japanese("shop", true, "店 屋敷前"),
  ...japanese("tavern", true, "料理店 宿屋 旅館 茶屋 酒場 西洋料理店"),
  ...japanese("street", false, "大通り 通り 往来 大路 路 道 町 橋 坂"),
  ...japanese("village", false, "村 井戸 家の裏 家のうら"),
  ...japanese("forest", false, "森 林 竹藪 山奥 山の中"),
  ...japanese("garden", false, "庭 中庭 公園"),
  ...japanese("field", false, "野原 畑 田んぼ 原っぱ 菜種畑 城跡 草の中 草むら"),
  ...japanese("mountain", false, "峠 山 崖"),
  ...japanese("river", false, "河原 川岸 川べり 小川 川 滝 池 濁流 堤 岩"),
  ...japanese("shore", false, "浜辺 海岸 浜 海"),
  ...japanese("harbour", false, "波止場 港"),
  ...japanese("ship", false, "甲板 船 舟"),
  ...japanese("castle", true, "城内 天守 御殿"),
  ...japanese("gate", false, "羅生門 櫓門 山門 城門 門の下 門前 門"),
  ...japanese("church", true, "本堂 寺 神社 教会"),
  ...japanese("tower", true, "門の上 楼 櫓 塔 階上"),
  ...japanese("cave", true, "洞窟 洞穴 穴の中"),
  ...japanese("graveyard", false, "墓地 墓"),
  ...japanese("school", true, "教室 教場 学校 職員室"),
  ...japanese("train", true, "汽車 電車 停車場"),
];

function kind(name: PlaceKind, inside: boolean, words: string): [string, PlaceWord][] {
  return words.split(" ").map((word) => [word, { kind: name, inside }]);
}

function japanese(name: PlaceKind, inside: boolean, words: string): (PlaceWord & { word: string })[] {
  return words.split(" ").map((word) => ({ word, kind: name, inside }));
}
