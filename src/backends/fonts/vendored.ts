import { readFile } from "node:fs/promises";
import type { FontBytes, FontName } from "../../core/lettering/lettering.ts";
import { fontFiles } from "./font-files.ts";

/** Reads all fonts from the folder of the program. Throws with the file's name where one is missing. */
export async function readVendoredFonts(): Promise<FontBytes> {
  const folder = new URL("../../../fonts/", import.meta.url);
  const read = (name: FontName): Promise<Uint8Array> =>
    readFile(new URL(fontFiles[name], folder)).then((bytes) => new Uint8Array(bytes));
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
