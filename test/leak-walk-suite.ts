import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../src/backends/sql/database.ts";
import { type TestApp, testOrigin } from "./app.ts";
import { mixedWalk, rowsBut, walk } from "./leak-walk.ts";
import type { Crowd } from "./leak-walk-crowd.ts";
import type { WalkFixture } from "./leak-walk-fixture.ts";
import { mixedRequests, secondThings } from "./leak-walk-mixed.ts";
import { type OpenApiDocument, requestFor, routesOf, untoldOf, type WalkRequest } from "./leak-walk-requests.ts";
import { walkStudio } from "./leak-walk-studio.ts";

/** What a request of the first person itself may meet beside success: what it asks for is right, and cannot be done a second time or now. */
const impossible = [409, 412, 422];
/** The artist of tests draws nobody. */
const undrawn = "GET /api/comics/{id}/people/{person}/portrait";

/** The leak walk on an engine. `open` gives a database with every table; it is closed by the suite, and then given back. */
export function leakWalkSuite(engine: string, open: () => Promise<{ db: Database; remove(): Promise<void> }>): void {
  describe(`the leak walk on ${engine}`, () => {
    let app: TestApp;
    let remove = (): Promise<void> => Promise.resolve();
    let fixture: WalkFixture;
    let crowd: Crowd;
    let document: OpenApiDocument;
    beforeAll(async () => {
      const place = await open();
      remove = place.remove;
      ({ app, crowd, fixture } = await walkStudio(place.db));
      document = await app.json<OpenApiDocument>("GET", "/api/openapi.json");
    }, 180_000);
    afterAll(async () => {
      await app.close();
      await remove();
    });

    const send = async (
      { method, path, body, type }: WalkRequest,
      headers: Readonly<Record<string, string>>,
      peer: string,
    ): Promise<Response> => {
      const fields = { ...headers, ...(type === null ? {} : { "Content-Type": type }) };
      return app.app.request(`${testOrigin}${path}`, { method, body, headers: fields }, peer);
    };

    it("can ask every route of the document for a row of the first person", () => {
      expect(untoldOf(document, fixture.owned)).toEqual([]);
      expect(routesOf(document).length).toBeGreaterThan(50);
    });

    it("finds nothing of one person where their ids stand beside those of who asks", { timeout: 180_000 }, async () => {
      const { strangers, passing } = crowd;
      const headers = strangers.find(({ role }) => role === "second user")?.headers ?? {};
      const requests = mixedRequests(document, fixture.owned, await secondThings(app, headers));
      const before = await rowsBut(app.studio.db, passing);
      process.stdout.write(`leak walk on ${engine}: ${requests.length} mixed requests\n`);
      expect(new Set(requests.map(({ route }) => route.name)).size).toBeGreaterThanOrEqual(4);
      expect(await mixedWalk(requests, { document, fixture, strangers, send }, headers)).toEqual([]);
      expect(await rowsBut(app.studio.db, passing)).toEqual(before);
    });

    it("finds nothing of one person for anybody else, and nobody else changes it", { timeout: 180_000 }, async () => {
      const { strangers, passing } = crowd;
      const before = await rowsBut(app.studio.db, passing);
      const { findings, checks } = await walk({ document, fixture, strangers, send });
      const all = Object.values(checks).reduce((sum, count) => sum + count, 0);
      process.stdout.write(
        `leak walk on ${engine}: ${routesOf(document).length} routes, ${all} checks: ${JSON.stringify(checks)}\n`,
      );
      expect(findings).toEqual([]);
      expect(await rowsBut(app.studio.db, passing)).toEqual(before);
    });

    it("asks for what there is: the same requests of the first person are answered", { timeout: 120_000 }, async () => {
      const refused: string[] = [];
      for (const route of routesOf(document)) {
        if (/^\/(?:health|api\/auth\/)/.test(route.path) || route.name === undrawn) continue;
        const answer = await send(requestFor(route, document, fixture.owned), crowd.first, "192.0.2.1");
        if (answer.status >= 400 && !impossible.includes(answer.status))
          refused.push(`${route.name}: ${answer.status} ${(await answer.text()).slice(0, 400)}`);
        else await answer.body?.cancel();
      }
      expect(refused).toEqual([]);
    });
  });
}
