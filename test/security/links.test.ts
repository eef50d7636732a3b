import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { unwrap } from "../../src/core/text/result.ts";
import { type LinkGrant, signLink } from "../../src/features/files/signed-link.ts";
import { storeFile } from "../../src/features/files/store-file.ts";
import { type ProblemAnswer, type TestApp, testApp } from "../app.ts";
import { walkFixture, type WalkFixture } from "../leak-walk-fixture.ts";
import { type OpenApiDocument, requestFor, routesOf } from "../leak-walk-requests.ts";

const secret = new Uint8Array(32).fill(7);

describe("links", () => {
  let app: TestApp;
  let fixture: WalkFixture;
  let document: OpenApiDocument;
  let [one, other] = ["", ""];
  beforeAll(async () => {
    app = await testApp();
    fixture = await walkFixture(app);
    document = await app.json<OpenApiDocument>("GET", "/api/openapi.json");
    const keep = async (text: string) => {
      const file = { category: "images", content: new TextEncoder().encode(text), name: "a.txt", type: null } as const;
      const limits = { types: null, size: 1e6, quota: null };
      return unwrap(await storeFile(app.studio.db, app.studio.tools, app.owner, file, limits)).id;
    };
    [one, other] = [await keep("one"), await keep("other")];
  }, 60_000);
  afterAll(() => app.close());

  const nobody = { as: "nobody" };
  /** What a stranger gets by a link, after a change of what it grants or of its query. */
  async function opened(
    change: Partial<LinkGrant> = {},
    { id = one, method = "GET", edit = (query: string) => query } = {},
  ) {
    const grant: LinkGrant = {
      key: one,
      method: "GET",
      contentType: "text/plain",
      expiresAt: Date.now() + 60_000,
      ...change,
    };
    const answer = await app.send(method, `/api/blobs/${id}?${edit(await signLink(secret, grant))}`, nobody);
    if (answer.status < 300) return method === "HEAD" ? "headers" : answer.text();
    const problem: ProblemAnswer = JSON.parse((await answer.text()) || `{"code":"${answer.status}"}`);
    return problem.code;
  }

  it("to a file open that file signed out, and nothing else", async () => {
    expect(await opened()).toBe("one");
    expect(await opened({ method: "HEAD" }, { method: "HEAD" })).toBe("headers");
    // Another key, another method, another type, another end, another signature.
    expect(await opened({}, { id: other })).toBe("link-invalid");
    expect(await opened({ key: other })).toBe("link-invalid");
    expect(await opened({ method: "PUT" })).toBe("link-invalid");
    expect(await opened({ method: "HEAD" })).toBe("link-invalid");
    expect(await opened({}, { edit: (query) => query.replace("text%2Fplain", "text%2Fhtml") })).toBe("link-invalid");
    expect(await opened({}, { edit: (query) => query.replace(/expires=\d+/, "expires=9999999999") })).toBe(
      "link-invalid",
    );
    expect(await opened({}, { edit: (query) => query.replace(/signature=./, "signature=_") })).toBe("link-invalid");
    expect(await opened({}, { edit: () => "signature=" })).toBe("link-invalid");
  });

  it("to a file end when they say, and cannot change or delete it", async () => {
    expect(await opened({ expiresAt: Date.now() - 1_000 })).toBe("link-expired");
    expect(await opened({}, { method: "DELETE" })).toBe("sign-in-needed");
    expect(await opened({}, { method: "PUT" })).toBe("sign-in-needed");
    expect((await app.send("GET", `/api/blobs/${one}`, nobody)).status).toBe(401);
  });

  it("to a file that is signed for a type that runs do not make it run", async () => {
    const query = await signLink(secret, {
      key: one,
      method: "GET",
      contentType: "text/html",
      expiresAt: Date.now() + 60_000,
    });
    const { headers } = await app.send("GET", `/api/blobs/${one}?${query}`, nobody);
    expect(headers.get("Content-Disposition")).toMatch(/^attachment/);
    expect(headers.get("Content-Security-Policy")).toMatch(/^sandbox; default-src 'none'/);
  });

  /** Statuses of all routes of shared comics by a token, for nobody. */
  async function shared(token: string): Promise<number[]> {
    const places = { ...fixture.owned.places, "shared/{token}": token };
    const routes = routesOf(document).filter(({ path }) => path.startsWith("/api/shared/"));
    const statuses: number[] = [];
    for (const route of routes) {
      const { method, path } = requestFor(route, document, { ...fixture.owned, places });
      statuses.push((await app.send(method, path, nobody)).status);
    }
    return statuses;
  }

  it("to a comic open it signed out, until they are taken back or end, and then nothing of it", async () => {
    const comic = fixture.owned.places["comics/{id}"];
    const make = (body: object) =>
      app.json<{ id: string; link: string }>("POST", `/api/comics/${comic}/shares`, { body, status: 201 });
    const tokenOf = ({ link }: { link: string }): string => link.split("/").at(-1) ?? "";
    const revoked = await make({ scope: "download" });
    expect(new Set(await shared(tokenOf(revoked)))).toEqual(new Set([200]));
    expect((await shared(tokenOf(revoked))).length).toBeGreaterThanOrEqual(5);
    await app.send("DELETE", `/api/comics/${comic}/shares/${revoked.id}`);
    expect(new Set(await shared(tokenOf(revoked)))).toEqual(new Set([410]));
    const expired = await make({ scope: "download", days: 1 });
    const past = new Date(Date.now() - 1).toISOString();
    await app.studio.db.kysely.updateTable("shares").set({ expires_at: past }).where("id", "=", expired.id).execute();
    expect(new Set(await shared(tokenOf(expired)))).toEqual(new Set([410]));
    expect(new Set(await shared("A".repeat(43)))).toEqual(new Set([404]));
    expect(new Set(await shared(`${tokenOf(expired)}A`))).toEqual(new Set([404]));
  });

  it("to a comic for reading give no file, and those for one comic nothing of another", async () => {
    const comic = fixture.owned.places["comics/{id}"];
    const { link } = await app.json<{ link: string }>("POST", `/api/comics/${comic}/shares`, { body: {}, status: 201 });
    const token = link.split("/").at(-1);
    expect(await app.json("GET", `/api/shared/${token}/files`, nobody)).toEqual({ items: [] });
    const file = fixture.owned.places["files/{id}"];
    expect((await app.send("GET", `/api/shared/${token}/files/${file}`, nobody)).status).toBe(404);
    expect((await app.send("GET", `/api/shared/${fixture.shareToken}/files/${one}`, nobody)).status).toBe(404);
  });

  it("to a comic open no other door: nobody is signed in by one", async () => {
    const token = fixture.shareToken;
    for (const headers of [{ Authorization: `Bearer ${token}` }, { Cookie: `fabula.session_token=${token}` }])
      for (const path of ["/api/me", "/api/books", `/api/comics/${fixture.owned.places["comics/{id}"]}`])
        expect((await app.send("GET", path, { ...nobody, headers })).status).toBe(401);
  });
});
