import { env } from "cloudflare:test";
import { beforeEach, describe, expect, it } from "vitest";
import { openD1 } from "../../../src/backends/sql/d1.ts";
import type { DevBindings } from "../../../src/entry/worker-dev-routes.ts";
import worker from "../../../src/entry/worker-dev.ts";
import { localOwner } from "../../../src/features/accounts/queries/local-owner.ts";
import { migrationFiles } from "../../../src/generated/migrations.ts";
import { emptied } from "./d1-tables.ts";

const context = { waitUntil: (work: Promise<unknown>) => void work };
const bindings: DevBindings = {
  ...env,
  TASKS: { sendBatch: async () => undefined },
  ENVIRONMENT: "development",
  VERSION: { id: "v1" },
};
const files = Object.keys(migrationFiles).filter((path) => !path.includes("/"));

async function ask(method: string, path: string, body?: unknown, changes: Partial<DevBindings> = {}) {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  const response = await worker.fetch(
    new Request(`http://localhost:8787${path}`, init),
    { ...bindings, ...changes },
    context,
  );
  // Every answer of these routes is an object.
  const answer = (await response.json()) as Readonly<Record<string, unknown>>;
  return { status: response.status, answer };
}

const migrate = (body: unknown) => ask("POST", "/dev/migrate", body);
const executed = ({ answer }: Awaited<ReturnType<typeof migrate>>): string[] =>
  // The contract of the route.
  (answer["executed_migrations"] as { version: string; action: string }[]).map(
    ({ version, action }) => `${version} ${action}`,
  );

describe("the routes of development", () => {
  beforeEach(() => emptied(env.DB));

  it("bring an empty database to the last version, one back, and to a version that is named", async () => {
    const before = await migrate({ action: "status" });
    expect(before).toMatchObject({ status: 200, answer: { current_version: null, applied_migrations: [] } });
    expect(before.answer["pending_migrations"]).toHaveLength(files.length);
    const last = String(files.length).padStart(4, "0");
    const up = await migrate({ action: "up" });
    expect([up.status, executed(up).length, up.answer["final_version"]]).toEqual([200, files.length, last]);
    expect(executed(await migrate({ action: "down" }))).toEqual([`${last} rolled_back`]);
    const back = await migrate({ action: "down", target_version: "0003" });
    expect(back.answer).toMatchObject({ action: "down", final_version: "0003", dry_run: false });
    expect((await migrate({ action: "status" })).answer).toMatchObject({ current_version: "0003" });
  }, 60_000);

  it("tell in a dry run what they would do, and do nothing", async () => {
    await migrate({ action: "up", target_version: 2 });
    const objects = await openD1(env.DB).catalog.objects();
    const forced = { force: true, confirm: "DB", dry_run: true };
    expect(executed(await migrate({ action: "up", target_version: 4, dry_run: true }))).toEqual([
      "0003 applied",
      "0004 applied",
    ]);
    expect(executed(await migrate({ action: "down", dry_run: true }))).toEqual(["0002 rolled_back"]);
    expect(executed(await migrate({ action: "reset", target_version: 1, ...forced }))).toEqual([
      "0002 rolled_back",
      "0001 rolled_back",
      "0001 applied",
    ]);
    expect(await openD1(env.DB).catalog.objects()).toEqual(objects);
    expect((await migrate({ action: "status" })).answer).toMatchObject({ current_version: "0002" });
  });

  it("begin anew only when that is forced and confirmed", async () => {
    await migrate({ action: "up" });
    const db = openD1(env.DB);
    await localOwner(db, { now: Date.now, newId: () => crypto.randomUUID() });
    for (const body of [
      { action: "reset" },
      { action: "reset", force: true },
      { action: "up", force: true, confirm: "no" },
    ])
      expect((await migrate(body)).status).toBe(400);
    expect(await db.kysely.selectFrom("users").select("id").execute()).toHaveLength(1);
    const done = await migrate({ action: "reset", force: true, confirm: "DB" });
    expect([done.status, executed(done).length]).toEqual([200, 2 * files.length]);
    expect(await db.kysely.selectFrom("users").select("id").execute()).toEqual([]);
  }, 60_000);

  it("refuse what cannot be asked, and say why", async () => {
    const wrong = [null, {}, { action: "sideways" }, { action: "up", dry_run: "yes" }, { action: "up", target: 3 }];
    for (const body of [...wrong, { action: "up", target_version: "last" }, { action: "up", target_version: 9_999 }]) {
      const { status, answer } = await migrate(body);
      expect([status, answer["error"]]).toEqual([400, "Invalid migration request"]);
      expect(answer["details"]).toMatch(/\w+/);
    }
  });

  it("name the migration that failed, of which nothing stays", async () => {
    await migrate({ action: "up", target_version: 1 });
    await env.DB.batch([env.DB.prepare("create table novels (id text)")]);
    const drifted = await migrate({ action: "up" });
    expect(drifted).toMatchObject({ status: 500, answer: { error: "Migration execution failed" } });
    expect(drifted.answer["failed_migration"]).toMatchObject({ error_message: expect.stringContaining("novels") });
    expect((await migrate({ action: "status" })).answer).toMatchObject({ current_version: "0001" });
  });

  it("tell how the server is set up, secrets by name only", async () => {
    await migrate({ action: "up" });
    const known = {
      SESSION_SECRET: "hidden-from-all",
      DEV_WRANGLER_VERSION: "4.155.0",
      DEV_HOT_RELOAD: "true",
      DEV_PID: "7",
    };
    const { status, answer } = await ask("GET", "/dev/config", undefined, known);
    expect(status).toBe(200);
    expect(answer).toMatchObject({
      environment: "development",
      database: { type: "d1-local", status: "connected", migrations: { pending_count: 0 } },
      wrangler: { version: "4.155.0", dev_server: { port: 8787, hot_reload: true, pid: 7 } },
      bindings: { d1_databases: ["DB"], kv_namespaces: [], secrets: ["SESSION_SECRET"], queues: ["TASKS"] },
    });
    expect(JSON.stringify(answer)).not.toContain("hidden");
  });

  it("say which binding does not answer", async () => {
    const FONTS = { fetch: async () => new Response(null, { status: 404 }) };
    const { status, answer } = await ask("GET", "/dev/config", undefined, { FONTS });
    expect([status, answer["error"]]).toEqual([500, "Configuration check failed"]);
    expect(answer["details"]).toBe("FONTS: it answered 404");
  });

  it("are not for pages of the web, nor for other methods, and leave the rest to the Worker", async () => {
    const headers = { origin: "https://elsewhere.example" };
    const request = new Request("http://localhost:8787/dev/migrate", { method: "POST", headers, body: "{}" });
    expect((await worker.fetch(request, bindings, context)).status).toBe(403);
    expect((await ask("POST", "/dev/config")).status).toBe(405);
    expect((await ask("GET", "/dev/logs")).status).toBe(404);
    expect((await ask("GET", "/health")).answer).toMatchObject({ environment: "development" });
  });
});
