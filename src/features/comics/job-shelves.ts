import type { Database } from "../../backends/sql/database.ts";
import { jsonText } from "../../backends/sql/codecs.ts";
import type { ArtifactName, Artifacts } from "../../core/pipeline.ts";
import type { Page } from "../../core/page/page.ts";
import { unwrap } from "../../core/text/result.ts";
import { openContent } from "../files/open-file.ts";
import { findArtifact } from "../files/queries/find-files.ts";
import { wholeContent } from "../files/whole-content.ts";
import { personQuota } from "../files/queries/person-quota.ts";
import { storeFile, type Storing } from "../files/store-file.ts";
import type { FileCategory } from "../files/stored-file.ts";
import { sceneRowIds } from "../library/queries/story-rows.ts";
import type { ArtifactShelf, ArtifactShelves } from "./artifact-store.ts";
import { loadPages, storePages } from "./queries/page-rows.ts";

/** Whose artifacts they are. */
export interface JobPlace {
  owner: string;
  job: string;
  novel: string;
}

/** Bytes that a file of the pipeline has at most: the story of the longest book is far below. */
const largest = 512 * 2 ** 20;

/** Where the artifacts of a job are kept: pages as rows, pictures and other documents as files. */
export function jobShelves(db: Database, storing: Storing, place: JobPlace): ArtifactShelves {
  const document = <Name extends ArtifactName>(name: Name, category: FileCategory): ArtifactShelf<Artifacts[Name]> => {
    const { read, write } = jobFiles(db, storing, place, name, { category, type: "json" });
    return {
      async read(unit) {
        const content = await read(unit);
        // Written below, of a value of this artifact.
        return content && (JSON.parse(new TextDecoder().decode(content)) as Artifacts[Name]);
      },
      write: (unit, value) => write(unit, new TextEncoder().encode(jsonText(value))),
    };
  };
  return {
    book: document("book", "analysis"),
    draft: document("draft", "analysis"),
    chunks: document("chunks", "chunks"),
    analysis: document("analysis", "analysis"),
    story: document("story", "analysis"),
    script: document("script", "layouts"),
    sheets: document("sheets", "layouts"),
    print: jobFiles(db, storing, place, "print", { category: "renders", type: "png" }),
    ...pageShelves(db, storing, place),
  };
}

function pageShelves(db: Database, { now }: Storing, { job, novel }: JobPlace) {
  const store = async (pages: readonly Page[], episode: string | null): Promise<void> =>
    storePages(db, pages, episode, { job, now: now(), scenes: await sceneRowIds(db, novel, pages) });
  const own = async (matches: (page: Page) => boolean): Promise<Page | null> =>
    (await loadPages(db, job, null)).find(matches) ?? null;
  return {
    pages: {
      async read(episode) {
        const pages = await loadPages(db, job, episode);
        return pages.length > 0 ? pages : null;
      },
      write: (episode, pages) => store(pages, episode),
    },
    cover: { read: () => own(({ number }) => number === 0), write: (_, page) => store([page], null) },
    ownPages: {
      async read() {
        const [title, credits] = [
          await own(({ role }) => role === "title"),
          await own(({ role }) => role === "credits"),
        ];
        return title && credits && { title, credits };
      },
      write: (_, { title, credits }) => store([title, credits], null),
    },
  } satisfies ArtifactShelves;
}

/** The files of one artifact of a job, by unit. A person whose space is full gets a failed job, which goes on where it was when there is room again. */
function jobFiles(
  db: Database,
  storing: Storing,
  { owner, job: jobId, novel }: JobPlace,
  artifact: string,
  { category, type }: { category: FileCategory; type: "json" | "png" },
): ArtifactShelf<Uint8Array> {
  return {
    async read(unit) {
      const file = await findArtifact(db, owner, { jobId, artifact, unit });
      return file && wholeContent(unwrap(await openContent(storing.blobs, file)).content, file);
    },
    async write(unit, content) {
      const place = { jobId, artifact, unit };
      const file = { category, content, name: null, type, novelId: novel, artifact: place };
      const limits = { types: null, size: largest, quota: await personQuota(db, owner) };
      unwrap(await storeFile(db, storing, owner, file, limits));
    },
  };
}
