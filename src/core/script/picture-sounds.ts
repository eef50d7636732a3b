import type { Place } from "../story/story.ts";
import { wordsOf } from "./lettered-text.ts";
import type { Pace } from "./pace.ts";
import type { Beat, Emotion, Pose } from "./script.ts";

/** Letters in both languages; null where one of them has none for it. */
type Letters = readonly [en: string | null, ja: string | null];

/** A sound that a picture makes though no word tells it. */
export interface PictureSound {
  text: string;
  loudness: 1 | 2;
}

type Shown = Pick<
  Beat,
  "kind" | "shot" | "figures" | "prop" | "scenery" | "time" | "weather" | "texts" | "effect" | "opensScene"
>;

/** What a body sounds like that is seen whole; the Japanese ones are what most books of the COO annotations have for it. */
const deeds: Readonly<Partial<Record<Pose, Letters>>> = {
  run: ["TMP TMP TMP", "ダダダ"],
  leap: ["WHOOSH", "バッ"],
  fall: ["THUD", "ドサッ"],
  fight: ["WHACK", "ガッ"],
  seize: ["GRAB", "ガシッ"],
  push: ["SHOVE", "ドンッ"],
  throw: ["FWOOSH", "ブン"],
  embrace: [null, "ギュッ"],
  bow: [null, "ペコッ"],
  walk: [null, "ザッ"],
  crawl: [null, "ズルッ"],
  cower: [null, "ガクガク"],
  eat: ["MUNCH MUNCH", "モグモグ"],
  drink: ["GULP", "ゴクッ"],
};

/** What a face sounds like that is seen alone and without words. */
const faces: Readonly<Partial<Record<Emotion, Letters>>> = {
  shocked: ["GASP", "ハッ"],
  // Who merely wonders gasps at nothing.
  surprised: [null, "ハッ"],
  afraid: ["BA-DUMP", "ドキドキ"],
  crying: ["SOB SOB", "シクシク"],
  laughing: ["HA HA", "ハハハ"],
};

/** Things that sound in a picture of their own. */
const things: Readonly<Record<string, Letters>> = {
  clock: ["TICK TOCK", "カチ"],
  watch: ["TICK TOCK", "カチ"],
  fire: ["CRACKLE", "パチパチ"],
  torch: ["CRACKLE", "ボッ"],
  sword: ["SHING", "チャキ"],
  pistol: ["CLICK", "カチャ"],
  rifle: ["CLICK", "カチャ"],
  key: ["CLICK", "カチャ"],
  keys: ["JINGLE", "チャリン"],
  coin: ["CLINK", "チャリン"],
  cup: ["CLINK", "コト"],
  letter: ["RUSTLE", "カサッ"],
  kettle: ["HISSS", "シュッ"],
};

/** What places sound like out of doors, and inside. */
const places: Readonly<Partial<Record<NonNullable<Place["kind"]>, Letters>>> = {
  sea: ["SWOOSH", "ザザ"],
  shore: ["SWOOSH", "ザザ"],
  boat: ["SPLISH SPLASH", "チャプ"],
  ship: ["SWOOSH", "ザザ"],
  harbour: ["SWOOSH", "ザザ"],
  river: ["GURGLE", "サラサラ"],
  train: ["CHUFF CHUFF", "ガタン"],
  market: ["CHATTER CHATTER", "ガヤガヤ"],
  church: ["DONG DONG", null],
  cave: ["DRIP DRIP", "ポタ"],
  battlefield: ["BOOM", "ドーン"],
  mountain: ["WHOOSH", "ヒュー"],
};

/** Water that is heard in a picture only where words tell of it as running, falling or poured: a lake is still, and so is ice. */
const still: ReadonlySet<Place["kind"]> = new Set<Place["kind"]>(["river"]);
const waters: ReadonlySet<Place["kind"]> = new Set<Place["kind"]>(["river", "sea", "shore", "boat", "ship", "harbour"]);

const runningWater =
  /\b(?:streams?|brooks?|waterfalls?|cascades?|rapids?|torrents?|fountains?|current|waters?|river|creek|rivulet)\b[^.;!?]*\b(?:r[au]n(?:s|ning)?|flow\w*|rush\w*|rippl\w*|murmur\w*|babbl\w*|gurgl\w*|roar\w*|fell|fall\w*|pour\w*|splash\w*)\b|\b(?:running|flowing|rushing|murmuring|babbling|rippling|falling|roaring) (?:water|waters|stream|brook|river|creek)\b|(?:流れ|瀬|滝|せせらぎ|水音|水の音)/iu;
const frozen = /\b(?:snow\w*|frozen|froze|frost\w*|ice|icy|iceberg\w*)\b|雪|氷|凍/iu;

const green: ReadonlySet<Place["kind"]> = new Set<Place["kind"]>(["forest", "garden", "field", "village"]);

/**
 * The sound of what a picture shows: a deed of the one it is about, a wordless face, a thing, a crowd, the weather or the place where a scene
 * opens; null where it is a picture of quiet talk. What is drawn makes it, so that letters and picture never differ (L8).
 */
export function soundOfPicture(beat: Shown, place: Place | null, rules: Pace["rules"]): PictureSound | null {
  const found = doneIn(beat) ?? things[beat.prop ?? ""] ?? (beat.prop === null ? aroundIn(beat, place) : null);
  const text = found?.[rules === "ja" ? 1 : 0] ?? null;
  return text === null ? null : { text, loudness: beat.effect === "impact" ? 2 : 1 };
}

function doneIn({ figures, shot, texts }: Shown): Letters | null {
  if (shot === "insert") return null;
  const silent = texts.length === 0;
  const [first] = figures;
  const doing = figures.find(({ speaks }) => !speaks && figures.length < 3);
  // Nothing flies where nobody has thrown a thing at anybody.
  const empty = doing?.pose === "throw" && doing.holds === null && figures.length < 2;
  const deed = doing && !empty && deeds[doing.pose];
  if (deed && (shot === "full" || shot === "wide")) return deed;
  return (
    (silent && figures.length === 1 && first && first.turned !== "away" && shot === "close" && faces[first.emotion]) ||
    null
  );
}

function aroundIn(
  { scenery, shot, time, weather, opensScene, figures, texts }: Shown,
  place: Place | null,
): Letters | null {
  if (figures.length === 0 && (scenery === "crowd" || scenery === "faces")) return ["MURMUR MURMUR", "ザワザワ"];
  if (figures.length === 0 && scenery === "flock") return ["FLAP FLAP", "バサッ"];
  if (shot !== "wide" || scenery !== "place" || place === null || place.kind === null) return null;
  // Far from where a scene opens only an empty place is heard.
  if (!opensScene && figures.length > 0) return null;
  if (place.inside !== true && weather === "storm") return ["BOOM", "ゴロゴロ"];
  if (place.inside !== true && weather === "rain") return ["PITTER PATTER", "ザー"];
  if (place.inside !== true && weather === "wind") return ["WHOOSH", "ヒュー"];
  if (waters.has(place.kind)) return isHeard(place, weather, texts) ? (places[place.kind] ?? null) : null;
  if (!green.has(place.kind)) return places[place.kind] ?? null;
  // Birds sing where a scene opens, and into silence.
  if (weather === "snow" || weather === "fog" || (!opensScene && texts.length > 0)) return null;
  if (time === "night") return place.kind === "forest" ? ["HOOT HOOT", "ザワザワ"] : ["CHIRP CHIRP", null];
  return time === "dusk" ? ["CAW CAW", "カアカア"] : ["TWEET TWEET", "チュンチュン"];
}

/** Whether the water of a place makes a sound under the words of a picture. */
function isHeard({ kind, name }: Place, weather: Shown["weather"], texts: Shown["texts"]): boolean {
  const told = texts.map(({ runs }) => wordsOf(runs)).join(" ");
  if (weather === "snow" || frozen.test(`${name} ${told}`)) return false;
  return !still.has(kind) || runningWater.test(told);
}
