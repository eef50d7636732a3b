import { inkArtist } from "../src/core/art/ink-artist.ts";
import type { Sheets } from "../src/core/art/artist.ts";
import type { Fonts } from "../src/core/lettering/fonts.ts";
import type { Page } from "../src/core/page/page.ts";
import type { ArtifactName, Artifacts } from "../src/core/pipeline.ts";
import { runPipeline, type TaskStore } from "../src/core/run-pipeline.ts";
import type { Story } from "../src/core/story/story.ts";

/** A book laid out but not drawn. */
export interface LaidOut {
  story: Story;
  sheets: Sheets;
  pages: Page[];
}

/** Takes a book as far as its pages, so that a few of them can be drawn. */
export async function layOutBook(source: Uint8Array, fonts: Fonts): Promise<LaidOut> {
  const kept = new Map<string, unknown>();
  // What counts as finished already is not made: no page is drawn or bound.
  const finished: Partial<Artifacts> = { drawing: "", print: new Uint8Array(), files: [] };
  const find = <Name extends ArtifactName>(name: Name, unit: string): Artifacts[Name] | null =>
    // Only `save` writes to the map, under the name that ties the value to its type.
    finished[name] ?? (kept.get(`${name}/${unit}`) as Artifacts[Name] | undefined) ?? null;
  const store: TaskStore = {
    load: async (name, unit) => find(name, unit),
    save: async (name, unit, value) => void kept.set(`${name}/${unit}`, value),
  };
  const settings = { seed: 1, direction: "auto" as const, roster: null, fileName: "book" };
  const surroundings = { fonts, artist: inkArtist, toPng: async () => new Uint8Array(), concurrency: 1 };
  for await (const _ of runPipeline(source, settings, surroundings, store));
  const [script, story, sheets] = [find("script", "book"), find("story", "book"), find("sheets", "book")];
  if (!script || !story || !sheets) throw new Error("The pipeline ended without a script");
  return { story, sheets, pages: script.episodes.flatMap(({ id }) => find("pages", id) ?? []) };
}
