import type { Span } from "../book/book.ts";
import type { Point, Rect } from "../geometry/geometry.ts";
import { balloonOutline } from "../lettering/balloon.ts";
import type { BalloonBody } from "../lettering/balloon-tail.ts";
import type { Setter } from "../lettering/fitted.ts";
import type { Fonts } from "../lettering/fonts.ts";
import type { LetteringText } from "../lettering/lettering.ts";
import * as japanese from "../lettering/set-japanese.ts";
import * as latin from "../lettering/set-latin.ts";
import { typeScale } from "../lettering/type-styles.ts";
import { drawSound } from "../lettering/sound-letters.ts";
import type { BeatText, Episode, TextRun } from "../script/script.ts";
import type { Direction } from "./page-frame.ts";
import type { BalloonKind, SoundLetters } from "./page.ts";

/** Sets texts for one book: it knows the fonts, the language and whether lines run down. */
export interface Letterer {
  vertical: boolean;
  /** How much larger than usual its type is. */
  scale: number;
  /** `lettered` where the words are the picture: larger, and centred. */
  setter(text: BeatText, lettered?: boolean): Setter;
  outline(
    kind: Exclude<BalloonKind, "sound">,
    centre: Point,
    radii: { x: number; y: number },
    tail: Point | null,
    seed: number,
    before: BalloonBody | null,
  ): { outline: string; extra: string | null };
  sound(
    words: string,
    options: { box: Rect; vertical: boolean; seed: number; ink: SoundLetters["ink"]; source: Span },
  ): SoundLetters | null;
}

/** Whether lines run down the page: Japanese in a book that reads from right to left (L3). */
export function isVertical(episode: Episode, direction: Direction, language: string | null): boolean {
  if (direction !== "rtl") return false;
  if (language !== null) return language.split("-")[0] === "ja";
  return episode.beats.some((beat) => beat.texts.some((text) => /[\u3040-\u30ff]/.test(wordsOf(text))));
}

/** `least`: no type is smaller, in page units (L2). */
export function lettererOf(fonts: Fonts, vertical: boolean, language: string | null, least = 0): Letterer {
  const setting = vertical ? japanese : latin;
  const text = ({ runs, kind }: BeatText, lettered: boolean): LetteringText => ({
    runs: kind === "sung" ? withNotes(runs, vertical) : runs,
    style: lettered ? "lettered" : styleOf(kind),
    vertical,
    language,
    least,
  });
  return {
    vertical,
    scale: typeScale(vertical, least),
    setter: (beatText, lettered = false) => setting.setterOf(fonts, text(beatText, lettered)),
    outline: (kind, centre, radii, tail, seed, before) =>
      balloonOutline(kind, centre, radii.x, radii.y, tail, seed, before),
    sound: (words, options) => drawSound(fonts, words, options),
  };
}

export function wordsOf(text: BeatText): string {
  return text.runs.map((run) => run.text).join("");
}

/** A song is told from speech by the notes around it. */
function withNotes(runs: readonly TextRun[], vertical: boolean): TextRun[] {
  const gap = vertical ? "" : "\u00A0";
  const note = (text: string): TextRun => ({ text, ruby: null, emphasis: false });
  return [note(`♪${gap}`), ...runs, note(`${gap}♪`)];
}

function styleOf(kind: BeatText["kind"]): LetteringText["style"] {
  return kind === "off-panel" || kind === "sound" ? "speech" : kind;
}
