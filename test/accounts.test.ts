import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Secret } from "../src/config-secret.ts";
import { localOwner } from "../src/features/accounts/queries/local-owner.ts";
import { isTrustworthy } from "../src/http/trustworthy-origin.ts";
import { type AccountsApp, accountsApp, password } from "./accounts-app.ts";
import { signInContract } from "./sign-in-contract.ts";
import { testAccounts, testSecret } from "./test-accounts.ts";

const day = 24 * 3_600_000;
let studio: AccountsApp;
beforeAll(async () => {
  studio = await accountsApp();
  await studio.admin.json("PATCH", "/api/admin/instance", { body: { signUp: "open" } });
});
afterAll(() => studio.close());

signInContract("SQLite", () => accountsApp());

describe("a session", () => {
  it("is listed with its device, and ends alone, with all others, and at sign-out", async () => {
    const { email, browser } = await studio.person("Sam");
    const [phone, laptop] = [studio.browser(), studio.browser()];
    const agent = {
      "User-Agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile Safari/604.1",
    };
    for (const [each, headers] of [
      [phone, agent],
      [laptop, {}],
    ] as const)
      await each.json("POST", "/api/auth/sign-in/email", { body: { email, password }, headers, peer: "192.0.2.7" });
    const list = async () =>
      (
        await browser.json<{ items: { id: string; device: string; isThis: boolean; address: string }[] }>(
          "GET",
          "/api/account/sessions",
        )
      ).items;
    const all = await list();
    expect(all.map(({ device }) => device).toSorted()).toEqual([
      "Firefox on Linux",
      "Firefox on Linux",
      "Safari on iPhone",
    ]);
    expect(all.filter(({ isThis }) => isThis).length).toBe(1);
    const phoneRow = all.find(({ device }) => device === "Safari on iPhone");
    expect(phoneRow?.address).toBe("192.0.2.7");
    expect((await browser.send("DELETE", `/api/account/sessions/${phoneRow?.id}`)).status).toBe(204);
    await phone.json("GET", "/api/me", { status: 401 });
    await laptop.json("GET", "/api/me");
    expect((await browser.send("DELETE", "/api/account/sessions")).status).toBe(204);
    await laptop.json("GET", "/api/me", { status: 401 });
    await browser.json("POST", "/api/auth/sign-out");
    await browser.json("GET", "/api/me", { status: 401 });
  });

  it("of somebody else is none", async () => {
    const { browser } = await studio.person("Tess");
    const { items } = await studio.admin.json<{ items: { id: string }[] }>("GET", "/api/account/sessions");
    for (const { id } of items) await browser.json("DELETE", `/api/account/sessions/${id}`, { status: 404 });
    await studio.admin.json("GET", "/api/me");
  });

  it("goes on as long as it is used, and ends after 30 days without a request", async () => {
    const own = await accountsApp();
    const { admin } = own;
    for (let i = 0; i < 4; i += 1) {
      own.pass(20 * day);
      const answer = await admin.send("GET", "/api/me");
      expect(answer.status).toBe(200);
      expect(answer.headers.get("Set-Cookie")).toMatch(
        /^fabula\.session_token=.*Max-Age=2592000; HttpOnly; SameSite=Lax$/,
      );
    }
    expect((await admin.send("GET", "/api/me")).headers.get("Set-Cookie")).toBeNull();
    own.pass(31 * day);
    await admin.json("GET", "/api/me", { status: 401 });
    await own.close();
  });

  it("of who signs in anew in the same browser takes the place of the one before", async () => {
    const { id, email, browser } = await studio.person("Uma");
    await browser.json("POST", "/api/auth/sign-in/email", { body: { email, password } });
    const rows = await studio.db.kysely.selectFrom("sessions").select("id").where("user_id", "=", id).execute();
    expect(rows.length).toBe(1);
  });

  it("ends with the deactivation of the person, who gets no other", async () => {
    const { id, email, browser } = await studio.person("Vic");
    const { token } = await browser.json<{ token: string }>("POST", "/api/account/tokens", {
      body: { name: "x", scopes: ["read"], days: null },
      status: 201,
    });
    await studio.db.kysely.updateTable("users").set({ is_active: 0 }).where("id", "=", id).execute();
    await browser.json("GET", "/api/me", { status: 401 });
    await studio.browser().json("GET", "/api/me", { headers: { Authorization: `Bearer ${token}` }, status: 401 });
    const body = { email, password };
    const refused = await browser.json("POST", "/api/auth/sign-in/email", { body, status: 403 });
    expect(refused).toMatchObject({ code: "account-inactive" });
    await browser.json("POST", "/api/auth/sign-in/magic-link", { body: { email } });
    const followed = await browser.send("GET", await studio.link(email));
    expect(followed.headers.get("Location")).toBe("/sign-in?error=account-inactive");
  });

  it("whose secret was replaced goes on with the old one beside it, and not without", async () => {
    const { browser } = await studio.person("Walt");
    const [now, newId] = [Date.now, () => crypto.randomUUID()];
    const sessionSecret = new Secret(testSecret(9));
    const replaced = await testAccounts(
      studio.db,
      { now, newId },
      { config: { sessionSecret, oldSessionSecrets: [new Secret(testSecret(1))] } },
    );
    const lost = await testAccounts(studio.db, { now, newId }, { config: { sessionSecret } });
    const request = new Request("http://localhost:8787/api/me", { headers: { Cookie: browser.cookie() } });
    expect((await replaced.people.signedIn(request))?.by).toBe("session");
    expect(await lost.people.signedIn(request)).toBeNull();
  });
});

describe("a link of a mail", () => {
  it("is good after the secret was replaced with the old one beside it, and not without", async () => {
    const own = await accountsApp();
    await own.admin.json("PATCH", "/api/admin/instance", { body: { signUp: "open" } });
    const { email, browser } = await own.person("Lou");
    const [now, newId] = [Date.now, () => crypto.randomUUID()];
    const open = (old: number[]) => {
      const config = { sessionSecret: new Secret(testSecret(9)) };
      const oldSessionSecrets = old.map((seed) => new Secret(testSecret(seed)));
      return testAccounts(own.db, { now, newId }, { config: { ...config, oldSessionSecrets } });
    };
    const [replaced, lost] = [await open([7, 1]), await open([7])];
    const follow = async ({ signIn }: typeof lost, path: string, cookie = "") => {
      const answer = await signIn.answer(new Request(`http://localhost:8787${path}`, { headers: { Cookie: cookie } }));
      return answer.headers.get("Location");
    };
    await own
      .browser()
      .json("POST", "/api/auth/sign-up/email", { body: { name: "Max", email: "max@example.org", password } });
    const address = await own.link("max@example.org");
    expect(await follow(lost, address)).toContain("error=INVALID_TOKEN");
    expect(await follow(replaced, address.replace("?token=", "?token=x"))).toContain("error=INVALID_TOKEN");
    expect(await follow(replaced, address)).toBe("/sign-in?verified=1");
    await browser.json("POST", "/api/auth/change-email", { body: { newEmail: "lou@new.example.org" } });
    await follow(replaced, await own.link(email), browser.cookie());
    // The second letter is of the new secret.
    await replaced.mail.settled();
    const second = await own.link("lou@new.example.org");
    expect(await follow(replaced, second, browser.cookie())).toBe("/sign-in?verified=1");
    const user = own.db.kysely.selectFrom("users").select("name").where("email", "=", "lou@new.example.org");
    expect(await user.executeTakeFirst()).toEqual({ name: "Lou" });
    await own.close();
  });
});

describe("signing out", () => {
  it("tells the browser to forget pictures, where it listens to that", async () => {
    for (const [origin, told] of [
      ["https://comics.example.org", '"cache"'],
      ["http://192.168.1.20:8787", null],
    ] as const) {
      const own = await accountsApp({ origin, isFresh: true });
      const answer = await own.browser().send("POST", "/api/auth/sign-out");
      expect([answer.status, answer.headers.get("Clear-Site-Data")]).toEqual([200, told]);
      await own.close();
    }
    const trusted = ["http://localhost:8787", "http://a.localhost", "http://127.0.0.1:1", "http://[::1]:8787"];
    const others = ["http://localhost.example.org", "http://127.0.0.1.example.org", "http://10.0.0.1"];
    expect([...trusted, ...others].filter(isTrustworthy)).toEqual(trusted);
  });
});

describe("a password", () => {
  it("that is the first of an account renews the session that sets it, and ends all others", async () => {
    const [email, browser, other] = ["kim@example.org", studio.browser(), studio.browser()];
    for (const each of [browser, other]) {
      await each.json("POST", "/api/auth/sign-in/magic-link", { body: { email } });
      await each.send("GET", await studio.link(email));
    }
    const before = browser.cookie();
    await browser.json("POST", "/api/auth/set-password", { body: { newPassword: password } });
    expect(browser.cookie()).not.toBe(before);
    expect(await browser.json("GET", "/api/me")).toMatchObject({ email, by: "session" });
    await other.json("GET", "/api/me", { status: 401 });
    await studio.browser().json("GET", "/api/me", { headers: { Cookie: before }, status: 401 });
    expect(
      await browser.json("POST", "/api/auth/set-password", { body: { newPassword: password }, status: 409 }),
    ).toMatchObject({ code: "password-there" });
  });

  it("is changed by who knows it, which ends all other sessions and renews this one", async () => {
    const { email, browser } = await studio.person("Xena");
    const other = studio.browser();
    await other.json("POST", "/api/auth/sign-in/email", { body: { email, password } });
    const change = { currentPassword: "not this one", newPassword: "a new long password" };
    const wrong = await browser.json("POST", "/api/auth/change-password", { body: change, status: 401 });
    expect(wrong).toMatchObject({ code: "password-wrong" });
    const before = browser.cookie();
    await browser.json("POST", "/api/auth/change-password", { body: { ...change, currentPassword: password } });
    expect(browser.cookie()).not.toBe(before);
    await browser.json("GET", "/api/me");
    await other.json("GET", "/api/me", { status: 401 });
    await studio.browser().json("GET", "/api/me", { headers: { Cookie: before }, status: 401 });
  });

  it("of nine letters is refused, with the field", async () => {
    const body = { name: "Y", email: "y@example.org", password: "123456789" };
    const refused = await studio.browser().json("POST", "/api/auth/sign-up/email", { body, status: 400 });
    expect(refused).toMatchObject({ code: "request-invalid", fields: [{ path: "password" }] });
  });

  it("lies in its row as scrypt with a salt", async () => {
    const hashes = await studio.db.kysely.selectFrom("accounts").select("password_hash as hash").execute();
    expect(new Set(hashes.map(({ hash }) => hash)).size).toBe(hashes.length);
    for (const { hash } of hashes) expect(hash).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/);
  });
});

describe("a token of the API", () => {
  it("is shown once, kept as a hash, does what its scopes say, and notes its use once a minute", async () => {
    const { id, browser } = await studio.person("Zoe");
    const made = await browser.json<{ token: string; item: { id: string; start: string } }>(
      "POST",
      "/api/account/tokens",
      {
        body: { name: "script", scopes: ["read"], days: 30 },
        status: 201,
      },
    );
    expect(made.token).toMatch(/^fab_[\w-]{43}$/);
    const [row] = await studio.db.kysely.selectFrom("api_tokens").selectAll().where("user_id", "=", id).execute();
    expect(JSON.stringify(row)).not.toContain(made.token.slice(8));
    const headers = { Authorization: `Bearer ${made.token}` };
    const script = studio.browser();
    expect(await script.json("GET", "/api/me", { headers })).toMatchObject({ id, by: "token" });
    const first = await studio.db.kysely
      .selectFrom("api_tokens")
      .select("last_used_at as at")
      .where("user_id", "=", id)
      .executeTakeFirst();
    await script.json("GET", "/api/me", { headers });
    const second = await studio.db.kysely
      .selectFrom("api_tokens")
      .select("last_used_at as at")
      .where("user_id", "=", id)
      .executeTakeFirst();
    expect([first?.at !== null, second]).toEqual([true, first]);
    expect(await script.json("PATCH", "/api/me/settings", { headers, body: {}, status: 403 })).toMatchObject({
      code: "scope-missing",
    });
    for (const path of ["/api/account/tokens", "/api/account/sessions", "/api/auth/list-accounts"])
      expect(await script.json("GET", path, { headers, status: 403 })).toMatchObject({ code: "session-needed" });
    expect((await browser.send("DELETE", `/api/account/tokens/${made.item.id}`)).status).toBe(204);
    await script.json("GET", "/api/me", { headers, status: 401 });
    expect(await browser.json("GET", "/api/account/tokens")).toEqual({ items: [] });
  });

  it("ends when its time has come, and a wrong one is nobody's even beside a good cookie", async () => {
    const own = await accountsApp();
    const body = { name: "short", scopes: ["read", "write"], days: 1 };
    const { token } = await own.admin.json<{ token: string }>("POST", "/api/account/tokens", { body, status: 201 });
    const headers = { Authorization: `Bearer ${token}` };
    await own.browser().json("PATCH", "/api/me/settings", { headers, body: {} });
    own.pass(day + 1);
    await own.browser().json("GET", "/api/me", { headers, status: 401 });
    await own.admin.json("GET", "/api/me", { headers: { Authorization: "Bearer fab_no" }, status: 401 });
    await own.close();
  });
});

describe("the first account", () => {
  it("of a studio that others reach needs the code, keeps what the owner has, and is made once", async () => {
    const own = await accountsApp({ isFresh: true });
    const browser = own.browser();
    expect(await browser.json("GET", "/api/auth/ways")).toMatchObject({ isSetupAwaited: true, isSingleUser: false });
    await browser.json("GET", "/api/me", { status: 401 });
    const account = { name: "Eve", email: "eve@example.org", password };
    const early = await browser.json("POST", "/api/auth/sign-up/email", { body: account, status: 409 });
    expect(early).toMatchObject({ code: "setup-awaited" });
    const guess = await browser.json("POST", "/api/auth/setup", {
      body: { ...account, code: "AAAA-BBBB-CCCC" },
      status: 403,
    });
    expect(guess).toMatchObject({ code: "setup-code-wrong" });
    const code = own.accounts.setupCode.toLowerCase().replaceAll("-", " ");
    expect(await browser.json("POST", "/api/auth/setup", { body: { ...account, code } })).toEqual({ id: own.adminId });
    expect(await browser.json("GET", "/api/me")).toMatchObject({ id: own.adminId, email: "eve@example.org" });
    const again = await own.browser().json("POST", "/api/auth/setup", { body: { ...account, code }, status: 409 });
    expect(again).toMatchObject({ code: "setup-done" });
    await own.close();
  });

  it("of a studio on one machine is claimed by who sits there; from then on sign-in is needed, by invitation", async () => {
    const own = await accountsApp({ isFresh: true, config: { onLoopback: true } });
    const browser = own.browser();
    expect(await browser.json("GET", "/api/me")).toMatchObject({ id: own.adminId, by: "machine", isSingleUser: true });
    for (const headers of [{ "X-Forwarded-For": "192.0.2.1" }, { Forwarded: "for=192.0.2.1" }])
      await browser.json("GET", "/api/me", { headers, status: 401 });
    const account = { name: "Eve", email: "eve@example.org", password };
    await browser.json("POST", "/api/account/claim", { body: account });
    expect(await browser.json("GET", "/api/me")).toMatchObject({
      id: own.adminId,
      by: "session",
      roles: ["USER", "ADMIN"],
    });
    // The commands of the machine go on as this person.
    expect(await localOwner(own.db, { now: Date.now, newId: () => "another" })).toBe(own.adminId);
    const stranger = own.browser();
    await stranger.json("GET", "/api/me", { status: 401 });
    expect(await stranger.json("GET", "/api/auth/ways")).toMatchObject({ isSetupAwaited: false, signUp: "invitation" });
    const closed = await stranger.json("POST", "/api/auth/sign-up/email", {
      body: { ...account, email: "x@example.org" },
      status: 403,
    });
    expect(closed).toMatchObject({ code: "sign-up-closed" });
    const known = await stranger.json("POST", "/api/auth/sign-up/email", { body: account, status: 403 });
    expect(known).toEqual(closed);
    await own.close();
  });

  it("is awaited where a proxy on the machine lets others in, as ORIGIN tells", async () => {
    const own = await accountsApp({
      isFresh: true,
      config: { onLoopback: true },
      origin: "https://comics.example.org",
    });
    await own.browser().json("GET", "/api/me", { status: 401 });
    expect(await own.accounts.isSetupAwaited()).toBe(true);
    await own.close();
  });
});

describe("an invitation", () => {
  it("lets its address in once, with its role, and no other address", async () => {
    const own = await accountsApp();
    await own.admin.json("PATCH", "/api/admin/instance", { body: { signUp: "invitation" } });
    const invite = { body: { email: "Guest@Example.org", role: "ADMIN" }, status: 201 };
    const { link } = await own.admin.json<{ link: string }>("POST", "/api/admin/invitations", invite);
    expect(`http://localhost:8787${await own.link("guest@example.org")}`).toBe(link);
    const invitation = new URL(link).searchParams.get("invitation");
    const guest = own.browser();
    const account = { name: "Guest", password, invitation };
    const body = { ...account, email: "other@example.org" };
    expect(await guest.json("POST", "/api/auth/sign-up/email", { body, status: 403 })).toMatchObject({
      code: "sign-up-closed",
    });
    await guest.json("POST", "/api/auth/sign-up/email", { body: { ...account, email: "guest@example.org" } });
    await guest.json("POST", "/api/auth/sign-up/email", {
      body: { ...account, email: "guest@example.org" },
      status: 403,
    });
    await guest.json("POST", "/api/auth/sign-in/email", { body: { email: "guest@example.org", password } });
    expect(await guest.json("GET", "/api/me")).toMatchObject({ roles: ["USER", "ADMIN"] });
    const acts = await own.db.kysely.selectFrom("audit_log").select("action").orderBy("created_at").execute();
    expect(acts.map(({ action }) => action)).toEqual(["account.claimed", "instance.sign-up", "invitation.made"]);
    await own.close();
  });

  it("that was taken back or is too old is worth nothing", async () => {
    const own = await accountsApp();
    await own.admin.json("PATCH", "/api/admin/instance", { body: { signUp: "invitation" } });
    const made = async (email: string) => {
      const { link, item } = await own.admin.json<{ link: string; item: { id: string } }>(
        "POST",
        "/api/admin/invitations",
        { body: { email }, status: 201 },
      );
      return {
        id: item.id,
        body: { name: "G", email, password, invitation: new URL(link).searchParams.get("invitation") },
      };
    };
    const [back, old] = [await made("back@example.org"), await made("old@example.org")];
    expect((await own.admin.send("DELETE", `/api/admin/invitations/${back.id}`)).status).toBe(204);
    await own.admin.json("DELETE", `/api/admin/invitations/${back.id}`, { status: 404 });
    await own.browser().json("POST", "/api/auth/sign-up/email", { body: back.body, status: 403 });
    own.pass(8 * day);
    await own.browser().json("POST", "/api/auth/sign-up/email", { body: old.body, status: 403 });
    await own.close();
  });

  it("is given to people and read by ADMIN only", async () => {
    const { browser } = await studio.person("Quinn");
    for (const path of ["/api/admin/invitations", "/api/admin/mail", "/api/admin/instance"])
      expect(await browser.json("GET", path, { status: 403 })).toMatchObject({ code: "admin-needed" });
  });
});
