import type { SetBlock } from "../lettering/lettering.ts";
import { once } from "../lettering/remembered.ts";
import { isLettered } from "../script/lettered-beats.ts";
import type { Beat, BeatText, TextRun } from "../script/script.ts";
import { type Letterer, wordsOf } from "./letterer.ts";

/** One way to set a text: the letters and the half axes of balloon or box around them. */
export interface Shape {
  block: SetBlock;
  radiusX: number;
  radiusY: number;
}

/** A text of a beat that stands in a balloon or box. */
export interface MeasuredText {
  text: BeatText;
  kind: Exclude<BeatText["kind"], "sound">;
  /** Id of the person in the picture whom its tail points at, or null. */
  voice: string | null;
  /** The usual shape first, then a narrow and a wide one; made when asked for. */
  shapes: readonly (() => Shape | null)[];
  /** The usual shape. */
  usual: Shape;
  /** Set where the words are the picture: without a box, in the middle. */
  lettered?: true;
}

/** A beat with its texts set. */
export interface MeasuredBeat {
  beat: Beat;
  texts: MeasuredText[];
  sounds: BeatText[];
  /** Area of the boxes around balloons and captions, in square page units. */
  textArea: number;
  /** Width below which the texts do not fit. */
  minWidth: number;
  /** How much more room than usual it asks for. */
  urgency: number;
  /** Whether lines run down. */
  vertical: boolean;
  /** Texts that could not be set at all: nothing of them is shown. */
  faults: string[];
  /** Set on a part of a divided beat: 2 and 3 of a whole one, 4 and 5 of part 2, and so on. */
  part?: number;
}

/** Room for one balloon or box: its greatest width and height and the wished ratio of them. */
const rooms = {
  across: {
    balloon: [room(430, 420, 1.65), room(320, 560, 1.1), room(640, 360, 2.7)],
    caption: [room(430, 420, 2.6), room(270, 640, 1.2), room(760, 300, 5)],
  },
  down: {
    balloon: [room(400, 440, 0.8), room(250, 560, 0.5), room(520, 330, 1.2)],
    caption: [room(300, 470, 0.5), room(190, 640, 0.28), room(520, 300, 1.3)],
  },
} as const;

function room(maxWidth: number, maxHeight: number, prefer: number) {
  return { maxWidth, maxHeight, prefer };
}

/** Shouts are set in larger type, which needs more room before a word is split. */
const shoutRoom = 1.2;

/** Sets a beat's texts in their usual shapes. A text that no balloon holds is spread over joined ones (L2). */
export function measureBeat(beat: Beat, letterer: Letterer): MeasuredBeat {
  const texts: MeasuredText[] = [];
  const faults: string[] = [];
  for (const text of beat.texts.filter(({ kind }) => kind !== "sound")) {
    const measured = measureText(text, beat, letterer);
    texts.push(...measured);
    if (measured.length === 0) faults.push(`L4 ${beat.id}: no letters could be set for ${text.id}`);
  }
  return {
    beat,
    texts,
    sounds: beat.texts.filter(({ kind }) => kind === "sound"),
    textArea: texts.reduce((sum, { usual }) => sum + 4 * usual.radiusX * usual.radiusY, 0),
    minWidth: Math.max(
      0,
      ...texts.map(({ usual }) => Math.min(2 * usual.radiusX, letterer.scale * (letterer.vertical ? 250 : 320))),
    ),
    urgency: 1,
    vertical: letterer.vertical,
    faults,
  };
}

function measureText(text: BeatText, beat: Beat, letterer: Letterer): MeasuredText[] {
  if (text.kind === "sound") return [];
  const voice = voiceIn(text, beat);
  const kind = kindOf(text, voice);
  const lettered = isLettered(beat);
  const shapes = shapesOf(text, kind, letterer, lettered);
  const usual = shapes[0]?.() ?? shapes[1]?.() ?? shapes[2]?.();
  if (usual) return [{ text, kind, voice, shapes, usual, ...(lettered && { lettered }) }];
  return halves(text).flatMap((half) => measureText(half, beat, letterer));
}

/**
 * Who in the picture says a text: its speaker; of a line that nobody surely says, the likeliest where that one is seen from behind or
 * is the only one who may have said it: a voice from beyond the edge would be a greater lie.
 */
function voiceIn({ kind, speaker, maybe = [] }: BeatText, { shot, figures }: Beat): string | null {
  if (shot === "insert" || kind === "broadcast") return null;
  const owner = speaker ?? maybe[0];
  const sure = speaker !== null || maybe.length === 1;
  return figures.find(({ person, turned }) => person === owner && (sure || turned === "away"))?.person ?? null;
}

/** A voice whose owner is not in the picture comes from beyond its edge. */
function kindOf({ kind }: BeatText, voice: string | null): MeasuredText["kind"] {
  if (kind === "sound") return "narration";
  if (kind !== "speech" && kind !== "off-panel") return kind;
  return voice === null ? "off-panel" : "speech";
}

function shapesOf(
  text: BeatText,
  kind: MeasuredText["kind"],
  letterer: Letterer,
  lettered: boolean,
): (() => Shape | null)[] {
  const { balloon, caption } = rooms[letterer.vertical ? "down" : "across"];
  const setter = letterer.setter(text, lettered);
  const { scale } = letterer;
  const larger = scale * (kind === "shout" ? shoutRoom : 1);
  if (kind !== "narration" && kind !== "letter")
    return balloon.map(({ maxWidth, maxHeight, prefer }) =>
      once(() => setter.balloon({ maxWidth: larger * maxWidth, maxHeight: larger * maxHeight, prefer })),
    );
  const [usual, narrow, wide] = caption;
  const short = letterer.vertical && wordsOf(text).length <= oneColumn;
  return (short ? [narrow, usual, wide] : caption).map(({ maxWidth, maxHeight, prefer }) =>
    once(() => {
      const box = setter.caption({ maxWidth: scale * maxWidth, maxHeight: scale * maxHeight, prefer });
      return box && { block: box.block, radiusX: box.width / 2, radiusY: box.height / 2 };
    }),
  );
}

/** Letters of a title or a caption that stand in one upright column. */
const oneColumn = 10;

/** The text in two parts, cut at the sentence or clause end, else the space, that is nearest to the middle; empty where it cannot be cut. */
function halves(text: BeatText): BeatText[] {
  const letters = text.runs.map((run) => run.text).join("");
  const at = cutNear(letters, /[.!?。！？…]["”’」』]?\s*|[,;:、]\s*/g) ?? cutNear(letters, /\s+|[ぁ-ん](?=[一-龯])/g);
  if (at === null) return [];
  return [
    { ...text, runs: runsBetween(text.runs, 0, at) },
    { ...text, runs: runsBetween(text.runs, at, letters.length) },
  ];
}

function cutNear(letters: string, pattern: RegExp): number | null {
  const middle = letters.length / 2;
  const ends = [...letters.matchAll(pattern)].map((match) => match.index + match[0].length);
  const inside = ends.filter((end) => end > letters.length * 0.2 && end < letters.length * 0.8);
  return inside.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0] ?? null;
}

function runsBetween(runs: readonly TextRun[], from: number, to: number): TextRun[] {
  let start = 0;
  const kept: TextRun[] = [];
  for (const run of runs) {
    const end = start + run.text.length;
    const whole = start >= from && end <= to;
    const part = run.text.slice(Math.max(0, from - start), Math.max(0, to - start));
    // A reading belongs to the whole word: it goes with the part that begins it.
    if (part !== "") kept.push({ ...run, text: part, ruby: whole || start >= from ? run.ruby : null });
    start = end;
  }
  return kept;
}
