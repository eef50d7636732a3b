import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ada, askAs, ben, fillSignIn, letterLink, openContext, phone, signedIn } from "./accounts-people.ts";
import { seriousFindings } from "./serious-findings.ts";
import { chromiumPath, openStudio, type StudioBrowser } from "./studio-browser.ts";

/** In this order: each builds on who is there by then. */
describe.skipIf(chromiumPath === null)("accounts in the browser", { timeout: 90_000 }, () => {
  let studio: StudioBrowser;
  let address: string;
  /** Ada, who runs the studio. */
  let admin: Page;
  let secretBook = "";
  const contexts: BrowserContext[] = [];

  beforeAll(async () => {
    studio = await openStudio();
    address = studio.address;
    admin = await (await openContext(studio.browser)).newPage();
  }, 60_000);
  afterAll(() => studio?.stop());

  const nobody = async (viewport?: { width: number; height: number }): Promise<Page> => {
    const context = await openContext(studio.browser, viewport);
    contexts.push(context);
    return context.newPage();
  };
  const letter = (to: string): Promise<string> => letterLink(admin, address, to);
  const alertOf = (page: Page) => page.getByRole("main").getByRole("alert");

  it("turns accounts on for who sits at the machine, and keeps what was there", async () => {
    const response = await fetch(`${address}/api/books`, {
      method: "POST",
      headers: {
        "X-File-Name": "secret.txt",
        "Content-Type": "application/octet-stream",
        "Idempotency-Key": "secret-1",
      },
      body: "The Secret of Ada\n\nNobody but Ada may read this.\n",
    });
    const { book }: { book: { id: string } } = JSON.parse(await response.text());
    secretBook = book.id;
    await admin.goto(`${address}/settings/security`);
    await admin.getByLabel("Your name").fill(ada.name);
    await admin.getByLabel("E-mail").fill("no address");
    await admin.getByRole("button", { name: "Turn accounts on" }).click();
    await admin.getByText("An address looks like").waitFor();
    await admin.getByLabel("E-mail").fill(ada.email);
    await admin.getByLabel("Password", { exact: true }).fill(ada.password);
    expect(await seriousFindings(admin)).toEqual([]);
    await admin.getByRole("button", { name: "Turn accounts on" }).click();
    await admin.getByRole("heading", { name: "Where you are signed in" }).waitFor();
    expect(await seriousFindings(admin)).toEqual([]);
    const { items } = await askAs<{ items: { id: string }[] }>(admin, "/books");
    expect(items.map(({ id }) => id)).toContain(secretBook);
  });

  it("leads who has not signed in to the first page, says what was wrong, and leads back to where they were", async () => {
    const page = await nobody();
    const art = page.waitForResponse(/\/assets\/page-english/);
    await page.goto(`${address}/library?sort=title`);
    await page.waitForURL(/\/sign-in/);
    expect((await art).ok()).toBe(true);
    await page.getByRole("heading", { name: "Your books, as comics." }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await fillSignIn(page, { ...ada, password: "not my password" });
    await alertOf(page).getByText("That did not match").waitFor();
    await page.getByLabel("Password", { exact: true }).fill(ada.password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.waitForURL(`${address}/library?sort=title`);
    await page.getByRole("button", { name: "Your account" }).click();
    await page.getByRole("button", { name: "Sign out", exact: true }).click();
    await page.waitForURL(/\/sign-in$/);
    await page.goBack();
    await page.waitForURL(/\/sign-in/);
  });

  it("goes back to nothing but its own pages", async () => {
    const page = await nobody();
    await page.goto(`${address}/sign-in?to=//evil.example/library`);
    await fillSignIn(page, ada);
    await page.waitForURL(`${address}/`);
  });

  it("makes an account by invitation, whose link works once", async () => {
    await admin.goto(`${address}/admin`);
    await admin.getByRole("region", { name: "Invite somebody" }).getByLabel("E-mail").fill("guest@example.org");
    await admin.getByRole("button", { name: "Invite", exact: true }).click();
    const link = await admin.getByRole("region", { name: "Invite somebody" }).locator("code").innerText();
    const page = await nobody();
    await page.goto(`${address}/sign-up`);
    await page.getByText("New people come by invitation").waitFor();
    await page.goto(link);
    await page.getByRole("heading", { name: "You are invited" }).waitFor();
    await page.getByLabel("Name").fill("Guest");
    expect(await page.getByLabel("E-mail").inputValue()).toBe("guest@example.org");
    await page.getByLabel("New password").fill("a guest comes by");
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole("button", { name: "Make an account" }).click();
    await page.waitForURL(`${address}/`);
    await admin.reload();
    await admin
      .getByRole("region", { name: "Invite somebody" })
      .getByText(/came on/)
      .waitFor();
  });

  it("makes an account for everybody where that is allowed: the address is confirmed by the letter in the outbox", async () => {
    await admin.goto(`${address}/admin`);
    await admin
      .getByRole("region", { name: "Invite somebody" })
      .locator("label", { hasText: /^Everybody$/ })
      .click();
    await admin.getByText("That holds from now on").waitFor();
    const page = await nobody();
    await page.goto(`${address}/sign-in`);
    await page.getByRole("link", { name: "Make an account" }).click();
    await page.getByLabel("Name").fill(ben.name);
    await page.getByLabel("E-mail").fill(ben.email);
    await page.getByLabel("New password").fill("short");
    await page.getByRole("button", { name: "Make an account" }).click();
    await page.getByText("At least 10 characters.", { exact: true }).waitFor();
    await page.getByLabel("New password").fill(ben.password);
    await page.getByRole("button", { name: "Make an account" }).click();
    await page.getByText("Look into your mail").waitFor();
    await page.goto(await letter(ben.email));
    await page.getByText("Your address is confirmed").waitFor();
    await fillSignIn(page, ben);
    await page.waitForURL(`${address}/`);
    await page.goto(`${address}/admin`);
    await page.getByRole("heading", { name: "This is for administrators" }).waitFor();
  });

  it("shows a second person nothing of the first", async () => {
    const page = await signedIn(studio.browser, address, ben);
    const { items } = await askAs<{ items: { id: string }[] }>(page, "/books");
    expect(items.map(({ id }) => id)).not.toContain(secretBook);
    await page.goto(`${address}/books/${secretBook}/read`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(await page.getByRole("main").innerText()).not.toContain("Secret");
    await page.goto(`${address}/library?q=Secret`);
    await page.getByRole("heading", { name: "No book fits" }).waitFor();
    await page.context().close();
  });

  it("gives a new password by the letter, and forgets the old one", async () => {
    const page = await nobody();
    await page.goto(`${address}/sign-in`);
    await page.getByLabel("E-mail").fill(ben.email);
    await page.getByRole("link", { name: "Forgot it?" }).click();
    expect(await page.getByLabel("E-mail").inputValue()).toBe(ben.email);
    await page.getByRole("button", { name: "Mail me the link" }).click();
    await page.getByText("Look into your mail").waitFor();
    const link = await letter(ben.email);
    await page.goto(link);
    await page.getByRole("heading", { name: "Choose a new password" }).waitFor();
    ben.password = "another lantern burns";
    await page.getByLabel("New password").fill(ben.password);
    await page.getByRole("button", { name: "Save the password" }).click();
    await page.getByText("The new password holds").waitFor();
    await page.goto(link);
    await alertOf(page).getByText("This link is over").waitFor();
    await page.goto(`${address}/sign-in`);
    await fillSignIn(page, ben);
    await page.waitForURL(`${address}/`);
  });

  it("signs in by a link that is mailed, where one was", async () => {
    const page = await nobody();
    await page.goto(`${address}/settings/data`);
    await page.waitForURL(/\/sign-in/);
    await page.getByRole("button", { name: "Mail me a link to sign in" }).click();
    await page.getByLabel("E-mail").fill(ben.email);
    await page.getByRole("button", { name: "Mail me a link", exact: true }).click();
    await page.getByText("Look into your mail").waitFor();
    await page.goto(await letter(ben.email));
    await page.waitForURL(`${address}/settings/data`);
    await page.getByRole("heading", { name: "Take everything with you" }).waitFor();
  });

  it("signs in by a passkey that was made, named and kept", async () => {
    const page = await signedIn(studio.browser, address, ben);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("WebAuthn.enable");
    await devtools.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await page.goto(`${address}/settings/security`);
    await page.getByLabel("Its name").fill("Lap desk");
    await page.getByRole("button", { name: "Add a passkey" }).click();
    await page.getByRole("button", { name: "Rename: Lap desk" }).click();
    await page.getByLabel("Its name").first().fill("The lap desk");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("button", { name: "Rename: The lap desk" }).waitFor();
    await page.getByRole("button", { name: "Your account" }).click();
    await page.getByRole("button", { name: "Sign out", exact: true }).click();
    await page.waitForURL(/\/sign-in$/);
    // The authenticator answers by itself, so that what is offered in the field is already the sign-in.
    await page.waitForURL(`${address}/`, { timeout: 5_000 }).catch(async () => {
      await page.getByRole("button", { name: "Sign in with a passkey" }).click();
      await page.waitForURL(`${address}/`);
    });
    await page.goto(`${address}/settings/security`);
    await page.getByRole("button", { name: "Remove: The lap desk" }).click();
    await page.getByRole("button", { name: "Really remove it?" }).click();
    await page.getByText("You have no passkey yet.").waitFor();
    await page.context().close();
  });

  it("ends another device, which signs in again over what was typed there", async () => {
    const other = await signedIn(studio.browser, address, ben);
    await other.goto(`${address}/settings`);
    await other.getByLabel("Name", { exact: true }).fill("Ben of the lighthouse");
    const page = await signedIn(studio.browser, address, ben);
    await page.goto(`${address}/settings/security`);
    await page.getByText("This one").waitFor();
    await page.getByRole("button", { name: "Sign out all others" }).click();
    await page.getByText("All other devices are signed out", { exact: true }).waitFor();
    await other.getByRole("button", { name: "Save" }).click();
    const again = other.getByRole("dialog", { name: "Sign in again" });
    await again.getByLabel("Password", { exact: true }).fill(ben.password);
    expect(await seriousFindings(other)).toEqual([]);
    await again.getByRole("button", { name: "Sign in", exact: true }).click();
    await again.waitFor({ state: "detached" });
    expect(await other.getByLabel("Name", { exact: true }).inputValue()).toBe("Ben of the lighthouse");
    await other.getByRole("button", { name: "Save" }).click();
    await other.getByText("Saved").waitFor();
    await other.context().close();
    await page.context().close();
  });

  it("keeps a person's first and last name beside what the studio calls them", async () => {
    const page = await signedIn(studio.browser, address, ben);
    await page.goto(`${address}/settings`);
    await page.getByLabel("First name").fill("Benjamin");
    await page.getByLabel("Last name").fill(" Farrow ");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Saved").waitFor();
    const names = { firstName: "Benjamin", lastName: "Farrow", fullName: "Benjamin Farrow" };
    expect(await askAs(page, "/me")).toMatchObject({ ...names, name: "Ben of the lighthouse" });
    await page.reload();
    expect(await page.getByLabel("Last name").inputValue()).toBe("Farrow");
    await page.context().close();
  });

  it("makes a token, shown once, which reads and does not write", async () => {
    const page = await signedIn(studio.browser, address, ben);
    await page.goto(`${address}/settings/security`);
    await page.getByLabel("What it is for").fill("A script");
    await page.getByRole("button", { name: "Make a token" }).click();
    const token = await page.locator("code").innerText();
    expect(token).toMatch(/^fab_/);
    const headers = { Authorization: `Bearer ${token}` };
    expect((await fetch(`${address}/api/books`, { headers })).status).toBe(200);
    expect((await fetch(`${address}/api/books/${secretBook}`, { headers })).status).toBe(404);
    expect((await fetch(`${address}/api/books/samples`, { method: "POST", headers })).status).toBe(403);
    await page.reload();
    await page.getByRole("button", { name: "Revoke A script" }).click();
    expect(await page.getByText(token).count()).toBe(0);
    await page.getByRole("button", { name: "Really revoke it?" }).click();
    await page.getByText("There is no token.").waitFor();
    expect((await fetch(`${address}/api/books`, { headers })).status).toBe(401);
    await page.context().close();
  });

  it("exports everything as one file", async () => {
    await admin.goto(`${address}/settings/data`);
    const download = admin.waitForEvent("download");
    await admin.getByRole("button", { name: "Export everything" }).click();
    expect((await download).suggestedFilename()).toMatch(/^fabula-\d{4}-\d\d-\d\d\.zip$/);
    await admin.getByText("The export is complete").waitFor();
    expect(await seriousFindings(admin)).toEqual([]);
  });

  it("plans the end of an account, tells it on every visit, and takes it back", async () => {
    const page = await signedIn(studio.browser, address, ben);
    await page.goto(`${address}/settings/data`);
    await page.getByRole("button", { name: /^Delete my account/ }).click();
    await page.getByText(/^On .* everything goes/).waitFor();
    await page.getByRole("button", { name: "Delete everything" }).click();
    await page.getByText(/^Your account goes on/).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.reload();
    await page.getByRole("button", { name: "Keep my account" }).click();
    await page.getByText("Your account stays").waitFor();
    await page.getByRole("button", { name: /^Delete my account/ }).waitFor();
    await page.context().close();
  });

  it("switches a person off, who is out at once, and on again by undoing", async () => {
    const page = await signedIn(studio.browser, address, ben);
    await admin.goto(`${address}/admin`);
    await admin.getByRole("button", { name: /^What to do with Ben/ }).click();
    await admin.getByRole("menuitem", { name: "Switch off" }).click();
    await admin.getByText(/is switched off and signed out everywhere/).waitFor();
    await page.goto(`${address}/library`);
    await page.waitForURL(/\/sign-in/);
    await fillSignIn(page, ben);
    await alertOf(page).waitFor();
    await admin.getByRole("button", { name: "Undo" }).click();
    await admin.getByText(/can sign in again/).waitFor();
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.waitForURL(`${address}/library`);
    await admin.goto(`${address}/admin/audit`);
    await admin.getByText("Switched a person off").last().waitFor();
    await page.context().close();
  });

  it("sets how much a person may keep, and takes it back by undoing", async () => {
    await admin.goto(`${address}/admin`);
    const line = admin.getByRole("listitem").filter({ hasText: ben.email }).first();
    await line.getByRole("button", { name: /^What to do with Ben/ }).click();
    await admin.getByRole("menuitem", { name: "Set a storage limit" }).click();
    const dialog = admin.getByRole("dialog");
    await dialog.getByLabel("Limit in gigabytes").fill("much");
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.getByText("Write a number such as 5 or 0.5").waitFor();
    await dialog.getByLabel("Limit in gigabytes").fill("2,5");
    expect(await seriousFindings(admin)).toEqual([]);
    await dialog.getByRole("button", { name: "Save" }).click();
    await admin.getByText(/may keep 2\.5 GB/).waitFor();
    await line.getByText(/of 2\.5 GB/).waitFor();
    await admin.getByRole("button", { name: "Undo" }).click();
    await admin.getByText(/may keep any amount/).waitFor();
    await line.getByText(/of 2\.5 GB/).waitFor({ state: "detached" });
  });

  it("shows an administrator people, jobs, storage, health, errors, acts and letters, also on a phone", async () => {
    const context = await openContext(studio.browser, phone);
    await context.addCookies(await admin.context().cookies());
    for (const [page, isNarrow] of [
      [admin, false],
      [await context.newPage(), true],
    ] as const)
      for (const path of ["", "/jobs", "/storage", "/health", "/errors", "/audit", "/mail"]) {
        await page.goto(`${address}/admin${path}`);
        await page.getByRole("heading", { level: 1, name: "Administration" }).waitFor();
        await page.getByRole("main").getByRole("status", { name: "Loading" }).waitFor({ state: "detached" });
        expect(await page.getByRole("main").getByRole("alert").count(), path).toBe(0);
        expect(await seriousFindings(page), path).toEqual([]);
        if (isNarrow) expect(await overflow(page), path).toBeLessThanOrEqual(0);
      }
    await context.close();
  });

  it("fits a phone: the first page, all settings and the menu", async () => {
    const page = await nobody(phone);
    await page.goto(`${address}/sign-in`);
    await page.getByRole("button", { name: "Sign in", exact: true }).waitFor();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await fillSignIn(page, ada);
    await page.waitForURL(`${address}/`);
    for (const path of ["", "/security", "/data"]) {
      await page.goto(`${address}/settings${path}`);
      await page.getByRole("heading", { level: 2 }).first().waitFor();
      expect(await overflow(page), path).toBeLessThanOrEqual(0);
      expect(await seriousFindings(page), path).toEqual([]);
    }
    await page.getByRole("button", { name: "Your account" }).click();
    expect(await seriousFindings(page)).toEqual([]);
  });

  it("is used by keys alone, from the first page to signing out", async () => {
    const page = await nobody();
    await page.goto(`${address}/sign-in`);
    await page.getByLabel("E-mail").waitFor();
    await page.keyboard.type(ada.email);
    await page.keyboard.press("Tab");
    await page.keyboard.type(ada.password);
    await page.keyboard.press("Enter");
    await page.waitForURL(`${address}/`);
    await page.getByRole("button", { name: "Your account" }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/admin$/);
    await page.getByRole("button", { name: "Your account" }).focus();
    await page.keyboard.press("Enter");
    for (let i = 0; i < 3; i++) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/sign-in$/);
  });
});

/** Pixels by which a page is wider than its window. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
