import type { FontName, LetteringText } from "./lettering.ts";
import { typeSizes } from "./lettering.ts";

/** How a kind of text is set. Size in page units; leading is the distance of lines in ems. */
export interface TypeStyle {
  font: FontName;
  emphasis: FontName;
  /** How much stressed words lean: the heavy fonts have no italic of their own. */
  emphasisSlant: number;
  /** Where to look for glyphs that neither font has, in order. */
  fallback: readonly FontName[];
  size: number;
  leading: number;
  /** Latin speech is lettered in capitals (L2). */
  capitals: boolean;
}

type Style = LetteringText["style"];

const latinFallback: readonly FontName[] = [
  "latin-speech",
  "latin-narration",
  "japanese-speech",
  "japanese-shout",
  "japanese-sound",
];
const japaneseFallback: readonly FontName[] = [
  "japanese-speech",
  "japanese-shout",
  "japanese-narration",
  "japanese-sound",
  "latin-speech",
];

/** Capitals have no descenders, so they bear less leading than upper and lower case. */
const capitalLeading = 1.14;

/** The lean of the italics beside it. */
const stressSlant = 0.17;

const latin: Readonly<Record<Style, TypeStyle>> = {
  speech: latinStyle("latin-speech", "latin-stress", typeSizes.latin.speech, true),
  stress: latinStyle("latin-stress", "latin-stress", typeSizes.latin.stress, true),
  shout: latinStyle("latin-stress", "latin-stress", typeSizes.latin.shout, true),
  thought: latinStyle("latin-italic", "latin-stress", typeSizes.latin.speech, true),
  whisper: latinStyle("latin-speech", "latin-stress", typeSizes.latin.whisper, true),
  sung: latinStyle("latin-italic", "latin-stress", typeSizes.latin.speech, true),
  broadcast: latinStyle("latin-italic", "latin-stress", typeSizes.latin.speech, true),
  narration: latinStyle("latin-narration", "latin-narration-italic", typeSizes.latin.narration, false),
  lettered: latinStyle("latin-narration", "latin-narration-italic", typeSizes.latin.lettered, false),
  letter: latinStyle("latin-narration-italic", "latin-narration", typeSizes.latin.narration, false),
};

const japanese: Readonly<Record<Style, TypeStyle>> = {
  speech: japaneseStyle("japanese-speech", typeSizes.japanese.speech),
  stress: japaneseStyle("japanese-shout", typeSizes.japanese.stress),
  shout: japaneseStyle("japanese-shout", typeSizes.japanese.shout),
  thought: japaneseStyle("japanese-narration", typeSizes.japanese.speech),
  whisper: japaneseStyle("japanese-speech", typeSizes.japanese.whisper),
  sung: japaneseStyle("japanese-narration", typeSizes.japanese.speech),
  broadcast: japaneseStyle("japanese-shout", typeSizes.japanese.speech),
  narration: japaneseStyle("japanese-narration", typeSizes.japanese.narration),
  lettered: japaneseStyle("japanese-narration", typeSizes.japanese.lettered),
  letter: japaneseStyle("japanese-narration", typeSizes.japanese.narration),
};

/** The fonts, size and leading of a text. Vertical text and horizontal text in Japanese use the Japanese fonts. */
export function typeStyleOf(text: LetteringText): TypeStyle {
  const style = usualStyleOf(text);
  const { least = 0 } = text;
  return { ...style, size: Math.max(least, style.size * typeScale(isJapanese(text), least)) };
}

/** How much larger than usual type is where none may be smaller than this, in page units: speech is the measure (L2). */
export function typeScale(inJapanese: boolean, least: number): number {
  return Math.max(1, least / typeSizes[inJapanese ? "japanese" : "latin"].speech);
}

const isJapanese = ({ vertical, language }: LetteringText): boolean =>
  vertical || (language ?? "").split("-")[0] === "ja";

function usualStyleOf(text: LetteringText): TypeStyle {
  if (!isJapanese(text)) return latin[text.style];
  const letters = text.runs.reduce((sum, run) => sum + run.text.length, 0);
  return japanese[text.style === "shout" && letters > shortShout ? "stress" : text.style];
}

/** A longer shout is set as stress: its burst says how loud it is, and at full size it would fill the panel. */
const shortShout = 9;

function latinStyle(font: FontName, emphasis: FontName, size: number, capitals: boolean): TypeStyle {
  const emphasisSlant = emphasis === "latin-stress" ? stressSlant : 0;
  const leading = capitals ? capitalLeading : 1.24;
  return { font, emphasis, emphasisSlant, fallback: latinFallback, size, leading, capitals };
}

/** Emphasis in Japanese is shown by dots beside the letters, so the font stays. A quarter em between columns, as magazines set them. */
function japaneseStyle(font: FontName, size: number): TypeStyle {
  return {
    font,
    emphasis: font,
    emphasisSlant: 0,
    fallback: japaneseFallback,
    size,
    leading: 1.25,
    capitals: false,
  };
}
