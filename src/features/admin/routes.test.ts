import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ProblemAnswer, type TestApp, testApp } from "../../../test/app.ts";
import { someSettings, someText } from "../../../test/comic-studio.ts";
import { timeText } from "../../backends/sql/codecs.ts";
import { storeFile } from "../files/store-file.ts";
import type {
  AdminErrors,
  AdminHealth,
  AdminJob,
  AdminOrphans,
  AdminPerson,
  AdminStorage,
  AuditEntry,
} from "./schema.ts";

interface Part<Item> {
  items: Item[];
  next: string | null;
}

describe("administration", () => {
  let app: TestApp;
  let job: string;
  const now = () => app.studio.tools.now();
  const people = (query = "") => app.json<Part<AdminPerson>>("GET", `/api/admin/people${query}`);
  const patch = (id: string, body: unknown, status = 200) =>
    app.json<AdminPerson & ProblemAnswer>("PATCH", `/api/admin/people/${id}`, { body, status });
  const audit = (query = "") => app.json<Part<AuditEntry>>("GET", `/api/admin/audit${query}`);
  const logged = async (): Promise<string[]> => (await audit()).items.map(({ action }) => action);

  beforeAll(async () => {
    app = await testApp();
    job = await app.studio.begin(someText, { ...someSettings, fileName: "CANARY of a title" });
    const { tools, db } = app.studio;
    const limits = { types: null, size: 100, quota: null };
    const file = { category: "images", content: new Uint8Array(40), name: "CANARY.png", type: "png" } as const;
    await storeFile(db, tools, app.other, file, limits);
  });
  afterAll(() => app.close());

  it("is for people with the role ADMIN alone", async () => {
    for (const path of ["people", "jobs", "storage", "storage/orphans", "health", "errors", "audit"]) {
      const problem = await app.json<ProblemAnswer>("GET", `/api/admin/${path}`, { as: app.other, status: 403 });
      expect(problem.code).toBe("admin-needed");
      await app.json("GET", `/api/admin/${path}`, { as: "nobody", status: 401 });
    }
  });

  it("lists people with what they keep, in parts, and finds them by name, address, role and state", async () => {
    const { items } = await people();
    expect(items.map(({ id, isSelf, books }) => [id, isSelf, books])).toEqual([
      [app.owner, true, 1],
      [app.other, false, 0],
    ]);
    expect(items[1]).toMatchObject({
      storage: { files: 1, bytes: 40, quota: null },
      isActive: true,
      lastSignInAt: null,
    });
    const first = await people("?limit=1");
    expect((await people(`?limit=1&cursor=${first.next}`)).items.map(({ id }) => id)).toEqual([app.other]);
    const found = async (query: string): Promise<string[]> => (await people(query)).items.map(({ id }) => id);
    expect(await found("?search=OWNER")).toEqual([app.owner]);
    expect(await found("?search=example.org")).toEqual([app.other]);
    expect(await found("?search=%25")).toEqual([]);
    expect(await found("?role=ADMIN")).toEqual([app.owner]);
    expect(await found("?active=false")).toEqual([]);
  });

  it("changes roles, state and quota, each with a line in the log, and ends the sessions", async () => {
    const { kysely } = app.studio.db;
    const at = { created_at: timeText(now()), updated_at: timeText(now()), expires_at: timeText(now() + 1e9) };
    const sessions = async (): Promise<number> => (await kysely.selectFrom("sessions").select("id").execute()).length;
    const signIn = () =>
      kysely
        .insertInto("sessions")
        .values({ ...at, id: "s", token: "s", user_id: app.other })
        .execute();
    await signIn();
    expect(await patch(app.other, { storageQuota: 1_000 })).toMatchObject({ storage: { quota: 1_000 } });
    expect(await sessions()).toBe(1);
    expect(await patch(app.other, { roles: ["ADMIN", "USER"] })).toMatchObject({ roles: ["USER", "ADMIN"] });
    expect(await sessions()).toBe(0);
    await signIn();
    await kysely
      .insertInto("api_tokens")
      .values({ id: "t", user_id: app.other, name: "t", token_hash: "t", token_start: "t", created_at: at.created_at })
      .execute();
    expect(await patch(app.other, { roles: ["USER"], isActive: false })).toMatchObject({ isActive: false });
    expect([await sessions(), await kysely.selectFrom("api_tokens").select("id").execute()]).toEqual([0, []]);
    expect(await patch(app.other, { isActive: true })).toMatchObject({ isActive: true, roles: ["USER"] });
    await patch(app.other, { isActive: true });
    expect(await logged()).toEqual([
      "person.activated",
      "person.deactivated",
      "person.roles-changed",
      "person.roles-changed",
      "person.quota-changed",
    ]);
    const [last, ...older] = (await audit(`?person=${app.other}`)).items;
    expect(last).toMatchObject({ actor: app.owner, actorName: "Owner", subjectType: "person", subject: app.other });
    expect(older.at(-1)).toMatchObject({ details: { from: null, to: 1_000 } });
  });

  it("leaves nobody without an ADMIN, and writes nothing of what it refused", async () => {
    const before = await logged();
    for (const body of [{ roles: ["USER"] }, { isActive: false }, { roles: ["USER"], isActive: false }])
      expect(await patch(app.owner, body, 409)).toMatchObject({ code: "last-admin" });
    expect(await logged()).toEqual(before);
    expect((await people("?role=ADMIN")).items).toMatchObject([{ id: app.owner, isActive: true }]);
    expect(await patch(app.studio.tools.newId(), { isActive: false }, 404)).toMatchObject({ code: "account-unknown" });
    expect(await patch(app.other, { roles: [] }, 400)).toMatchObject({ code: "request-invalid" });
  });

  it("lists the jobs of all, cancels them and begins them again, with a line in the log for what was done", async () => {
    const jobs = (query: string) => app.json<Part<AdminJob>>("GET", `/api/admin/jobs${query}`);
    expect((await jobs("")).items).toMatchObject([{ id: job, person: app.owner, status: "pending", type: "manga" }]);
    expect((await jobs(`?person=${app.other}`)).items).toEqual([]);
    expect((await jobs("?status=failed")).items).toEqual([]);
    const act = (name: string, status = 200) =>
      app.json<AdminJob & ProblemAnswer>("POST", `/api/admin/jobs/${job}/${name}`, { status });
    const before = (await logged()).length;
    expect(await act("retry", 409)).toMatchObject({ code: "job-state" });
    expect((await logged()).length).toBe(before);
    const { kysely } = app.studio.db;
    const failed = { status: "failed", error_code: "worker-lost", completed_at: timeText(now()) };
    await kysely.updateTable("jobs").set(failed).execute();
    expect(await act("retry")).toMatchObject({ status: "pending", attempts: 1 });
    expect(app.woken).toContain(job);
    expect(await act("cancel")).toMatchObject({ status: "cancelled" });
    expect(await act("cancel", 409)).toMatchObject({ code: "job-state" });
    const [cancelled, retried] = (await audit()).items;
    expect([cancelled, retried]).toMatchObject([
      { action: "job.cancelled", subject: job, actor: app.owner },
      { action: "job.retried", subject: job },
    ]);
    expect((await logged()).length).toBe(before + 2);
    await app.json("POST", `/api/admin/jobs/${app.studio.tools.newId()}/cancel`, { status: 404 });
  });

  it("tells what is kept, by category and person, and what does not agree", async () => {
    const storage = await app.json<AdminStorage>("GET", "/api/admin/storage");
    expect(storage.categories.map(({ category }) => category)).toEqual(expect.arrayContaining(["images", "novels"]));
    expect(storage.bytes).toBe(storage.people.reduce((sum, { bytes }) => sum + bytes, 0));
    expect(storage.people.map(({ id }) => id)).toEqual([app.owner, app.other]);
    const { db } = app.studio;
    await db.kysely
      .updateTable("storage_files")
      .set({ deleted_at: timeText(now()) })
      .where("user_id", "=", app.other)
      .execute();
    const after = await app.json<AdminStorage>("GET", "/api/admin/storage");
    expect(after.hidden).toEqual({ files: 1, bytes: 40 });
    const orphans = await app.json<AdminOrphans>("GET", "/api/admin/storage/orphans");
    expect(orphans).toEqual({ blobs: 0, bytes: 0, deletions: 1, lost: 0 });
  });

  it("tells how the studio fares by what is on record", async () => {
    const { kysely } = app.studio.db;
    const at = (ago: number) => timeText(now() - ago);
    const check = { status: "healthy", response_time: 3, details: JSON.stringify({ details: "It answers." }) };
    const old = { ...check, id: "h1", check_type: "storage", status: "unhealthy", timestamp: at(9_000) };
    const rows = [old, { ...check, id: "h2", check_type: "storage", timestamp: at(1_000) }];
    await kysely.insertInto("health_checks").values(rows).execute();
    await kysely
      .insertInto("backups")
      .values({ id: "b1", kind: "daily", location: "CANARY of a path", created_at: at(0) })
      .execute();
    const health = await app.json<AdminHealth>("GET", "/api/admin/health");
    expect(health.checks).toMatchObject([
      { check: "storage", status: "healthy", responseTime: 3, details: "It answers." },
    ]);
    expect(health.history.map(({ status }) => status)).toEqual(["healthy", "unhealthy"]);
    expect(health.backups).toMatchObject([{ id: "b1", kind: "daily", verifiedAt: null }]);
    expect(health.version).toBe("0.0.0-test");
  });

  it("counts what failed by its code, in words, within some days", async () => {
    const { kysely } = app.studio.db;
    const failed = { status: "failed", error_code: "worker-lost", error_message: "CANARY" };
    await kysely
      .updateTable("jobs")
      .set({ ...failed, completed_at: timeText(now()) })
      .execute();
    await kysely
      .updateTable("tasks")
      .set({ status: "parked", error_code: "database-busy", finished_at: timeText(now() - 3 * 86_400_000) })
      .execute();
    const { items } = await app.json<AdminErrors>("GET", "/api/admin/errors");
    expect(items).toMatchObject([
      { code: "worker-lost", jobs: 1, tasks: 0, people: 1, lastJob: job },
      { code: "database-busy", jobs: 0, people: 1, lastJob: null },
    ]);
    expect(items[0]?.title).toMatch(/^[A-Z]/);
    const today = await app.json<AdminErrors>("GET", "/api/admin/errors?days=1");
    expect(today.items.map(({ code }) => code)).toEqual(["worker-lost"]);
  });

  it("shows no title, text or file name of anybody", async () => {
    const paths = ["people", "jobs", "storage", "storage/orphans", "health", "errors", "audit"];
    const texts = await Promise.all(paths.map(async (path) => (await app.send("GET", `/api/admin/${path}`)).text()));
    const { title } = await app.studio.db.kysely.selectFrom("novels").select("title").executeTakeFirstOrThrow();
    for (const text of texts) {
      expect(text).not.toContain("CANARY");
      expect(text).not.toContain(title);
    }
  });

  it("goes through the log in parts, by action", async () => {
    const first = await audit("?limit=2");
    const second = await audit(`?limit=2&cursor=${first.next}`);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(4);
    const acts = (await audit("?action=job.cancelled")).items;
    expect(acts.map(({ action }) => action)).toEqual(["job.cancelled"]);
  });
});
