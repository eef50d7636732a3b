import type { ModelSheet } from "../src/core/art/artist.ts";
import type { Gender, Looks, Person } from "../src/core/story/story.ts";

/** The looks of somebody of whom the text says nothing. */
export const noLooks: Looks = {
  species: null,
  age: null,
  build: null,
  skin: null,
  height: null,
  hairColour: null,
  hairStyle: null,
  beard: null,
  glasses: null,
  hat: null,
  clothes: [],
  marks: [],
};

/** Somebody of a cast of whom nothing but name and sex is known. */
export const personNamed = (id: string, name: string, gender: Gender, role: Person["role"] = "main"): Person => ({
  id,
  name,
  aliases: [],
  gender,
  role,
  looks: noLooks,
  mentions: 9,
});

/** A man without anything remarkable, to be varied. */
export const plainMan: ModelSheet = {
  person: "n1",
  name: "Tom",
  seed: 5,
  species: "human",
  gender: "male",
  age: "adult",
  build: "average",
  height: "average",
  face: "oval",
  skin: "light",
  hairColour: "black",
  hairStyle: "short",
  hairCut: 0,
  brows: "thick",
  eyes: "round",
  nose: "straight",
  beard: "none",
  glasses: "none",
  hat: "none",
  marks: [],
  costume: "suit",
  cloth: "black",
};
