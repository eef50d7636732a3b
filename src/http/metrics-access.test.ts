import { afterEach, expect, it } from "vitest";
import { type TestApp, testApp } from "../../test/app.ts";

const metricsToken = "thirty-two-bytes-of-chance";
let app: TestApp;

afterEach(() => app.close());

/** Statuses for a program of this machine, one elsewhere, and what a proxy on this machine has sent on. */
async function statuses(options: { as: string; headers?: Record<string, string> }): Promise<number[]> {
  const passedOn = { ...options, headers: { ...options.headers, "X-Forwarded-For": "192.0.2.7" } };
  const requests = [options, { ...options, peer: "192.0.2.7" }, { ...options, peer: "::1" }, passedOn];
  const answers = await Promise.all(requests.map((request) => app.send("GET", "/metrics", request)));
  return answers.map(({ status }) => status);
}

it("lets programs of this machine read the measures, and nobody elsewhere", async () => {
  app = await testApp();
  expect(await statuses({ as: "nobody" })).toEqual([200, 401, 200, 401]);
  expect(await statuses({ as: app.other })).toEqual([200, 403, 200, 403]);
});

it("believes no address of this machine where a proxy may stand before the studio", async () => {
  const signedIn = async ({ headers }: Request) => {
    const id = headers.get("X-Person");
    const by = headers.has("X-By-Token") ? ("token" as const) : ("session" as const);
    return id === "admin" ? { id, isAdmin: true, by, sessionId: null, scopes: null } : null;
  };
  app = await testApp({ origin: "http://localhost.comics.example", metricsToken, signedIn });
  const at = async (headers: Record<string, string>): Promise<number> =>
    (await app.app.request("http://localhost.comics.example/metrics", { headers }, "127.0.0.1")).status;
  expect(await at({})).toBe(401);
  expect(await at({ "X-Person": "admin" })).toBe(200);
  expect(await at({ "X-Person": "admin", "X-By-Token": "1" })).toBe(403);
  expect(await at({ Authorization: `Bearer ${metricsToken}` })).toBe(200);
  expect(await at({ Authorization: `Bearer ${metricsToken}.` })).toBe(401);
});

it("knows its token wherever it comes from", async () => {
  app = await testApp({ metricsToken });
  const headers = { Authorization: `Bearer ${metricsToken}` };
  expect(await statuses({ as: "nobody", headers })).toEqual([200, 200, 200, 200]);
});
