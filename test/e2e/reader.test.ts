import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { focusOf } from "../../src/features/comics/web/reader/camera.ts";
import { knownBy } from "../../src/features/comics/web/reader/known-person.ts";
import { readUpTo } from "../../src/features/comics/web/reader/page-things.ts";
import type { ComicView, PageGeometry } from "../../src/features/comics/schema.ts";
import type { JobView } from "../../src/features/jobs/schema.ts";
import type { BookDetail, CastView } from "../../src/features/library/schema.ts";
import type { Passage } from "../../src/web/studio/api/books.ts";
import type { Share } from "../../src/web/studio/api/comics.ts";
import { askOf, beginComic, finished } from "./reader-studio.ts";
import { seriousFindings } from "./serious-findings.ts";
import { chromiumPath, openStudio, type StudioBrowser } from "./studio-browser.ts";

const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
/** Other suites may keep the machine busy. */
const eventually = { timeout: 10_000 };
const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };
let studio: StudioBrowser;
const ask = askOf(() => studio.address);
let browser: Browser;
let english: JobView;
let japanese: JobView;

/** A comic in a window of its own, at a page. */
async function read(comic: JobView, at: number | null, options: BrowserContextOptions = desktop): Promise<Page> {
  const context = await browser.newContext({ locale: "en-GB", serviceWorkers: "block", ...options });
  const page = await context.newPage();
  await page.goto(`${studio.address}/comics/${comic.id}${at === null ? "" : `?page=${at}`}`);
  await picture(page).waitFor();
  return page;
}

const picture = (page: Page) => page.locator("[data-seen=true] figure img[data-loaded=true]").first();
const seen = (page: Page) => page.locator("[data-seen=true] figure");
const atPage = (page: Page, number: number) =>
  page.waitForURL((url) => url.searchParams.get("page") === String(number));
const card = (page: Page) => page.getByRole("dialog");
const geometryOf = (comic: JobView, page: number) => ask<PageGeometry>(`/comics/${comic.id}/pages/${page}`);

/** The middle of a thing on the page that is seen, in the window. */
async function middleOf(page: Page, kind: "text" | "face", index: number): Promise<{ x: number; y: number }> {
  const box = await page.locator(`[data-seen=true] button[data-kind=${kind}]`).nth(index).boundingBox();
  if (box === null) throw new Error("it is not on the page");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

describe.skipIf(chromiumPath === null)(
  "the reader of comics, in Chromium (skipped where there is none)",
  { timeout: 60_000 },
  () => {
    beforeAll(async () => {
      studio = await openStudio();
      ({ browser } = studio);
      english = await beginComic(ask, "english", { chapters: { from: 1, to: 2 } });
      japanese = await beginComic(ask, "japanese", { chapters: { from: 1, to: 2 } });
      await Promise.all([finished(ask, english.id), finished(ask, japanese.id)]);
    }, 180_000);

    // What one test has chosen is kept for the person, and not for the next test.
    beforeEach(() => ask("/me/settings", "PATCH", { readingMode: "single" }));

    afterAll(async () => {
      await studio?.stop();
    });

    it("turns the pages of a left-to-right comic with the right arrow, the bar and a click at the right", async () => {
      const page = await read(english, 1);
      await page.keyboard.press("ArrowRight");
      await atPage(page, 2);
      await page.keyboard.press("ArrowLeft");
      await atPage(page, 1);
      await page.getByRole("button", { name: "Next page" }).focus();
      await page.keyboard.press("Enter");
      await atPage(page, 2);
      await page.mouse.click(1200, 400);
      await atPage(page, 3);
      await page.context().close();
    });

    it("turns the pages of a right-to-left comic with the left arrow and a click at the left", async () => {
      const page = await read(japanese, 1);
      await page.keyboard.press("ArrowLeft");
      await atPage(page, 2);
      await page.mouse.click(80, 400);
      await atPage(page, 3);
      await page.keyboard.press("ArrowRight");
      await atPage(page, 2);
      await page.context().close();
    });

    it("shows two facing pages in the direction of reading, the cover alone", async () => {
      const page = await read(japanese, 0);
      await page.getByRole("button", { name: "Two pages" }).click();
      expect(await seen(page).count()).toBe(1);
      await page.keyboard.press("ArrowLeft");
      await page.keyboard.press("ArrowLeft");
      await expect
        .poll(() => seen(page).evaluateAll((all) => all.map((each) => each.dataset["number"])), eventually)
        .toEqual(["2", "3"]);
      const [first, second] = await Promise.all([seen(page).first().boundingBox(), seen(page).last().boundingBox()]);
      expect(first?.x ?? 0).toBeGreaterThan(second?.x ?? Infinity);
      await page.getByRole("button", { name: "One page" }).click({ force: true });
      await page.context().close();
    });

    it("goes from panel to panel in the order of the story, each in the middle of the window", async () => {
      const geometry = await geometryOf(english, 2);
      const page = await read(english, 2);
      await page.keyboard.press("g");
      for (const index of geometry.panels.keys()) {
        await expect.poll(() => seen(page).getAttribute("data-panel"), eventually).toBe(String(index));
        const focus = focusOf(geometry, index);
        const middle = {
          x: (focus.x + focus.width / 2) / geometry.width,
          y: (focus.y + focus.height / 2) / geometry.height,
        };
        const away = async (): Promise<number> => {
          const box = await seen(page).boundingBox();
          if (box === null) return Infinity;
          return Math.hypot(box.x + middle.x * box.width - 640, box.y + middle.y * box.height - 400);
        };
        await expect.poll(away, eventually).toBeLessThan(3);
        await page.keyboard.press("ArrowRight");
      }
      await atPage(page, 3);
      await page.keyboard.press("ArrowLeft");
      await expect
        .poll(() => seen(page).getAttribute("data-panel"), eventually)
        .toBe(String(geometry.panels.length - 1));
      await page.keyboard.press("Escape");
      await expect.poll(() => seen(page).getAttribute("data-panel"), eventually).toBeNull();
      await page.context().close();
    });

    it("leads a finger out of the panels, where a tap anywhere goes on", async () => {
      const page = await read(english, 2, phone);
      await page.getByRole("button", { name: "Panel by panel" }).tap();
      await expect.poll(() => seen(page).getAttribute("data-panel"), eventually).toBe("0");
      await page.touchscreen.tap(195, 420);
      await expect.poll(() => seen(page).getAttribute("data-panel"), eventually).toBe("1");
      const out = page.getByRole("button", { name: "Whole page" });
      const place = await out.boundingBox();
      expect([place?.width, place?.height]).toEqual([44, 44]);
      await out.tap();
      await expect.poll(() => seen(page).getAttribute("data-panel"), eventually).toBeNull();
      expect(await out.count()).toBe(0);
      await page.getByRole("link", { name: "Back to the book" }).tap();
      await page.waitForURL(/\/books\//);
      await page.context().close();
    });

    it("begins a comic again that was read to its end, and does not say that it is to be continued", async () => {
      const page = await read(english, 1);
      const kept = page.waitForResponse(
        (answer) =>
          answer.url().endsWith("/progress") &&
          answer.status() === 204 &&
          (answer.request().postData() ?? "").includes('"percent":100'),
      );
      await page.keyboard.press("End");
      await kept;
      const { bookId } = await ask<ComicView>(`/comics/${english.id}`);
      await page.goto(`${studio.address}/`);
      await page.getByRole("link", { name: "The Late Captain Farrow" }).first().waitFor();
      expect(await page.getByRole("link", { name: /^Continue The Late/ }).count()).toBe(0);
      await page.goto(`${studio.address}/books/${bookId}/comic`);
      await page.getByRole("link", { name: "Read the comic" }).first().click();
      await atPage(page, 0);
      await page.context().close();
    });

    it("opens a comic where it was left, in another browser too", async () => {
      const page = await read(english, 1);
      const kept = page.waitForResponse((answer) => answer.url().endsWith("/progress") && answer.status() === 204);
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowRight");
      await atPage(page, 3);
      await kept;
      await page.context().close();
      const book = await ask<BookDetail>(`/books/${english.bookId}`);
      expect(book.progress).toMatchObject({ comicId: english.id, page: 3 });
      const again = await read(english, null);
      await atPage(again, 3);
      await again.reload();
      await atPage(again, 3);
      await again.context().close();
    });

    it("keeps the page when the window is closed at once", async () => {
      const page = await read(english, 1);
      await page.keyboard.press("ArrowRight");
      await atPage(page, 2);
      await page.close({ runBeforeUnload: true });
      const left = async () => (await ask<BookDetail>(`/books/${english.bookId}`)).progress?.page;
      await expect.poll(left, eventually).toBe(2);
    });

    it("shows the sentence in the book behind a balloon that is tapped, and the way there", async () => {
      const geometry = await geometryOf(english, 2);
      const text = geometry.panels.flatMap(({ texts }) => texts)[0];
      if (text === undefined) throw new Error("the page has no words");
      const page = await read(english, 2, phone);
      const at = await middleOf(page, "text", 0);
      await page.touchscreen.tap(at.x, at.y);
      const query = `start=${text.start}&end=${text.end}`;
      const { words } = await ask<Passage>(`/books/${english.bookId}/passage?${query}`);
      await expect.poll(() => card(page).locator("mark").textContent(), eventually).toBe(words);
      const link = card(page).getByRole("link", { name: "Read on in the book" });
      expect(await link.getAttribute("href")).toContain(`/books/${english.bookId}/read?at=`);
      expect(decodeURIComponent((await link.getAttribute("href")) ?? "")).toContain(`${text.start}-${text.end}`);
      await page.context().close();
    });

    it("says who somebody is only as far as one has read", async () => {
      const geometry = await geometryOf(english, 1);
      const face = geometry.panels.flatMap(({ faces }) => faces).find(({ name }) => name !== "");
      const cast = await ask<CastView>(`/books/${english.bookId}/cast`);
      const page = await read(english, 1);
      const at = await middleOf(page, "face", 0);
      await page.mouse.click(at.x, at.y);
      await expect.poll(() => card(page).getByRole("heading").textContent(), eventually).toBe(face?.name);
      const book = await ask<BookDetail>(`/books/${english.bookId}`);
      const known = knownBy(cast, face?.person ?? "", Math.max(readUpTo(geometry) ?? 0, book.progress?.offset ?? 0));
      await card(page).getByRole("link", { name: "Everyone in the book" }).waitFor();
      expect(await card(page).locator("li a").allTextContents()).toEqual(
        known.looks.map(({ evidence }) => evidence.text.trim()),
      );
      await page.context().close();
    });

    it("turns with a finger, and the page follows it", async () => {
      const page = await read(japanese, 2, phone);
      const client = await page.context().newCDPSession(page);
      const touch = (type: "touchStart" | "touchMove" | "touchEnd", x: number) =>
        client.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x, y: 780 }] });
      const before = await seen(page).boundingBox();
      await touch("touchStart", 120);
      for (let x = 130; x <= 260; x += 10) await touch("touchMove", x);
      const during = await page.locator("figure[data-number='2']").boundingBox();
      expect((during?.x ?? 0) - (before?.x ?? 0)).toBeGreaterThan(100);
      await touch("touchEnd", 260);
      // A finger to the right brings the next page of a right-to-left comic.
      await atPage(page, 3);
      await page.context().close();
    });

    it("comes nearer with two fingers and a double tap, and goes back to the whole page", async () => {
      const page = await read(english, 2, phone);
      const client = await page.context().newCDPSession(page);
      const wide = async () => (await seen(page).boundingBox())?.width ?? 0;
      const usual = await wide();
      const pinch = (type: "touchStart" | "touchMove" | "touchEnd", apart: number) =>
        client.send("Input.dispatchTouchEvent", {
          type,
          touchPoints: type === "touchEnd" ? [] : [-1, 1].map((way) => ({ x: 195 + (way * apart) / 2, y: 400 })),
        });
      await pinch("touchStart", 80);
      for (let apart = 90; apart <= 200; apart += 10) await pinch("touchMove", apart);
      await pinch("touchEnd", 0);
      await expect.poll(wide, eventually).toBeGreaterThan(usual * 1.8);
      await page.keyboard.press("0");
      await expect.poll(wide, eventually).toBeCloseTo(usual, 0);
      const tap = { touchStart: [{ x: 195, y: 500 }], touchEnd: [] };
      await Promise.all(
        (["touchStart", "touchEnd", "touchStart", "touchEnd"] as const).map((type) =>
          client.send("Input.dispatchTouchEvent", { type, touchPoints: tap[type] }),
        ),
      );
      await expect.poll(wide, eventually).toBeGreaterThan(usual * 1.8);
      await page.context().close();
    });

    it("can be used with the keyboard alone", async () => {
      const page = await read(english, 2);
      const first = page.locator("[data-seen=true] button[data-kind=text]").first();
      for (let tabs = 0; tabs < 30 && (await first.and(page.locator(":focus")).count()) === 0; tabs++)
        await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await card(page).locator("mark").waitFor();
      await page.keyboard.press("Escape");
      await expect.poll(() => first.and(page.locator(":focus")).count(), eventually).toBe(1);
      await page.keyboard.press("?");
      await page.getByRole("heading", { name: "Keys and gestures" }).waitFor();
      await page.keyboard.press("Escape");
      await page.keyboard.press("t");
      await page.getByRole("button", { name: "Page 4" }).focus();
      await page.keyboard.press("Enter");
      await atPage(page, 4);
      await page.keyboard.press("Home");
      await atPage(page, 0);
      await page.keyboard.press("End");
      await page.keyboard.press("ArrowRight");
      await page.getByRole("link", { name: "Take it with you" }).waitFor();
      await page.context().close();
    });

    it("tells the words of a page to those who do not see it, in reading order", async () => {
      const geometry = await geometryOf(english, 2);
      const page = await read(english, 2);
      const words = geometry.panels.flatMap(({ texts }) => texts.map((text) => text.words));
      await expect.poll(() => picture(page).getAttribute("alt"), eventually).toBe(`Page 2: ${words.join(" ")}`);
      await page.context().close();
    });

    it("scrolls as a strip, and knows the page", async () => {
      const page = await read(english, 1, phone);
      await page.getByRole("button", { name: "More" }).click();
      await page.getByRole("menuitemradio", { name: "One long strip" }).click();
      await page.locator("[data-place='1'] img").first().waitFor();
      await page.locator("[data-place='3']").evaluate((each) => each.scrollIntoView());
      await atPage(page, 3);
      await page.keyboard.press("d");
      await atPage(page, 3);
      await picture(page).waitFor();
      await page.context().close();
    });

    it("keeps seen pages readable when the studio does not answer, and says so", async () => {
      const page = await read(english, 2);
      await page.keyboard.press("ArrowRight");
      await picture(page).waitFor();
      await expect
        .poll(
          () =>
            page.evaluate<number>(
              `caches.keys()
                .then((names) => names.find((name) => name.endsWith("-seen-${english.id}")))
                .then((name) => (name === undefined ? 0 : caches.open(name).then((kept) => kept.keys()).then(({ length }) => length)))`,
            ),
          eventually,
        )
        .toBeGreaterThan(5);
      await page.context().setOffline(true);
      await page.keyboard.press("ArrowLeft");
      await expect
        .poll(() => picture(page).evaluate((each) => Number(Reflect.get(each, "naturalWidth"))), eventually)
        .toBeGreaterThan(1_000);
      const note = page.getByText("Pages that you have seen stay readable");
      await note.waitFor();
      await page.context().setOffline(false);
      await note.waitFor({ state: "detached" });
      await page.context().close();
    });

    it("tells of a picture that does not come, and fetches it when asked", async () => {
      const context = await browser.newContext({ locale: "en-GB", serviceWorkers: "block", ...desktop });
      const page = await context.newPage();
      await page.route(/pages\/2\/picture$/, (route) => route.abort());
      await page.goto(`${studio.address}/comics/${english.id}?page=2`);
      const alert = page.locator("[data-seen=true]").getByRole("alert");
      await alert.getByText("could not be loaded").waitFor();
      await page.unroute(/pages\/2\/picture$/);
      await alert.getByRole("button", { name: "Try again" }).click();
      await picture(page).waitFor();
      await context.close();
    });

    it("shows pages as they are drawn", async () => {
      const job = await beginComic(ask, "english", { chapters: { from: 3, to: 3 }, seed: 7 });
      const context = await browser.newContext({ locale: "en-GB", serviceWorkers: "block", ...desktop });
      const page = await context.newPage();
      await page.goto(`${studio.address}/comics/${job.id}`);
      await picture(page).waitFor({ timeout: 60_000 });
      await finished(ask, job.id);
      const { pages } = await ask<ComicView>(`/comics/${job.id}`);
      await expect
        .poll(() => page.getByRole("slider").getAttribute("max"), { timeout: 15_000 })
        .toBe(String(pages.length - 1));
      await context.close();
    }, 90_000);

    it("opens a shared comic without an account, and nothing once the link is withdrawn", async () => {
      const share = await ask<Share>(`/comics/${english.id}/shares`, "POST", { scope: "download", days: 7 });
      const context = await browser.newContext({ locale: "en-GB", serviceWorkers: "block", ...desktop });
      const page = await context.newPage();
      const link = new URL(share.link ?? "", studio.address);
      await page.goto(`${studio.address}${link.pathname}`);
      await picture(page).waitFor();
      expect(await page.getByRole("link", { name: "Back to the book" }).count()).toBe(0);
      await page.keyboard.press("End");
      await page.keyboard.press("ArrowRight");
      await page.getByRole("link", { name: /^Download CBZ/ }).waitFor();
      await ask(`/comics/${english.id}/shares/${share.id}`, "DELETE");
      await page.reload();
      await page.getByRole("heading", { name: "This link has ended" }).waitFor();
      expect((await fetch(`${studio.address}/api/shared/${link.pathname.split("/").at(-1)}`)).status).toBe(410);
      await page.goto(`${studio.address}/s/nothing-is-behind-this`);
      await page.getByRole("heading", { name: "This link leads nowhere" }).waitFor();
      await context.close();
    });

    it.each(["light", "dark"] as const)("has nothing that axe finds serious, %s", async (colorScheme) => {
      const page = await read(english, 2, { ...desktop, colorScheme });
      expect(await seriousFindings(page)).toEqual([]);
      const at = await middleOf(page, "face", 0);
      await page.mouse.click(at.x, at.y);
      await card(page).getByRole("link", { name: "Everyone in the book" }).waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await page.keyboard.press("t");
      await page.getByRole("heading", { name: "All pages" }).waitFor();
      expect(await seriousFindings(page)).toEqual([]);
      await page.context().close();
    });
  },
);
