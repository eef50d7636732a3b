import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { JobView } from "../../src/features/jobs/schema.ts";
import { browserPath, newPage, startStudio, type TestStudio } from "./book-studio.ts";
import { askOf, beginComic, finished } from "./reader-studio.ts";
import { openTwoVersions } from "./two-versions.ts";

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

  it("changes to another version of its pages whole: an open page goes on with its own files, the next one has only new ones", async () => {
    const versions = await openTwoVersions(studio.address);
    const open = await newPage(browser, studio, { baseURL: versions.address, serviceWorkers: "allow" });
    const loaded = (of: Page): Promise<string[]> =>
      of.evaluate<string[]>(
        "performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname).filter((path) => path.startsWith('/assets/'))",
      );
    const kept = (): Promise<[string, number][]> =>
      open.evaluate<[string, number][]>(`(async () => {
        const all = [];
        for (const name of (await caches.keys()).filter((each) => each.startsWith("fabula-shell-")))
          all.push([name, (await (await caches.open(name)).keys()).length]);
        return all;
      })()`);
    try {
      await open.goto("/library");
      await open.evaluate("navigator.serviceWorker.ready.then(() => true)");
      await open.getByRole("heading", { level: 1 }).waitFor();
      const [before] = await kept();
      expect(before?.[1]).toBeGreaterThan(10);

      versions.change();
      await open.evaluate("navigator.serviceWorker.ready.then((it) => it.update()).then(() => true)");
      await expect
        .poll(async () => (await kept()).map(([, count]) => count), { timeout: 30_000 })
        .toEqual([before?.[1], before?.[1]]);
      await expect
        .poll(() => open.evaluate("navigator.serviceWorker.ready.then(({ active }) => active.state)"), {
          timeout: 10_000,
        })
        .toBe("activated");
      // What the open page has not loaded yet is no longer on the server.
      await open.getByRole("link", { name: "Settings" }).click();
      await open.getByRole("heading", { name: "Profile" }).waitFor();
      const old = await loaded(open);
      expect(old.length).toBeGreaterThan(0);
      expect(old.filter(versions.isOther)).toEqual([]);

      await open.reload();
      await open.getByRole("heading", { name: "Profile" }).waitFor();
      const fresh = await loaded(open);
      expect(fresh.length).toBeGreaterThan(0);
      expect(fresh.filter((path) => !versions.isOther(path))).toEqual([]);
    } finally {
      await open.context().close();
      versions.stop();
    }
  }, 90_000);
});

/** Whether the page that is shown has ink on it, and is not an empty picture. */
const isPainted = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>(`(() => {
    const image = document.querySelector("img[data-loaded=true]");
    return image !== null && image.complete && image.naturalWidth > 600;
  })()`);
