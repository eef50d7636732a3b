import type { FontName, LetteringText } from "./lettering.ts";
import { typeSizes } from "./lettering.ts";

/** How a kind of text is set. Size in page units; leading is the distance of lines in ems. */
export interface TypeStyle {
  font: FontName;
  emphasis: FontName;
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

const latin: Readonly<Record<Style, TypeStyle>> = {
  speech: latinStyle("latin-speech", "latin-stress", typeSizes.latin.speech, true),
  stress: latinStyle("latin-stress", "latin-stress", typeSizes.latin.stress, true),
  shout: latinStyle("latin-stress", "latin-stress", typeSizes.latin.shout, true),
  thought: latinStyle("latin-italic", "latin-stress", typeSizes.latin.speech, true),
  whisper: latinStyle("latin-speech", "latin-stress", typeSizes.latin.whisper, true),
  narration: latinStyle("latin-narration", "latin-narration-italic", typeSizes.latin.narration, false),
  letter: latinStyle("latin-narration-italic", "latin-narration", typeSizes.latin.narration, false),
};

const japanese: Readonly<Record<Style, TypeStyle>> = {
  speech: japaneseStyle("japanese-speech", typeSizes.japanese.speech),
  stress: japaneseStyle("japanese-shout", typeSizes.japanese.stress),
  shout: japaneseStyle("japanese-shout", typeSizes.japanese.shout),
  thought: japaneseStyle("japanese-narration", typeSizes.japanese.speech),
  whisper: japaneseStyle("japanese-speech", typeSizes.japanese.whisper),
  narration: japaneseStyle("japanese-narration", typeSizes.japanese.narration),
  letter: japaneseStyle("japanese-narration", typeSizes.japanese.narration),
};

/** The fonts, size and leading of a text. Vertical text and horizontal text in Japanese use the Japanese fonts. */
export function typeStyleOf(text: LetteringText): TypeStyle {
  const inJapanese = text.vertical || (text.language ?? "").split("-")[0] === "ja";
  return (inJapanese ? japanese : latin)[text.style];
}

function latinStyle(font: FontName, emphasis: FontName, size: number, capitals: boolean): TypeStyle {
  return { font, emphasis, fallback: latinFallback, size, leading: capitals ? capitalLeading : 1.24, capitals };
}

/** Emphasis in Japanese is shown by dots beside the letters, so the font stays. A quarter em between columns, as magazines set them. */
function japaneseStyle(font: FontName, size: number): TypeStyle {
  return { font, emphasis: font, fallback: japaneseFallback, size, leading: 1.25, capitals: false };
}
