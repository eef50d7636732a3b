import { expect, it } from "vitest";
import { bookOf, storyOf } from "../../../test/story-fixture.ts";
import { deedIn } from "./deeds.ts";
import { paceFor } from "./pace.ts";
import { presentIn, spokenByPresent } from "./presence.ts";
import { scenesOf } from "./units.ts";
import { referencesIn } from "../story/references.ts";
import { findPeople } from "./who-acts.ts";
import { findReferences } from "./whose-words.ts";

function present(paragraphs: string[], speakers: (string | null)[], confidence = 0.9) {
  const book = bookOf([{ title: "One", paragraphs }]);
  const story = storyOf(book, speakers);
  story.quotes.forEach((quote, i) => (quote.confidence = i === 0 ? 0.9 : confidence));
  const finder = findPeople(story.cast, "en", findReferences(referencesIn(book, story)));
  const [scene] = scenesOf(book, story, paceFor("en"));
  if (!scene) throw new Error("no scene");
  const doers = new Map(
    scene.units.flatMap((unit) => (unit.type === "narration" ? [[unit, finder.doers(book.text, unit)] as const] : [])),
  );
  const there = presentIn(scene.scene, scene.units, doers, (words) => deedIn(words, "en"), null);
  return { there: [...there].toSorted(), units: spokenByPresent(scene.units, there) };
}

it("whoever speaks or does something is there, whoever is talked or thought about is not", () => {
  expect(present(["Tom sat down.", "“Ada has the key,” said Marta."], ["n1"]).there).toEqual(["n1", "n2"]);
  expect(present(["Tom sat down. He thought of Ada.", "Marta ran in."], []).there).toEqual(["n1", "n2"]);
});

it("a guess by turns brings nobody to the scene", () => {
  const { there, units } = present(
    ["Tom sat down.", "“Ada has the key,” said Marta.", "“Since when?”", "“Since May.”"],
    ["n1", "n2", "n3"],
    0.55,
  );
  expect(there).toEqual(["n1", "n2"]);
  expect(units.flatMap((unit) => (unit.type === "speech" ? [unit.quote.speaker] : []))).toEqual(["n1", null, null]);
});
