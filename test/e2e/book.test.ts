import { readFile } from "node:fs/promises";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addSample, browserPath, newPage, seriousFindings, startStudio, type TestStudio } from "./book-studio.ts";

/** Nineteen pages are drawn within; a machine that does much else besides is slow. */
const drawingTime = 240_000;

describe.skipIf(browserPath === null)("a book in the browser", () => {
  let studio: TestStudio;
  let browser: Browser;

  beforeAll(async () => {
    studio = await startStudio();
    browser = await chromium.launch({ ...(browserPath && { executablePath: browserPath }), args: ["--no-sandbox"] });
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await studio?.stop();
  }, 30_000);

  it(
    "becomes a comic that grows, waits, survives a reload, and is taken away and shared",
    { timeout: 2 * drawingTime },
    async () => {
      const page = await newPage(browser, studio);
      const id = await addSample(page, "english");
      await page.goto(`/books/${id}/comic`);
      await page.getByRole("link", { name: "Make a comic" }).last().click();
      await page.getByRole("img", { name: "The first page of the comic as it will be" }).waitFor();
      expect(await page.getByText("Pages", { exact: true }).locator("xpath=../dd").innerText()).toMatch(/^\d+$/);
      await page.getByRole("button", { name: "Start the comic" }).click();

      await page.waitForURL(`**/books/${id}/comic`);
      const pages = page.getByRole("list", { name: "Its pages" });
      await pages.getByRole("link").nth(1).waitFor({ timeout: drawingTime });
      await page.getByRole("button", { name: "Pause" }).click();
      await page.getByRole("button", { name: "Go on" }).waitFor();
      await page.getByRole("link", { name: /^The comic is paused: / }).waitFor();
      await page.getByRole("button", { name: /^Paused: / }).waitFor();
      await page.reload();
      await page.getByRole("button", { name: "Go on" }).waitFor();
      await pages.getByRole("link").nth(1).waitFor();
      expect(await pages.getByRole("img", { name: /not drawn yet/ }).count()).toBeGreaterThan(0);
      await page.getByRole("button", { name: "Go on" }).click();
      await page.getByText("Finished", { exact: true }).first().waitFor({ timeout: drawingTime });
      const undrawn = () => pages.getByRole("img", { name: /not drawn yet/ }).count();
      await expect.poll(undrawn, { timeout: 60_000 }).toBe(0);
      expect(await pages.getByRole("link").count()).toBeGreaterThan(10);

      await page.getByRole("link", { name: "Take it away" }).click();
      await downloadsCbz(page);
      await sharesAndRevokes(browser, studio, page);
      await meetsTheCast(page, id);
    },
  );

  it("is begun as a comic with the keyboard alone", { timeout: 90_000 }, async () => {
    const page = await newPage(browser, studio);
    const id = await addSample(page, "japanese");
    await page.goto(`/books/${id}/new`);
    await page.getByRole("button", { name: "Start the comic" }).waitFor();
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press("Tab");
      const name = await page.evaluate<string>("document.activeElement?.textContent ?? ''");
      if (name === "Comic") await page.keyboard.press("ArrowLeft");
      if (name.includes("Start the comic")) break;
    }
    await page.keyboard.press("Enter");
    await page.waitForURL(`**/books/${id}/comic`);
    await page.getByRole("heading", { name: /^Comic of / }).waitFor();
    await page.getByRole("button", { name: "More to do with this comic" }).click();
    await page.getByRole("menuitem", { name: "Stop for good" }).click();
    await page.getByText("The comic is stopped.").waitFor();
    await page.getByRole("article").getByRole("button", { name: "Undo" }).click();
    await page
      .getByRole("button", { name: "Pause" })
      .or(page.getByText("Finished", { exact: true }))
      .first()
      .waitFor();
  });

  it("goes on growing on the same page after the studio was killed", { timeout: drawingTime }, async () => {
    const page = await newPage(browser, studio);
    const id = await addSample(page, "english");
    const started = await page.request.post(`/api/books/${id}/comics`, { data: { pace: "digest", seed: 7 } });
    expect(started.status()).toBe(201);
    await page.goto(`/books/${id}/comic`);
    const comic = page.getByRole("article").first();
    await comic.getByRole("list", { name: "Its pages" }).getByRole("link").first().waitFor({ timeout: drawingTime });
    await studio.kill();
    await comic.getByText("No connection at the moment").waitFor();
    await studio.goOn();
    await comic.getByText("Finished", { exact: true }).first().waitFor({ timeout: drawingTime });
    expect(await comic.getByText("No connection at the moment").count()).toBe(0);
    const undrawn = () => comic.getByRole("img", { name: /not drawn yet/ }).count();
    await expect.poll(undrawn, { timeout: 60_000 }).toBe(0);
  });

  it("is corrected where its title stands, and the correction is taken back", { timeout: 60_000 }, async () => {
    const page = await newPage(browser, studio);
    const id = await addSample(page, "english");
    await page.goto(`/books/${id}/read`);
    const title = page.getByRole("heading", { level: 1 });
    await title.getByRole("button").click();
    await page.keyboard.type("The Early Captain Farrow");
    await page.keyboard.press("Enter");
    await page.getByRole("status").getByText("Corrected").waitFor();
    await page.reload();
    await title.getByText("The Early Captain Farrow").waitFor();
    await title.getByRole("button").click();
    await page.keyboard.type("Another");
    await page.keyboard.press("Escape");
    await title.getByText("The Early Captain Farrow").waitFor();
    await title.getByRole("button").click();
    await page.keyboard.type("The Late Captain Farrow");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Undo" }).click();
    await title.getByText("The Early Captain Farrow").waitFor();
  });

  it("keeps the place to which its text is read, and goes on there", { timeout: 60_000 }, async () => {
    const page = await newPage(browser, studio);
    const id = await addSample(page, "english");
    await page.goto(`/books/${id}/read`);
    await page.getByRole("heading", { name: /Nineteen Letters/ }).waitFor();
    await page.locator("body").click({ position: { x: 640, y: 790 } });
    await page.keyboard.press("n");
    await page.getByRole("heading", { name: /Forty-Eight Plates/ }).waitFor();
    const kept = page.waitForResponse((response) => response.url().endsWith("/progress"));
    await page
      .locator("article p")
      .nth(12)
      .evaluate((paragraph) => paragraph.scrollIntoView({ block: "start" }));
    expect((await kept).status()).toBe(204);
    await page.goto(`/books/${id}/read`);
    await page.getByRole("heading", { name: /Forty-Eight Plates/ }).waitFor();
    await expect.poll(() => page.evaluate<number>("scrollY")).toBeGreaterThan(200);
  });

  it("is set in columns where it is Japanese, and in lines for who likes that", { timeout: 60_000 }, async () => {
    const page = await newPage(browser, studio);
    const id = await addSample(page, "japanese");
    await page.goto(`/books/${id}/read`);
    const writing = () => page.evaluate<string>("getComputedStyle(document.querySelector('article')).writingMode");
    await page.getByRole("heading", { name: /杭どろぼう/ }).waitFor();
    expect(await writing()).toBe("vertical-rl");
    expect(await page.locator("article ruby rt").first().innerText()).toBe("かざこし");
    await page.getByRole("button", { name: "Text and page" }).click();
    await page.getByText("Horizontal", { exact: true }).click();
    expect(await writing()).toBe("horizontal-tb");
  });

  it("has nothing on its pages that keeps somebody from using them", { timeout: 120_000 }, async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      const page = await newPage(browser, studio, { colorScheme });
      const id = await addSample(page, "english");
      for (const place of ["read", "comic", "cast", "files", "new"]) {
        await page.goto(`/books/${id}/${place}`);
        await page.getByRole("heading", { level: 1 }).waitFor();
        await page.waitForLoadState("networkidle");
        expect([place, await seriousFindings(page)]).toEqual([place, []]);
      }
      await page.context().close();
    }
  });
});

async function downloadsCbz(page: Page): Promise<void> {
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download the CBZ" }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/\.cbz$/);
  const bytes = await readFile(await download.path());
  expect(bytes.subarray(0, 4).toString("latin1")).toBe("PK\u0003\u0004");
  expect(bytes.length).toBeGreaterThan(100_000);
}

/** Whoever has the link reads the comic, until it is ended. */
async function sharesAndRevokes(browser: Browser, studio: TestStudio, page: Page): Promise<void> {
  await page.getByRole("button", { name: "Make a link" }).click();
  const link = await page.locator("code").innerText();
  const guest = await newPage(browser, studio);
  const shared = link.replace("/s/", "/api/shared/");
  expect((await guest.request.get(shared)).status()).toBe(200);
  await guest.goto(link);
  await guest.getByRole("img").first().waitFor();
  await page.getByRole("button", { name: "End this link" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "End this link" }).click();
  await expect.poll(async () => (await guest.request.get(shared)).status(), { timeout: 15_000 }).toBe(410);
  await page.getByText(/since \d/).waitFor();
  await guest.context().close();
}

/** Nobody is told of who was not met yet, until it is asked for; and what is told is proven in the text. */
async function meetsTheCast(page: Page, id: string): Promise<void> {
  await page.goto(`/books/${id}/cast`);
  await page.getByText("8 people you have not met yet", { exact: true }).waitFor();
  expect(await page.getByRole("heading", { name: "Hester Vane" }).count()).toBe(0);
  await page.getByRole("button", { name: "Show everything" }).click();
  await page.getByRole("heading", { name: "Hester Vane" }).waitFor();
  await page.getByText("Everything is shown", { exact: true }).waitFor();
  expect(await page.getByText("those you have met as far as you have read").count()).toBe(0);
  await page.getByRole("link", { name: "a gap in her front teeth" }).click();
  await page.waitForURL("**/read?at=*");
  await page.locator("mark").first().waitFor();
  expect(await page.locator("mark").allInnerTexts()).toEqual(["a gap in her front teeth"]);
}
