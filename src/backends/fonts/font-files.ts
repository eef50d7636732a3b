import type { FontName } from "../../core/lettering/lettering.ts";

/** The fonts that come with the program, as paths below `fonts/`, where each has its licence beside it. */
export const fontFiles: Readonly<Record<FontName, string>> = {
  "latin-speech": "shantell-sans/ShantellSans_600SemiBold.ttf",
  "latin-stress": "shantell-sans/ShantellSans_800ExtraBold.ttf",
  "latin-italic": "shantell-sans/ShantellSans_600SemiBold_Italic.ttf",
  "latin-narration": "comic-neue/ComicNeue_700Bold.ttf",
  "latin-narration-italic": "comic-neue/ComicNeue_700Bold_Italic.ttf",
  "latin-sound": "bangers/Bangers_400Regular.ttf",
  "japanese-speech": "shippori-antique/ShipporiAntique_400Regular.ttf",
  "japanese-shout": "m-plus-rounded-1c/MPLUSRounded1c_800ExtraBold.ttf",
  "japanese-narration": "zen-old-mincho/ZenOldMincho_700Bold.ttf",
  "japanese-sound": "dela-gothic-one/DelaGothicOne_400Regular.ttf",
};
