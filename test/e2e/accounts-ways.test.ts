import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ProvidedPerson } from "../fake-providers.ts";
import { ada, askAs, fillSignIn, letterLink, openContext } from "./accounts-people.ts";
import { openProviders, type ProviderServer } from "./provider-server.ts";
import { seriousFindings } from "./serious-findings.ts";
import { chromiumPath, openStudio, type StudioBrowser } from "./studio-browser.ts";

const cleo: ProvidedPerson = { subject: "id-cleo", name: "Cleo Vane", email: "cleo@example.org", isVerified: true };
const password = "seven lamps on the quay";

/** In this order: each builds on who is there by then. */
describe.skipIf(chromiumPath === null)("the other ways of an account in the browser", { timeout: 90_000 }, () => {
  let studio: StudioBrowser;
  let providers: ProviderServer;
  let address: string;
  let admin: Page;
  /** Of Cleo, who comes by a provider. */
  let page: Page;

  beforeAll(async () => {
    providers = await openProviders();
    studio = await openStudio((at) => ({
      ...providers.envAt(at),
      HOST: "0.0.0.0",
      SESSION_SECRET: randomBytes(32).toString("base64"),
      MASTER_SECRET: randomBytes(32).toString("base64"),
    }));
    address = studio.address;
    admin = await (await openContext(studio.browser)).newPage();
    page = await (await openContext(studio.browser)).newPage();
    await providers.appearIn(page.context(), cleo);
  }, 90_000);
  afterAll(async () => {
    await studio?.stop();
    providers?.end();
  }, 30_000);

  const security = async (): Promise<void> => {
    await page.goto(`${address}/settings/security`);
    await page.getByRole("heading", { name: "Other ways in" }).waitFor();
  };
  const leave = async (): Promise<void> => {
    await page.getByRole("button", { name: "Your account" }).click();
    await page.getByRole("button", { name: "Sign out", exact: true }).click();
    await page.waitForURL(/\/sign-in$/);
  };
  const byProvider = async (provider: string): Promise<void> => {
    await page.goto(`${address}/sign-in`);
    await page.getByRole("button", { name: `Continue with ${provider}` }).click();
    await page.getByRole("link", { name: "Agree" }).click();
  };

  it("lets nobody in where others reach it, but who has the code that stands where it was started", async () => {
    await expect.poll(() => studio.said()).toContain("with the code ");
    const code = /with the code (\S+)/.exec(studio.said())?.[1] ?? "";
    expect((await fetch(`${address}/api/books`)).status).toBe(401);
    await admin.goto(`${address}/library`);
    await admin.getByRole("heading", { name: "The first account" }).waitFor();
    expect(await seriousFindings(admin)).toEqual([]);
    await admin.getByLabel("Setup code").fill("not the code");
    await admin.getByLabel("Name").fill(ada.name);
    await admin.getByLabel("E-mail").fill(ada.email);
    await admin.getByLabel("New password").fill(ada.password);
    await admin.getByRole("button", { name: "Make an account" }).click();
    await admin.getByRole("alert").getByText("That is not the setup code").waitFor();
    await admin.getByLabel("Setup code").fill(code);
    await admin.getByRole("button", { name: "Make an account" }).click();
    await admin.waitForURL(`${address}/`);
    await askAs(admin, "/admin/instance", { method: "PATCH", body: JSON.stringify({ signUp: "open" }) });
  });

  it("makes an account by Google, and knows who comes back", async () => {
    await byProvider("Google");
    await page.waitForURL(`${address}/`);
    const { id } = await askAs<{ id: string }>(page, "/me");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await leave();
    await byProvider("Google");
    await page.waitForURL(`${address}/`);
    expect(await askAs(page, "/me")).toMatchObject({ id, name: cleo.name, email: cleo.email });
  });

  it("does not take away the only way in", async () => {
    await security();
    await page.getByRole("button", { name: "Unlink: Google" }).click();
    await page.getByRole("button", { name: "Really remove it?" }).click();
    await page.getByText("This is your only way in").waitFor();
    await page.reload();
    await page.getByRole("button", { name: "Unlink: Google" }).waitFor();
  });

  it.each([
    ["X", "X"],
    ["Our house", "Our house"],
  ])("links %s, signs in by it, and unlinks it again", async (name, called) => {
    const { id } = await askAs<{ id: string }>(page, "/me");
    await security();
    await page.getByRole("button", { name: `Link: ${name}` }).click();
    await page.getByRole("link", { name: "Agree" }).click();
    await page.waitForURL(`${address}/settings/security`);
    await page.getByRole("button", { name: `Unlink: ${name}` }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await leave();
    await byProvider(called);
    await page.waitForURL(`${address}/`);
    expect(await askAs(page, "/me")).toMatchObject({ id });
    await security();
    await page.getByRole("button", { name: `Unlink: ${name}` }).click();
    await page.getByRole("button", { name: "Really remove it?" }).click();
    await page.getByRole("button", { name: `Link: ${name}` }).waitFor();
  });

  it("sets a first password, signs in with it, and changes it", async () => {
    await security();
    await page.getByText("You have no password yet").waitFor();
    await page.getByLabel("New password").fill(password);
    await page.getByRole("button", { name: "Set a password" }).click();
    await page.getByText("The new password holds").waitFor();
    await page.getByRole("button", { name: "Change the password" }).waitFor();
    await page.getByLabel("Your present password").fill("not my password");
    await page.getByLabel("New password").fill("eight lamps on the quay");
    await page.getByRole("button", { name: "Change the password" }).click();
    await page.getByText("That is not your password").waitFor();
    await page.getByLabel("Your present password").fill(password);
    // The word of the first password may still stand there.
    const changed = page.waitForResponse((answer) => answer.url().endsWith("/change-password") && answer.ok());
    await page.getByRole("button", { name: "Change the password" }).click();
    await changed;
    await leave();
    await fillSignIn(page, { name: cleo.name, email: cleo.email ?? "", password: "eight lamps on the quay" });
    await page.waitForURL(`${address}/`);
  });

  it("changes the address by two letters: the old one agrees, the new one proves itself", async () => {
    await security();
    await page.getByLabel("New address").fill("vane@example.org");
    await page.getByRole("button", { name: "Change the address" }).click();
    await page.getByText("We have sent a letter to your present address").waitFor();
    await page.goto(await letterLink(admin, address, "cleo@example.org"));
    expect(await askAs(page, "/me")).toMatchObject({ email: "cleo@example.org" });
    await page.goto(await letterLink(admin, address, "vane@example.org"));
    await page.goto(`${address}/sign-in`);
    if ((await page.getByLabel("E-mail").count()) > 0)
      await fillSignIn(page, { name: cleo.name, email: "vane@example.org", password: "eight lamps on the quay" });
    await page.waitForURL(`${address}/`);
    expect(await askAs(page, "/me")).toMatchObject({ email: "vane@example.org" });
  });

  it("shows the chosen picture in the settings and in the head of every page, and takes it away again", async () => {
    await page.goto(`${address}/settings`);
    await page.getByRole("heading", { name: "Profile" }).waitFor();
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Choose a picture" }).click();
    await (await chooser).setFiles({ name: "me.png", mimeType: "image/png", buffer: await page.screenshot() });
    await page.getByText("That is your picture now").waitFor();
    const inHead = page.getByRole("button", { name: "Your account" }).locator("img");
    await inHead.waitFor();
    expect(await inHead.evaluate((image) => Number(Reflect.get(image, "naturalWidth")))).toBeGreaterThan(0);
    await page.goto(`${address}/library`);
    await inHead.waitFor();
    await page.goto(`${address}/settings`);
    await page.getByRole("button", { name: "Without a picture" }).click();
    await expect.poll(() => inHead.count()).toBe(0);
  });

  it("ends an account only for who knows its password, once the sign-in is a while ago", async () => {
    const db = new DatabaseSync(join(studio.folder, "data/fabula.sqlite"));
    db.exec("UPDATE sessions SET created_at = '2026-01-01T00:00:00.000Z'");
    db.close();
    await page.goto(`${address}/settings/data`);
    await page.getByRole("button", { name: /^Delete my account/ }).click();
    await page.getByRole("button", { name: "Delete everything" }).click();
    await page.getByText("Write the password that you sign in with now.").waitFor();
    await page.getByLabel("Your present password").fill("not my password");
    await page.getByRole("button", { name: "Delete everything" }).click();
    await page.getByRole("alert").getByText("That is not your password").waitFor();
    await page.getByLabel("Your present password").fill("eight lamps on the quay");
    await page.getByRole("button", { name: "Delete everything" }).click();
    await page.getByText(/^Your account goes on/).waitFor();
    await page.getByRole("button", { name: "Keep my account" }).click();
    await page.getByText("Your account stays").waitFor();
  });
});
