import type { Rect } from "../geometry/geometry.ts";
import type { BeatText } from "../script/script.ts";
import type { MeasuredText } from "./measure-texts.ts";
import type { Direction } from "./page-frame.ts";
import type { StagedFigure } from "./page.ts";
import { answers } from "./talk-turns.ts";

/** A side of the panel: -1 is the left one. */
export type PanelSide = -1 | 1;

/** Whose voice a line is: the speaker's; of lines that nobody knows, one that answers another is not the same voice. */
type Voice = string;

/** The voices of lines in their order, those of nobody named by number. */
function voicesOf(texts: readonly MeasuredText[]): Map<MeasuredText, Voice> {
  const voices = new Map<MeasuredText, Voice>();
  let before: MeasuredText | null = null;
  let unknown = 0;
  for (const [i, line] of texts.entries()) {
    const { text } = line;
    if (before && text.speaker === null && before.text.speaker === null && answers(text, before.text))
      unknown = 1 - unknown;
    voices.set(line, text.speaker ?? sameMouth(text, texts[i - 1], texts[i + 1]) ?? `?${unknown}`);
    before = line;
  }
  return voices;
}

/** Whose line beside one of nobody known it goes on with: a known voice that may have said both, of which neither answers the other. */
function sameMouth(line: BeatText, before: MeasuredText | undefined, after: MeasuredText | undefined): Voice | null {
  const may = (speaker: string): boolean => line.maybe?.includes(speaker) ?? true;
  const ahead = before && !answers(line, before.text) ? before.text.speaker : null;
  if (ahead !== null && may(ahead)) return ahead;
  const behind = after && !answers(after.text, line) ? after.text.speaker : null;
  return behind !== null && may(behind) ? behind : null;
}

/**
 * At which side of the panel each voice leaves that has no mouth in it: the first where the listener looks, or where reading starts
 * when nobody is in the picture, and the next at the other side, so that nobody seems to answer himself.
 */
export function voiceSides(
  texts: readonly MeasuredText[],
  { figures, box, direction }: { figures: readonly StagedFigure[]; box: Rect; direction: Direction },
): (text: MeasuredText) => PanelSide {
  const start = direction === "ltr" ? -1 : 1;
  const first = figures.length === 0 ? start : (sideLookedAt(figures, box) ?? (start === 1 ? -1 : 1));
  const seen = new Set(figures.map(({ person }) => person));
  const voiceOf = voicesOf(
    texts.filter(
      ({ kind, voice }) => kind !== "narration" && kind !== "letter" && (voice === null || !seen.has(voice)),
    ),
  );
  const voices = [...new Set(voiceOf.values())];
  return (text) => (voices.indexOf(voiceOf.get(text) ?? "") % 2 === 1 ? (first === 1 ? -1 : 1) : first);
}

/** Degrees of turn from which somebody looks to a side. */
const turned = 8;

/** Where most of the people look; between two who look at each other, the side with more room. */
function sideLookedAt(figures: readonly StagedFigure[], box: Rect): PanelSide | null {
  const looks = figures.map(({ head }) => (Math.abs(head.yaw) < turned ? 0 : Math.sign(head.yaw)));
  const sum = looks.reduce<number>((all, each) => all + each, 0);
  if (sum !== 0) return sum > 0 ? 1 : -1;
  const left = Math.min(...figures.map(({ head }) => head.x - head.size)) - box.x;
  const right = box.x + box.width - Math.max(...figures.map(({ head }) => head.x + head.size));
  return Math.abs(left - right) < 1 ? null : right > left ? 1 : -1;
}
