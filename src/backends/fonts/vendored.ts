import { readFile } from "node:fs/promises";
import type { FontBytes, FontName } from "../../core/lettering/lettering.ts";

/** The fonts that come with the program, each with its licence beside it in `fonts/`. */
const files: Readonly<Record<FontName, string>> = {
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

/** Reads all fonts. Throws with the file's name where one is missing. */
export async function readVendoredFonts(): Promise<FontBytes> {
  const folder = new URL("../../../fonts/", import.meta.url);
  const read = (name: FontName): Promise<Uint8Array> =>
    readFile(new URL(files[name], folder)).then((bytes) => new Uint8Array(bytes));
  return {
    "latin-speech": await read("latin-speech"),
    "latin-stress": await read("latin-stress"),
    "latin-italic": await read("latin-italic"),
    "latin-narration": await read("latin-narration"),
    "latin-narration-italic": await read("latin-narration-italic"),
    "latin-sound": await read("latin-sound"),
    "japanese-speech": await read("japanese-speech"),
    "japanese-shout": await read("japanese-shout"),
    "japanese-narration": await read("japanese-narration"),
    "japanese-sound": await read("japanese-sound"),
  };
}
