import type { ModelSheet } from "./artist.ts";

/** The sheet of a grown body without anything remarkable, for whoever and whatever is nobody of the cast. */
export const plainSheet: Omit<ModelSheet, "person" | "name" | "seed"> = {
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
  brows: "thin",
  eyes: "round",
  nose: "straight",
  beard: "none",
  glasses: "none",
  hat: "none",
  marks: [],
  costume: "suit",
  cloth: "black",
};
