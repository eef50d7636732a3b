import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sql } from "kysely";
import { type ProblemAnswer, type TestApp, testApp } from "../../../test/app.ts";
import { someSettings, someText } from "../../../test/comic-studio.ts";
import { wayToOwner } from "../../../scripts/schema-document.ts";
import { emptyDatabase, readAreas } from "../../../scripts/schema-tables.ts";
import { addPerson } from "../../../test/job-fixture.ts";
import { fakeVectorize } from "../../../test/fake-vectorize.ts";
import { addThings } from "../../../test/vector-contract.ts";
import { fillTables } from "../../../test/table-rows.ts";
import type { BlobStore } from "../../backends/blobs/blob-store.ts";
import { builtinEmbeddings } from "../../backends/models/builtin.ts";
import { vectorizeIndex } from "../../backends/vectors/vectorize.ts";
import { passwords } from "../../backends/sign-in/passwords.ts";
import { timeText } from "../../backends/sql/codecs.ts";
import { openSqlite } from "../../backends/sql/sqlite.ts";
import type { Database } from "../../backends/sql/database.ts";
import type { Person } from "../../http/person.ts";
import { sweepDaily } from "../../ops/retention-chore.ts";
import { auditRow } from "../admin/queries/audit-row.ts";
import { storeFile } from "../files/store-file.ts";
import { endAccounts, pseudonymOf } from "./deletion.ts";
import type { DeletionAnswer } from "./profile-schema.ts";

const day = 24 * 3_600_000;
const minute = 60_000;

/** Every table in which a text stands in any column, by way of the rows themselves, and every key of the store. */
async function tracesOf(db: Database, blobs: BlobStore, text: string): Promise<string[]> {
  const names = (await db.catalog.objects()).filter(({ type }) => type === "table").map(({ name }) => name);
  const found: string[] = [];
  for (const name of names) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(db.kysely);
    if (rows.some((row) => JSON.stringify(row).includes(text))) found.push(name);
  }
  for (let cursor: string | null = null; ;) {
    const page = await blobs.list("", { cursor });
    found.push(...page.blobs.filter(({ key }) => key.includes(text)).map(({ key }) => key));
    cursor = page.next;
    if (cursor === null) return found;
  }
}

describe("the end of an account", () => {
  let app: TestApp;
  let who: Person;
  let db: Database;
  const now = () => app.studio.tools.now();
  const asked = (options = {}) => app.json<DeletionAnswer>("POST", "/api/account/deletion", { body: {}, ...options });
  const standing = () => app.json<DeletionAnswer>("GET", "/api/account/deletion");

  async function session(user: string, id: string, ago: number): Promise<string> {
    const at = timeText(now() - ago);
    const row = { id, token: `token ${id}`, user_id: user, created_at: at, updated_at: at };
    await db.kysely
      .insertInto("sessions")
      .values({ ...row, expires_at: timeText(now() + day) })
      .execute();
    return id;
  }
  const as = (id: string, sessionId: string | null): void => {
    who = { id, isAdmin: id === app.owner, by: sessionId === null ? "machine" : "session", sessionId, scopes: null };
  };
  const addAdmin = () =>
    db.kysely.updateTable("users").set({ roles: '["USER","ADMIN"]' }).where("id", "=", app.other).execute();

  beforeEach(async () => {
    app = await testApp({ signedIn: async () => who });
    ({ db } = app.studio);
  });
  afterEach(() => app.close());

  it("is fourteen days away, ends the other sessions, and can be called off", async () => {
    as(app.other, await session(app.other, "s1", minute));
    await session(app.other, "s2", day);
    await session(app.owner, "s3", day);
    const { deletionAt, graceDays } = await asked();
    expect([Math.round((Date.parse(deletionAt ?? "") - now()) / day), graceDays]).toEqual([14, 14]);
    const left = await db.kysely.selectFrom("sessions").select("id").orderBy("id").execute();
    expect(left.map(({ id }) => id)).toEqual(["s1", "s3"]);
    expect(await app.json("GET", "/api/me")).toMatchObject({ deletionAt });
    expect(await app.json("DELETE", "/api/account/deletion")).toMatchObject({ deletionAt: null });
    await endAccounts(db, { blobs: app.studio.blobs }, now() + 15 * day);
    expect(await app.json("GET", "/api/me")).toMatchObject({ id: app.other });
    const log = await db.kysely.selectFrom("audit_log").select("action").orderBy("id").execute();
    expect(log.map(({ action }) => action)).toEqual(["account.deletion-asked", "account.deletion-withdrawn"]);
  });

  it("takes the password where the sign-in is older than ten minutes, and a new sign-in where there is none", async () => {
    as(app.other, await session(app.other, "s1", 11 * minute));
    expect(await standing()).toMatchObject({ needs: "fresh-sign-in", deletionAt: null });
    expect(await asked({ body: { password: "" }, status: 403 })).toMatchObject({ code: "proof-needed" });
    await db.kysely
      .insertInto("accounts")
      .values({
        id: "a1",
        user_id: app.other,
        type: "credential",
        provider: "credential",
        provider_account_id: app.other,
        password_hash: await passwords().hash("correct horse battery"),
        created_at: timeText(now()),
        updated_at: timeText(now()),
      })
      .execute();
    expect(await standing()).toMatchObject({ needs: "password" });
    expect(await asked({ status: 403 })).toMatchObject({ code: "proof-needed" });
    const wrong = await asked({ body: { password: "wrong horse battery" }, status: 401 });
    expect(wrong).toMatchObject({ code: "password-wrong" });
    expect(await asked({ body: { password: "correct horse battery" } })).toMatchObject({
      deletionAt: expect.any(String),
    });
  });

  it("asks nothing of who sits at the machine, alone", async () => {
    as(app.owner, null);
    await db.kysely.deleteFrom("users").where("id", "=", app.other).execute();
    expect(await standing()).toMatchObject({ needs: "nothing" });
    expect(await asked()).toMatchObject({ deletionAt: expect.any(String) });
  });

  it("does not come for the last ADMIN while others are there, neither when it is asked for nor when it is due", async () => {
    as(app.owner, await session(app.owner, "s1", minute));
    const problem = await app.json<ProblemAnswer>("POST", "/api/account/deletion", { body: {}, status: 409 });
    expect(problem.code).toBe("last-admin");
    await addAdmin();
    await asked();
    await db.kysely.updateTable("users").set({ roles: '["USER"]' }).where("id", "=", app.other).execute();
    expect(await endAccounts(db, { blobs: app.studio.blobs }, now() + 15 * day)).toBe(0);
    expect(await app.json("GET", "/api/me")).toMatchObject({ id: app.owner });
  });

  it("takes every row and every file, and leaves those of others, as a search of all tables and of the store shows", async () => {
    const { blobs, tools } = app.studio;
    const job = await app.studio.begin(someText, someSettings);
    await blobs.put(`images/${app.owner}/left.png`, new Uint8Array(1));
    await blobs.put(`lost/2026/novels/${app.owner}/found.txt`, new Uint8Array(1));
    const limits = { types: null, size: 9, quota: null };
    const file = { category: "images", content: new Uint8Array(1), name: null, type: "png" } as const;
    const theirs = await storeFile(db, tools, app.other, file, limits);
    await addAdmin();
    const act = { actor: app.owner, address: "192.0.2.1", details: null, now: now() } as const;
    const about = (subjectType: "person" | "job", subject: string, actor = app.owner) =>
      auditRow(db, { ...act, id: tools.newId(), action: "person.deactivated", subjectType, subject, actor });
    await db.atomic([about("person", app.other), about("person", app.owner, app.other), about("job", job, app.other)]);
    const at = timeText(now());
    const token = { id: "v1", identifier: "magic", token: `{"user":"${app.owner}"}`, expires_at: at };
    await db.kysely
      .insertInto("verification_tokens")
      .values({ ...token, created_at: at, updated_at: at })
      .execute();
    as(app.owner, await session(app.owner, "s1", minute));
    await asked();
    expect((await tracesOf(db, blobs, app.owner)).length).toBeGreaterThan(9);
    await sweepDaily({ db, blobs, now: () => now() + 13 * day }, "a", new AbortController().signal);
    expect(await app.json("GET", "/api/me")).toMatchObject({ id: app.owner });
    await sweepDaily({ db, blobs, now: () => now() + 15 * day }, "b", new AbortController().signal);
    expect(await tracesOf(db, blobs, app.owner)).toEqual([]);
    expect(await tracesOf(db, blobs, "owner@localhost")).toEqual([]);
    expect(await tracesOf(db, blobs, app.other)).toEqual(
      expect.arrayContaining(["users", "audit_log", theirs.ok ? theirs.value.key : ""]),
    );
    const log = await db.kysely.selectFrom("audit_log").select(["actor_id", "subject_id", "ip_address"]).execute();
    expect(log).toEqual([{ actor_id: await pseudonymOf(app.owner), subject_id: app.other, ip_address: null }]);
  });

  it("takes the rows of every table that there is, whatever a person can have", async () => {
    const folder = mkdtempSync(join(tmpdir(), "fabula-ends-"));
    const path = join(folder, "all.sqlite");
    const file = emptyDatabase();
    const tables = readAreas()
      .flatMap((area) => area.tables)
      .filter(({ kind, name }) => kind === "table" && name !== "guard");
    fillTables(file, tables, "ann");
    const people = tables.filter((table) => wayToOwner(table, tables) !== null || table.name === "users");
    fillTables(file, people, "bob");
    file.prepare("update users set deletion_at = ? where id = 'ann users'").run(timeText(now() - 1));
    file
      .prepare("update users set deletion_at = null, roles = '[\"ADMIN\"]', is_active = 1 where id = 'bob users'")
      .run();
    file.prepare("vacuum into ?").run(path);
    file.close();
    const full = openSqlite(path);
    expect((await tracesOf(full, app.studio.blobs, "ann users")).length).toBeGreaterThan(40);
    const before = await tracesOf(full, app.studio.blobs, "bob users");
    expect(await endAccounts(full, { blobs: app.studio.blobs }, now())).toBe(1);
    expect(await tracesOf(full, app.studio.blobs, "ann users")).toEqual([]);
    expect(await tracesOf(full, app.studio.blobs, "bob users")).toEqual(before);
    await full.close();
    rmSync(folder, { recursive: true });
  });

  it("takes the vectors of the person’s books out of an index outside the database, and no others", async () => {
    const fake = fakeVectorize({ dimensions: 2, indexed: ["kind", "owner", "model"] });
    const index = vectorizeIndex(db, fake, 2);
    const vector = Float32Array.of(1, 0);
    for (const owner of [app.owner, app.other]) {
      const ids = Array.from({ length: 260 }, (_, i) => `${owner.slice(-4)}-${i}`);
      for (const kind of ["character", "place"] as const) {
        const novel = `${kind}s of ${owner}`;
        await addThings(db, { owner, novel, kind }, ids);
        await index.put(
          ids.map((id) => ({ kind, id, owner, novel, model: "m1", vector })),
          0,
        );
      }
    }
    fake.catchUp();
    expect(fake.ids().length).toBe(4 * 260);
    await db.kysely
      .updateTable("users")
      .set({ deletion_at: timeText(now() - 1) })
      .where("id", "=", app.other)
      .execute();
    const stop = new AbortController();
    const services = { db, blobs: app.studio.blobs, now, vectors: { index, model: builtinEmbeddings() } };
    expect(await sweepDaily(services, "one", stop.signal)).not.toBeNull();
    fake.catchUp();
    expect(fake.ids().length).toBe(2 * 260);
    expect(fake.ids().filter((id) => !id.slice(2).startsWith(app.owner.slice(-4)))).toEqual([]);
    expect(await db.kysely.selectFrom("character_embeddings").select("id").execute()).toHaveLength(260);
  });

  it("cancels what is being made before anything goes", async () => {
    const job = await app.studio.begin(someText, someSettings);
    await db.kysely.deleteFrom("users").where("id", "=", app.other).execute();
    as(app.owner, null);
    await asked();
    const seen: unknown[] = [];
    const { blobs } = app.studio;
    const watching: BlobStore = {
      ...blobs,
      async list(...given) {
        seen.push(await db.kysely.selectFrom("jobs").select(["id", "status"]).execute());
        return blobs.list(...given);
      },
    };
    expect(await endAccounts(db, { blobs: watching }, now() + 15 * day)).toBe(1);
    expect(seen[0]).toEqual([{ id: job, status: "cancelled" }]);
  });

  it("is ended by the next sweep wherever a kill interrupts it", async () => {
    const people = Array.from({ length: 12 }, (_, i) => `gone-${i}`);
    const { blobs } = app.studio;
    for (const [steps, id] of people.entries()) {
      await addPerson(db, id);
      const due = timeText(now() - 1);
      await db.kysely.updateTable("users").set({ deletion_at: due }).where("id", "=", id).execute();
      for (const category of ["novels", "images", "outputs"])
        await blobs.put(`${category}/${id}/file.txt`, new Uint8Array(1));
      let left = steps;
      const dying =
        <Args extends unknown[], Answer>(act: (...args: Args) => Promise<Answer>) =>
        async (...args: Args): Promise<Answer> => {
          left -= 1;
          if (left < 0) throw new Error("killed");
          return act(...args);
        };
      const mortal = { ...db, atomic: dying(db.atomic) };
      const store = { ...blobs, delete: dying(blobs.delete) };
      await endAccounts(mortal, { blobs: store }, now()).catch((error: unknown) =>
        expect(String(error)).toContain("killed"),
      );
    }
    await endAccounts(db, { blobs }, now());
    for (const id of people) expect(await tracesOf(db, blobs, `${id}/`)).toEqual([]);
    const rows = await db.kysely.selectFrom("users").select("id").where("id", "like", "gone-%").execute();
    expect(rows).toEqual([]);
  });
});
