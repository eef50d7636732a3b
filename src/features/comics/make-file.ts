import type { Database } from "../../backends/sql/database.ts";
import { openRun } from "../../core/pipeline-run.ts";
import type { FormatName } from "../../core/print/formats.ts";
import { picturePath, portraitPath } from "../../core/print/reader-data.ts";
import { demand } from "../../core/task-store.ts";
import { Refused, unwrap } from "../../core/text/result.ts";
import { openFile } from "../files/open-file.ts";
import { wholeContent } from "../files/whole-content.ts";
import { artifactStore } from "./artifact-store.ts";
import type { ComicTools } from "./comic-tools.ts";
import { jobShelves } from "./job-shelves.ts";
import { keepOutputs } from "./keep-outputs.ts";
import type { ComicRow } from "./queries/comic-pages.ts";
import { comicSteps } from "./steps.ts";

const pictures = picturePath(0).slice(0, picturePath(0).lastIndexOf("/") + 1);
const portraits = portraitPath("").slice(0, portraitPath("").lastIndexOf("/") + 1);

/**
 * Binds a finished comic in one more format, of the pages that are there; what is bound already stays. What was cleared away of its way there (its
 * story, its script) is made again. Throws `Refused`.
 */
export async function makeFile(
  db: Database,
  tools: ComicTools,
  owner: string,
  { comic, format }: { comic: ComicRow; format: FormatName },
): Promise<void> {
  const place = { owner, job: comic.id, novel: comic.novel };
  const store = artifactStore(jobShelves(db, tools, place));
  const { toPng, toWebp, concurrency } = tools.rasterizer();
  const surroundings = {
    fonts: await tools.fonts(),
    artist: await tools.artist(),
    toPng,
    toWebp,
    concurrency,
    ask: null,
  };
  const source = () => sourceOf(db, tools, owner, comic);
  const run = openRun(source, { ...comic.settings, formats: [format] }, surroundings, store);
  for (const { step } of comicSteps)
    if (step.unit !== "page") for (const unit of await run.unitsOf(step)) await run.work(step, unit);
  const files = await demand(store, "files", "book");
  const bound = files.filter(({ path }) => !/^(index\.html|report\.json)$/.test(path) && !isOfReader(path));
  await keepOutputs(db, tools, bound, place);
}

const isOfReader = (path: string): boolean => path.startsWith(pictures) || path.startsWith(portraits);

async function sourceOf(
  db: Database,
  { blobs }: ComicTools,
  owner: string,
  { originalFileId }: ComicRow,
): Promise<Uint8Array> {
  const opened = originalFileId === null ? null : await openFile(db, blobs, owner, originalFileId);
  if (opened === null) throw new Refused("novel-gone");
  const { content, file } = unwrap(opened);
  return wholeContent(content, file);
}
