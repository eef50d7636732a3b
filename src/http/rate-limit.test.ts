import { describe, expect, it } from "vitest";
import { newApi } from "./api.ts";
import { addressOfClients } from "./client-address.ts";
import type { Person } from "./person.ts";
import { answerProblem, problemOf } from "./problem.ts";
import { costlyRoutes, rateLimit, wideAccount, wideAddress } from "./rate-limit.ts";
import { tokenBuckets } from "./token-buckets.ts";

const person: Person = { id: "ann", isAdmin: false, by: "session", sessionId: "s", scopes: null };

/** Routes behind the limits, and a clock that is put forward by hand. */
function limited(most?: number) {
  const clock = { time: 0 };
  const limit = rateLimit(() => clock.time, most);
  const app = newApi();
  app.onError((error, c) => answerProblem(c, problemOf(error)));
  app.use(addressOfClients((env) => String(env), []));
  app.use(limit.byAddress);
  app.use(async (c, next) => {
    const [id = "ann", by = "session"] = (c.req.header("X-Person") ?? "").split(" ").filter((word) => word !== "");
    c.set("person", { ...person, id, by: by === "machine" ? "machine" : "session" });
    return limit.byAccount(c, next);
  });
  app.all("*", (c) => c.text("well"));
  const send = (method: string, path: string, who = "ann session", peer = "192.0.2.1"): Promise<Response> =>
    Promise.resolve(app.request(path, { method, headers: { "X-Person": who } }, peer));
  const statuses = async (times: number, method: string, path: string, who?: string, peer?: string) => {
    const found: number[] = [];
    for (let i = 0; i < times; i++) found.push((await send(method, path, who, peer)).status);
    return found;
  };
  return { clock, send, statuses, size: () => limit.size() };
}

const refused = (statuses: readonly number[]): number => statuses.filter((status) => status === 429).length;

describe("the limits of a process", () => {
  it("answer what is too much with a problem that says when to come again, and keep their word", async () => {
    const { clock, send, statuses } = limited();
    expect(refused(await statuses(31, "POST", "/api/books/b/preview"))).toBe(1);
    const answer = await send("POST", "/api/books/b/preview");
    expect(answer.status).toBe(429);
    expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
    expect(answer.headers.get("Retry-After")).toBe("2");
    expect(await answer.json()).toMatchObject({ code: "too-many-requests", status: 429 });
    clock.time += 1_999;
    expect((await send("POST", "/api/books/b/preview")).status).toBe(429);
    clock.time += 2;
    expect((await send("POST", "/api/books/b/preview")).status).toBe(200);
  });

  it("count each account by itself, and what is costly by itself", async () => {
    const { send, statuses } = limited();
    await statuses(40, "POST", "/api/books/b/preview");
    expect((await send("POST", "/api/books/b/preview", "bob")).status).toBe(200);
    expect((await send("GET", "/api/books/b")).status).toBe(200);
    expect((await send("POST", "/api/books")).status).toBe(200);
  });

  it("hold for uploads, previews, making, export and the account itself", async () => {
    const examples: Record<string, [string, string]> = {
      upload: ["PUT", "/api/books/b/cover"],
      preview: ["POST", "/api/books/b/preview"],
      make: ["POST", "/api/comics/c/files"],
      export: ["POST", "/api/account/export"],
      account: ["POST", "/api/account/deletion"],
      orphans: ["GET", "/api/admin/storage/orphans"],
    };
    for (const { name, allowance } of costlyRoutes) {
      const { statuses } = limited();
      const [method, path] = examples[name] ?? ["", ""];
      expect(refused(await statuses(allowance.burst, method, path)), name).toBe(0);
      expect(refused(await statuses(5, method, path)), name).toBe(5);
    }
  });

  it("count an export alike, by a link and by a program, and do not count looking at what will be in it", async () => {
    const { send, statuses } = limited();
    expect(refused(await statuses(3, "POST", "/api/account/export"))).toBe(0);
    expect(refused(await statuses(3, "GET", "/api/account/export/archive"))).toBe(1);
    expect((await send("HEAD", "/api/account/export/archive")).status).toBe(429);
    expect(refused(await statuses(20, "GET", "/api/account/export"))).toBe(0);
  });

  it("never meet a reader: three hundred pages with small pictures at once, then twenty requests a second for a minute", async () => {
    const { clock, statuses } = limited();
    let late = refused(await statuses(900, "GET", "/api/comics/c/pages/1/picture"));
    for (let second = 0; second < 60; second++) {
      clock.time += 1_000;
      late += refused(await statuses(20, "GET", "/api/comics/c/pages/1/picture"));
    }
    expect(late).toBe(0);
  });

  it("hold for an account wherever it comes from, and for an address whoever it says it is", async () => {
    const one = limited();
    let late = 0;
    for (let i = 0; i < wideAccount.burst / 100 + 10; i++)
      late += refused(await one.statuses(100, "GET", "/api/books", "ann session", `192.0.2.${i}`));
    expect(late).toBe(1_000);
    const other = limited();
    late = 0;
    for (let i = 0; i < wideAddress.burst / 100 + 10; i++)
      late += refused(await other.statuses(100, "GET", "/api/books", `p${i} session`));
    expect(late).toBe(1_000);
    expect((await other.send("GET", "/health")).status).toBe(200);
  });

  it("leave whoever sits at the machine alone", async () => {
    const { statuses } = limited();
    expect(refused(await statuses(100, "POST", "/api/books/b/preview", "ann machine"))).toBe(0);
  });

  it("remember no more keys than they may, and forget who has asked longest ago", async () => {
    const { statuses, size } = limited(50);
    for (let i = 0; i < 200; i++) await statuses(1, "GET", "/api/books", `p${i}`, `192.0.2.${i}`);
    expect(size()).toBe(50);
    const buckets = tokenBuckets(() => 0, 2);
    const once = { burst: 1, perSecond: 1 };
    expect(["a", "b", "a", "c", "a", "b"].map((key) => buckets.take(key, once))).toEqual([0, 0, 1_000, 0, 1_000, 0]);
  });
});
