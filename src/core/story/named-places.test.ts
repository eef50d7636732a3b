import { describe, expect, it } from "vitest";
import { bookOf } from "../../../test/paragraph-book.ts";
import { namedPlaces, onlyOne } from "./named-places.ts";
import { understand } from "./understand.ts";

const deck = { key: "the deck", name: "the deck", word: { kind: "ship", inside: false } } as const;

describe("places that a book names", () => {
  it("[D4] knows an inn and a ship by the words beside their names", () => {
    const named = namedPlaces(
      "The Blue Boar inn was old. We went aboard the Heron. All slept aboard the HERON and the HERON sailed.",
    );
    expect([...named.values()].map(({ name, word }) => [name, word.kind])).toEqual([["the Blue Boar", "inn"]]);
    expect([...namedPlaces("the schooner Heron; aboard the Heron").values()].map(({ name }) => name)).toEqual([
      "the Heron",
    ]);
  });

  it("[D4] takes the deck for the one ship, and for none of two", () => {
    const one = namedPlaces("the brig Heron, and aboard the Heron");
    expect(onlyOne(deck, one).name).toBe("the Heron");
    const two = namedPlaces("the brig Heron, aboard the Heron, the brig Gull, aboard the Gull");
    expect(onlyOne(deck, two).name).toBe("the deck");
  });

  it("[D4] comes to the inn by its name alone", () => {
    const talk = ["“Stay close,” said Anna.", "“I am trying to,” said Tom. “It is a long way, and I am tired of it.”"];
    const story = understand(
      bookOf(
        [
          "Anna and Tom stood in the church. The Blue Boar inn was far.",
          ...talk,
          "They went into the Blue Boar.",
          ...talk,
        ],
        "en",
      ),
    );
    const last = story.places.find(({ id }) => id === story.scenes.at(-1)?.place);
    expect([last?.name, last?.kind]).toEqual(["the Blue Boar", "inn"]);
  });
});
