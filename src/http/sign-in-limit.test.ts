import { afterEach, describe, expect, it, vi } from "vitest";
import type { Database } from "../backends/sql/database.ts";
import { testDatabase } from "../../test/database.ts";
import { newApi } from "./api.ts";
import { addressOfClients } from "./client-address.ts";
import { fewAtOnce } from "./few-at-once.ts";
import { answerProblem, problemOf } from "./problem.ts";
import { signInLimit } from "./sign-in-limit.ts";

const home = "192.0.2.1";
const thief = "203.0.113.66";

/** A process of a server: a way to sign in, where one password is right, behind the limit. */
function serverProcess(db: Database, clock: { time: number }) {
  const app = newApi();
  app.onError((error, c) => answerProblem(c, problemOf(error)));
  app.use(addressOfClients((env) => String(env), []));
  app.use(
    "/api/*",
    signInLimit(db, () => clock.time),
  );
  app.post("/api/auth/sign-in/email", async (c) => {
    const body: { password?: string } = await c.req.json();
    return body.password === "right" ? c.json({}) : c.json({}, 401);
  });
  app.all("/api/*", async (c) => {
    work.most = Math.max(work.most, ++work.now);
    await work.until;
    work.now -= 1;
    return c.json({});
  });
  const work = { now: 0, most: 0, until: Promise.resolve() };
  const post = async (path: string, body: unknown, peer: string): Promise<Response> =>
    app.request(
      path.startsWith("/") ? path : `/api/auth/${path}`,
      { method: "POST", body: JSON.stringify(body) },
      peer,
    );
  return {
    post,
    work,
    signIn: async (email: string, password: string, peer = thief): Promise<number> =>
      (await post("sign-in/email", { email, password }, peer)).status,
  };
}

describe("trying to sign in", () => {
  const open: Database[] = [];
  afterEach(async () => {
    for (const db of open.splice(0)) await db.close();
  });
  async function studio() {
    const db = await testDatabase();
    open.push(db);
    const clock = { time: Date.UTC(2026, 10, 22) };
    return { db, clock, one: serverProcess(db, clock), two: serverProcess(db, clock) };
  }

  it("is over after ten times for an account from an address, on all processes of a server together", async () => {
    const { clock, one, two } = await studio();
    for (let i = 0; i < 5; i++)
      expect([await one.signIn("ann@example.org", "x"), await two.signIn("ann@example.org", "x")]).toEqual([401, 401]);
    expect(await one.signIn("ann@example.org", "right")).toBe(429);
    expect(await two.signIn(" Ann@EXAMPLE.org ", "right")).toBe(429);
    const answer = await two.post("sign-in/email", { email: "ann@example.org", password: "right" }, thief);
    expect(answer.headers.get("Retry-After")).toBe("900");
    clock.time += 15 * 60_000;
    expect(await one.signIn("ann@example.org", "right")).toBe(200);
  });

  it("is no more tries when they come all at once", async () => {
    const { one } = await studio();
    const statuses = await Promise.all(Array.from({ length: 16 }, () => one.signIn("ann@example.org", "x")));
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
  });

  it("locks nobody out of an account of theirs: the owner comes from elsewhere", async () => {
    const { one } = await studio();
    for (let i = 0; i < 30; i++) await one.signIn("ann@example.org", "x", thief);
    expect(await one.signIn("ann@example.org", "right", thief)).toBe(429);
    expect(await one.signIn("ann@example.org", "right", home)).toBe(200);
  });

  it("begins anew for who has signed in, and for nobody else", async () => {
    const { one } = await studio();
    for (let i = 0; i < 9; i++) {
      await one.signIn("ann@example.org", "x", home);
      await one.signIn("bob@example.org", "x", home);
    }
    expect(await one.signIn("ann@example.org", "right", home)).toBe(200);
    for (let i = 0; i < 9; i++) expect(await one.signIn("ann@example.org", "x", home)).toBe(401);
    expect(await one.signIn("bob@example.org", "x", home)).toBe(401);
    expect(await one.signIn("bob@example.org", "x", home)).toBe(429);
  });

  it("is over for an address that tries many accounts, or writes none", async () => {
    const { one } = await studio();
    const statuses: number[] = [];
    for (let i = 0; i < 101; i++) statuses.push(await one.signIn(`p${i}@example.org`, "x"));
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
    expect(await one.signIn("", "x")).toBe(429);
  });

  it("fills nobody's letter box: mail to one address is counted wherever it is asked for", async () => {
    const { one } = await studio();
    const ask = async (i: number, path: string) =>
      (await one.post(path, { email: "ann@example.org" }, `198.51.100.${i}`)).status;
    const statuses: number[] = [];
    for (let i = 0; i < 21; i++)
      statuses.push(await ask(i, i % 2 === 0 ? "sign-in/magic-link" : "request-password-reset"));
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  });

  it.each([
    "/api/auth/setup",
    "/api/auth/change-password",
    "/api/auth/set-password",
    "/api/auth/reset-password",
    "/api/account/claim",
    "/api/account/deletion",
  ])(
    "%s, where a code or a password may be tried, is over after twenty times, and hashes one at once",
    async (path) => {
      const { one } = await studio();
      const wake = Promise.withResolvers<void>();
      one.work.until = wake.promise;
      // One runs and eight wait; the others are told to come again.
      const statuses: number[] = [];
      const crowd = Array.from({ length: 12 }, async () => statuses.push((await one.post(path, {}, thief)).status));
      await vi.waitFor(() => expect(statuses).toEqual([429, 429, 429]));
      wake.resolve();
      await Promise.all(crowd);
      expect([statuses.filter((status) => status === 200).length, one.work.most]).toEqual([9, 1]);
      for (let i = 0; i < 11; i++) await one.post(path, {}, thief);
      const late = await one.post(path, {}, thief);
      expect([late.status, late.headers.get("Retry-After")]).toEqual([429, "900"]);
      expect((await one.post(path, {}, home)).status).toBe(200);
    },
  );

  it("leaves no address of a person in the table where it is counted, and rows that end", async () => {
    const { db, one } = await studio();
    await one.signIn("ann@example.org", "x");
    const rows = await db.kysely.selectFrom("cache").selectAll().execute();
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain("ann@");
    expect(rows.every(({ expires_at }) => expires_at === "2026-11-22T00:15:00.000Z")).toBe(true);
  });
});

describe("turns", () => {
  it("let a few run and a few wait, in order, and send the others away", async () => {
    const turns = fewAtOnce(2, 3);
    const log: string[] = [];
    const ends: (() => void)[] = [];
    const work = (name: string) => () =>
      new Promise<string>((resolve) => {
        log.push(name);
        ends.push(() => resolve(name));
      });
    const asked = ["a", "b", "c", "d", "e", "f"].map((name) => turns.run(work(name)));
    expect(await asked[5]).toBeNull();
    expect(log).toEqual(["a", "b"]);
    for (let i = 0; i < 5; i++) {
      ends[i]?.();
      await asked[i];
      await Promise.resolve();
    }
    expect(log).toEqual(["a", "b", "c", "d", "e"]);
    expect(await Promise.all(asked.slice(0, 5))).toEqual(["a", "b", "c", "d", "e"].map((answer) => ({ answer })));
    const again = turns.run(() => Promise.resolve("g"));
    expect(await again).toEqual({ answer: "g" });
  });

  it("are given on by work that fails", async () => {
    const turns = fewAtOnce(1, 1);
    await expect(turns.run(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await turns.run(() => Promise.resolve(1))).toEqual({ answer: 1 });
  });
});
