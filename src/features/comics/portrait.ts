import type { Database } from "../../backends/sql/database.ts";
import { portraitSvg } from "../../core/print/portrait.ts";
import { portraitPath } from "../../core/print/reader-data.ts";
import { unwrap } from "../../core/text/result.ts";
import { artifactsOf, findArtifact } from "../files/queries/find-files.ts";
import { storeFile } from "../files/store-file.ts";
import type { StoredFile } from "../files/stored-file.ts";
import { storyRowId } from "../library/queries/story-rows.ts";
import type { ComicTools } from "./comic-tools.ts";
import { jobShelves } from "./job-shelves.ts";
import { outputArtifact } from "./keep-outputs.ts";
import type { ComicRow } from "./queries/comic-pages.ts";

/** A person's head and shoulders as this comic draws them; null for who is not drawn. `person` is the id of their row. */
export async function portraitOf(
  db: Database,
  tools: ComicTools,
  owner: string,
  { comic, person }: { comic: ComicRow; person: string },
): Promise<StoredFile | null> {
  const place = { jobId: comic.id, artifact: "portrait", unit: person };
  const kept = (await findArtifact(db, owner, place)) ?? (await boundPortrait(db, owner, comic, person));
  if (kept) return kept;
  const sheets = await jobShelves(db, tools, { owner, job: comic.id, novel: comic.novel }).sheets?.read("book");
  const drawn = sheets ? await storyIdOf(comic.novel, Object.keys(sheets.people), person) : null;
  if (!sheets || drawn === null) return null;
  const [artist, fonts] = [await tools.artist(), await tools.fonts()];
  const svg = portraitSvg(drawn, { artist, fonts, sheets, seed: comic.settings.seed });
  const content = await tools.rasterizer().toPng(svg);
  const file = { category: "thumbnails", content, name: null, type: "png", novelId: comic.novel } as const;
  // As small pictures of pages: looking goes on where the space is full.
  return unwrap(
    await storeFile(db, tools, owner, { ...file, artifact: place }, { types: null, size: 2 ** 24, quota: null }),
  );
}

/** The portrait that a finished comic was bound with. */
async function boundPortrait(db: Database, owner: string, comic: ComicRow, person: string): Promise<StoredFile | null> {
  const outputs = await artifactsOf(db, owner, { jobId: comic.id, artifact: outputArtifact });
  for (const file of outputs) {
    const [, id] = /^cast\/(.+)\.png$/.exec(file.unit ?? "") ?? [];
    if (id !== undefined && portraitPath(id) === file.unit && (await storyRowId(comic.novel, id)) === person)
      return file;
  }
  return null;
}

/** Which of the ids of a story is that of a row; null where none is. */
async function storyIdOf(novel: string, ids: readonly string[], row: string): Promise<string | null> {
  for (const id of ids) if ((await storyRowId(novel, id)) === row) return id;
  return null;
}
