import { type Compilable, type Insertable, sql } from "kysely";
import type { Database } from "../../../backends/sql/database.ts";
import { jsonText, timeText } from "../../../backends/sql/codecs.ts";
import { derivedId } from "../../../backends/sql/derived-id.ts";
import { insertRows } from "../../../backends/sql/insert-rows.ts";
import { SqlError } from "../../../backends/sql/sql-error.ts";
import type { Span } from "../../../core/book/book.ts";
import type { Page, Panel } from "../../../core/page/page.ts";
import type { Schema } from "../../../generated/schema.ts";

/** Whose pages they are. */
export interface PagesOf {
  job: string;
  now: number;
  /** Row ids of scenes by the ids of the story; a scene without one is left out. */
  scenes: ReadonlyMap<string, string>;
}

/** The row of an episode of a job, by its id in the script (`e1`). */
export function episodeRowId(job: string, episode: string): Promise<string> {
  return derivedId(job, "episode", episode);
}

/**
 * Keeps laid-out pages and their panels, all of them or none; the pages that another worker kept first stay.
 * `episode` is an id of the script, or null for cover, title and credits.
 */
export async function storePages(
  db: Database,
  pages: readonly Page[],
  episode: string | null,
  of: PagesOf,
): Promise<void> {
  const rowOf = await Promise.all(pages.map((page) => derivedId(of.job, "page", String(page.number))));
  const before = await panelsBefore(db, of.job, pages[0]?.number ?? 0);
  const episodeId = episode === null ? null : await episodeRowId(of.job, episode);
  const at = timeText(of.now);
  const rows = pages.map((page, i) => pageRow(page, { id: rowOf[i] ?? "", job: of.job, episodeId, at }));
  let index = episode === null ? null : before;
  const panels: Insertable<Schema["panels"]>[] = [];
  for (const [i, page] of pages.entries())
    for (const [j, panel] of page.panels.entries()) {
      const id = await derivedId(of.job, "panel", String(page.number), String(j));
      const place = { id, page_id: rowOf[i] ?? "", panel_number: j + 1, panel_index: index };
      panels.push({ ...place, ...panelFacts(panel, of.scenes), created_at: at, updated_at: at });
      if (index !== null) index++;
    }
  await keepFirst(db, [...insertRows(db, "pages", rows), ...insertRows(db, "panels", panels)]);
}

async function keepFirst(db: Database, queries: readonly Compilable[]): Promise<void> {
  try {
    await db.atomic(queries);
  } catch (error) {
    // Ids follow from job and page: somebody was quicker with the same pages.
    if (!(error instanceof SqlError && error.code === "unique")) throw error;
  }
}

/** How many panels the story pages before a page have. */
async function panelsBefore({ kysely }: Database, job: string, page: number): Promise<number> {
  const { count } = await kysely
    .selectFrom("pages")
    .select(sql<number>`coalesce(sum(panel_count), 0)`.as("count"))
    .where("job_id", "=", job)
    .where("kind", "=", "story")
    .where("page_number", "<", page)
    .executeTakeFirstOrThrow();
  return count;
}

interface PagePlace {
  id: string;
  job: string;
  episodeId: string | null;
  at: string;
}

function pageRow(page: Page, { id, job, episodeId, at }: PagePlace): Insertable<Schema["pages"]> {
  const told = hull(page.panels.flatMap(spansOf));
  return {
    id,
    job_id: job,
    episode_id: episodeId,
    page_number: page.number,
    kind: kindOf(page),
    layout: page.layout,
    document: jsonText({ ...page, panels: [] }),
    document_version: page.version,
    panel_count: page.panels.length,
    start_offset: told?.start ?? null,
    end_offset: told?.end ?? null,
    created_at: at,
    updated_at: at,
  };
}

function kindOf({ number, role }: Page): string {
  if (number === 0) return "cover";
  return role === "title" || role === "credits" ? role : "story";
}

function panelFacts(panel: Panel, scenes: ReadonlyMap<string, string>) {
  const told = hull(spansOf(panel));
  return {
    scene_id: scenes.get(panel.scene) ?? null,
    importance: Math.min(6, Math.max(1, Math.round(panel.importance))),
    document: jsonText(panel),
    start_offset: told?.start ?? null,
    end_offset: told?.end ?? null,
  };
}

function spansOf({ balloons, sounds }: Panel): Span[] {
  return [...balloons, ...sounds].map(({ source }) => source);
}

function hull(spans: readonly Span[]): Span | null {
  if (spans.length === 0) return null;
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
}

/** The pages of an episode of a job, or of none; in the order of their numbers, empty where none are laid out. */
export async function loadPages({ kysely }: Database, job: string, episode: string | null): Promise<Page[]> {
  const episodeId = episode === null ? null : await episodeRowId(job, episode);
  const pages = await kysely
    .selectFrom("pages")
    .select(["id", "document"])
    .where("job_id", "=", job)
    .where("episode_id", episodeId === null ? "is" : "=", episodeId)
    .orderBy("page_number")
    .execute();
  const panels = await kysely
    .selectFrom("panels")
    .innerJoin("pages", "pages.id", "panels.page_id")
    .select(["panels.page_id as page", "panels.document as document"])
    .where("pages.job_id", "=", job)
    .where("pages.episode_id", episodeId === null ? "is" : "=", episodeId)
    .orderBy("pages.page_number")
    .orderBy("panels.panel_number")
    .execute();
  const panelsOf = Map.groupBy(panels, ({ page }) => page);
  return pages.map(({ id, document }) => {
    const shell: unknown = JSON.parse(document);
    const own = (panelsOf.get(id) ?? []).map((panel): unknown => JSON.parse(panel.document));
    // Rows of documents are written by `storePages` alone.
    return { ...(shell as Page), panels: own as Panel[] };
  });
}

/** How many panels an episode of a job has. */
export async function panelsOfEpisode(db: Database, job: string, episode: string): Promise<number> {
  return countPanels(db, job, "episode_id", await episodeRowId(job, episode));
}

/** How many panels a page of a job has. */
export function panelsOfPage(db: Database, job: string, page: number): Promise<number> {
  return countPanels(db, job, "page_number", page);
}

async function countPanels(
  { kysely }: Database,
  job: string,
  column: "episode_id" | "page_number",
  value: string | number,
): Promise<number> {
  const { count } = await kysely
    .selectFrom("pages")
    .select(sql<number>`coalesce(sum(panel_count), 0)`.as("count"))
    .where("job_id", "=", job)
    .where(column, "=", value)
    .executeTakeFirstOrThrow();
  return count;
}

/** Says on a page's row which file is its picture. */
export async function notePicture(
  { kysely }: Database,
  owner: string,
  { job, page, unit, now }: { job: string; page: number; unit: string; now: number },
): Promise<void> {
  const picture = kysely
    .selectFrom("storage_files")
    .select("id")
    .where("user_id", "=", owner)
    .where("job_id", "=", job)
    .where("artifact", "=", "print")
    .where("unit", "=", unit)
    .where("deleted_at", "is", null);
  await kysely
    .updateTable("pages")
    .set({ image_file_id: picture, updated_at: timeText(now) })
    .where("job_id", "=", job)
    .where("page_number", "=", page)
    .execute();
}
