import type { Span } from "../book/book.ts";
import { hourTold, isDenied } from "../story/conditions.ts";
import { doubtfulPlaces, japanesePlaceWords, placeWords } from "../story/place-words.ts";
import { houseTold } from "../story/places.ts";
import type { Place, PlaceKind, Scene, TimeOfDay, Weather } from "../story/story.ts";
import {
  belies,
  contradicts,
  narrationOf,
  needsTelling,
  supports,
  tellsFurniture,
  tellsOpenAir,
  tellsRoom,
} from "./place-evidence.ts";
import { alike, besideHouse, englishSky, japaneseSky, skyHours, skyWeathers } from "./setting-words.ts";

/** Where the words of a panel are set. */
export interface Setting {
  /** A place of the story; null where the words name one that the story does not know, or the scene has none. */
  place: string | null;
  /** The words themselves name the place. */
  named: boolean;
  /** The words tell of things that stand here. */
  tells?: boolean;
  /** A bath: nobody is dressed in it as they are drawn. */
  bathes?: boolean;
  /** A part of the place, a wall or a door, is as good a picture of it as the whole: not so in a loft or a tunnel. */
  parts?: boolean;
  /** Words that speak of a place of another kind, without setting anything there: what shows it, or null; undefined where they speak of none. */
  spokenOf?: string | null;
  /** The words describe a place and nobody in it: it is the picture. */
  described?: boolean;
}

/** Follows the words of a scene from panel to panel: a place that they name is shown, or at least not belied. */
export interface SettingReader {
  /** Reads the words of the next panel, which stand at `at` in the book; `talks` where somebody speaks in it. */
  read(told: string, at: Span, talks: boolean): Setting;
  /** Whether parts of the scene's own place stand for it. */
  parts: boolean;
}

/** How far around a panel the narration is asked where it is, in UTF-16 units: near by for what is told, wider for a talk. */
const reach = { en: { told: 420, talk: 1500 }, ja: { told: 130, talk: 450 } } as const;

/** Words with which people come to another place. */
const comingTo = {
  en: /(?:^|[.!?])\s[^.!?]*\b(?:reached|entered|arrived|came (?:to|into|upon|out)|went (?:into|to|out)|got (?:to|into)|(?:drove|walked|ran|hurried|rode) (?:to|into|up to))\b/,
  ja: /[^。]*(?:まで|へ|に)(?:来|着|つい|はい(?:っ|り)|入(?:っ|り)|行(?:っ|き)|出(?:た|て|ま))/u,
} as const;

/** A talk goes on for so many panels where the words last said it is, without being told again. */
const holds = 4;

/**
 * A reader for one scene. A place is shown only where the narration around the panel speaks of it: a talk goes on where it began,
 * but a sentence that is told of nowhere, or of other things than stand there, gets no place at all.
 */
export function readSettings(scene: Scene, places: readonly Place[], rules: "en" | "ja", text: string): SettingReader {
  // The last words before a scene often tell where it opens.
  const from = Math.max(0, scene.start - reach[rules].told);
  const narration = narrationOf(text, { start: from, end: scene.end });
  const around = ({ start, end }: Span, units: number) => {
    const ahead = narration.slice(Math.max(0, end - from), Math.max(0, end - from + units));
    // Where they come to in the next sentence they are not yet.
    const still = ahead.slice(0, Math.max(0, ahead.search(comingTo[rules]) + 1) || ahead.length);
    return narration.slice(Math.max(0, start - from - units), Math.max(0, end - from)) + still;
  };
  const home = places.find(({ id }) => id === scene.place) ?? null;
  const room = places.filter(({ kind }) => kind === "room").toSorted((a, b) => b.mentions - a.mentions)[0] ?? null;
  const inHome = home !== null && supports(narration, home, rules);
  let here: Place | null = null;
  let left = 0;
  const settle = (at: Span): void => {
    const wide = around(at, reach[rules].talk);
    // Whoever was just told of under the sky is in no room, whatever was told of it before.
    const outside = tellsOpenAir(around(at, reach[rules].told), rules);
    const denied = (place: Place) => contradicts(wide, place, rules) || (outside && place.inside === true);
    left -= 1;
    if (here !== null && denied(here)) here = null;
    // A room may be taken for granted in a talk; the open air, a cab, a cave or a visit is told of again and again.
    const settled = here !== null && (here === home || here === room) && !needsTelling(here);
    if (here !== null && left <= 0 && !settled && !supports(wide, here, rules)) here = null;
    if (here === null && home !== null && inHome && !denied(home))
      if (!needsTelling(home) || supports(wide, home, rules)) here = home;
    if (here === null && !outside && tellsRoom(wide, rules)) here = room;
  };
  const inParts = (id: string | null): boolean => hasParts(places.find((place) => place.id === id)?.kind ?? null);
  /** The sentence in which words end, with what the caption dropped of it. */
  const sentenceAt = ({ start, end }: Span) => {
    const tail = /^[^。.!?！？\n]*/u.exec(narration.slice(Math.max(0, end - from)))?.[0] ?? "";
    return narration.slice(Math.max(0, start - from), Math.max(0, end - from)) + tail;
  };
  const reading = (told: string, at: Span, talks: boolean): Setting => {
    const scenery = placeDescribed(told, rules);
    if (scenery !== null) {
      const place = showing(scenery, home, places);
      if (place !== null) return { place, named: true, described: !talks };
    }
    const word = placeNamed(told, rules);
    // What was once done somewhere, or might be, leaves the people where they are.
    const elsewhere = word !== null && onceThere[rules].test(sentenceAt(at));
    if (word !== null && !elsewhere) {
      const place = showing(word, home, places);
      here = places.find(({ id }) => id === place) ?? null;
      // Nobody stays long on a doorstep.
      left = besideHouse[rules].test(told) ? 1 : holds;
      if (turnsElsewhere(told, word, rules)) return { place: null, named: true };
      return { place, named: true, ...bathing(here) };
    }
    settle(at);
    const other = elsewhere ? word : placeSpokenOf(told, rules);
    const meant = other === null ? null : showing(other, home, places);
    // To speak of where one is is to speak of no other place.
    const aside = other === null || (meant !== null && meant === here?.id) ? {} : { spokenOf: meant };
    // By day or night, who sits at breakfast sits in a room.
    if (here === null && room !== null && tellsFurniture(told, rules))
      return { place: room.id, named: false, ...aside };
    const shown =
      here !== null && !belies(told, here, rules) && (talks || supports(around(at, reach[rules].told), here, rules));
    const tells = here !== null && supports(told, here, rules);
    return { place: shown ? (here?.id ?? null) : null, named: false, tells, ...aside, ...bathing(here) };
  };
  return {
    read(told, at, talks) {
      const setting = reading(told, at, talks);
      return { ...setting, parts: inParts(setting.place) };
    },
    parts: inParts(scene.place),
  };
}

/** Whether a wall, a door or a tree of such a place can be nowhere else. */
export const hasParts = (kind: PlaceKind | null): boolean => kind !== null && !undivided.has(kind);
const undivided: ReadonlySet<PlaceKind> = new Set<PlaceKind>([
  "loft",
  "underground",
  "cave",
  "bath",
  "cab",
  "train",
  "boat",
  "ship",
  "sea",
  "desert",
  "tower",
  "courtroom",
  "theatre",
  "river",
]);

const bathing = (here: Place | null): Pick<Setting, "bathes"> => (here?.kind === "bath" ? { bathes: true } : {});

interface Named {
  word: string;
  kind: PlaceKind;
  inside: boolean;
}

/** The place that shows what is named: the scene's own where it is of that kind, another of the story, one that looks alike, or null. */
function showing({ word, kind }: Named, home: Place | null, places: readonly Place[]): string | null {
  const called = word.includes(" ") ? places.find(({ name }) => name.toLowerCase().includes(word)) : undefined;
  const own = places.find((place) => place.kind === kind && place.name === word);
  if (called ?? own) return (called ?? own)?.id ?? null;
  if (home !== null && (home.kind === kind || home.name.toLowerCase().includes(word))) return home.id;
  const fitting = places.filter((place) => place.kind === kind);
  const best =
    fitting.find(({ name }) => name.toLowerCase().includes(word)) ??
    fitting.toSorted((a, b) => b.mentions - a.mentions)[0];
  if (best) return best.id;
  const near = (other: PlaceKind | null) => other !== null && looksLike(other, kind);
  if (home !== null && near(home.kind)) return home.id;
  return places.find((place) => near(place.kind))?.id ?? null;
}

const lead =
  /\b(?:in|at|into|inside|entered|reached|through|along|across|down|up|outside|aboard|crossed|climbed|left|leaving|behind|under)\s+(?:(the|an?|his|her|my|our|their|its|this|that|one)\s+)?((?:[\p{L}’'-]+\s+){0,3}?[\p{L}-]+)/giu;
/** Seen, thought or spoken of: nobody is there. */
const onlySeen =
  /\b(?:look(?:ed|ing)?|saw|see|seen|peep(?:ed|ing)?|gaz(?:ed|ing)|glanc(?:ed|ing)|star(?:ed|ing)|heard|had|has|have|remember(?:ed)?|thought|think|would|could|wish(?:ed)?|want(?:ed)?|if|window|map|letter|knocks?|made|interest\w*|go|going|get|getting|decided|leads?|led|staying|lodgings?|liv(?:ed|es|ing)|resid\w*|born|known|famous|open(?:ed|s)?|try|tried|used)(?:\s+[\p{L}’']+){0,7}\s*$/iu;

/** Words of what was done at another time, or is only thought of. */
const onceThere = {
  en: /\b(?:used to|would have|years? (?:ago|before)|in those days|always|never (?:been|seen)|as if|as though|informed (?:me|us|him|her)|told (?:me|us|him|her) (?:that|of))\b/iu,
  ja: /た(?:事|こと)が?(?:ある|ない)|だろう|つもり|(?:する|いる)方が|法とか|た(?:時|とき)ばかり|いっそ|(?:筈|はず|べき|可き)|昔|以前|時分|先刻|この間|(?:先|前)の(?:日|晩)|事もある|こともある/u,
} as const;

/** A place that stands in view: the sentence is about it, and nobody does anything there. */
const inView = {
  en: /\b(?:ran|led|stretched|lay|stood|wound|rose|opened|sloped|overlooked|there (?:was|were)|was an?|were)\b/iu,
  ja: /(?:が|も)(?:見え|立って|ならんで|並んで|続いて|建って|あった|ある|広が)|にある(?:。|\s|$)/u,
} as const;
const doers = {
  en: /\b(?:I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey|me|us|him|them|who|[Mm]y|[Hh]is|[Hh]er|[Oo]ur|[Tt]heir|Mr|Mrs|Miss)\b/u,
  ja: /おれ|私|僕|己|彼|君|下人|さん(?!に|は?小)|先生|男|女|人(?![力家口])|生徒|云|言|思|聞/u,
} as const;
/** Out of doors and great enough to fill a picture. */
const views = {
  en: /\b(house|villa|mansion|manor|cottage|castle|church|inn|lane|road|street|avenue|bridge|river|lake|village|town|wood|forest|garden|lawn|park|moor|field|hill|beach|shore|harbour|station|graveyard|churchyard)\b/iu,
  ja: /(墓地|墓|寺|神社|村|町|庭|森|林|山|川|橋|海|浜|通り|道|畑|学校|停車場|門)(?:は|が|も|の西側が)/u,
} as const;

/** Seen from before them: their rooms are another picture. */
const fronts = /^(?:house|villa|mansion|manor|cottage|castle)$/u;

/** The place that a sentence describes without anybody in it, or null. */
function placeDescribed(told: string, rules: "en" | "ja"): Named | null {
  if (rules === "en" && houseTold.test(told) && !acting.test(told))
    return { word: "country house", kind: "garden", inside: false };
  if (doers[rules].test(told) || !inView[rules].test(told)) return null;
  const word = views[rules].exec(told)?.[1]?.toLowerCase();
  if (word === undefined || onceThere[rules].test(told)) return null;
  if (fronts.test(word)) return { word: "country house", kind: "garden", inside: false };
  // Beside a house runs a country lane.
  if (word === "lane") return { word, kind: "road", inside: false };
  const place = rules === "en" ? placeWords.get(word) : japanesePlaceWords.find((each) => each.word === word);
  return place === undefined ? null : { word, kind: place.kind, inside: place.inside };
}

const acting = /\b(?:I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey)\b (?:\p{L}+ly )?\p{L}+(?:ed|an|en|ook|ent|ame|ood|at|aw)\b|\bwho\b/u;

/** Whether the last of several sentences is about a place that looks unlike the one that those before it name. */
function turnsElsewhere(told: string, { kind }: Named, rules: "en" | "ja"): boolean {
  const last = told.split(/(?<=[.!?。…])\s*/u).findLast((sentence) => sentence.trim() !== "") ?? told;
  if (last.length === told.length || placeNamed(last, rules) !== null) return false;
  const other = placeSpokenOf(last, rules);
  return other !== null && other.kind !== kind && !looksLike(other.kind, kind);
}

const looksLike = (one: PlaceKind, other: PlaceKind): boolean =>
  alike.some((row) => row.includes(one) && row.includes(other));

/** Over the threshold. */
const goesIn = /\b(?:entered|enter|went in|go in|ushered|let (?:me|us|him|her) in|inside)\b/iu;

/** The place in which a sentence says that something happens, or null. */
function placeNamed(told: string, rules: "en" | "ja"): Named | null {
  if (besideHouse[rules].test(told) && !goesIn.test(told)) return { word: "yard", kind: "yard", inside: false };
  return rules === "ja" ? japanesePlace(told) : englishPlace(told);
}

/** Through streets and more streets. */
const drives =
  /\b(?:rattled|drove|dashed|rolled|whirled|clattered|galloped|driving|walked)\b[^.;]{0,30}\bthrough\b[^.;]{0,50}\bstreets\b/iu;

function englishPlace(told: string): Named | null {
  if (drives.test(told)) return { word: "street", kind: "street", inside: false };
  let found: Named | null = null;
  for (const hit of told.matchAll(lead)) {
    const words = (hit[2] ?? "").toLowerCase().split(/\s+/);
    const word = words.find((each) => placeWords.has(each));
    const place = word === undefined ? undefined : placeWords.get(word);
    if (word === undefined || place === undefined || onlySeen.test(told.slice(0, hit.index))) continue;
    if (
      words
        .slice(0, words.indexOf(word))
        .some((each) => /^(?:and|or|of|in|at|to|was|were|had|who|which|that|with)$/.test(each))
    )
      continue;
    const article = hit[1] !== undefined;
    if (!article && !/\p{Lu}/u.test(hit[2] ?? "")) continue;
    if (doubtfulPlaces.has(word) && !/^the$/i.test(hit[1] ?? "")) continue;
    found = { word, ...place };
  }
  return found;
}

/** Behind a place that something happens in: 〜で, 〜に着いた, 〜へ入った, 〜を出て. */
const happensThere =
  /^(?:の(?:中|下|上|前|側|そば|内|縁|隅|ところ|所|入口|奥))?(?:で(?!あ|す|は|も|な)|に(?:い[たるて]|居|着|つい|はい|這入|入|坐|すわ|座|立|出|来|来て|ねて|しゃが|隠れ|かくれ|[^、。がは]{0,6}(?:住|棲|すん|すみ))|へ(?:着|来|入|はい|這入|上がり込|出|行[っき]|いき|上|帰|かえ|もど|戻|通|引|つい)|を(?:出|通|歩|抜|上|下|渡|ある))/u;

const longAgo = /さっき|先刻|昔|以前|時分|この間|先日|いっそ/;

function japanesePlace(told: string): Named | null {
  if (longAgo.test(told)) return null;
  let found: (Named & { at: number }) | null = null;
  for (const { word, kind, inside } of japanesePlaceWords) {
    const at = told.lastIndexOf(word);
    if (at < 0 || !happensThere.test(told.slice(at + word.length))) continue;
    // A word inside a longer one (家 in 画家, 町 in 町内) is none.
    if (word.length === 1 && /[\p{Script=Han}]/u.test(told[at - 1] ?? "")) continue;
    if (found === null || at > found.at) found = { word, kind, inside, at };
  }
  return found;
}

/** A place that a sentence speaks of in whatever way, or null. Words that are often something else do not count. */
function placeSpokenOf(told: string, rules: "en" | "ja"): Named | null {
  if (rules === "en") {
    for (const [word] of told.toLowerCase().matchAll(/\b[a-z]+(?:-[a-z]+)*\b/g)) {
      const place = placeWords.get(word);
      if (place !== undefined && !doubtfulPlaces.has(word) && !/^(?:house|home|room|place)$/.test(word))
        return { word, ...place };
    }
    return null;
  }
  const place = japanesePlaceWords.find(({ word }) => word.length > 1 && told.includes(word));
  return place ?? null;
}

/** What the words say of the sky, or null where they say nothing. Two hours in one breath are none; weather that is denied is fine. */
export function skyIn(told: string, rules: "en" | "ja"): { time: TimeOfDay | null; weather: Weather | null } | null {
  if (!(rules === "ja" ? japaneseSky : englishSky).test(told)) return null;
  const hours = skyHours.filter(([, words]) => words.test(told));
  return { time: hours.length === 1 ? (hours[0]?.[0] ?? null) : hourTold(told), weather: weatherIn(told) };
}

/** The weather that words tell; fine where they say that none fell. */
function weatherIn(told: string): Weather | null {
  for (const [weather, words] of skyWeathers) {
    const hit = words.exec(told);
    if (hit !== null) return isDenied(told, hit.index, hit[0].length) ? "clear" : weather;
  }
  return null;
}
