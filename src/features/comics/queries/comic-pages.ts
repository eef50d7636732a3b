import { sql } from "kysely";
import type { Database } from "../../../backends/sql/database.ts";
import type { Page, Panel } from "../../../core/page/page.ts";
import type { Settings } from "../../../core/pipeline.ts";
import { settingsOf } from "../comic-settings.ts";
import { jsonOf } from "../../../backends/sql/codecs.ts";

/** A comic as the row of its job has it. */
export interface ComicRow {
  id: string;
  novel: string;
  title: string;
  language: string | null;
  contentHash: string;
  originalFileId: string | null;
  status: string;
  settings: Settings;
}

/** A comic of the person's; null where there is none. */
export async function comicRow({ kysely }: Database, owner: string, id: string): Promise<ComicRow | null> {
  const row = await kysely
    .selectFrom("jobs")
    .innerJoin("novels", "novels.id", "jobs.novel_id")
    .select(["jobs.id", "novels.id as novel", "novels.title", "novels.language", "jobs.status"])
    .select(["novels.content_hash as contentHash", "novels.original_file_id as originalFileId"])
    .select(["jobs.settings", "jobs.seed"])
    .where("jobs.id", "=", id)
    .where("jobs.user_id", "=", owner)
    .where("jobs.job_type", "=", "manga")
    .executeTakeFirst();
  if (!row) return null;
  const { settings, seed, ...comic } = row;
  return { ...comic, settings: settingsOf({ settings: jsonOf(settings, "jobs.settings", (value) => value), seed }) };
}

/** A page in the list of a comic's pages. */
export interface ListedPage {
  number: number;
  role: "cover" | "title" | "story" | "credits";
  episode: number | null;
  width: number;
  height: number;
  direction: "ltr" | "rtl";
  isDrawn: boolean;
}

const roles = ["cover", "title", "story", "credits"] as const;

/** The pages that are laid out, in the order in which they are bound. */
export async function listPages({ kysely }: Database, job: string): Promise<ListedPage[]> {
  const rows = await kysely
    .selectFrom("pages")
    .leftJoin("episodes", "episodes.id", "pages.episode_id")
    .select(["pages.page_number as number", "pages.kind", "pages.document", "pages.image_file_id as picture"])
    .select("episodes.episode_number as episode")
    .where("pages.job_id", "=", job)
    .orderBy("pages.page_number")
    .execute();
  const pages = rows.map(({ number, kind, document, picture, episode }): ListedPage => {
    const { width, height, direction } = pageShell(document);
    const role = roles.find((each) => each === kind) ?? "story";
    return { number, role, episode, width, height, direction, isDrawn: picture !== null };
  });
  return pages.toSorted((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role) || a.number - b.number);
}

/** A page with its panels; null where it is not laid out. */
export async function loadPage({ kysely }: Database, job: string, number: number): Promise<Page | null> {
  const page = await kysely
    .selectFrom("pages")
    .select(["id", "document"])
    .where("job_id", "=", job)
    .where("page_number", "=", number)
    .executeTakeFirst();
  if (!page) return null;
  const panels = await kysely
    .selectFrom("panels")
    .select("document")
    .where("page_id", "=", page.id)
    .orderBy("panel_number")
    .execute();
  // Written by `storePages` alone.
  return { ...pageShell(page.document), panels: panels.map(({ document }) => JSON.parse(document) as Panel) };
}

/** A page without its panels, as `storePages` wrote it. */
function pageShell(document: string): Page {
  return JSON.parse(document) as Page;
}

/** The file of a page's picture; null while it is not drawn. `isThere` tells whether the page itself is laid out. */
export async function pagePicture(
  { kysely }: Database,
  job: string,
  number: number,
): Promise<{ isThere: boolean; file: string | null }> {
  const row = await kysely
    .selectFrom("pages")
    .select("image_file_id as file")
    .where("job_id", "=", job)
    .where("page_number", "=", number)
    .executeTakeFirst();
  return { isThere: row !== undefined, file: row?.file ?? null };
}

/** The episodes of a comic that have pages, with the first page of each. */
export async function listEpisodes(
  { kysely }: Database,
  job: string,
): Promise<{ number: number; title: string | null; firstPage: number }[]> {
  return kysely
    .selectFrom("episodes")
    .innerJoin("pages", "pages.episode_id", "episodes.id")
    .select(["episodes.episode_number as number", "episodes.title"])
    .select(sql<number>`min(pages.page_number)`.as("firstPage"))
    .where("episodes.job_id", "=", job)
    .groupBy(["episodes.id", "episodes.episode_number", "episodes.title"])
    .orderBy("episodes.episode_number")
    .execute();
}

/** Names of people by their row ids. */
export async function peopleNames(
  { kysely, capabilities }: Database,
  novel: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows = await kysely
    .selectFrom("characters")
    .select(["id", "name"])
    .where("novel_id", "=", novel)
    .where("id", "in", capabilities.valuesOf(ids))
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
