import type { Page } from "playwright-core";
import type { Screen, ShownBook } from "./studio-screens.ts";

/** The states of screens that one does not come to by an address: what comes by itself, what grows, what fails, what is shown only once. */
export function stateScreens({ id, comic }: ShownBook): Screen[] {
  const growing = { before: (page: Page) => answerWith(page, "**/api/jobs?open=true*", { items: [job(id, comic)] }) };
  return [
    { name: "add-menu", path: "/library", act: openAddMenu },
    {
      name: "watched",
      path: "/library",
      async act(page) {
        await openAddMenu(page);
        await page.getByRole("menuitem", { name: /Watched folder|見張っている/ }).click();
        await page.getByRole("dialog").waitFor();
      },
    },
    { name: "growing-today", path: "/", ...growing },
    {
      name: "growing-header",
      path: "/library",
      ...growing,
      act: (page) => page.locator("header button[popovertarget]").first().click(),
    },
    { name: "library-failed", path: "/library", before: (page) => refuse(page, "**/api/books?*"), act: untilTold },
    {
      name: "book-failed",
      path: `/books/${id}/read`,
      before: (page) => refuse(page, `**/api/books/${id}`),
      act: untilTold,
    },
    {
      name: "reader-failed",
      path: `/comics/${comic}`,
      before: (page) => refuse(page, `**/api/comics/${comic}`),
      act: untilTold,
    },
    {
      name: "token-made",
      path: "/settings/security",
      isWhole: true,
      async act(page) {
        const form = page.locator("form", { has: page.locator("select") }).last();
        await form.locator("input").first().fill("Backup");
        await form.locator("button[type=submit]").click();
        await page.locator("code").scrollIntoViewIfNeeded();
      },
    },
    {
      name: "link-made",
      path: `/books/${id}/files`,
      isWhole: true,
      async act(page) {
        await page.locator("form button[type=submit]").click();
        await page.locator("code").scrollIntoViewIfNeeded();
      },
    },
    {
      name: "name-missing",
      path: "/settings",
      act: (page) => page.locator("main form input").first().fill(""),
    },
    {
      name: "quota",
      path: "/admin",
      async act(page) {
        await page.locator("main button[aria-haspopup=menu]").first().click();
        await page.getByRole("menuitem").first().click();
        await page.getByRole("dialog").waitFor();
      },
    },
    ...["settings", "settings/data"].map((path) => ({
      name: `${path.replace("/", "-")}-whole`,
      path: `/${path}`,
      isWhole: true,
    })),
    ...["new", "cast", "files"].map((tab) => ({ name: `${tab}-whole`, path: `/books/${id}/${tab}`, isWhole: true })),
  ];
}

/** A job in the midst of its pages, as the studio tells it. */
const job = (bookId: string, id: string) => ({
  id,
  bookId,
  name: "The Late Captain Farrow",
  status: "processing",
  step: null,
  percent: 40,
  pagesDone: 6,
  pagesTotal: 15,
  secondsLeft: 95,
  error: null,
  createdAt: "2026-11-22T12:00:00.000Z",
  startedAt: "2026-11-22T12:00:00.000Z",
  completedAt: null,
});

const openAddMenu = (page: Page): Promise<void> => page.locator("main button[aria-haspopup=menu]").first().click();

async function answerWith(page: Page, address: string, json: object): Promise<void> {
  await page.route(address, (route) => route.fulfill({ json: { next: null, ...json } }));
}

/** The studio’s database does not answer. */
async function refuse(page: Page, address: string): Promise<void> {
  const problem = {
    status: 503,
    code: "database-unreachable",
    title: "The database cannot be reached",
    fix: "Look whether it runs, and try again.",
  };
  await page.route(address, (route) =>
    route.fulfill({ status: 503, contentType: "application/problem+json", body: JSON.stringify(problem) }),
  );
}

/** A page asks more than once before it tells that something failed. */
const untilTold = (page: Page): Promise<void> =>
  page
    .getByRole("button", { name: /Try again|もう一度/ })
    .first()
    .waitFor();
