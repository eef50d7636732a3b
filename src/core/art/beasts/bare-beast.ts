import type { HairColour } from "../../story/story.ts";
import type { ModelSheet } from "../artist.ts";
import { plainSheet } from "../plain-sheet.ts";
import type { BeastSpecies } from "./beast-heads-data.ts";

/** The sheet of a nameless beast in its own fur, who is nobody of the cast. */
export const bareBeast = (species: BeastSpecies, name: string, hairColour: HairColour, seed: number): ModelSheet => ({
  ...plainSheet,
  person: `beast ${name}`,
  name,
  seed,
  species,
  hairColour,
  costume: "none",
  cloth: "grey",
});
