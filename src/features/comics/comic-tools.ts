import type { BlobStore } from "../../backends/blobs/blob-store.ts";
import type { TextModel } from "../../backends/models/text-model.ts";
import type { Rasterizer } from "../../backends/raster/rasterizer.ts";
import type { Artist } from "../../core/art/artist.ts";
import type { Fonts } from "../../core/lettering/fonts.ts";
import type { StoryVectors } from "../library/embed-story.ts";

/** What the tasks of comics need from outside. What is costly to open is opened when the first task asks for it. */
export interface ComicTools {
  blobs: BlobStore;
  fonts(): Promise<Fonts>;
  artist(): Promise<Artist>;
  rasterizer(): Rasterizer;
  /** Who is asked about doubtful speakers; null for the rules alone. */
  model: TextModel | null;
  /** What gives people and places their vectors; absent where they get none. */
  vectors?: StoryVectors;
  now(): number;
  newId(): string;
}
