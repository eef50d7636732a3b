import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ProblemAnswer, type TestApp, testApp, testOrigin } from "../app.ts";

describe("a page of another site", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());

  /** The status of a change with these fields, and a body of a type. */
  async function change(headers: Record<string, string>, type = "application/json"): Promise<number> {
    const sent = { ...headers, "Content-Type": type };
    return (await app.send("POST", "/api/books/samples", { bytes: bytes('{"sample":"english"}'), headers: sent }))
      .status;
  }
  const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

  it("changes nothing: neither by its origin, nor by what the browser says of it", async () => {
    for (const origin of [
      "https://evil.example",
      "null",
      "http://localhost:3000",
      "http://localhost.evil.example:8787",
    ])
      expect(await change({ Origin: origin }), origin).toBe(403);
    for (const site of ["cross-site", "same-site"]) expect(await change({ "Sec-Fetch-Site": site }), site).toBe(403);
    expect(await change({ Origin: "https://evil.example", "Sec-Fetch-Site": "same-origin" })).toBe(403);
    expect(await change({ Origin: "null", "Sec-Fetch-Site": "cross-site" })).toBe(403);
    expect((await app.json<{ items: unknown[] }>("GET", "/api/books")).items).toEqual([]);
  });

  it("changes nothing by a form, in any of the types that forms have", async () => {
    for (const type of [
      "text/plain",
      "TEXT/PLAIN;charset=utf-8",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
    ])
      expect(await change({}, type), type).toBe(415);
    const problem = await app.json<ProblemAnswer>("POST", "/api/books", {
      bytes: bytes("a=b"),
      headers: { "Content-Type": "text/plain" },
      status: 415,
    });
    expect(problem.code).toBe("request-form");
  });

  it("is told from a page and a form of ours", async () => {
    expect(await change({ Origin: testOrigin })).toBeLessThan(300);
    expect(await change({ "Sec-Fetch-Site": "same-origin" })).toBeLessThan(300);
    // A form under our policy of referrers has no origin, and its browser says that it is ours.
    const form = { Origin: "null", "Sec-Fetch-Site": "same-origin" };
    expect(await change(form, "application/x-www-form-urlencoded")).not.toBe(415);
    expect(await change({ Origin: testOrigin }, "text/plain")).not.toBe(415);
  });

  it("reads nothing either: no answer allows another origin, whatever it asks with", async () => {
    for (const [method, path] of [
      ["GET", "/api/me"],
      ["OPTIONS", "/api/me"],
      ["GET", "/api/openapi.json"],
      ["GET", "/"],
    ] as const) {
      const asked = { Origin: "https://evil.example", "Access-Control-Request-Method": "GET" };
      const { headers } = await app.send(method, path, { headers: asked });
      expect(
        [...headers.keys()].filter((name) => name.startsWith("access-control-")),
        path,
      ).toEqual([]);
      expect(headers.get("Cross-Origin-Resource-Policy"), path).toBe("same-origin");
    }
  });

  it("is not helped by a name of its own that leads here", async () => {
    for (const host of ["evil.example", "localhost.evil.example:8787", "127.0.0.1.evil.example"])
      expect((await app.app.request(`http://${host}/api/me`)).status, host).toBe(403);
  });
});
