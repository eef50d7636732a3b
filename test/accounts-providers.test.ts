import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Secret } from "../src/config-secret.ts";
import { type AccountsApp, accountsApp, type Browser, password } from "./accounts-app.ts";
import { type FakeProviders, fakeProviders, type ProvidedPerson } from "./fake-providers.ts";

let [studio, providers]: [AccountsApp, FakeProviders] = [null as never, null as never];
const client = { id: "studio", secret: new Secret("of the client") };

beforeAll(async () => {
  providers = await fakeProviders();
  const oidc = { ...client, issuer: providers.issuer, name: "Our house" };
  const twitter = { ...client, redirectUri: "http://localhost:8787/api/auth/callback/twitter" };
  studio = await accountsApp({ config: { google: client, twitter, oidc } });
  await open("open");
});
afterAll(async () => {
  providers.end();
  await studio.close();
});
afterEach(() => open("open"));

const open = (signUp: "open" | "invitation") => studio.admin.json("PATCH", "/api/admin/instance", { body: { signUp } });
const person = (name: string, changes: Partial<ProvidedPerson> = {}): ProvidedPerson => ({
  subject: `id-${name}`,
  name,
  email: `${name}@example.org`,
  isVerified: true,
  ...changes,
});

/** Goes to a provider and comes back; gives where that leads. */
async function through(browser: Browser, provider: string, who: ProvidedPerson, path = "/api/auth/sign-in/social") {
  const { url } = await browser.json<{ url: string }>("POST", path, { body: { provider, callbackURL: "/library" } });
  const back = await browser.send("GET", providers.agree(url, who));
  return back.headers.get("Location") ?? `${back.status} ${await back.text()}`;
}

const rows = (provider: string) =>
  studio.db.kysely.selectFrom("accounts").selectAll().where("provider", "=", provider).execute();

describe("signing in by a provider", () => {
  it.each(["google", "twitter", "oidc"])(
    "%s: makes an account by the stable id, and knows it again after a new name and address",
    async (provider) => {
      const [browser, who] = [studio.browser(), person(`new-${provider}`)];
      expect(await through(browser, provider, who)).toBe("/library");
      const me = await browser.json<{ id: string }>("GET", "/api/me");
      expect(me).toMatchObject({ email: who.email, by: "session" });
      const again = studio.browser();
      expect(await through(again, provider, { ...who, name: "other", email: `other-${provider}@example.org` })).toBe(
        "/library",
      );
      expect(await again.json("GET", "/api/me")).toMatchObject({ id: me.id, email: who.email });
    },
  );

  it("keeps no token of a provider, and no picture on a server of others", async () => {
    await through(studio.browser(), "oidc", person("quiet"));
    const all = (await Promise.all(["google", "twitter", "oidc"].map(rows))).flat();
    expect(all.length).toBeGreaterThan(0);
    for (const row of all) expect([row.access_token, row.refresh_token, row.id_token]).toEqual([null, null, null]);
  });

  it("an address that the provider does not vouch for gets in nowhere", async () => {
    for (const provider of ["google", "twitter", "oidc"]) {
      const browser = studio.browser();
      const where = await through(browser, provider, person(`doubtful-${provider}`, { isVerified: false }));
      expect(where).toBe("/sign-in?error=address-unproven");
      await browser.json("GET", "/api/me", { status: 401 });
    }
  });

  it("a provider's proof of an address that was never confirmed takes away what somebody else had set", async () => {
    const [attacker, victim] = [studio.browser(), studio.browser()];
    const account = { name: "not me", email: "victim@example.org", password };
    await attacker.json("POST", "/api/auth/sign-up/email", { body: account });
    expect(await through(victim, "google", person("victim"))).toBe("/library");
    const refused = await attacker.json("POST", "/api/auth/sign-in/email", { body: account, status: 401 });
    expect(refused).toMatchObject({ code: "password-wrong" });
    const { id } = await victim.json<{ id: string }>("GET", "/api/me");
    const ways = await studio.db.kysely.selectFrom("accounts").select("provider").where("user_id", "=", id).execute();
    expect(ways).toEqual([{ provider: "google" }]);
    // The link that the attacker's sign-up has sent signs nobody in.
    await victim.send("GET", await studio.link("victim@example.org"));
    await attacker.json("POST", "/api/auth/sign-in/email", { body: account, status: 401 });
  });

  it("a confirmed account is linked to a provider that proves its address, and keeps its password", async () => {
    const { id, email } = await studio.person("linked");
    const browser = studio.browser();
    expect(await through(browser, "google", person("linked"))).toBe("/library");
    expect(await browser.json("GET", "/api/me")).toMatchObject({ id });
    await studio.browser().json("POST", "/api/auth/sign-in/email", { body: { email, password } });
  });

  it("is linked and unlinked by who is signed in, but for the last way", async () => {
    const { browser } = await studio.person("liner");
    expect(await through(browser, "twitter", person("liner"), "/api/auth/link-social")).toBe("/library");
    const ways = await browser.json<{ provider: string }[]>("GET", "/api/auth/list-accounts");
    expect(ways.map(({ provider }) => provider)).toEqual(["credential", "twitter"]);
    await browser.json("POST", "/api/auth/unlink-account", { body: { provider: "credential" } });
    const last = await browser.json("POST", "/api/auth/unlink-account", { body: { provider: "twitter" }, status: 409 });
    expect(last).toMatchObject({ code: "last-way" });
    const set = { newPassword: "another long password" };
    await browser.json("POST", "/api/auth/set-password", { body: set });
    expect(await browser.json("POST", "/api/auth/set-password", { body: set, status: 409 })).toMatchObject({
      code: "password-there",
    });
  });

  it("lets in by invitation only where that is set, and who is invited by proof of the address", async () => {
    await open("invitation");
    expect(await through(studio.browser(), "oidc", person("stranger"))).toBe("/sign-in?error=sign-up-closed");
    await studio.admin.json("POST", "/api/admin/invitations", {
      body: { email: "guest@example.org", role: "ADMIN" },
      status: 201,
    });
    const guest = studio.browser();
    expect(await through(guest, "oidc", person("guest"))).toBe("/library");
    expect(await guest.json("GET", "/api/me")).toMatchObject({ roles: ["USER", "ADMIN"] });
  });

  it("a way back that was not begun by this browser, or was followed before, leads to nothing", async () => {
    const [own, foreign] = [studio.browser(), studio.browser()];
    const begin = { body: { provider: "google" } };
    const { url } = await own.json<{ url: string }>("POST", "/api/auth/sign-in/social", begin);
    const back = providers.agree(url, person("foreign"));
    expect((await foreign.send("GET", back)).headers.get("Location")).toBe("/sign-in?error=provider-failed");
    await foreign.json("GET", "/api/me", { status: 401 });
    const refused = await own.send("GET", "/api/auth/callback/google?error=access_denied&error_description=%3Cb%3E");
    expect(refused.headers.get("Location")).toMatch(/^\/sign-in\?error=provider-/);
  });

  it("leads to paths of the studio only", async () => {
    for (const callbackURL of [
      "https://evil.example",
      "//evil.example",
      "/\\evil.example",
      "/%2fevil.example",
      "javascript:alert(1)",
    ]) {
      const body = { provider: "google", callbackURL };
      await studio.browser().json("POST", "/api/auth/sign-in/social", { body, status: 400 });
    }
  });
});
