import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMemoryBlobs } from "../src/backends/blobs/memory.ts";
import { timeText } from "../src/backends/sql/codecs.ts";
import type { Database } from "../src/backends/sql/database.ts";
import { migrateDatabase, type Migration } from "../src/backends/sql/migrate.ts";
import { health, type HealthSubject, keptOpen } from "../src/ops/health.ts";
import { queuePatience } from "../src/ops/health-queue.ts";
import { deleteExpired } from "../src/ops/retention-expired.ts";
import { addPerson, jobDesk, planOf, step, task } from "./job-fixture.ts";

/** An empty database that several may connect to, and the migrations for it. */
export interface HealthPlace {
  /** The caller closes it. */
  connect(): Promise<Database>;
  migrations(): Promise<readonly Migration[]>;
  remove(): Promise<void>;
}

/** What `health` says and keeps, the same on every engine. */
export function healthContract(name: string, open: () => Promise<HealthPlace>): void {
  describe(`health on ${name}`, () => {
    const minute = 60_000;
    let place: HealthPlace;
    let migrations: readonly Migration[];
    let connections: readonly Database[];
    let [db]: Database[] = [];
    let time = Date.UTC(2026, 0, 10, 12);
    const blobs = createMemoryBlobs(() => 0);

    beforeAll(async () => {
      place = await open();
      migrations = await place.migrations();
      connections = await Promise.all(Array.from({ length: 10 }, () => place.connect()));
      [db] = connections;
      await ask();
      const runner = { owner: "test", tool: "test", now: Date.now, sleep: async () => undefined, patience: 0 };
      await migrateDatabase(one(), migrations, { direction: "up", to: null }, { ...runner, backup: async () => null });
      await addPerson(one());
    }, 60_000);
    afterAll(async () => {
      for (const each of connections) await each.close();
      await place.remove();
    });

    const one = (): Database => {
      if (!db) throw new Error("There is no connection.");
      return db;
    };
    const ask = (changes: Partial<HealthSubject> = {}) =>
      health({
        environment: "production",
        version: "1",
        migrations: async () => migrations,
        openDatabase: async () => keptOpen(one()),
        openStore: async () => blobs,
        now: () => time,
        clock: Date.now,
        trouble: () => undefined,
        ...changes,
      });
    const records = async () => {
      const rows = await one()
        .kysely.selectFrom("health_checks")
        .select(["check_type", "status", "timestamp"])
        .execute();
      return rows.filter(({ timestamp }) => timestamp === timeText(time));
    };

    it("is healthy with all migrations, and degraded with one more or one less", async () => {
      time += minute;
      const well = await ask();
      expect(well).toMatchObject({ status: 200, body: { status: "healthy" } });
      expect(well.body.checks.database.details).toBe(`Its schema is at version ${migrations.length}.`);
      expect((await records()).map(({ check_type, status }) => `${check_type} ${status}`).toSorted()).toEqual([
        "application healthy",
        "database healthy",
        "queue healthy",
        "storage healthy",
      ]);
      const next = { version: migrations.length + 1, name: "9999_next", checksum: "c", up: [], down: [] };
      expect((await ask({ migrations: async () => [...migrations, next] })).body.status).toBe("degraded");
      expect((await ask({ migrations: async () => migrations.slice(0, -1) })).body.status).toBe("degraded");
    });

    it("is kept once by ten that ask at once, each over a connection of its own, minute by minute", async () => {
      for (let turn = 0; turn < 3; turn++) {
        time += minute;
        const answers = connections.map((each) => ask({ openDatabase: async () => keptOpen(each) }));
        for (const answer of await Promise.all(answers)) expect(answer.body.status).toBe("healthy");
        expect(await records()).toHaveLength(4);
      }
      await deleteExpired(one(), time + 7 * 24 * 60 * minute);
      expect(await records()).toEqual([]);
    });

    it("is degraded where tasks wait and nobody takes them", async () => {
      const desk = jobDesk(one(), planOf(step("read")));
      await desk.create([task("read")]);
      time = desk.clock.now() + queuePatience;
      expect(await ask()).toMatchObject({ body: { status: "degraded", checks: { queue: { status: "unhealthy" } } } });
      desk.clock.pass(queuePatience);
      await desk.claim(1);
      expect((await ask()).body.status).toBe("healthy");
    });
  });
}
