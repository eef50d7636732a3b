import type { Actor } from "./script.ts";

/** Who stands where along the line of a scene: 0 is the left edge, 1 the right. It holds until the scene ends (P6). */
export interface Standing {
  /** Gives a place to whoever has none. */
  placeOf(person: string): number;
  /** Whether `first` stands nearer to where reading starts than `second`. */
  readsBefore(first: string, second: string): boolean;
  /** Sides of the people of one panel, in the order of the line. */
  sidesOf(people: readonly string[]): Map<string, Actor["side"]>;
}

const order = [0, 1, 0.5, 0.25, 0.75, 0.4, 0.6, 0.1, 0.9];

/** An empty line: the first to come stands where reading starts, the second opposite. */
export function openStanding(direction: "ltr" | "rtl"): Standing {
  const places = new Map<string, number>();
  const placeOf = (person: string): number => {
    const known = places.get(person);
    if (known !== undefined) return known;
    const along = order[places.size] ?? 0.3 + ((places.size * 7) % 40) / 100;
    const place = direction === "ltr" ? along : 1 - along;
    places.set(person, place);
    return place;
  };
  return {
    placeOf,
    readsBefore: (first, second) =>
      direction === "ltr" ? placeOf(first) < placeOf(second) : placeOf(first) > placeOf(second),
    sidesOf(people) {
      const line = people.map((person) => ({ person, place: placeOf(person) })).sort((a, b) => a.place - b.place);
      const [only] = line;
      if (line.length === 1 && only) return new Map([[only.person, alone(only.place)]]);
      return new Map(
        line.map(({ person }, i) => [person, i === 0 ? "left" : i === line.length - 1 ? "right" : "centre"]),
      );
    },
  };
}

const alone = (place: number): Actor["side"] => (place < 0.35 ? "left" : place > 0.65 ? "right" : "centre");
