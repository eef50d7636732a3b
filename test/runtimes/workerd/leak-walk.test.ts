import { env } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../../src/app.ts";
import { createMemoryBlobs } from "../../../src/backends/blobs/memory.ts";
import type { Rasterizer } from "../../../src/backends/raster/rasterizer.ts";
import { openD1 } from "../../../src/backends/sql/d1.ts";
import type { Database } from "../../../src/backends/sql/database.ts";
import { loadSql } from "../../../src/backends/sql/load-sql.ts";
import { encodeGreyPng } from "../../../src/core/image/grey-png.ts";
import { uuid7Maker } from "../../../src/core/text/uuid7.ts";
import type { WalkCopy } from "../../leak-walk-copy.ts";
import { rowsBut, walk } from "../../leak-walk.ts";
import { walkAccounts } from "../../leak-walk-crowd.ts";
import type { WalkFixture } from "../../leak-walk-fixture.ts";
import { type OpenApiDocument, routesOf } from "../../leak-walk-requests.ts";
import { emptied } from "./d1-tables.ts";

const origin = "http://localhost:8787";
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
const now = Date.now;
const newId = uuid7Maker(now, () => crypto.getRandomValues(new Uint8Array(10)));

/** Paints everything as one small picture. */
const blank: Rasterizer = {
  concurrency: 1,
  toPng: async () => encodeGreyPng({ width: 4, height: 4, data: new Uint8Array(16) }),
  toWebp: async (png) => png,
  mishaps: () => [],
  close: async () => undefined,
};

/** Nobody in this walk comes so far that anything is drawn. */
function undrawn(): never {
  throw new Error("Something is drawn.");
}

describe("the leak walk on D1 in workerd", () => {
  let db: Database;
  let copy: WalkCopy;
  let fixture: WalkFixture;
  let app: ReturnType<typeof createApp>;
  beforeAll(async () => {
    copy = JSON.parse(await (await env.NODE_COMIC.fetch("https://node/walk")).text());
    db = openD1(await emptied(env.DB));
    await loadSql(db, eachOf(copy.sql));
    const blobs = createMemoryBlobs(now);
    for (const [key, text] of Object.entries(copy.blobs)) await blobs.put(key, bytesOf(text));
    const bytes = Object.fromEntries(Object.entries(copy.bytes).map(([route, text]) => [route, bytesOf(text)]));
    fixture = { ...copy.fixture, owned: { ...copy.fixture.owned, bodies: { ...copy.fixture.owned.bodies, ...bytes } } };
    app = createApp(partsOf(db, blobs));
  }, 240_000);

  it("finds nothing of one person for anybody else, and nobody else changes it", { timeout: 300_000 }, async () => {
    const document: OpenApiDocument = JSON.parse(await (await app.request(`${origin}/api/openapi.json`)).text());
    const { passing, strangers } = copy.crowd;
    const before = await rowsBut(db, passing);
    const { findings, checks } = await walk({
      document,
      fixture,
      strangers,
      async send({ method, path, body, type }, headers, peer) {
        const fields = { ...headers, ...(type === null ? {} : { "Content-Type": type }) };
        return app.request(`${origin}${path}`, { method, body, headers: fields }, { peer });
      },
    });
    const all = Object.values(checks).reduce((sum, count) => sum + count, 0);
    console.info(
      `leak walk on D1 in workerd: ${routesOf(document).length} routes, ${all} checks: ${JSON.stringify(checks)}`,
    );
    expect(findings).toEqual([]);
    expect(await rowsBut(db, passing)).toEqual(before);
  });
});

async function* eachOf(texts: readonly string[]): AsyncGenerator<string> {
  yield* texts;
}

function partsOf(db: Database, blobs: ReturnType<typeof createMemoryBlobs>): Parameters<typeof createApp>[0] {
  const accounts = walkAccounts({ db, newId, now, origin });
  const noCheck = { status: "healthy", response_time: 0, details: "" } as const;
  const checks = { database: noCheck, application: { ...noCheck, version: "" }, storage: noCheck, queue: noCheck };
  return {
    services: { db, blobs, now, newId, close: async () => undefined },
    tools: {
      blobs,
      now,
      newId,
      model: null,
      fonts: async () => undrawn(),
      artist: async () => undrawn(),
      rasterizer: () => blank,
    },
    plans: {},
    accounts,
    signedIn: accounts.people.signedIn,
    peerOf: (given) => (typeof given === "object" && given !== null && "peer" in given ? String(given.peer) : null),
    trustedProxies: [],
    version: "0.0.0-test",
    origin,
    secret: new Uint8Array(32).fill(7),
    web: async () => null,
    welcome: () => undefined,
    desk: null,
    watched: () => null,
    samples: async () => ({ content: new TextEncoder().encode("A sample\n\nIt was late.\n"), name: "sample.txt" }),
    health: async () => ({ status: 503, body: { status: "unhealthy", timestamp: "", error: "", checks } }),
    wake: () => undefined,
    refusalOf: (error) => error,
    log(line) {
      if ("fault" in line) console.error(line.fault);
    },
    memory: () => 0,
    clock: now,
    sleep: async () => undefined,
    stopping: new AbortController().signal,
  };
}
