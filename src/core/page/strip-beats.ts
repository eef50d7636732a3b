import type { Actor, Beat } from "../script/script.ts";
import { type Letterer } from "./letterer.ts";
import { type MeasuredBeat, measureBeat } from "./measure-texts.ts";
import { nearSpeakers } from "./near-speakers.ts";
import { splitBeat } from "./split-beat.ts";

/** People in a picture of a strip who are seen near: more would be too small on a phone (F5). */
const mostNear = 2;

/** What one picture of a strip may carry: texts, and their boxes in square units. */
const mostTexts = { count: 3, area: 190_000 } as const;

/** The pictures of a strip that tell a beat, with their texts set: fewer people and fewer words in each than on a page. */
export function stripBeats(beat: Beat, letterer: Letterer): MeasuredBeat[] {
  return parted(measureBeat(nearSpeakers(beat), letterer)).map((part) => ({ ...part, beat: withFewPeople(part.beat) }));
}

/** The beat in halves until none has too many words or voices; the later halves open no scene. */
function parted(measured: MeasuredBeat): MeasuredBeat[] {
  const { texts, textArea, beat } = measured;
  const voices = new Set(texts.flatMap(({ voice }) => voice ?? []));
  const near = beat.shot === "medium" || beat.shot === "close";
  const fits = texts.length <= mostTexts.count && (textArea <= mostTexts.area || texts.length === 1);
  if (fits && (!near || voices.size <= mostNear)) return [measured];
  const halves = splitBeat(measured);
  return halves.length === 1 ? halves : halves.flatMap(parted);
}

/** Those who speak stay, then those whom they look at; in wide pictures everybody does. */
function withFewPeople(beat: Beat): Beat {
  if (beat.figures.length <= mostNear || beat.shot === "wide" || beat.shot === "full") return beat;
  const seen = new Set(beat.figures.filter(({ speaks }) => speaks).map(({ looksAt }) => looksAt));
  const rank = ({ speaks, person }: Actor): number => (speaks ? 0 : seen.has(person) ? 1 : 2);
  const kept = new Set([...beat.figures].sort((a, b) => rank(a) - rank(b)).slice(0, mostNear));
  return { ...beat, figures: beat.figures.filter((figure) => kept.has(figure)) };
}
