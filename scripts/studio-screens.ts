import type { Page } from "playwright-core";

/** A screen of the studio and how one comes to it. */
export interface Screen {
  name: string;
  path: string;
  /** What the first question is set to before. */
  isWelcomed?: boolean;
  /** What is done on the page before its picture is taken. */
  act?(page: Page): Promise<void>;
}

/** A book with a finished comic. */
export interface ShownBook {
  id: string;
  comic: string;
}

type Ask = (path: string, method?: string, json?: unknown) => Promise<unknown>;

/** The screens of a studio without books. */
export const emptyScreens: readonly Screen[] = [
  { name: "first-run", path: "/", isWelcomed: false },
  { name: "today-empty", path: "/", isWelcomed: true },
  { name: "library-empty", path: "/library" },
  {
    name: "paste",
    path: "/",
    act: (page) =>
      page
        .locator("main button", { hasText: /Paste a text|貼り付け/ })
        .first()
        .click(),
  },
];

/** The screens on which a book arrives; `book` is its file. */
export function arrivingScreens(book: Buffer): Screen[] {
  return [
    {
      name: "import",
      path: "/library",
      async act(page) {
        await page
          .locator("input[type=file]")
          .first()
          .setInputFiles([{ name: "The Lantern.epub", mimeType: "application/epub+zip", buffer: book }]);
        await page.locator("aside a").first().waitFor();
      },
    },
    {
      name: "import-many",
      path: "/library",
      async act(page) {
        const text = Buffer.from(
          "Chapter 1\n\nThe rain had stopped, and Ada opened the door.\n\n“Who is there?” she asked.\n",
        );
        await page
          .locator("input[type=file]")
          .first()
          .setInputFiles([
            { name: "The Lantern.epub", mimeType: "application/epub+zip", buffer: book },
            { name: "The Open Door.txt", mimeType: "text/plain", buffer: text },
            {
              name: "holiday.bin",
              mimeType: "application/octet-stream",
              buffer: Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]),
            },
          ]);
        await page.waitForTimeout(1_200);
      },
    },
    {
      name: "recognised",
      path: "/library",
      async act(page) {
        await page
          .locator("input[type=file]")
          .first()
          .setInputFiles([{ name: "The Lantern.epub", mimeType: "application/epub+zip", buffer: book }]);
        await page.locator("aside button", { hasText: /Correct|直す/ }).click();
      },
    },
  ];
}

/** The screens of a studio with books and comics. */
export function fullScreens([first, second]: readonly [ShownBook, ShownBook]): Screen[] {
  return [
    { name: "today", path: "/", isWelcomed: true },
    { name: "library", path: "/library" },
    { name: "library-list", path: "/library?view=list" },
    { name: "library-search", path: "/library?q=zzz" },
    {
      name: "library-chosen",
      path: "/library",
      async act(page) {
        await page.locator("button[aria-pressed]").click();
        await page.locator("[data-index] input[type=checkbox]").first().check();
      },
    },
    { name: "trash", path: "/library?shelf=trash" },
    { name: "settings", path: "/settings" },
    { name: "keys", path: "/settings", act: (page) => page.keyboard.press("?") },
    { name: "palette", path: "/", act: (page) => page.keyboard.press("Control+k") },
    { name: "missing", path: "/nowhere" },
    ...["read", "comic", "cast", "files", "new"].map((tab) => ({ name: tab, path: `/books/${first.id}/${tab}` })),
    { name: "read-japanese", path: `/books/${second.id}/read` },
    { name: "reader", path: `/comics/${first.comic}?page=3` },
    { name: "reader-japanese", path: `/comics/${second.comic}?page=3` },
  ];
}

/** Makes a comic of each sample where there is none, waits for them, and puts one book into the trash. */
export async function pagesOf(ask: Ask): Promise<readonly [ShownBook, ShownBook]> {
  const { items: books } = (await ask("/books?limit=100")) as {
    items: { id: string; language: string; title: string }[];
  };
  const shown: ShownBook[] = [];
  for (const language of ["en", "ja"]) {
    const book = books.find((one) => one.language.startsWith(language));
    if (!book) throw new Error(`no book in ${language}`);
    const { items: known } = (await ask(`/books/${book.id}/comics`)) as { items: { id: string }[] };
    const comic = known[0]?.id ?? ((await ask(`/books/${book.id}/comics`, "POST", {})) as { id: string }).id;
    shown.push({ id: book.id, comic });
  }
  for (const { comic } of shown)
    while (((await ask(`/jobs/${comic}`)) as { status: string }).status !== "completed")
      await new Promise((later) => setTimeout(later, 500));
  const spare = books.find(({ id }) => shown.every((one) => one.id !== id));
  if (spare) await ask(`/books/${spare.id}`, "DELETE");
  const [first, second] = shown;
  if (!first || !second) throw new Error("two books are needed");
  return [first, second];
}
