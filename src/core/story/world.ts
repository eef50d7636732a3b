import type { World } from "./story.ts";

/** Words of the towns and houses of the last two centuries: where they stand thick no other world is told of. */
const home =
  /\b(?:railways?|trains?|stations?|telegra\w+|telephones?|omnibus|cabs?|hansom|policem[ae]n|newspapers?|drawing-room|parlou?r|inspector|motor-?cars?|gaslight|umbrella|waistcoats?|cigars?|cigarettes?|trousers|sofa|governess|solicitor|london|carriages?)\b/gi;

/** Words that other worlds are told with. */
const signs: readonly (readonly [World, RegExp])[] = [
  [
    "ancient",
    /\b(?:legions?|centurions?|gladiators?|togas?|tunics?|chariots?|caesar|romans?|rome|greeks?|athens|sparta|trojans?|troy|pharaoh|egyptians?|temples?|oracles?|sacrific\w+|spears?|javelins?|galleys?|slaves?|jerusalem|pharisees?|disciples?|philistines?|israel|the gods|zeus|jupiter|apollo)\b/gi,
  ],
  [
    "medieval",
    /\b(?:knights?|lances?|joust\w*|tournaments?|castles?|drawbridge|minstrels?|friars?|abbots?|yeom[ae]n|archers?|longbows?|battlements?|dungeons?|chain-?mail|hauberk|helms?|crusad\w+|thanes?|serfs?|vassals?|chivalr\w+|dragons?|wizards?|magician|troubadours?|steeds?|liege|quoth|damsels?|portcullis|men-at-arms)\b/gi,
  ],
  [
    "planet",
    /\b(?:planets?|martians?|mars|venusians?|moons|chieftains?|warriors?|(?:green|red) m[ae]n|hordes?|long-?swords?|fliers?|earthm[ae]n|incubators?|harness|radium)\b/gi,
  ],
  [
    "frontier",
    /\b(?:prairies?|ranch\w*|cowboys?|indians?|wagons?|canoes?|rifles?|moccasins?|wigwams?|buckskin|settlers?|log[- ]cabins?|cabins?|sled(?:s|ges)?|dog-?team|yukon|klondike|trails?|miners?|gold-?dust|gulch|saddle|mustangs?|scouts?|trappers?|snow-?shoes?|rawhide|plantations?|rafts?|steamboats?|whisky|frontier|camps?)\b/gi,
  ],
  [
    "sail",
    /\b(?:schooners?|frigates?|brigs?|sloops?|pirates?|buccaneers?|cutlass\w*|muskets?|quarter-?deck|forecastle|mainmast|foremast|mizzen|bowsprit|rigging|boatswain|bo['’]?s[u'’]n|cabin-boy|doubloons?|galleons?|topsails?|rum|mutin\w+|shipmates?|capstan|yard-arm|harpoon\w*|whal\w+)\b/gi,
  ],
  [
    "orient",
    /\b(?:caliphs?|sultans?|viziers?|turbans?|camels?|bazaars?|genie|djinns?|dervish\w*|caravans?|harem|scimitars?|emirs?|sheiks?|mosques?|minarets?|oas[ei]s)\b/gi,
  ],
];

/** A world's words in ten thousand, the least of them that make one, different ones, and how often they outnumber those of home. */
const least = { share: 25, different: 6, overHome: 3 } as const;

/**
 * The world that most of a whole English book's words tell of, or null for the Europe of the last centuries, which single knights or
 * Martians do not change. Measured on 17 novels: one of another world has over 30 such words in ten thousand, all others below 16,
 * or more of home beside them.
 */
export function worldOf(text: string): World | null {
  if (tellsOf(text, today.en)) return "today";
  const words = text.length / unitsOfWord;
  const share = (found: readonly string[]) => (found.length / words) * 10_000;
  const ofHome = share(text.match(home) ?? []);
  const [best] = signs
    .map(([world, pattern]) => {
      const found = text.match(pattern) ?? [];
      return { world, share: share(found), different: new Set(found.map((word) => word.toLowerCase())).size };
    })
    .filter(({ different }) => different >= least.different)
    .toSorted((a, b) => b.share - a.share);
  if (best === undefined || best.share < Math.max(least.share, least.overHome * ofHome)) return null;
  return best.world;
}

/** The time in which a Japanese book plays, or null for the Japan of swords and topknots. */
export function japaneseWorldOf(text: string): World | null {
  return tellsOf(text, today.ja) ? "today" : tellsOf(text, meiji) ? "meiji" : null;
}

/** Things that nobody had before the last decades. */
const today = {
  en: /\b(?:(?:cell|mobile|smart) ?phones?|laptops?|computers?|e-?mails?|texted|internet|websites?|wi-?fi|televisions?|TV|CCTV|DNA|videos?|helicopters?|airports?|supermarkets?|jeans|t-shirts?|hoodies?|sneakers|car parks?|parking lot|microwave|fridge|refrigerator|freezer|photocop\w+|printout|hard drive|USB|password|voicemail|text message|seat ?belt|plastic bags?|credit cards?|paramedics?|ambulance crew)\b/gi,
  ja: /スマホ|携帯(?:電話)?|パソコン|メール|インターネット|ネット|テレビ|コンビニ|マンション|アパート|エレベーター|コピー機|プリンター|駐車場|スーパー|ビニール|プラスチック|冷蔵庫|電子レンジ|カラオケ|ジーンズ|Ｔシャツ|Tシャツ|リモコン|エアコン|クレジット|ペットボトル|自動販売機|自販機|改札機|防犯カメラ|課長|係長|警備員|ポスター|入社|新入社員|残業|会議室|オフィス|宅配|社員証|軽トラ(?:ック)?|トラック|団地|町内会|アルバイト|新幹線|高速道路|介護|老人ホーム|保育園|ゴミ袋|蛍光灯|段ボール|リュック|スニーカー|サンダル|タオル/g,
} as const;

/** Things of the trains, telephones and offices that came after the topknots. */
const meiji =
  /運転手|自動車|バス|タクシー|電話|写真|懐中時計|柱時計|腕時計|汽船|汽車|電車|列車|機関車|新聞|警察|刑事|巡査|交番|ホテル|ランプ|電灯|懐中電灯|マッチ|会社|学校|教室|郵便|電報|ガラス|洋服|背広|(?<!烏)帽子|鉄道|病院|ストーブ|コート|ズボン|シャツ|ペン|ノート|カメラ|画家|コーヒー|珈琲|ビール|トランク|ポケット|ボタン|切符|封筒|校長|校庭|制服|駅員|改札|ポスト|レジ|ドア|テーブル|ソファ|カーテン|スープ|パン屋|バッグ|スカート|セーター|エプロン|スリッパ|手術|注射|貯金|積立|脱衣[所場]|眼鏡|めがね|メガネ|万円|消しゴム|鉛筆|自転車|オートバイ|工場|商店街|喫茶店|食堂車|市役所|役場|図書館|映画/g;

/** Words of a time in ten thousand units of text, and different ones among them, that tell of it. */
const leastOfTime = { share: 3, different: 2 } as const;

function tellsOf(text: string, words: RegExp): boolean {
  const found = text.match(words) ?? [];
  const enough = (found.length / text.length) * 10_000 >= leastOfTime.share;
  return enough && new Set(found.map((word) => word.toLowerCase())).size >= leastOfTime.different;
}

/** UTF-16 units of an English word with the space behind it. */
const unitsOfWord = 5.7;
