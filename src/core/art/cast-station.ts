import type { Age, Gender, Person } from "../story/story.ts";
import type { ModelSheet } from "./artist.ts";
import type { Setting } from "./cast-setting.ts";

/** What somebody is, as far as a name, a title or a mark of the text says it; it decides about clothes (D2). */
export type Station =
  | "royal"
  | "noble"
  | "gentle"
  | "dandy"
  | "scholar"
  | "clergy"
  | "monk"
  | "soldier"
  | "knight"
  | "samurai"
  | "sailor"
  | "captain"
  | "police"
  | "detective"
  | "servant"
  | "maid"
  | "driver"
  | "workman"
  | "peasant"
  | "fisher"
  | "pupil"
  | "outcast"
  | "magician"
  | "none";

/** Names and titles, the most telling first: Captain Sir John is a captain, the King's footman a footman. */
const stations: readonly (readonly [RegExp, Station])[] = [
  [/\b(inspector|detective|commissioner|sleuth)\b|刑事|探偵/i, "detective"],
  [/\b(constable|policeman|sergeant of police|gendarme|bobby)\b|巡査|警官/i, "police"],
  [/\b(footman|butler|valet|page|waiter|porter|steward|herald|knave|usher|doorman)\b|執事|給仕|小使/i, "servant"],
  [/\b(maid|housemaid|cook|housekeeper|nurse|landlady|governess|charwoman|mary ann)\b|下女|女中|看護|乳母/i, "maid"],
  [/\b(coachman|driver|cabman|groom|ostler|postilion)\b|車夫|御者|馬子/i, "driver"],
  [/\b(king|queen|emperor|empress|sultan|czar|tsar)\b|王様|女王|国王|皇帝|^王$/i, "royal"],
  [
    /\b(duchess|duke|princess|prince|countess|count|baroness|baron|marquis|earl|lord|lady|sir)\b|姫|大名|殿|侯爵|伯爵/i,
    "noble",
  ],
  [/\b(knight|paladin|crusader)\b/i, "knight"],
  [/侍|武士|浪人|将軍|之丞|之介|右衛門尉/u, "samurai"],
  // Whose brother or father somebody is takes no vows.
  [/\b(monk|friar|abbot|hermit)\b|^brother \w|和尚|坊主|住職|僧|尼|法師|上人/i, "monk"],
  [/\b(reverend|rev|vicar|parson|bishop|priest|curate|dean|preacher)\b|^father \w|牧師|神父/i, "clergy"],
  [/\b(captain|skipper|commodore)\b|船長/i, "captain"],
  [/\b(sailor|seaman|mate|boatswain|bosun|harpooneer|helmsman|cabin-boy|admiral)\b|水夫|船乗/i, "sailor"],
  [
    /\b(soldier|colonel|major|general|lieutenant|sergeant|corporal|private|guardsman|ensign|artilleryman|gunner|trooper|dragoon|hussar)\b|兵隊|軍曹|大尉|大佐|少尉/i,
    "soldier",
  ],
  [/\b(witch|wizard|sorcerer|enchanter|magician|prophet)\b|仙人|魔法/i, "magician"],
  [/\b(beggar|tramp|thief|convict|vagabond|urchin|prisoner)\b|乞食|盗人|泥棒|下人/i, "outcast"],
  [/\b(fisherman|ferryman|boatman|whaler)\b|漁師|船頭|渡し守/i, "fisher"],
  [
    /\b(gardener|carpenter|blacksmith|miller|baker|butcher|mason|miner|plumber|labourer|workman|cobbler|executioner)\b|大工|職人|鍛冶|左官|人足|火消/i,
    "workman",
  ],
  [/\b(farmer|peasant|shepherd|ploughman|woodcutter|hunter|goatherd)\b|百姓|猟師|木こり|炭焼/i, "peasant"],
  [
    /\b(professor|doctor|dr|teacher|schoolmaster|lawyer|judge|banker|mayor|clerk|surgeon|merchant)\b|先生|校長|教頭|教師|博士|医者|町長|村長|番頭/i,
    "scholar",
  ],
  [/\b(schoolboy|schoolgirl|pupil|student)\b|生徒|学生|書生/i, "pupil"],
  [/\b(hatter|dandy|beau|conjurer|ringmaster)\b|手品/i, "dandy"],
  [/\b(mr|mrs|miss|ms|madam|mister|gentleman|squire|esquire)\b|紳士|旦那|奥様|令嬢|嬢/i, "gentle"],
];

export function stationOf({ name, aliases }: Person): Station {
  const called = aliases.map(stationIn);
  // Whom somebody once calls King George is none.
  return stationIn(name) ?? called.find((found) => found !== null && found !== "royal") ?? "none";
}

function stationIn(name: string): Station | null {
  return stations.find(([words]) => isOffice(name, words))?.[1] ?? null;
}

/** The Baker bakes; Mr. Henry Baker does not: after other names the word is a surname. */
function isOffice(name: string, words: RegExp): boolean {
  const at = words.exec(name)?.index ?? -1;
  if (at <= 0) return at === 0;
  return /^(the|an?|my|our|his|her|old|young|poor|chief|first|second)\b/i.test(name) || !/\s/.test(name);
}

/** Work that men did in old books and work that women did. */
const men: readonly Station[] = [
  "detective",
  "police",
  "servant",
  "driver",
  "knight",
  "samurai",
  "clergy",
  "captain",
  "sailor",
  "soldier",
  "fisher",
  "workman",
  "peasant",
  "scholar",
];

const female =
  /\b(queen|empress|duchess|princess|countess|baroness|lady|mrs|miss|madam|madame|aunt|mother|sister|wife|widow|girl|daughter|wom[ae]n|nurse|witch|landlady|governess|granny|grandmother)\b|[婆媼姫女娘母姉妹妻嬢尼]|おかみ|奥さん|芸者|お[ぁ-ん]{1,2}$|子$/iu;
const male =
  /\b(king|emperor|duke|prince|count|baron|lord|sir|mr|mister|master|uncle|father|brother|boy|son|man|husband|grandfather|gentleman)\b|\bthe \w+m[ae]n\b|[爺翁男父兄弟僧]|和尚|郎$|[助吉太蔵十平]$|衛門?$|之[丞介助]$/iu;

/** Sex by title, kinship word or work, where the text used no pronoun for the person. */
export function genderInName(person: Person): Gender | null {
  if (female.test(person.name)) return "female";
  if (male.test(person.name)) return "male";
  const station = stationOf(person);
  if (station === "maid") return "female";
  return men.includes(station) ? "male" : null;
}

const ages: readonly (readonly [RegExp, Age])[] = [
  [/\b(old|aged|elderly|granny|grandfather|grandmother|grandpa|hag)\b|[婆媼爺翁老]|隠居/iu, "old"],
  [/\b(young|youth|miss|princess|student)\b|若者|青年|書生|学生|娘|姫/iu, "young"],
  [
    /\b(father|mother|mrs|inspector|colonel|major|general|professor|duchess|bishop|banker)\b|校長|教頭|父|母/iu,
    "adult",
  ],
];

/** Age by title or kinship word. A child is one only by the text's own word: the page stands it on the ground by that. */
export function ageInName({ name }: Pick<Person, "name">): Age | null {
  return ages.find(([words]) => words.test(name))?.[1] ?? null;
}

/** Offices that show by what is worn on the head, indoors too; everybody else is bare-headed unless the text says otherwise. */
export function hatOfOffice(person: Person, { ground, fable, era }: Setting): ModelSheet["hat"] | null {
  if (/\bhatter\b/i.test(person.name)) return "top-hat";
  const station = stationOf(person);
  if (station === "royal") return fable || era === "medieval" ? "crown" : null;
  if (station === "knight") return "helmet";
  if (station === "police" || station === "driver") return "cap";
  return ground === "sea" && (station === "captain" || station === "sailor") ? "cap" : null;
}
