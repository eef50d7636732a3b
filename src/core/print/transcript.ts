import type { LeanBalloon, LeanPage, LeanPanel } from "../page/lean-page.ts";

/** How one language writes down who says what; `name` is empty where nobody knows. */
export interface TranscriptStyle {
  said(name: string, words: string): string;
  thought(name: string, words: string): string;
  sound(text: string): string;
  /** Between the pieces of a page. */
  space: string;
  /** Between the parts of a line that stands in several balloons. */
  join: string;
}

/**
 * The words of a page in reading order, with the names of those who say them (F2); empty for a page without words.
 * `names` are those of people by id.
 */
export function transcriptOf(page: LeanPage, names: ReadonlyMap<string, string>, style: TranscriptStyle): string {
  return page.panels
    .flatMap((panel) => [
      ...linesOf(panel, style).map((line) => lineText(line, names, style)),
      ...panel.sounds.map(({ text }) => style.sound(text)),
    ])
    .join(style.space);
}

type Line = Pick<LeanBalloon, "text" | "kind" | "speaker" | "words">;

/** A panel's lines; a line that was parted into joined balloons is whole again. */
function linesOf({ balloons }: LeanPanel, { join }: TranscriptStyle): Line[] {
  const lines: Line[] = [];
  for (const { text, kind, speaker, words } of balloons) {
    const last = lines.at(-1);
    if (last?.text === text && last.speaker === speaker) last.words += join + words;
    else lines.push({ text, kind, speaker, words });
  }
  return lines;
}

function lineText({ kind, speaker, words }: Line, names: ReadonlyMap<string, string>, style: TranscriptStyle): string {
  if (kind === "narration") return words;
  const name = (speaker === null ? null : names.get(speaker)) ?? "";
  return kind === "thought" ? style.thought(name, words) : style.said(name, words);
}
