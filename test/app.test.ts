import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { storeFile } from "../src/features/files/store-file.ts";
import { unwrap } from "../src/core/text/result.ts";
import { type ProblemAnswer, type TestApp, testApp, testOrigin } from "./app.ts";
import { someSettings, someText } from "./comic-studio.ts";

interface Operation {
  summary?: string;
  parameters?: { name: string; in: string }[];
  responses: Record<string, unknown>;
}

interface OpenApiDocument {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown> };
}

const asFolder = (path: string): string => path.replace(/\{(\w+)\}/g, ":$1");

/** Every `$ref` in a value. */
function references(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  if ("$ref" in value && typeof value.$ref === "string") return [value.$ref];
  return Object.values(value).flatMap(references);
}

/** Bodies that let a request through to its route. */
const bodies: Readonly<Record<string, unknown>> = {
  "patch /api/me/settings": {},
  "post /api/books/samples": { sample: "english" },
  "patch /api/books/{id}": { title: "Mine now" },
  "put /api/books/{id}/progress": { percent: 1 },
  "post /api/books/{id}/preview": {},
  "post /api/books/{id}/comics": {},
  "post /api/comics/{id}/files": { format: "pdf" },
  "post /api/comics/{id}/shares": {},
};

describe("the interface as a whole", () => {
  let app: TestApp;
  let document: OpenApiDocument;
  let operations: { method: string; path: string; operation: Operation }[];
  let ids: Record<string, string>;
  beforeAll(async () => {
    app = await testApp();
    const { studio, owner } = app;
    document = await app.json<OpenApiDocument>("GET", "/api/openapi.json", { as: "nobody" });
    operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
    );
    const job = await studio.begin(someText, { ...someSettings, formats: ["cbz"] });
    await studio.workOn();
    const { id: share } = await app.json<{ id: string }>("POST", `/api/comics/${job}/shares`, {
      body: {},
      status: 201,
    });
    const { items } = await app.json<{ items: { id: string }[] }>("GET", "/api/books");
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1);
    const file = { category: "outputs", content: png, name: "a.png", type: null } as const;
    const stored = unwrap(
      await storeFile(studio.db, studio.tools, owner, file, { types: null, size: 1e6, quota: null }),
    );
    ids = { book: items[0]?.id ?? "", job, share, blob: stored.id };
  }, 60_000);
  afterAll(() => app.close());

  /** A path with the ids of the owner's own things. */
  function filled(path: string): string {
    const own = path.includes("/books/") ? ids["book"] : path.includes("/blobs/") ? ids["blob"] : ids["job"];
    const values: Record<string, string | undefined> = {
      id: own,
      number: "1",
      index: "0",
      act: "pause",
      share: ids["share"],
      person: ids["job"],
      token: "A".repeat(43),
    };
    const query = path.endsWith("/passage") ? "?start=0&end=1" : "";
    return path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "?") + query;
  }

  it("is described as OpenAPI 3.1: every reference leads somewhere, every parameter of a path is declared", () => {
    expect(document.openapi).toBe("3.1.0");
    expect(document.info.version).toBe("0.0.0-test");
    for (const reference of references(document)) {
      const name = /^#\/components\/schemas\/(.+)$/.exec(reference)?.[1] ?? "";
      expect(Object.keys(document.components.schemas)).toContain(name);
    }
    for (const { path, method, operation } of operations) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = (operation.parameters ?? []).filter((parameter) => parameter.in === "path");
      expect(
        declared.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b)),
        `${method} ${path}`,
      ).toEqual(named.toSorted((a = "", b = "") => a.localeCompare(b)));
      expect(Object.keys(operation.responses).every((status) => /^[2345]\d\d$/.test(status))).toBe(true);
      expect(operation.summary, `${method} ${path}`).toMatch(/^[A-Z]/);
    }
  });

  it("describes every route there is", () => {
    const described = new Set(operations.map(({ method, path }) => `${method.toUpperCase()} ${asFolder(path)}`));
    const own = ["GET /api/openapi.json", "GET /api/docs"];
    const routes = app.app.routes
      .filter(({ method }) => method !== "ALL")
      .map(({ method, path }) => `${method} ${path}`);
    expect(routes.length).toBeGreaterThan(40);
    expect(routes.filter((route) => !described.has(route) && !own.includes(route))).toEqual([]);
  });

  it("lets nobody in who is not signed in, but to what is open to all", async () => {
    const open = /^\/(?:health|metrics|api\/(?:shared|auth)\/.*)$/;
    for (const { method, path } of operations) {
      const { status } = await app.send(method.toUpperCase(), filled(path), {
        as: "nobody",
        body: bodies[`${method} ${path}`],
      });
      if (!open.test(path)) expect(status, `${method} ${path}`).toBe(401);
    }
  });

  it("answers another person as if what they name did not exist", async () => {
    const shown = operations.filter(({ path }) => /^\/api\/(?:books|jobs|comics|blobs)\/\{id\}/.test(path));
    expect(shown.length).toBeGreaterThan(25);
    for (const { method, path } of shown) {
      const options = { as: app.other, body: bodies[`${method} ${path}`] };
      const strange = await app.send(method.toUpperCase(), filled(path), withPicture(path, method, options));
      const { code } = (await strange.json()) as ProblemAnswer;
      const missing = await app.send(
        method.toUpperCase(),
        filled(path).replace(/[0-9a-f-]{36}/, app.studio.tools.newId()),
        withPicture(path, method, { ...options, as: app.owner }),
      );
      const told = (await missing.json()) as ProblemAnswer;
      expect({ at: `${method} ${path}`, status: strange.status, code }).toEqual({
        at: `${method} ${path}`,
        status: 404,
        code: told.code,
      });
    }
    const { items } = await app.json<{ items: { title: string }[] }>("GET", "/api/books");
    expect(items.map(({ title }) => title)).not.toContain("Mine now");
  });

  function withPicture(path: string, method: string, options: { as: string; body: unknown }) {
    return path.endsWith("/cover") && method === "put" ? { as: options.as, bytes: Uint8Array.of(1) } : options;
  }

  it("refuses ids that are none, and JSON that is none, as bad requests", async () => {
    for (const path of ["/api/books/1", "/api/jobs/x", "/api/comics/../x/pages/1"]) {
      const { status } = await app.send("GET", path);
      expect([400, 404]).toContain(status);
    }
    const headers = { "Content-Type": "application/json" };
    const bytes = new TextEncoder().encode("{");
    const problem = await app.json<ProblemAnswer>("PATCH", "/api/me/settings", { bytes, headers, status: 400 });
    expect(problem.code).toBe("request-invalid");
  });

  it("takes no JSON of more than a mebibyte", async () => {
    const body = { theme: "dark", more: "x".repeat(2 ** 20) };
    expect((await app.send("PATCH", "/api/me/settings", { body })).status).toBe(413);
  });

  it("answers with a problem where there is nothing", async () => {
    const problem = await app.json<ProblemAnswer>("GET", "/api/nothing", { status: 404 });
    expect(problem).toMatchObject({ code: "route-unknown", status: 404 });
    expect((await app.send("GET", "/nothing")).headers.get("Content-Type")).toBe("application/problem+json");
  });

  it("can be read as a page without a script", async () => {
    const page = await app.send("GET", "/api/docs", { as: "nobody" });
    const html = await page.text();
    expect(html).toContain("/api/books/{id}");
    expect(html).not.toContain("<script");
  });

  it("refuses requests under the name of another, which were led here by a stranger's DNS", async () => {
    const from = (host: string): Promise<Response> => Promise.resolve(app.app.request(`http://${host}/api/me`));
    for (const host of ["evil.example", "localhost.evil.example:8787", "127.0.0.1.evil.example", "10.0.0.5:8787"])
      expect((await from(host)).status, host).toBe(403);
    for (const host of ["localhost:8787", "127.0.0.1:9", "[::1]:8787"])
      expect((await from(host)).status, host).toBe(200);
  });

  it("refuses changes that a page of another origin asks for", async () => {
    const change = async (headers: Record<string, string>): Promise<number> =>
      (await app.send("PATCH", "/api/me/settings", { body: {}, headers })).status;
    expect(await change({ Origin: "https://evil.example" })).toBe(403);
    expect(await change({ Origin: "null" })).toBe(403);
    expect(await change({ Origin: "http://localhost:3000" })).toBe(403);
    expect(await change({ "Sec-Fetch-Site": "cross-site" })).toBe(403);
    expect(await change({ "Sec-Fetch-Site": "same-site" })).toBe(403);
    expect(await change({ Origin: testOrigin })).toBe(200);
    expect(await change({ "Sec-Fetch-Site": "same-origin" })).toBe(200);
    expect(await change({})).toBe(200);
  });

  it("sends the headers that keep pages apart, and allows no other origin", async () => {
    const { headers } = await app.send("GET", "/api/me", { headers: { Origin: "https://evil.example" } });
    expect(headers.get("Content-Security-Policy")).toContain("default-src 'none'");
    expect(headers.get("Content-Security-Policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Referrer-Policy")).toBe("no-referrer");
    expect(headers.get("Cache-Control")).toBe("no-store");
    expect(headers.get("Access-Control-Allow-Origin")).toBeNull();
  });

  it("logs each request with its pattern and nothing that a person has written", async () => {
    app.log.length = 0;
    await app.send("GET", `/api/books/${ids["book"]}?q=secretwords`);
    await app.send("GET", "/api/books?q=secretwords");
    expect(app.log).toMatchObject([
      { method: "GET", route: "/api/books/:id", status: 200, owner: app.owner, level: "info" },
      { method: "GET", route: "/api/books", status: 200 },
    ]);
    expect(JSON.stringify(app.log)).not.toContain("secretwords");
  });

  it("answers a fault of its own without its words, which stand in the log", async () => {
    const broken = await testApp({ health: () => Promise.reject(new Error("the tenth disk is mute")) });
    const problem = await broken.json<ProblemAnswer>("GET", "/health", { status: 500 });
    expect(JSON.stringify(problem)).not.toContain("disk");
    expect(JSON.stringify(broken.log)).toContain("the tenth disk is mute");
    await broken.close();
  });

  it("counts requests, jobs and tasks", async () => {
    const text = await (await app.send("GET", "/metrics", { as: "nobody" })).text();
    expect(text).toMatch(/_count\{method="GET",route="\/api\/books",status="200"\} [1-9]/);
    expect(text).toContain('fabula_jobs{status="completed"} 1');
    expect(text).toContain("fabula_tasks_ready 0");
    expect(text).toContain("fabula_process_memory_bytes 1000");
  });

  it("serves the built web, and its page for every address in it", async () => {
    const files: Record<string, string> = { "index.html": "<h1>Studio</h1>", "assets/a-1.js": "1" };
    const own = await testApp({
      web: async (path) => {
        const content = files[path];
        const mime = path.endsWith(".js") ? "text/javascript" : "text/html";
        const isForever = path.startsWith("assets/");
        return content === undefined
          ? null
          : { content: new TextEncoder().encode(content), mime, tag: '"1"', isForever };
      },
    });
    const html = { headers: { Accept: "text/html,*/*" } };
    for (const path of ["/", "/library", "/s/abc"])
      expect(await (await own.send("GET", path, html)).text()).toBe("<h1>Studio</h1>");
    const script = await own.send("GET", "/assets/a-1.js");
    expect(script.headers.get("Cache-Control")).toContain("immutable");
    expect((await own.send("GET", "/assets/gone.js", html)).status).toBe(404);
    expect((await own.send("GET", "/api/gone", html)).status).toBe(404);
    expect((await own.send("GET", "/", { headers: { Accept: "text/html", "If-None-Match": '"1"' } })).status).toBe(304);
    await own.close();
  });

  it("says how to build the web where it is not built", async () => {
    const page = await app.send("GET", "/library", { headers: { Accept: "text/html" } });
    expect(page.status).toBe(503);
    expect(await page.text()).toContain("npm run");
  });
});
