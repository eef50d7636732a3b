import type { Span } from "../book/book.ts";
import { doubtfulPlaces, japanesePlaceWords, placeWords } from "../story/place-words.ts";
import type { Place, PlaceKind, Scene, TimeOfDay, Weather } from "../story/story.ts";
import {
  belies,
  contradicts,
  narrationOf,
  needsTelling,
  supports,
  tellsFurniture,
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
    left -= 1;
    if (here !== null && contradicts(wide, here, rules)) here = null;
    // A room may be taken for granted in a talk; the open air, a cab, a cave or a visit is told of again and again.
    const settled = here !== null && (here === home || here === room) && !needsTelling(here);
    if (here !== null && left <= 0 && !settled && !supports(wide, here, rules)) here = null;
    if (here === null && home !== null && inHome && !contradicts(wide, home, rules))
      if (!needsTelling(home) || supports(wide, home, rules)) here = home;
    if (here === null && tellsRoom(wide, rules)) here = room;
  };
  const inParts = (id: string | null): boolean => hasParts(places.find((place) => place.id === id)?.kind ?? null);
  const reading = (told: string, at: Span, talks: boolean): Setting => {
    const word = placeNamed(told, rules);
    if (word !== null) {
      const place = showing(word, home, places);
      here = places.find(({ id }) => id === place) ?? null;
      left = holds;
      return { place, named: true, ...bathing(here) };
    }
    settle(at);
    const other = placeSpokenOf(told, rules);
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
  if (home !== null && (home.kind === kind || home.name.toLowerCase().includes(word))) return home.id;
  const fitting = places.filter((place) => place.kind === kind);
  const best =
    fitting.find(({ name }) => name.toLowerCase().includes(word)) ??
    fitting.toSorted((a, b) => b.mentions - a.mentions)[0];
  if (best) return best.id;
  const near = (other: PlaceKind | null) =>
    other !== null && alike.some((row) => row.includes(kind) && row.includes(other));
  if (home !== null && near(home.kind)) return home.id;
  return places.find((place) => near(place.kind))?.id ?? null;
}

const lead =
  /\b(?:in|at|into|inside|entered|reached|through|along|across|down|up|outside|aboard|crossed|climbed|left|leaving|behind|under)\s+(?:(the|an?|his|her|my|our|their|its|this|that|one)\s+)?((?:[\p{L}’'-]+\s+){0,3}?[\p{L}-]+)/giu;
/** Seen, thought or spoken of: nobody is there. */
const onlySeen =
  /\b(?:look(?:ed|ing)?|saw|see|seen|peep(?:ed|ing)?|gaz(?:ed|ing)|glanc(?:ed|ing)|star(?:ed|ing)|heard|had|has|have|remember(?:ed)?|thought|think|would|could|wish(?:ed)?|want(?:ed)?|if|window|map|letter|knocks?|made|interest\w*|go|going|get|getting|decided|leads?|led|staying|lodgings?|liv(?:ed|es|ing)|resid\w*|born|known|famous|open(?:ed|s)?|try|tried|used)(?:\s+[\p{L}’']+){0,7}\s*$/iu;

/** The place in which a sentence says that something happens, or null. */
function placeNamed(told: string, rules: "en" | "ja"): Named | null {
  if (besideHouse[rules].test(told)) return { word: "yard", kind: "yard", inside: false };
  return rules === "ja" ? japanesePlace(told) : englishPlace(told);
}

function englishPlace(told: string): Named | null {
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
  /^(?:の(?:中|下|上|前|側|そば|内|縁|隅|ところ|所|入口|奥))?(?:で(?!あ|す|は|も|な)|に(?:い[たるて]|居|着|つい|はい|入|坐|すわ|座|立|出|来|来て|ねて|しゃが|隠れ|かくれ)|へ(?:着|来|入|はい|出|行っ|上|帰|通|引|つい)|を(?:出|通|歩|抜|上|下|渡|ある))/u;

const longAgo = /さっき|先刻|昔|以前|時分|この間|先日/;

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

/** What the words say of the sky, or null where they say nothing. */
export function skyIn(told: string, rules: "en" | "ja"): { time: TimeOfDay | null; weather: Weather | null } | null {
  if (!(rules === "ja" ? japaneseSky : englishSky).test(told)) return null;
  return {
    time: skyHours.find(([, words]) => words.test(told))?.[0] ?? null,
    weather: skyWeathers.find(([, words]) => words.test(told))?.[0] ?? null,
  };
}
