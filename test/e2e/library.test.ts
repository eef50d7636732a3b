import { readFileSync } from "node:fs";
import type { BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { seriousFindings } from "./serious-findings.ts";
import { chromiumPath, openStudio, type StudioBrowser } from "./studio-browser.ts";

const sample = { name: "farrow.epub", mimeType: "application/epub+zip", buffer: readFileSync("samples/english.epub") };
const text = (name: string, words: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(words) });
const door = text(
  "The Open Door.txt",
  "Chapter 1\n\nThe rain had stopped, and Ada opened the door.\n\n“Who is there?” she asked.\n",
);
const broken = {
  name: "holiday.bin",
  mimeType: "application/octet-stream",
  buffer: Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]),
};

describe.skipIf(chromiumPath === null)("the library in the browser", () => {
  let studio: StudioBrowser;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    studio = await openStudio();
  }, 60_000);
  afterAll(() => studio?.stop());
  beforeEach(async () => {
    context = await studio.browser.newContext({
      // What is asked goes to the studio itself.
      serviceWorkers: "block",
      viewport: { width: 1280, height: 800 },
      locale: "en-GB",
      reducedMotion: "reduce",
    });
    context.setDefaultTimeout(8_000);
    page = await context.newPage();
  });
  afterEach(() => context.close());

  const open = (path: string) => page.goto(studio.address + path);
  const titled = (title: string): Locator => page.locator("[data-index]", { hasText: title });
  const fileField = (): Locator => page.locator("input[type=file]").first();
  const dock = (): Locator => page.getByRole("complementary");

  it("asks one question at the first visit, and puts nothing on a shelf that was to be empty", async () => {
    await open("/");
    await page.getByRole("heading", { name: "What brings you?" }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole("button", { name: /I want to make a comic.*Out of a book of yours\.$/s }).click();
    await page.waitForURL(/\/library/);
    await page.getByRole("heading", { name: "Your shelf is empty" }).waitFor();
    expect(await studio.ask("/books")).toMatchObject({ items: [] });
    await page.getByRole("button", { name: "The English sample" }).click();
    await titled("The Late Captain Farrow").waitFor();
    await page.getByRole("button", { name: "Add books: More" }).click();
    await page.getByRole("menuitem", { name: "The Japanese sample" }).click();
    await titled("The Late Captain Farrow").waitFor();
    await titled("目のない龍").waitFor();
    await open("/");
    await page.getByRole("heading", { name: "What shall become a comic today?" }).waitFor();
    expect(await page.getByRole("heading", { name: "What brings you?" }).count()).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it("shows what was recognised of a new book, corrects it, and takes the correction back", async () => {
    await open("/library");
    await fileField().setInputFiles([door]);
    await dock().getByRole("link", { name: "The Open Door" }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await dock()
      .getByRole("button", { name: /^Correct/ })
      .click();
    const form = page.getByRole("dialog");
    await form.getByLabel("Title").fill("The Closed Door");
    await form.getByLabel("Author").fill("A. Holm");
    await form.getByLabel("Series").fill("Doors");
    await form.getByLabel("Number").fill("2");
    expect(await seriousFindings(page)).toEqual([]);
    await form.getByRole("button", { name: "Save" }).click();
    await titled("The Closed Door").getByText("A. Holm").waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await titled("The Open Door").getByText("Author unknown").waitFor();
  });

  it("tells on the shelf how far a comic is, and when one has ended that was made elsewhere", async () => {
    await open("/library");
    await titled("The Late Captain Farrow").waitFor();
    const books = z.object({ items: z.array(z.object({ id: z.string(), title: z.string() })) });
    const book = books.parse(await studio.ask("/books")).items.find(({ title }) => title === "The Late Captain Farrow");
    const made = await studio.ask(`/books/${book?.id}/comics`, "POST", { pace: "digest" });
    await page.reload();
    const badge = titled("The Late Captain Farrow").getByText(/^Comic \d/);
    await badge.waitFor();
    await page.getByRole("button", { name: /^1 comic is being made/ }).waitFor();
    await studio.ask(`/jobs/${z.object({ id: z.string() }).parse(made).id}/cancel`, "POST");
    await badge.waitFor({ state: "detached" });
    expect(
      await titled("The Late Captain Farrow")
        .getByText(/^Comic/)
        .count(),
    ).toBe(0);
  });

  it("takes many files at once and says in words which of them is no book", async () => {
    await open("/library");
    await fileField().setInputFiles([
      sample,
      broken,
      text("Third.txt", "One more evening.\n\nAnd one more morning.\n"),
    ]);
    await dock().getByText("This is not a book that Fabula can read").waitFor();
    await dock().getByText("Fabula reads EPUB").waitFor();
    expect(await dock().getByRole("button", { name: "Try again" }).count()).toBe(0);
    await dock().getByText("Was on the shelf already").waitFor();
    await dock().getByRole("link", { name: "Third" }).waitFor();
    await dock().getByRole("button", { name: "Hide the list" }).click();
    expect(await dock().count()).toBe(0);
  });

  it("takes a file that is dropped anywhere on any page", async () => {
    await open("/settings");
    await page.getByRole("heading", { name: "Settings" }).waitFor();
    const drag = await page.evaluateHandle(() => {
      const data = new DataTransfer();
      data.items.add(
        new File(["It was dropped from above.\n\nNobody saw it fall.\n"], "Dropped.txt", { type: "text/plain" }),
      );
      return data;
    });
    await page.dispatchEvent("body", "dragenter", { dataTransfer: drag });
    await page.getByText("Let go to put it on the shelf").waitFor();
    await page.dispatchEvent("body", "drop", { dataTransfer: drag });
    await dock().getByRole("link", { name: "Dropped" }).waitFor();
    expect(await page.getByText("Let go to put it on the shelf").count()).toBe(0);
  });

  it("makes a book of a pasted text", async () => {
    await open("/");
    await page.getByRole("button", { name: "Paste a text" }).click();
    const form = page.getByRole("dialog");
    await form.getByLabel("Text").fill("Morning came.\n\n“At last,” said Ida.\n");
    await form.getByRole("button", { name: "Put it on the shelf" }).click();
    await form.getByText("A book needs a title.").waitFor();
    await form.getByLabel("Title").fill("Morning");
    await form.getByRole("button", { name: "Put it on the shelf" }).click();
    await dock().getByRole("link", { name: "Morning" }).waitFor();
  });

  it("searches, sorts and filters by the address, which can be reloaded", async () => {
    await open("/library");
    await titled("目のない龍").waitFor();
    await page.getByRole("searchbox", { name: "Search the library" }).fill("farrow");
    await page.waitForURL(/q=farrow/);
    await titled("目のない龍").waitFor({ state: "detached" });
    await page.reload();
    await titled("The Late Captain Farrow").waitFor();
    expect(await page.locator("[data-index]").count()).toBe(1);
    await page.getByRole("searchbox", { name: "Search the library" }).fill("nothing like this");
    await page.getByRole("heading", { name: "No book fits" }).waitFor();
    await page.getByRole("main").getByRole("link", { name: "Clear search and filters" }).click();
    await page.getByLabel("Language").selectOption("ja");
    await page.waitForURL(/language=ja/);
    await expect.poll(() => page.locator("[data-index]").count()).toBe(1);
    await open("/library?sort=title&view=list");
    await titled("The Late Captain Farrow").waitFor();
    const titles = await page.locator("[data-index] a").allInnerTexts();
    expect(titles.length).toBeGreaterThan(3);
    expect(await seriousFindings(page)).toEqual([]);
  });

  it("puts chosen books into the trash, back by undoing, and back from the trash", async () => {
    await open("/library");
    await titled("Third").hover();
    await page.getByRole("checkbox", { name: "Choose “Third”" }).check();
    await page.getByRole("checkbox", { name: "Choose “Morning”" }).check();
    await page.getByRole("region", { name: "2 chosen" }).getByRole("button", { name: "To the trash" }).click();
    await titled("Third").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Undo" }).click();
    await titled("Third").waitFor();
    await page.getByRole("checkbox", { name: "Choose “Third”" }).check();
    await page.keyboard.press("Delete");
    await titled("Third").waitFor({ state: "detached" });
    await page.getByRole("navigation", { name: "Shelves" }).getByRole("link", { name: "Trash" }).click();
    await titled("Third").getByText("30 days left").waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Put back: Third" }).click();
    await page.getByRole("heading", { name: "The trash is empty" }).waitFor();
  });

  it("gives several books a tag at once, by which they are then found", async () => {
    await open("/library");
    await titled("Third").waitFor();
    await page.getByRole("button", { name: "Choose several" }).click();
    await page.getByRole("checkbox", { name: "Choose “Third”" }).check();
    await page.getByRole("checkbox", { name: "Choose “Morning”" }).check();
    await page.getByRole("button", { name: "Add a tag" }).click();
    await page.getByLabel("Name of the tag").fill("evening reading");
    await page.keyboard.press("Enter");
    await page.getByLabel("Tag", { exact: true }).selectOption("evening reading");
    await expect.poll(() => page.locator("[data-index]").count()).toBe(2);
  });

  it("is used by keys alone: help, sections, covers, search over everything", async () => {
    await open("/");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keyboard" }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", { name: "Keyboard" }).waitFor({ state: "detached" });
    await page.keyboard.press("g");
    await page.keyboard.press("l");
    await page.waitForURL(/\/library/);
    await page.locator("[data-index='0'] a").focus();
    await page.keyboard.press("ArrowRight");
    expect(await page.evaluate(() => document.activeElement?.closest("[data-index]")?.getAttribute("data-index"))).toBe(
      "1",
    );
    await page.keyboard.press("x");
    await page.getByRole("region", { name: "1 chosen" }).waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    const palette = page.getByRole("combobox", { name: "Search books and actions" });
    await palette.waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await palette.fill("captain");
    await page.getByRole("option", { name: /The Late Captain Farrow/ }).waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/books\/[0-9a-f-]{36}/);
  });

  it("speaks Japanese and goes dark at once, and still does after a reload", async () => {
    await open("/settings");
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByText("日本語").click();
    await page.getByRole("heading", { name: "設定" }).waitFor();
    await page.getByText("暗い", { exact: true }).click();
    await expect
      .poll(() => page.evaluate(() => getComputedStyle(document.body).backgroundColor))
      .toBe("rgb(21, 21, 27)");
    await page.reload();
    await page.getByRole("heading", { name: "設定" }).waitFor();
    expect(
      await page.evaluate(() => [document.documentElement.lang, getComputedStyle(document.body).backgroundColor]),
    ).toEqual(["ja", "rgb(21, 21, 27)"]);
    for (const path of ["/", "/library", "/settings"]) {
      await open(path);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.waitForLoadState("networkidle");
      expect(await seriousFindings(page), path).toEqual([]);
    }
    await studio.ask("/me/settings", "PATCH", { language: "auto", theme: "light" });
  });

  it("says that the studio does not answer, and goes on by itself when it does", async () => {
    await open("/library");
    await titled("Third").waitFor();
    await context.setOffline(true);
    await page.getByText("The studio does not answer.").waitFor();
    await titled("Third").waitFor();
    await context.setOffline(false);
    await page.getByText("The studio does not answer.").waitFor({ state: "detached" });
  });

  it("has no dead end at an address that leads nowhere", async () => {
    await open("/nowhere/at/all");
    await page.getByRole("link", { name: "To the library" }).click();
    await page.getByRole("heading", { name: "Library" }).waitFor();
  });

  it("draws only the covers in sight of ten thousand books", async () => {
    const [book] = ((await studio.ask("/books")) as { items: object[] }).items;
    await page.route(/\/api\/books\?/, (route) => {
      const from = Number(new URL(route.request().url()).searchParams.get("cursor") ?? 0);
      const items = Array.from({ length: 100 }, (_, i) => ({
        ...book,
        id: `00000000-0000-4000-8000-${String(from + i).padStart(12, "0")}`,
        title: `Volume ${from + i + 1}`,
      }));
      return route.fulfill({ json: { items, next: from + 100 < 10_000 ? String(from + 100) : null } });
    });
    await open("/library");
    await titled("Volume 1").first().waitFor();
    const end = Date.now() + 60_000;
    while (Date.now() < end && (await page.getByText("That is all: 10,000 books").count()) === 0) {
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await page.waitForTimeout(30);
    }
    await page.getByText("That is all: 10,000 books").waitFor();
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await titled("Volume 10000").waitFor();
    expect(await page.locator("[data-index]").count()).toBeLessThan(80);
  }, 90_000);

  it("fits a phone: nothing is wider than the screen, and the sections are below", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const path of ["/", "/library", "/library?view=list", "/library?shelf=trash", "/settings"]) {
      await open(path);
      await page.getByRole("heading").first().waitFor();
      await page.waitForLoadState("networkidle");
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
      const bar = await page.getByRole("navigation", { name: "Sections" }).boundingBox();
      expect(bar?.y, path).toBeGreaterThan(700);
      expect(await seriousFindings(page), path).toEqual([]);
    }
  });
});
