import { inkArtist } from "../src/core/art/ink-artist.ts";
import type { Sheets } from "../src/core/art/artist.ts";
import type { Fonts } from "../src/core/lettering/fonts.ts";
import type { Page } from "../src/core/page/page.ts";
import type { ArtifactName, Artifacts } from "../src/core/pipeline.ts";
import { runPipeline } from "../src/core/run-pipeline.ts";
import type { TaskStore } from "../src/core/task-store.ts";
import type { PaceName } from "../src/core/script/pace.ts";
import type { Script } from "../src/core/script/script.ts";
import type { Story } from "../src/core/story/story.ts";

/** A book laid out but not drawn. */
export interface LaidOut {
  story: Story;
  script: Script;
  sheets: Sheets;
  pages: Page[];
}

/** Takes a book as far as its pages, so that a few of them can be drawn; the episodes after the first `most` pages are left out. */
export async function layOutBook(
  source: Uint8Array,
  fonts: Fonts,
  pace: PaceName = "comic",
  most = Infinity,
): Promise<LaidOut> {
  const kept = new Map<string, unknown>();
  // What counts as finished already is not made: no page is drawn or bound.
  const finished: Partial<Artifacts> = { drawing: "", print: new Uint8Array(), files: [] };
  const find = <Name extends ArtifactName>(name: Name, unit: string): Artifacts[Name] | null =>
    // Only `save` writes to the map, under the name that ties the value to its type.
    (kept.get(`${name}/${unit}`) as Artifacts[Name] | undefined) ?? finished[name] ?? null;
  let made = 0;
  const store: TaskStore = {
    load: async (name, unit) => find(name, unit),
    save: async (name, unit, value) => {
      kept.set(`${name}/${unit}`, value);
      if (name === "pages" && Array.isArray(value)) made += value.length;
      if (made >= most) finished.pages = [];
    },
  };
  const settings = { seed: 1, direction: "auto" as const, pace, roster: null, fileName: "book" };
  const nothing = async (): Promise<Uint8Array> => new Uint8Array();
  const surroundings = { fonts, artist: inkArtist, toPng: nothing, toWebp: nothing, ask: null, concurrency: 1 };
  for await (const _ of runPipeline(source, settings, surroundings, store));
  const [script, story, sheets] = [find("script", "book"), find("story", "book"), find("sheets", "book")];
  if (!script || !story || !sheets) throw new Error("The pipeline ended without a script");
  return { story, script, sheets, pages: script.episodes.flatMap(({ id }) => find("pages", id) ?? []) };
}
