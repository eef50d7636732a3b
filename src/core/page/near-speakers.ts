import type { Beat } from "../script/script.ts";

/**
 * A beat as it is laid out: whoever speaks is near enough to have a face. Far off in the whole place people speak only where a
 * scene opens; there the place is the news (P7).
 */
export function nearSpeakers(beat: Beat): Beat {
  const opens = beat.opensScene || beat.kind === "establish";
  if (beat.shot !== "wide" || opens || !beat.figures.some(({ speaks }) => speaks)) return beat;
  return { ...beat, shot: "medium" };
}
