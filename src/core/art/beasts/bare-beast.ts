import type { HairColour } from "../../story/story.ts";
import type { ModelSheet } from "../artist.ts";
import type { BeastSpecies } from "./beast-heads-data.ts";

/** The sheet of a nameless beast in its own fur, who is nobody of the cast. */
export const bareBeast = (species: BeastSpecies, name: string, hairColour: HairColour, seed: number): ModelSheet => ({
  person: `beast ${name}`,
  name,
  seed,
  species,
  gender: "male",
  age: "adult",
  build: "average",
  height: "average",
  face: "oval",
  skin: "light",
  hairColour,
  hairStyle: "short",
  hairCut: 0,
  brows: "thin",
  eyes: "round",
  nose: "straight",
  beard: "none",
  glasses: "none",
  hat: "none",
  marks: [],
  costume: "none",
  cloth: "grey",
});
