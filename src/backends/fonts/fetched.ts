import { fontSet } from "../../core/lettering/font-set.ts";
import type { Fonts } from "../../core/lettering/fonts.ts";
import type { FontName } from "../../core/lettering/lettering.ts";
import type { OpenFace, ShapingFace } from "../../core/lettering/shaping-face.ts";
import { fontFiles } from "./font-files.ts";

/** Fonts that are fetched when they are wanted, for places with little memory: those for Japanese are 19 of the 20 megabytes. */
export interface FetchedFonts {
  /** Setting letters in a font that is not there yet throws; then the work is begun again within `setting`. */
  fonts: Fonts;
  /** Does work that sets letters, fetches what fonts it wants, and does it anew until it wants none; so it must be work that can be done again. */
  setting<Result>(work: () => Promise<Result>): Promise<Result>;
}

class FontWanted extends Error {
  override readonly name = "FontWanted";
  readonly font: FontName;

  constructor(font: FontName) {
    super(`The font ${font} is not there yet.`);
    this.font = font;
  }
}

/** `read` gives the bytes of a file below `fonts/`. */
export function fetchedFonts(read: (path: string) => Promise<Uint8Array>, openFace: OpenFace): FetchedFonts {
  const faces = new Map<FontName, ShapingFace>();
  const fonts = fontSet((name) => {
    const face = faces.get(name);
    if (!face) throw new FontWanted(name);
    return face;
  });
  async function fetchLike(wanted: FontName): Promise<void> {
    for (const name of namesLike(wanted)) {
      const bytes = await read(fontFiles[name]);
      // Another may have fetched it meanwhile.
      if (!faces.has(name)) faces.set(name, openFace(bytes));
    }
  }
  return {
    fonts,
    async setting(work) {
      for (;;)
        try {
          return await work();
        } catch (error) {
          if (!(error instanceof FontWanted) || faces.has(error.font)) throw error;
          await fetchLike(error.font);
        }
    },
  };
}

/** All fonts of a script: who wants one will want the others, and the work is begun again but once. */
function namesLike(wanted: FontName): FontName[] {
  const script = wanted.slice(0, wanted.indexOf("-"));
  // The names are those of the table, which has no others.
  return (Object.keys(fontFiles) as FontName[]).filter((name) => name.startsWith(script));
}
