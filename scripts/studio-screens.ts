import type { Page } from "playwright-core";

/** A screen of the studio and how one comes to it. */
export interface Screen {
  name: string;
  path: string;
  /** What of the person’s settings is changed before. */
  settings?: Readonly<Record<string, unknown>>;
  /** What is done before the page is opened. */
  before?(page: Page): Promise<void>;
  /** What is done on the page before its picture is taken. */
  act?(page: Page): Promise<void>;
  /** Whether the picture shows the page to its end. */
  isWhole?: boolean;
}

/** A book with a finished comic. */
export interface ShownBook {
  id: string;
  comic: string;
  /** Paths of a link to its comic that opens, and of one that was ended. */
  shared: string;
  ended: string;
}

type Ask = (path: string, method?: string, json?: unknown) => Promise<unknown>;

/** The screens of a studio without books. */
export const emptyScreens: readonly Screen[] = [
  { name: "first-run", path: "/", settings: { isWelcomed: false } },
  { name: "today-empty", path: "/", settings: { isWelcomed: true } },
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
    { name: "today", path: "/", settings: { isWelcomed: true } },
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
    { name: "library-filter", path: "/library?tag=sea&sort=title" },
    { name: "library-reading", path: "/library?shelf=reading" },
    {
      name: "notices",
      path: "/",
      act: (page) =>
        page.locator("header button[aria-label^='News'], header button[aria-label^='お知らせ']").first().click(),
    },
    {
      name: "book-menu",
      path: `/books/${first.id}/comic`,
      act: (page) => page.locator("article button[aria-haspopup=menu]").first().click(),
    },
    { name: "trash", path: "/library?shelf=trash" },
    { name: "settings", path: "/settings" },
    ...accountScreens,
    { name: "keys", path: "/settings", act: (page) => page.keyboard.press("?") },
    { name: "palette", path: "/", act: (page) => page.keyboard.press("Control+k") },
    { name: "missing", path: "/nowhere" },
    ...["read", "comic", "cast", "files", "new"].map((tab) => ({ name: tab, path: `/books/${first.id}/${tab}` })),
    { name: "read-japanese", path: `/books/${second.id}/read` },
    ...readerScreens(first, second),
    { name: "book-missing", path: "/books/01a20532-0000-7000-8000-000000000000/comic" },
    { name: "comic-missing", path: "/comics/01a20532-0000-7000-8000-000000000000" },
    { name: "offline-library", path: "/library", act: loseStudio },
  ];
}

/** The comic as it is read, in each mode, with what opens over it, and by a link. */
function readerScreens(first: ShownBook, second: ShownBook): Screen[] {
  const page3 = { path: `/comics/${first.comic}?page=3` };
  const pressed = (key: string) => (page: Page) => page.keyboard.press(key);
  const opened = (kind: string) => async (page: Page) => {
    await page.locator(`button[data-kind=${kind}]`).first().focus();
    await page.keyboard.press("Enter");
    await page.waitForTimeout(800);
  };
  return [
    { name: "reader", ...page3, settings: { readingMode: "single" } },
    { name: "reader-guided", ...page3, act: pressed("g") },
    { name: "reader-thumbnails", ...page3, act: pressed("t") },
    { name: "reader-keys", ...page3, act: pressed("?") },
    { name: "reader-balloon", ...page3, act: opened("text") },
    { name: "reader-face", ...page3, act: opened("face") },
    { name: "reader-spread", ...page3, settings: { readingMode: "spread" } },
    { name: "reader-spread-japanese", path: `/comics/${second.comic}?page=3` },
    { name: "reader-strip", ...page3, settings: { readingMode: "strip" } },
    { name: "reader-japanese", path: `/comics/${second.comic}?page=3`, settings: { readingMode: "single" } },
    { name: "reader-end", path: `/comics/${first.comic}?page=9999`, act: pressed("End") },
    { name: "shared", path: `${first.shared}?page=3` },
    { name: "shared-balloon", path: `${first.shared}?page=3`, act: opened("text") },
    { name: "shared-ended", path: first.ended },
  ];
}

/** The studio does not answer any more, and the page notices. */
async function loseStudio(page: Page): Promise<void> {
  await page.context().setOffline(true);
  await page.waitForTimeout(3_000);
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
    const [shared, ended] = [await shareOf(ask, comic), await shareOf(ask, comic)];
    await ask(`/comics/${comic}/shares/${ended.id}`, "DELETE");
    shown.push({ id: book.id, comic, shared: shared.path, ended: ended.path });
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

/** A new link to a comic, as a path of the studio. */
async function shareOf(ask: Ask, comic: string): Promise<{ id: string; path: string }> {
  const { id, link } = (await ask(`/comics/${comic}/shares`, "POST", {})) as { id: string; link: string };
  return { id, path: new URL(link).pathname };
}

/** The account of who sits at the machine, what whoever runs the studio sees, and what nobody in particular does. */
const accountScreens: readonly Screen[] = [
  { name: "settings-security", path: "/settings/security" },
  { name: "settings-data", path: "/settings/data" },
  {
    name: "account-menu",
    path: "/settings/data",
    act: (page) => page.locator("header button[popovertarget]").last().click(),
  },
  { name: "admin", path: "/admin" },
  ...["jobs", "storage", "health", "errors", "audit", "mail"].map((tab) => ({
    name: `admin-${tab}`,
    path: `/admin/${tab}`,
  })),
  ...Object.entries({
    "sign-in": "/sign-in",
    "sign-in-over": "/sign-in?error=link-ended",
    "sign-up": "/sign-up?invitation=one",
    "forgot-password": "/forgot-password",
    "reset-password": "/reset-password?token=one",
  }).map(([name, path]) => ({ name, path, act: (page: Page) => openSignedOut(page, path) })),
];

/** The page as somebody sees it who has not signed in. */
async function openSignedOut(page: Page, path: string): Promise<void> {
  await page.route("**/api/me", (route) =>
    route.fulfill({
      status: 401,
      contentType: "application/problem+json",
      body: JSON.stringify({ status: 401, code: "sign-in-needed", title: "Sign in first", fix: "Sign in." }),
    }),
  );
  await page.goto(new URL(path, page.url()).href, { waitUntil: "networkidle" });
  await page.unroute("**/api/me");
}
