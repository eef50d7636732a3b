import { askedPages, type PartRange } from "./asked-part.ts";
import type { Page } from "./page/page.ts";
import { type PagesBefore, pagesThrough, type Tools } from "./pipeline.ts";
import { demand, type TaskStore } from "./task-store.ts";

/** The story pages that are printed, in order; an episode at a time is in memory (F6). */
export async function* printedPages(store: TaskStore, asked: PartRange | undefined): AsyncGenerator<Page> {
  yield* askedPages(storyPages(store), asked);
}

async function* storyPages(store: TaskStore): AsyncGenerator<Page> {
  const { episodes } = await demand(store, "script", "book");
  for (const { id } of episodes) yield* await demand(store, "pages", id);
}

/** Finds pages in a store. */
export interface PageFinder {
  /** How far the episodes before this one have come; each is looked through once. */
  pagesBefore(episode: string): Promise<PagesBefore>;
  /** The whole page of which that is the lean one. */
  wholePage: Tools["wholePage"];
  /** A page by its number: 0 is the cover, title page and credits are numbered behind the story. */
  pageNumbered(number: number): Promise<Page>;
}

/** Keeps the two episodes last opened, since pages are mostly asked for in order and some side by side (F6). */
export function pageFinder(store: TaskStore): PageFinder {
  const through = new Map<string, PagesBefore>();
  const open = new Map<string, Promise<readonly Page[]>>();

  function opened(episode: string): Promise<readonly Page[]> {
    const pages = open.get(episode) ?? pagesOf(store, episode);
    open.delete(episode);
    open.set(episode, pages);
    // What could not be read now may be read the next time.
    pages.catch(() => open.delete(episode));
    for (const oldest of open.keys()) if (open.size > 2) open.delete(oldest);
    return pages;
  }

  async function pagesBefore(episode: string): Promise<PagesBefore> {
    const { episodes } = await demand(store, "script", "book");
    let before: PagesBefore = { count: 0, layout: null };
    for (const { id } of episodes) {
      if (id === episode) break;
      const known = through.get(id) ?? pagesThrough(before, await demand(store, "pages", id));
      through.set(id, known);
      before = known;
    }
    return before;
  }

  async function episodeOf(number: number): Promise<string | null> {
    const { episodes } = await demand(store, "script", "book");
    for (const [i, { id }] of episodes.entries()) {
      const next = episodes[i + 1]?.id;
      const count = next ? (await pagesBefore(next)).count : Infinity;
      if (number <= count) return id;
    }
    return null;
  }

  const found = (pages: readonly Page[], number: number): Page | undefined =>
    pages.find((page) => page.number === number);
  const missing = (number: number, episode: string | null): never => {
    throw new Error(`The task store has no page ${number} of ${episode}`);
  };
  return {
    pagesBefore,
    wholePage: async ({ episode, number }) => found(await opened(episode), number) ?? missing(number, episode),
    async pageNumbered(number) {
      const own = found(await ownPagesOf(store), number);
      if (own) return own;
      const episode = await episodeOf(number);
      return found(episode ? await opened(episode) : [], number) ?? missing(number, episode);
    },
  };
}

/** The pages of an episode, or those that belong to none. */
async function pagesOf(store: TaskStore, episode: string): Promise<readonly Page[]> {
  return (await store.load("pages", episode)) ?? ownPagesOf(store);
}

async function ownPagesOf(store: TaskStore): Promise<readonly Page[]> {
  const { title, credits } = await demand(store, "ownPages", "book");
  return [await demand(store, "cover", "book"), title, credits];
}
