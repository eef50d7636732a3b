import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createHash } from "node:crypto";
import { unwrap } from "../../src/core/text/result.ts";
import { storeFile } from "../../src/features/files/store-file.ts";
import { type TestApp, testApp } from "../app.ts";

const page = "<!doctype html><title>Studio</title>";

/** A policy by its directives. */
function directivesOf(policy: string | null): Map<string, string[]> {
  const parts = (policy ?? "").split(";").map((part) => part.trim().split(/\s+/));
  return new Map(parts.map(([name = "", ...values]) => [name, values]));
}

describe("the headers of every answer", () => {
  let app: TestApp;
  let secure: TestApp;
  let blob: string;
  beforeAll(async () => {
    const web = async (path: string) =>
      path === "index.html" || path === "assets/a-1.js"
        ? { content: new TextEncoder().encode(page), mime: "text/html", tag: '"1"', isForever: false }
        : null;
    const link = async () => ({ url: "https://files.example.org/a", headers: {} });
    app = await testApp({ web });
    secure = await testApp({ web, origin: "https://comics.example.org" });
    const content = new TextEncoder().encode("<!doctype html><script>alert(1)</script>");
    const file = { category: "images", content, name: "page.html", type: null } as const;
    const limits = { types: null, size: 1e6, quota: null };
    blob = unwrap(await storeFile(app.studio.db, app.studio.tools, app.owner, file, limits)).id;
    linked = await testApp({
      services: {
        db: app.studio.db,
        blobs: { ...app.studio.blobs, link },
        now: Date.now,
        newId: app.studio.tools.newId,
        close: async () => undefined,
      },
      signedIn: async () => ({ id: app.owner, isAdmin: false, by: "session", sessionId: null, scopes: null }),
    });
  });
  let linked: TestApp;
  afterAll(() => Promise.all([app.close(), secure.close(), linked.close()]));

  /** One answer of each kind: pages, scripts, data, problems of all layers, files, redirects, nothing at all. */
  const kinds = async (): Promise<[string, Response][]> => [
    ["a page", await app.send("GET", "/library", { headers: { Accept: "text/html" } })],
    ["a script", await app.send("GET", "/assets/a-1.js")],
    ["nothing new", await app.send("GET", "/", { headers: { Accept: "text/html", "If-None-Match": '"1"' } })],
    ["data", await app.send("GET", "/api/me")],
    ["no content", await app.send("POST", "/api/notifications/read")],
    ["the document", await app.send("GET", "/api/openapi.json")],
    ["its page", await app.send("GET", "/api/docs")],
    ["health", await app.send("GET", "/health")],
    ["metrics", await app.send("GET", "/metrics")],
    ["nobody", await app.send("GET", "/api/me", { as: "nobody" })],
    ["a bad request", await app.send("PATCH", "/api/me/settings", { body: { theme: 1 } })],
    [
      "no JSON",
      await app.send("PATCH", "/api/me/settings", {
        bytes: new Uint8Array(3),
        headers: { "Content-Type": "application/json" },
      }),
    ],
    ["no route", await app.send("GET", "/api/nothing")],
    ["a foreign page", await app.send("POST", "/api/books/samples", { headers: { Origin: "https://evil.example" } })],
    ["too much", await app.send("PATCH", "/api/me/settings", { body: { language: "x".repeat(2 ** 20) } })],
    ["a file", await app.send("GET", `/api/blobs/${blob}`)],
    ["a part of it", await app.send("GET", `/api/blobs/${blob}`, { headers: { Range: "bytes=0-3" } })],
    ["no such part", await app.send("GET", `/api/blobs/${blob}`, { headers: { Range: "bytes=999-" } })],
    ["a link that is none", await app.send("GET", `/api/blobs/${blob}?signature=x`)],
    ["a redirect", await linked.send("GET", `/api/blobs/${blob}`)],
    ["a fault", await (await testApp({ health: () => Promise.reject(new Error("x")) })).send("GET", "/health")],
  ];

  it("keep types, frames, referrers and other origins away, on errors, files and redirects too", async () => {
    const answers = await kinds();
    const statuses = new Set(answers.map(([, { status }]) => status));
    for (const status of [200, 204, 206, 302, 304, 400, 401, 403, 404, 413, 416, 500])
      expect(statuses).toContain(status);
    for (const [kind, { headers }] of answers) {
      expect(headers.get("X-Content-Type-Options"), kind).toBe("nosniff");
      expect(headers.get("X-Frame-Options"), kind).toBe("DENY");
      expect(headers.get("Referrer-Policy"), kind).toBe("no-referrer");
      expect(headers.get("Cross-Origin-Resource-Policy"), kind).toBe("same-origin");
      expect(headers.get("Cross-Origin-Opener-Policy"), kind).toBe("same-origin");
      expect(headers.get("Permissions-Policy"), kind).toContain("camera=()");
      expect(headers.get("X-Request-Id"), kind).not.toBeNull();
      expect(headers.get("Server") ?? headers.get("X-Powered-By"), kind).toBeNull();
    }
  });

  it("have a policy that lets no script but the studio’s files run, nowhere one that stands in a page", async () => {
    for (const [kind, { headers }] of await kinds()) {
      const policy = directivesOf(headers.get("Content-Security-Policy"));
      const scripts = policy.get("script-src") ?? policy.get("default-src") ?? ["missing"];
      expect(scripts.join(" "), kind).toMatch(/^'(?:self|none)'$/);
      expect(policy.get("frame-ancestors"), kind).toEqual(["'none'"]);
      expect(
        [...policy.values()].flat().filter((word) => /unsafe-eval|unsafe-hashes|^\*|^https?:/.test(word)),
        kind,
      ).toEqual([]);
      // Only the studio’s pages: Mantine writes styles. Files may, in a frame where nothing else is allowed.
      if (policy.get("style-src")?.includes("'unsafe-inline'"))
        expect(["a page", "a script", "nothing new", "a file", "a part of it"], kind).toContain(kind);
    }
  });

  it("let the page of the interface have its one style, by its hash, and no script", async () => {
    const answer = await app.send("GET", "/api/docs");
    const html = await answer.text();
    const style = /<style>([^]*?)<\/style>/.exec(html)?.[1] ?? "";
    const hash = createHash("sha256").update(style).digest("base64");
    const policy = directivesOf(answer.headers.get("Content-Security-Policy"));
    expect(policy.get("style-src")).toEqual([`'sha256-${hash}'`]);
    expect(policy.get("default-src")).toEqual(["'none'"]);
    expect(html).not.toMatch(/<script|\son\w+=|style=|javascript:/i);
  });

  it("send browsers to https where the studio is at https, and only there", async () => {
    const asked = (studio: TestApp, origin: string) => studio.app.request(`${origin}/api/me`);
    const header = async (answer: Response | Promise<Response>) =>
      (await answer).headers.get("Strict-Transport-Security");
    expect(await header(asked(secure, "https://comics.example.org"))).toBe("max-age=31536000");
    expect(await header(asked(app, "http://localhost:8787"))).toBeNull();
  });

  it("let nothing of the interface be kept, but what a person’s browser may keep for itself", async () => {
    for (const [kind, { headers, status }] of await kinds()) {
      if (["a page", "a script", "nothing new"].includes(kind) || status === 302) continue;
      expect(headers.get("Cache-Control"), kind).toMatch(/^(?:no-store|private, .*)$/);
    }
  });
});
