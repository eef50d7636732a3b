import type { Actor, Shot } from "../script/script.ts";
import { facing } from "./back-views.ts";
import type { MeasuredBeat, MeasuredText } from "./measure-texts.ts";

/** The second panel of a split beat is never the larger. */
const secondImportance = 0.85;

const nearer: Readonly<Record<Shot, Shot>> = {
  wide: "full",
  full: "medium",
  medium: "close",
  close: "close",
  insert: "insert",
};

/** A beat as two panels that share its texts; the beat alone where it has only one. A half with one voice shows who speaks, nearer. */
export function splitBeat(measured: MeasuredBeat): MeasuredBeat[] {
  const { texts } = measured;
  const at = middleOf(texts);
  if (at === 0) return [measured];
  const { beat, part = 1 } = measured;
  const first = half(measured, texts.slice(0, at));
  const second = half(measured, texts.slice(at));
  return [
    { ...first, part: 2 * part, sounds: [], beat: { ...first.beat, hook: false } },
    {
      ...second,
      part: 2 * part + 1,
      sounds: measured.sounds,
      beat: {
        ...facing(second.beat),
        kind: beat.kind === "establish" ? "talk" : beat.kind,
        opensScene: false,
        importance: beat.importance * secondImportance,
      },
    },
  ];
}

/** Where the texts are cut so that both halves have about the same area; 0 where there are fewer than two. */
function middleOf(texts: readonly MeasuredText[]): number {
  const areas = texts.map(({ usual }) => usual.radiusX * usual.radiusY);
  const total = areas.reduce((sum, area) => sum + area, 0);
  let [best, least, sum] = [0, Infinity, 0];
  areas.slice(0, -1).forEach((area, i) => {
    sum += area;
    const difference = Math.abs(2 * sum - total);
    if (difference < least) [best, least] = [i + 1, difference];
  });
  return best;
}

function half(measured: MeasuredBeat, texts: MeasuredText[]): MeasuredBeat {
  const { beat } = measured;
  const speaking = shownSpeakers(beat.figures, texts);
  const [alone] = speaking;
  const single = speaking.length === 1 && alone !== undefined && beat.figures.length > 1 && beat.kind === "talk";
  return {
    ...measured,
    texts,
    textArea: texts.reduce((sum, { usual }) => sum + 4 * usual.radiusX * usual.radiusY, 0),
    beat: {
      ...beat,
      ...(single ? { figures: [alone], shot: nearer[beat.shot] } : {}),
      texts: texts.map(({ text }) => text),
    },
  };
}

function shownSpeakers(figures: readonly Actor[], texts: readonly MeasuredText[]): Actor[] {
  const speakers = new Set(texts.map(({ text }) => text.speaker));
  return figures.filter(({ person }) => speakers.has(person));
}
