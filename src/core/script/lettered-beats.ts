import type { Beat } from "./script.ts";

/** Whether a panel is its words: nobody, no thing and no place is seen, and nobody speaks in it. */
export function isLettered({
  figures,
  prop,
  scenery,
  texts,
}: Pick<Beat, "figures" | "prop" | "scenery" | "texts">): boolean {
  const lettered = texts.filter(({ kind }) => kind !== "sound");
  return (
    figures.length === 0 &&
    prop === null &&
    (scenery === "black" || scenery === "tone") &&
    lettered.length > 0 &&
    lettered.every(({ kind }) => kind === "narration")
  );
}
