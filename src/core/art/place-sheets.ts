import { hashText } from "../geometry/random.ts";
import type { Place, PlaceKind, World } from "../story/story.ts";
import type { PlaceSheet } from "./artist.ts";

export type Manner = PlaceSheet["manner"];

const indoorKinds: readonly PlaceKind[] = [
  "room",
  "bedroom",
  "library",
  "hall",
  "corridor",
  "theatre",
  "kitchen",
  "shop",
  "tavern",
  "bath",
  "prison",
  "ward",
  "loft",
  "cabin",
  "church",
  "cave",
  "courtroom",
  "school",
  "train",
  "cab",
  "underground",
];

/** What the names of places say where the text names no kind; the first that fits. */
const hints: readonly [RegExp, PlaceKind][] = [
  [/grove|jungle|\bwoods?\b|森|林/iu, "forest"],
  [/station|platform|停車場|駅/iu, "platform"],
  [/bridge|橋/iu, "bridge"],
  [/market|市場/iu, "market"],
  [/\broad\b|highway|街道|道/iu, "road"],
  [/lane|street|square|alley|avenue|通り|町|市/iu, "street"],
  [/beach|coast|island|浜|島/iu, "shore"],
  [/\bsea\b|ocean|海/iu, "sea"],
  [/hill|peak|cliff|\bpass\b|山|峠/iu, "mountain"],
  [/lake|pond|stream|brook|川|河|池/iu, "river"],
  [/palace|\bfort|城|殿/iu, "castle"],
  [/\binn\b|hotel|旅館|宿/iu, "inn"],
  [/\bbar\b|\bpub\b|酒場/iu, "tavern"],
  [/temple|shrine|寺|宮|神社/iu, "shrine"],
  [/chapel|abbey|教会/iu, "church"],
  [/desert|沙漠|砂漠/iu, "desert"],
  [/yard|井戸/iu, "yard"],
  [/park|lawn|庭|園/iu, "garden"],
  [/meadow|heath|moor|plain|野|原/iu, "field"],
];

/** A house in the foreign style stands out from its country. */
const western = /西洋|洋館|洋間|洋室|ホテル|レストラン|カフェ|教会/u;
/** Rooms with mats: where a book has none of them and a house in the foreign style, its rooms are that house's. */
const matted = /座敷|茶の間|縁側|土間|居間|下宿|屋敷|お寺|本堂/u;
const eastern = /\b(?:pagoda|torii|geisha|tea-?house|shinto)\b/iu;

/** Halls of pillars and marble; the hall of a house is a passage, and its gallery a room. */
const grand =
  /\b(?:great|banquet\w*|throne|ball|marble|baron\w*|castle|palace|town|city|guild|music|concert|lecture|assembly|state|park|manor|mansion|abbey|court)\b/iu;
const grandWorlds: ReadonlySet<World> = new Set<World>(["ancient", "medieval", "planet", "orient"]);
const passages = /\b(?:hall|hallway|vestibule|lobby|entry)\b/iu;

/** What a place is drawn as: of the halls of a book only those of palaces and public houses are great. */
function modest(kind: PlaceKind, name: string, palaces: boolean): PlaceKind {
  if (kind !== "hall" || palaces || grand.test(name)) return kind;
  return passages.test(name) ? "corridor" : "room";
}

/** One sheet for every place of the book, so that it looks the same in every panel (D4). What the text leaves open is chosen by seed. */
export function placeSheets(
  places: readonly Place[],
  seed: number,
  manner: Manner,
  world?: World,
): Record<string, PlaceSheet> {
  const abroad = places.some(({ name }) => western.test(name)) && !places.some(({ name }) => matted.test(name));
  const mannerOf = ({ name, inside }: Place): Manner =>
    manner === "japanese" && abroad && inside === true ? "european" : mannerAt(name, manner);
  const palaces =
    manner === "japanese" ||
    (world !== undefined && grandWorlds.has(world)) ||
    places.some(({ kind, mentions }) => kind === "castle" && mentions >= leastOfPalace);
  return Object.fromEntries(
    places.map((place) => [
      place.id,
      { ...placeSheet(place, seed, mannerOf(place), palaces), ...(world !== undefined && { world }) },
    ]),
  );
}

/** Mentions of a castle or palace from which on a book plays in it. */
const leastOfPalace = 5;

function placeSheet(place: Place, seed: number, manner: Manner, palaces: boolean): PlaceSheet {
  const told =
    place.kind ?? hints.find(([name]) => name.test(place.name))?.[1] ?? (place.inside === false ? "field" : "room");
  const kind = modest(told, place.name, palaces);
  return {
    place: place.id,
    name: place.name,
    kind,
    inside: place.inside ?? indoorKinds.includes(kind),
    seed: hashText(`${seed} ${place.id} ${place.name}`),
    manner,
  };
}

function mannerAt(name: string, manner: Manner): Manner {
  if (manner === "japanese" && western.test(name)) return "european";
  return manner === "european" && eastern.test(name) ? "japanese" : manner;
}
