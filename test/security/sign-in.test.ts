import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AccountsApp, accountsApp, type Browser, password } from "../accounts-app.ts";
import { testOrigin } from "../app.ts";
import type { OpenApiDocument } from "../leak-walk-requests.ts";

const wrong = "wrong horse battery";
const signIn = "/api/auth/sign-in/email";

/** How long one request and another take, the times in the middle, in milliseconds: in turn, so that a busy machine is busy for both. */
async function middleTimes(turns: number, ...asks: ((turn: number) => Promise<unknown>)[]): Promise<number[]> {
  const times = asks.map((): number[] => []);
  for (let turn = 0; turn < turns; turn++)
    for (const [i, ask] of asks.entries()) {
      const began = performance.now();
      await ask(turn);
      times[i]?.push(performance.now() - began);
    }
  return times.map((each) => each.toSorted((a, b) => a - b)[Math.floor(turns / 2)] ?? 0);
}

describe("signing in", () => {
  let studio: AccountsApp;
  let secure: AccountsApp;
  let ann: { id: string; email: string; browser: Browser };
  let peers = 0;
  /** An address that nobody has come from. */
  const elsewhere = (): string => `198.51.${Math.floor(++peers / 250)}.${peers % 250}`;
  beforeAll(async () => {
    studio = await accountsApp();
    secure = await accountsApp({ origin: "https://comics.example.org" });
    await studio.admin.json("PATCH", "/api/admin/instance", { body: { signUp: "open" } });
    ann = { id: studio.adminId, email: "ada@example.org", browser: studio.admin };
  }, 60_000);
  afterAll(() => Promise.all([studio.close(), secure.close()]));

  const tried = (email: string, secret: string, peer = elsewhere()) =>
    studio.browser().send("POST", signIn, { body: { email, password: secret }, peer });
  /** The cookie of a session of somebody. */
  async function sessionOf(user: string): Promise<string> {
    const [token, at] = ["t".repeat(32), new Date().toISOString()];
    const row = { id: token, token, user_id: user, expires_at: new Date(Date.now() + 3_600_000).toISOString() };
    await studio.db.kysely
      .insertInto("sessions")
      .values({ ...row, created_at: at, updated_at: at })
      .execute();
    return (await studio.accounts.signIn.cookieOf(token)).split(";")[0] ?? "";
  }
  const cookieOf = (answer: Response, name = "session_token"): string =>
    answer.headers.getSetCookie().find((line) => line.split("=")[0]?.endsWith(name)) ?? "";

  it("gives a cookie that no script reads, no other site sends, and no other host gets", async () => {
    const cookie = cookieOf(await tried(ann.email, password));
    expect(cookie).toMatch(/^fabula\.session_token=[^;]+/);
    expect(cookie).toMatch(/; HttpOnly/i);
    expect(cookie).toMatch(/; SameSite=Lax/i);
    expect(cookie).toMatch(/; Path=\/(?:;|$)/i);
    expect(cookie).not.toMatch(/Domain=|Secure/i);
  });

  it("gives a secure cookie with a name of a host where the studio is at https", async () => {
    const account = { email: "ada@example.org", password };
    const answer = await secure.browser().send("POST", signIn, { body: account });
    expect(answer.status).toBe(200);
    for (const line of answer.headers.getSetCookie()) {
      expect(line).toMatch(/^__Host-/);
      expect(line).toMatch(/; Secure/i);
      expect(line).toMatch(/; HttpOnly/i);
      expect(line).toMatch(/; SameSite=Lax/i);
      expect(line).not.toMatch(/Domain=/i);
    }
    expect(answer.headers.getSetCookie().length).toBeGreaterThan(0);
  });

  it("does not tell which addresses are known: answers are the same, word for word", async () => {
    const told = async (path: string, body: Record<string, unknown>) => {
      const answer = await studio.browser().send("POST", path, { body, peer: elsewhere() });
      return `${answer.status} ${await answer.text()} ${answer.headers.getSetCookie().join()}`;
    };
    const pairs: [string, Record<string, unknown>][] = [
      ["/api/auth/sign-up/email", { name: "Ann", password }],
      ["/api/auth/request-password-reset", {}],
      ["/api/auth/sign-in/magic-link", {}],
      ["/api/auth/send-verification-email", {}],
      [signIn, { password: wrong }],
    ];
    for (const [i, [path, body]] of pairs.entries()) {
      const known = await told(path, { ...body, email: ann.email });
      const unknown = await told(path, { ...body, email: `stranger${i}@example.org` });
      expect(known, path).toBe(unknown);
      expect(known, path).toMatch(path === signIn ? /^401/ : /^200/);
    }
  });

  it("does not tell which addresses are known by the time that it takes", async () => {
    const ask = (path: string, body: object) => studio.browser().send("POST", path, { body, peer: elsewhere() });
    for (const [path, body] of [
      ["/api/auth/request-password-reset", {}],
      ["/api/auth/sign-in/magic-link", {}],
    ] as const) {
      const [known = 0, unknown = 0] = await middleTimes(
        5,
        () => ask(path, { ...body, email: ann.email }),
        (i) => ask(path, { ...body, email: `nobody${i}@example.org` }),
      );
      expect(known - unknown, `${path}: ${known} and ${unknown} ms`).toBeLessThan(Math.max(30, 2 * unknown));
    }
  });

  it("hashes a password for an address that nobody has, too", async () => {
    const [known = 0, unknown = 0] = await middleTimes(
      7,
      () => tried(ann.email, wrong),
      (i) => tried(`stranger${i}@example.org`, wrong),
    );
    expect(known).toBeGreaterThan(10);
    expect(unknown / known, `${unknown} and ${known} ms`).toBeGreaterThan(0.5);
    expect(unknown / known, `${unknown} and ${known} ms`).toBeLessThan(2);
  });

  it("is over after ten tries from somewhere, and open to the owner from elsewhere", async () => {
    const thief = elsewhere();
    for (let i = 0; i < 10; i++) expect((await tried(ann.email, wrong, thief)).status).toBe(401);
    const late = await tried(ann.email, password, thief);
    expect(late.status).toBe(429);
    expect(Number(late.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect(await late.json()).toMatchObject({ code: "too-many-requests" });
    expect((await tried(ann.email, password)).status).toBe(200);
    expect((await ann.browser.send("GET", "/api/me")).status).toBe(200);
  });

  it("believes no address that a client writes itself", async () => {
    const thief = elsewhere();
    const body = { email: "bob@example.org", password: wrong };
    const statuses: number[] = [];
    for (let i = 0; i < 12; i++) {
      const headers = {
        "X-Forwarded-For": `203.0.113.${i}`,
        "X-Real-IP": `203.0.113.${i}`,
        "CF-Connecting-IP": "1.1.1.1",
      };
      statuses.push((await studio.browser().send("POST", signIn, { body, headers, peer: thief })).status);
    }
    expect(statuses.slice(-2)).toEqual([429, 429]);
  });

  it("makes a new session each time: one that was given to the browser before is worth nothing afterwards", async () => {
    const browser = studio.browser();
    const fixed = "fabula.session_token=given-by-somebody.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA%3D";
    const headers = { Cookie: fixed };
    const answer = await browser.send("POST", signIn, {
      body: { email: ann.email, password },
      headers,
      peer: elsewhere(),
    });
    expect(cookieOf(answer)).not.toContain("given-by-somebody");
    expect((await studio.browser().send("GET", "/api/me", { headers })).status).toBe(401);
    // A thief’s own session, put into the browser of somebody who then signs in.
    const before = await sessionOf(studio.test.other);
    const taken = await browser.send("POST", signIn, {
      body: { email: ann.email, password },
      headers: { Cookie: before },
      peer: elsewhere(),
    });
    expect(taken.status).toBe(200);
    expect(before).not.toContain(cookieOf(taken).split(";")[0]);
    const me = await studio.browser().send("GET", "/api/me", { headers: { Cookie: before } });
    expect(await me.json()).not.toMatchObject({ id: ann.id });
  });

  it("leads nowhere else: no address of others is taken as a place to go on", async () => {
    const evil = [
      "https://evil.example",
      "//evil.example",
      "/\\evil.example",
      "\\\\evil.example",
      "/\t/evil.example",
      "javascript:alert(1)",
      "data:text/html,x",
      `${testOrigin}@evil.example`,
      `${testOrigin}.evil.example`,
      "%2F%2Fevil.example",
    ];
    const document = await studio.admin.json<OpenApiDocument>("GET", "/api/openapi.json");
    const bodies: [string, object, string][] = [
      ["/api/auth/sign-up/email", { name: "Eve", password }, "callbackURL"],
      ["/api/auth/sign-in/magic-link", {}, "callbackURL"],
      ["/api/auth/send-verification-email", {}, "callbackURL"],
      ["/api/auth/sign-in/social", { provider: "google" }, "callbackURL"],
      ["/api/auth/sign-in/social", { provider: "google" }, "errorCallbackURL"],
    ];
    const links = Object.keys(document.paths)
      .filter((path) => /^\/api\/auth\/(?:verify-email|magic-link\/verify|reset-password\/|callback\/)/.test(path))
      .map((path) => path.replace("{token}", "x").replace("{provider}", "google"));
    expect(links.length).toBeGreaterThan(2);
    for (const [i, place] of evil.entries()) {
      for (const [path, body, field] of bodies) {
        const asked = { email: `eve${i}@example.org`, ...body, [field]: place };
        const answer = await studio.browser().send("POST", path, { body: asked, peer: elsewhere() });
        expect(answer.status, `${path} ${place}`).toBe(400);
      }
      for (const path of links) {
        const query = new URLSearchParams({ token: "x", state: "x", code: "x", callbackURL: place, redirectTo: place });
        const answer = await studio.browser().send("GET", `${path}?${query.toString()}`, { peer: elsewhere() });
        const location = answer.headers.get("Location");
        if (location !== null) expect(new URL(location, testOrigin).origin, `${path} ${place}`).toBe(testOrigin);
      }
    }
  });
});
