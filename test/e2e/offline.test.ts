import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { JobView } from "../../src/features/jobs/schema.ts";
import { browserPath, newPage, startStudio, type TestStudio } from "./book-studio.ts";
import { askOf, beginComic, finished } from "./reader-studio.ts";

/** Some pages are drawn within; a machine that does much else besides is slow. */
const drawingTime = 240_000;

describe.skipIf(browserPath === null)("the studio without its server", () => {
  let studio: TestStudio;
  let browser: Browser;
  let page: Page;
  let book: string;
  let comic: JobView;

  beforeAll(async () => {
    studio = await startStudio();
    browser = await chromium.launch({ ...(browserPath && { executablePath: browserPath }), args: ["--no-sandbox"] });
    page = await newPage(browser, studio, { serviceWorkers: "allow" });
    const ask = askOf(() => studio.address);
    comic = await finished(ask, (await beginComic(ask, "english", { pace: "digest" })).id);
    book = comic.bookId ?? "";
  }, drawingTime + 60_000);

  afterAll(async () => {
    await browser?.close();
    await studio?.stop();
  }, 30_000);

  it("shows its pages, the shelf as it was, and the comics that are kept; and goes on when the server is back", async () => {
    await page.goto("/library");
    await page.evaluate("navigator.serviceWorker.ready.then(() => true)");
    await page.reload();
    await page
      .getByRole("link", { name: /Captain Farrow/ })
      .first()
      .waitFor();
    await page.goto(`/books/${book}/comic`);
    await page.getByRole("button", { name: "More to do with this comic" }).click();
    await page.getByRole("menuitem", { name: "Keep offline" }).click();
    const kept = page.getByText(/Kept in this browser \([\d.]+ [kM]B\)/);
    await kept.waitFor();
    await studio.kill();

    await page.goto("/library");
    await page.getByText("The studio does not answer.", { exact: false }).waitFor();
    await page.getByRole("img").first().waitFor();
    expect(await page.getByRole("button", { name: "Add books", exact: true }).count()).toBe(0);
    await page.getByRole("heading", { name: "To be read without the studio" }).waitFor();
    await page.getByRole("link", { name: /\d+ pages, / }).click();
    await page.waitForURL(`**/comics/${comic.id}**`);
    for (const turn of [1, 2, 3]) {
      const picture = page.locator("img[data-loaded=true]").first();
      await picture.waitFor();
      expect([turn, await isPainted(page)]).toEqual([turn, true]);
      await page.keyboard.press("ArrowRight");
    }
    await page.reload();
    await page.locator("img[data-loaded=true]").first().waitFor();

    await studio.goOn();
    await page.goto("/library");
    await page.getByRole("button", { name: "Add books", exact: true }).waitFor();
    await expect.poll(() => page.getByText("The studio does not answer.", { exact: false }).count()).toBe(0);
    await page.request.patch(`/api/books/${book}`, { data: { title: "Another Name" } });
    await page.reload();
    await page
      .getByRole("link", { name: /Another Name/ })
      .first()
      .waitFor();
  }, 120_000);

  it("keeps nothing of the interface but pictures, pages and lists", async () => {
    await page.goto(`/books/${book}/cast`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    const names = await page.evaluate<string[]>(`(async () => {
      const all = [];
      for (const name of await caches.keys())
        for (const { url } of await (await caches.open(name)).keys()) all.push(new URL(url).pathname);
      return all.filter((path) => path.startsWith("/api/"));
    })()`);
    expect(names.length).toBeGreaterThan(0);
    const may =
      /^\/api\/(?:books(?:\/[\w-]+(?:\/comics|\/cover)?)?|comics\/[\w-]+(?:\/pages\/\d+\/picture|\/people\/[\w-]+\/portrait)?)$/;
    expect(names.filter((path) => !may.test(path))).toEqual([]);
  });

  it("gives a comic up again, and with the person everything that was kept", async () => {
    await page.goto(`/books/${book}/comic`);
    await page.getByText(/Kept in this browser/).waitFor();
    await page.getByRole("button", { name: "More to do with this comic" }).click();
    await page.getByRole("menuitem", { name: "No longer keep offline" }).click();
    await expect.poll(() => page.getByText(/Kept in this browser/).count()).toBe(0);
    const caches = () => page.evaluate<string[]>("caches.keys()");
    expect((await caches()).filter((name) => name.includes("-kept-"))).toEqual([]);
    expect((await caches()).filter((name) => name.startsWith("fabula-person-")).length).toBeGreaterThan(0);
    await page.context().route("**/api/auth/sign-out", (route) => route.fulfill({ status: 200, json: {} }));
    await page.evaluate("fetch('/api/auth/sign-out', { method: 'POST' }).then(({ status }) => status)");
    await expect.poll(async () => (await caches()).filter((name) => name.startsWith("fabula-person-"))).toEqual([]);
    expect((await caches()).some((name) => name.startsWith("fabula-shell-"))).toBe(true);
  });

  it("changes to another version of its pages whole", async () => {
    await page.goto("/library");
    const shells = () =>
      page.evaluate<string[]>(
        "caches.keys().then((names) => names.filter((name) => name.startsWith('fabula-shell-')))",
      );
    const [before] = await shells();
    expect(before).toBeDefined();
    const files = await page.evaluate<[string, string[]][]>(`(async () => {
      const all = [];
      for (const name of (await caches.keys()).filter((each) => each.startsWith("fabula-shell-"))) {
        const shell = await caches.open(name);
        const text = await (await shell.match("/index.html")).text();
        const named = [...text.matchAll(/(?:src|href)="(\\/assets\\/[^"]+)"/g)].map((found) => found[1]);
        const missing = [];
        for (const file of named) if (!(await shell.match(file))) missing.push(file);
        all.push([name, named.length === 0 ? ["nothing is named"] : missing]);
      }
      return all;
    })()`);
    expect(files).toEqual([[before, []]]);
  });
});

/** Whether the page that is shown has ink on it, and is not an empty picture. */
const isPainted = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>(`(() => {
    const image = document.querySelector("img[data-loaded=true]");
    return image !== null && image.complete && image.naturalWidth > 600;
  })()`);
