import { expect, it } from "vitest";
import type { Place } from "../story/story.ts";
import { placeSheets } from "./place-sheets.ts";

const place = (id: string, name: string, kind: Place["kind"] = null): Place => ({
  id,
  name,
  kind,
  inside: null,
  mentions: 2,
});

it("[D4] gives each place one sheet, the same for the same book and seed", () => {
  const places = [place("p1", "the inn", "tavern"), place("p2", "the quay", "harbour")];
  expect(placeSheets(places, 4, "european")).toEqual(placeSheets(places, 4, "european"));
  expect(placeSheets(places, 4, "european")["p1"]?.seed).not.toBe(placeSheets(places, 5, "european")["p1"]?.seed);
});

it("reads an unknown kind from the name, in English and in Japanese", () => {
  const sheets = placeSheets(
    [place("p1", "Black Wood"), place("p2", "大きな森"), place("p3", "somewhere")],
    1,
    "european",
  );
  expect([sheets["p1"]?.kind, sheets["p2"]?.kind, sheets["p3"]?.kind]).toEqual(["forest", "forest", "room"]);
});

it("knows what is under a roof where the text does not say", () => {
  const sheets = placeSheets([place("p1", "x", "shop"), place("p2", "y", "field")], 1, "european");
  expect([sheets["p1"]?.inside, sheets["p2"]?.inside]).toEqual([true, false]);
});

it("builds a house in the foreign style as one, also in Japan", () => {
  const sheets = placeSheets([place("p1", "西洋料理店の玄関", "hall"), place("p2", "座敷", "room")], 1, "japanese");
  expect([sheets["p1"]?.manner, sheets["p2"]?.manner]).toEqual(["european", "japanese"]);
});

it("the rooms of a book without mats are those of its house in the foreign style", () => {
  const inside = (id: string, name: string) => ({ ...place(id, name, "room"), inside: true });
  const rooms = (names: readonly string[]) =>
    Object.values(
      placeSheets(
        names.map((name, i) => inside(`p${i}`, name)),
        1,
        "japanese",
      ),
    ).map(({ manner }) => manner);
  expect(rooms(["西洋料理店", "室"])).toEqual(["european", "european"]);
  expect(rooms(["西洋料理店", "室", "座敷"])).toEqual(["european", "japanese", "japanese"]);
});

it("[D4] makes great halls of palaces only: the hall of a cottage is a passage, its gallery a room", () => {
  const kindOf = (name: string, others: readonly Place[] = []) =>
    placeSheets([place("p1", name, "hall"), ...others], 1, "european")["p1"]?.kind;
  const castle = { ...place("p2", "the castle", "castle"), mentions: 9 };
  expect([kindOf("the hall"), kindOf("the gallery"), kindOf("the town hall")]).toEqual(["corridor", "room", "hall"]);
  expect(kindOf("the hall", [castle])).toBe("hall");
});
