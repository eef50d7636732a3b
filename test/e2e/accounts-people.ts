import type { Browser, BrowserContext, Page } from "playwright-core";

/** Somebody who uses the studio in these tests. */
export const ada = { name: "Ada Holm", email: "ada@example.org", password: "four small paper boats" };
export const ben = { name: "Ben Farrow", email: "ben@example.org", password: "a lantern in the window" };
export type TestPerson = typeof ada;

export const desk = { width: 1280, height: 800 };
export const phone = { width: 390, height: 844 };

/** A browser of its own, in English, without movements. */
export async function openContext(browser: Browser, viewport = desk): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport, locale: "en-GB", reducedMotion: "reduce" });
  context.setDefaultTimeout(20_000);
  return context;
}

/** Signs in on the first page, which must be open. */
export async function fillSignIn(page: Page, { email, password }: TestPerson): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** A context in which a person is signed in, at a page of the studio. */
export async function signedIn(browser: Browser, address: string, person: TestPerson, viewport = desk): Promise<Page> {
  const page = await (await openContext(browser, viewport)).newPage();
  await page.goto(`${address}/sign-in`);
  await fillSignIn(page, person);
  await page.waitForURL(`${address}/`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return page;
}

/** Opens the newest letter to somebody as the administrator reads it, and gives the address in it. */
export async function letterLink(admin: Page, address: string, to: string): Promise<string> {
  await admin.goto(`${address}/admin/mail`);
  const letter = admin.getByRole("listitem").filter({ hasText: to }).first();
  await letter.getByText("Read it").click();
  const link = await letter.getByRole("link").first().getAttribute("href");
  if (link === null) throw new Error(`the letter to ${to} has no link`);
  return link;
}

/** Asks the studio as the person of a page, past its pages. */
export async function askAs<Answer>(
  page: Page,
  path: string,
  init: { method?: string; body?: string } = {},
): Promise<Answer> {
  const answer = await page.evaluate(
    async ([to, options]) => {
      const response = await fetch(to, { ...options, headers: { "Content-Type": "application/json" } });
      return { status: response.status, text: await response.text() };
    },
    [`/api${path}`, init] as const,
  );
  if (answer.status >= 400) throw new Error(`${path}: ${answer.status} ${answer.text}`);
  return JSON.parse(answer.text);
}
