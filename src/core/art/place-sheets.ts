import { hashText } from "../geometry/random.ts";
import type { Place, PlaceKind } from "../story/story.ts";
import type { PlaceSheet } from "./artist.ts";

export type Manner = PlaceSheet["manner"];

const indoorKinds: readonly PlaceKind[] = [
  "room",
  "hall",
  "kitchen",
  "shop",
  "tavern",
  "church",
  "cave",
  "courtroom",
  "school",
  "train",
  "underground",
];

/** What the names of places say where the text names no kind. */
const hints: readonly [RegExp, PlaceKind][] = [
  [/wood|grove|jungle|森|林/iu, "forest"],
  [/road|lane|square|alley|avenue|bridge|通り|道|町|市/iu, "street"],
  [/sea|beach|coast|island|海|浜|島/iu, "shore"],
  [/hill|peak|cliff|pass|山|峠/iu, "mountain"],
  [/lake|pond|stream|brook|川|河|池/iu, "river"],
  [/palace|fort|城|殿/iu, "castle"],
  [/inn|bar|pub|宿/iu, "tavern"],
  [/temple|chapel|abbey|寺|宮|神社/iu, "church"],
  [/park|yard|lawn|庭|園/iu, "garden"],
  [/meadow|heath|moor|plain|desert|野|原/iu, "field"],
];

/** One sheet for every place of the book, so that it looks the same in every panel (D4). What the text leaves open is chosen by seed. */
export function placeSheets(places: readonly Place[], seed: number, manner: Manner): Record<string, PlaceSheet> {
  return Object.fromEntries(places.map((place) => [place.id, placeSheet(place, seed, manner)]));
}

function placeSheet(place: Place, seed: number, manner: Manner): PlaceSheet {
  const kind =
    place.kind ?? hints.find(([name]) => name.test(place.name))?.[1] ?? (place.inside === false ? "field" : "room");
  return {
    place: place.id,
    name: place.name,
    kind,
    inside: place.inside ?? indoorKinds.includes(kind),
    seed: hashText(`${seed} ${place.id} ${place.name}`),
    manner,
  };
}
