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
    "room chamber parlour parlor drawing-room sitting-room apartment flat lodgings lodging closet cottage hut block-house blockhouse log-house house home dining-room breakfast-room ante-room morning-room smoking-room billiard-room",
  ),
  ...kind("bedroom", true, "bedroom bed-room bedchamber nursery boudoir dressing-room dormitory"),
  ...kind("library", true, "study library office bookroom counting-house bureau archive museum"),
  ...kind("hall", true, "hall ballroom ball-room lobby vestibule gallery mansion throne-room"),
  ...kind(
    "corridor",
    true,
    "corridor passage passageway staircase stairs stairway landing hallway stairwell entrance-hall",
  ),
  ...kind("theatre", true, "theatre theater opera playhouse music-hall concert-hall circus lecture-hall"),
  ...kind("theatre", false, "arena amphitheatre amphitheater colosseum hippodrome"),
  ...kind("kitchen", true, "kitchen scullery pantry larder"),
  ...kind("shop", true, "shop store bakery bookshop forge smithy warehouse"),
  ...kind(
    "tavern",
    true,
    "tavern pub public-house alehouse coffee-house restaurant café cafe saloon bar-room taproom tap-room coffee-room",
  ),
  ...kind("inn", false, "inn hotel hostelry guest-house boarding-house"),
  ...kind("bath", true, "bath bathroom bath-house bathhouse wash-house"),
  ...kind("prison", true, "prison cell gaol jail dungeon dungeons lock-up"),
  ...kind("ward", true, "hospital ward infirmary sickroom sick-room surgery sanatorium"),
  ...kind("loft", true, "loft attic garret hayloft belfry"),
  ...kind("street", false, "street streets alley square plaza pavement city"),
  ...kind("road", false, "road lane avenue highway highroad cart-track footpath turnpike"),
  ...kind("bridge", false, "bridge footbridge viaduct"),
  ...kind("market", false, "market market-place marketplace fair bazaar"),
  ...kind("village", false, "village hamlet town green"),
  ...kind("forest", false, "forest wood woods grove thicket jungle copse plantation clearing glade"),
  ...kind("garden", false, "garden park orchard lawn croquet-ground terrace shrubbery"),
  ...kind("yard", false, "yard courtyard farmyard stable-yard stableyard backyard"),
  ...kind(
    "field",
    false,
    "field fields meadow meadows moor moors moorland heath plain steppe tundra prairie farm pasture common hill hillside valley plateau camp encampment bivouac tent tents pit crater swamp marsh bog quagmire morass",
  ),
  ...kind("desert", false, "desert wilderness dunes"),
  ...kind("battlefield", false, "battlefield battle-field battleground trench trenches"),
  ...kind("mountain", false, "mountain mountains cliff peak ridge pass crag"),
  ...kind("river", false, "river moat stream brook lake pond pool canal waterfall bank riverside river-bank riverbank"),
  ...kind("shore", false, "shore beach sands coast causeway island seaside"),
  ...kind("harbour", false, "harbour harbor quay quays pier dock docks wharf wharves port slip gangplank jetty"),
  ...kind(
    "ship",
    false,
    "ship deck steamer schooner brig vessel whaler forecastle quarter-deck cabin-deck poop bridge-deck",
  ),
  ...kind("boat", false, "boat skiff lifeboat whale-boat whaleboat canoe dinghy ferry rowboat raft"),
  ...kind("cabin", true, "cabin stateroom wardroom state-room"),
  ...kind("castle", true, "castle palace fortress keep"),
  ...kind("gate", false, "gate gateway"),
  ...kind("church", true, "church chapel cathedral abbey monastery vestry"),
  ...kind("shrine", false, "temple shrine pagoda"),
  ...kind("tower", true, "tower lighthouse turret"),
  ...kind("cave", true, "cave cavern grotto"),
  ...kind("graveyard", false, "graveyard churchyard cemetery tomb grave"),
  ...kind("courtroom", true, "court courtroom court-room dock-room police-court"),
  ...kind("school", true, "school schoolroom school-room classroom"),
  ...kind("train", true, "train railway-carriage compartment"),
  ...kind("platform", false, "station platform railway-station terminus"),
  ...kind("cab", true, "cab carriage hansom brougham coach stagecoach stage-coach dog-cart four-wheeler landau taxi"),
  ...kind("underground", true, "cellar tunnel mine crypt catacombs vault rabbit-hole burrow well underground"),
]);

/** Last words of names of places that are no common nouns of places, or of other ones: a lane with a name is in a town. */
export const namedKinds = new Map<string, PlaceWord>([
  ...kind("street", false, "lane avenue crescent"),
  ["arms", { kind: "tavern", inside: true }],
  ["rock", { kind: "shore", inside: false }],
]);

/** Place words that are more often something else unless a name stands before them. */
export const doubtfulPlaces = new Set(
  "well green bank common keep point pass mine study court port square plain deck train store home office grave company corner vault fair bath ward poop coach wilderness bureau cabin platform landing slip bridge circus flat closet gallery clearing valley camp pit".split(
    " ",
  ),
);

/** Last words of names that are places or houses or companies, never people. */
export const placeNouns = new Set([
  ...placeWords.keys(),
  ..."arms rock crescent row terrace place court mews gardens grange manor lodge priory county shire sea ocean bay cape gulf isle islands mount valley vale point head club company bank railway hotel times journal gazette college university institute society association act empire kingdom states republic parish quarter district province dale kippers chair office post work works tm archive foundation".split(
    " ",
  ),
]);

/** Words that put somebody inside a house of the street that is named. */
export const insideWords =
  /\b(?:fireside|hearth|fireplace|mantelpiece|(?:by|beside|before|of|from|into) the fire\b(?!-)|ceiling|wallpaper|sofa|couch|arm-?chair|window-?seat|bow-?window|indoors|breakfast-table|sitting-room|(?:a|another|his|my) glass of|whisky|at (?:breakfast|supper|dinner)|sat (?:over|in silence|down)|his chair|(?:his|our|my) (?:rooms|lodgings))\b/i;

/** What one meets in the open, and what under a roof: where one of them is all around, the place is not of the other. */
export const surroundings = {
  outside:
    /\b(?:trees?|grass|bushes|hedges?|sky|stars|clouds?|horses?|saddle|reins|hoofs|hills?|woods|forest|fields?|waves?|oars?|swam|swimming|moat|bank|shore|river|rocks?|path|boughs|leaves|mountains?|valley)\b/gi,
  inside:
    /\b(?:room|door|table|chair|window|lamp|candles?|bed|walls?|floor|ceiling|curtains?|stairs|hearth|sofa|carpet|cupboard|shelf|shelves|drawer|plate|desk|mantelpiece|fireplace)\b/gi,
} as const;

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
  [
    "the bedroom",
    "bedroom",
    true,
    /\b(?:(?:in|into|to|on|of) (?:his |her |my |the )?bed|bedside|pillows?|counterpane|bedclothes|sick-?bed)\b/gi,
  ],
  [
    "the room",
    "room",
    true,
    /\b(?:breakfast-table|dinner-table|tea-table|writing-table|arm-?chair|easy-chair|sofa|hearth(?:rug)?|fireplace|mantel(?:piece|shelf)|fireside|carpet|curtains?|the door(?! of)|the (?:table|chair)|the bell)\b/gi,
  ],
  [
    "the road",
    "road",
    false,
    /\b(?:the reins|dog[- ]?cart|coachman|postilion|post-chaise|milestone|hedges|the (?:high-?)?road|the horses?|the wheels|drove|journey)\b/gi,
  ],
];

/** Japanese place words, longest first where one contains another. */
export const japanesePlaceWords: readonly (PlaceWord & { word: string })[] = [
  ...japanese("room", true, "座敷 部屋 土間 居間 茶の間 縁側 下宿 室 家の中 小屋 家"),
  ...japanese("bedroom", true, "寝室 寝間 寝床 蒲団の中 布団の中"),
  ...japanese("library", true, "書斎 図書館 図書室 事務所 役所 編輯局"),
  ...japanese("ward", true, "病室 病院 医院"),
  ...japanese("hall", true, "大広間 広間"),
  ...japanese("corridor", true, "玄関"),
  ...japanese("corridor", true, "廊下 階段 梯子段"),
  ...japanese("theatre", true, "劇場 芝居小屋 寄席 舞台 講堂"),
  ...japanese("kitchen", true, "台所 勝手"),
  ...japanese("shop", true, "店"),
  ...japanese("tavern", true, "料理店 酒場 西洋料理店 料理屋 蕎麦屋 うどん屋 団子屋 鮨屋 寿司屋 鰻屋 牛肉屋 料亭 食堂"),
  ...japanese("inn", false, "宿屋 旅館 茶屋"),
  ...japanese("bath", true, "風呂場 風呂 温泉 湯壺 湯殿 浴場 銭湯"),
  ...japanese("prison", true, "牢屋 牢 監獄 独房"),
  ...japanese("street", false, "大通り 通り 往来 大路 町 坂"),
  ...japanese("road", false, "路 道 街道 田舎道 野道 峠道 山道"),
  ...japanese("bridge", false, "橋の上 橋"),
  ...japanese("market", false, "市場 縁日 露店"),
  ...japanese("village", false, "村"),
  ...japanese("yard", false, "井戸 井戸端 家の裏 家のうら 裏庭 裏口 中庭 納屋 物置 屋敷前"),
  ...japanese("forest", false, "森 林 竹藪 山奥 山の中"),
  ...japanese("garden", false, "庭 公園"),
  ...japanese("field", false, "野原 畑 田んぼ 原っぱ 菜種畑 城跡 草の中 草むら"),
  ...japanese("desert", false, "沙漠 砂漠"),
  ...japanese("battlefield", false, "戦場 合戦場 塹壕"),
  ...japanese("mountain", false, "峠 山 崖"),
  ...japanese("river", false, "河原 川岸 川べり 小川 川 滝 池 濁流 堤 岩"),
  ...japanese("shore", false, "浜辺 海岸 浜"),
  ...japanese("sea", false, "海の中 海の上 海上 沖 海"),
  ...japanese("harbour", false, "波止場 港"),
  ...japanese("ship", false, "甲板 汽船 船"),
  ...japanese("boat", false, "小舟 渡し舟 舟"),
  ...japanese("castle", true, "城内 天守 御殿"),
  ...japanese("gate", false, "羅生門 櫓門 山門 城門 門の下 門前 門"),
  ...japanese("church", true, "教会"),
  ...japanese("shrine", false, "本堂 寺 神社 境内 社 お宮"),
  ...japanese("tower", true, "塔"),
  ...japanese("loft", true, "門の上 楼の上 楼 櫓 階上 屋根裏"),
  ...japanese("cave", true, "洞窟 洞穴 穴の中"),
  ...japanese("graveyard", false, "墓地 墓"),
  ...japanese("school", true, "教室 教場 学校 職員室 教員室 控所"),
  ...japanese("train", true, "汽車 電車 客車 車室"),
  ...japanese("platform", false, "停車場 停留場 駅 プラットフォーム"),
  ...japanese("cab", true, "馬車 人力車 俥 自動車"),
];

/** Words that name places of a kind, those left out that are more often something else. */
export function placeWordsOf(wanted: PlaceKind, language: "en" | "ja"): string[] {
  if (language === "ja") return japanesePlaceWords.filter((place) => place.kind === wanted).map(({ word }) => word);
  return [...placeWords]
    .filter(([word, place]) => place.kind === wanted && !doubtfulPlaces.has(word))
    .map(([word]) => word);
}

function kind(name: PlaceKind, inside: boolean, words: string): [string, PlaceWord][] {
  return words.split(" ").map((word) => [word, { kind: name, inside }]);
}

function japanese(name: PlaceKind, inside: boolean, words: string): (PlaceWord & { word: string })[] {
  return words.split(" ").map((word) => ({ word, kind: name, inside }));
}
