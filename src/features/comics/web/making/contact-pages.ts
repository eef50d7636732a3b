import type { ComicView } from "../../schema.ts";
import type { MakingWords } from "./en.ts";

type Page = ComicView["pages"][number];

/** The comic with one more page drawn; null where it does not know that page yet, so that it has to be asked for again. */
export function withDrawnPage(comic: ComicView, number: number): ComicView | null {
  const page = comic.pages.find((each) => each.number === number);
  if (!page) return null;
  if (page.isDrawn) return comic;
  return { ...comic, pages: comic.pages.map((each) => (each === page ? { ...each, isDrawn: true } : each)) };
}

/** What a page is called: by its number, unless it is one of those around the story. */
export function pageName({ role, number }: Pick<Page, "role" | "number">, words: MakingWords): string {
  if (role === "cover") return words.cover;
  if (role === "title") return words.titlePage;
  return role === "credits" ? words.credits : words.page(number);
}
