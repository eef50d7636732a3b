import type { Artist } from "../core/art/artist.ts";
import type { Fonts } from "../core/lettering/fonts.ts";
import type { Rasterizer } from "../backends/raster/rasterizer.ts";
import type { Guard } from "./output-folder.ts";

/** Everything the commands need from the world; made by the entry, or by a test. */
export interface Host {
  /** Folder that paths on the command line start from. */
  folder: string;
  /** Folder of the stories that come with the program. */
  samples: URL;
  /** The person's own folder: settings files are looked for no higher. Null where there is none. */
  home: string | null;
  version: string;
  stdout: Output & {
    /** Sends bytes and waits until the reader has room for more. */
    send(bytes: Uint8Array): Promise<void>;
  };
  stderr: Output;
  /** Milliseconds from any fixed moment. */
  now(): number;
  /** Watches over a folder that is being filled and removes it should the program be killed; the result calls it off. */
  guard: Guard;
  openFonts(): Promise<Fonts>;
  openRasterizer(): Rasterizer;
  openArtist(): Promise<Artist>;
}

export interface Output {
  write(text: string): void;
  /** Columns of the terminal; null where the output is a file or a pipe. */
  columns: number | null;
}
