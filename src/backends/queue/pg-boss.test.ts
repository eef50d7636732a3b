import { CompiledQuery } from "kysely";
import { expect, it } from "vitest";
import { makeTables } from "../../../test/engine-schema.ts";
import { onPostgres, type PostgresPlace } from "../../../test/engines/postgres.ts";
import { pumpContract, queueContract, type QueueUnderTest } from "../../../test/queue-contract.ts";
import type { TaskSource } from "./task-queue.ts";
import { pgBossPump, pgBossSender } from "./pg-boss.ts";

onPostgres("pg-boss", (openPlace) => {
  const overPostgres: QueueUnderTest = async (connections) => {
    const place = await openPlace();
    const databases = await Promise.all(Array.from({ length: connections }, () => place.connect()));
    const [first] = databases;
    if (first) await makeTables(first, "postgres");
    return {
      databases,
      pump: (source, times) => pgBossPump(source, { ...times, connection: place.url }),
      close: async () => {
        await Promise.all(databases.map((db) => db.close()));
        await place.remove();
      },
    };
  };
  queueContract("pg-boss, over a server of PostgreSQL", overPostgres);
  pumpContract("pg-boss, over a server of PostgreSQL", overPostgres);

  it("[J12] wakes pumps of other processes that sleep", async () => {
    await withPlace(async (place) => {
      const { source, claims } = sleepingSource();
      const pump = pgBossPump(source, { connection: place.url, concurrency: 2, poll: never, beat: never, onError });
      await pump.idle();
      await listening(place);
      const sender = pgBossSender({ connection: place.url, onError });
      const before = claims.length;
      sender.wake(["a job"]);
      await until(() => claims.length > before);
      await sender.close();
      await pump.stop();
    });
  });

  it("[J12] makes few messages of a thousand wakes", async () => {
    await withPlace(async (place) => {
      const sender = pgBossSender({ connection: place.url, onError });
      for (let wake = 0; wake < 1_000; wake++) sender.wake([`job ${wake}`]);
      await sender.close();
      const db = await place.connect();
      const { rows } = await db.kysely.executeQuery(CompiledQuery.raw("select id from pgboss.job"));
      await db.close();
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.length).toBeLessThanOrEqual(2);
    });
  });

  it("[J12] sends a message on while its hands are full, and takes what comes when one is free", async () => {
    await withPlace(async (place) => {
      const full = workingSource(1);
      const free = workingSource(0);
      const times = { connection: place.url, concurrency: 1, poll: never, beat: never, onError };
      const pumps = [pgBossPump(full.source, times), pgBossPump(free.source, times)];
      await until(() => full.begun() === 1);
      await listening(place, 2);
      const sender = pgBossSender({ connection: place.url, onError });
      for (let round = 1; round <= 5; round++) {
        free.give(1);
        sender.wake([]);
        await until(() => free.begun() === round);
        free.end();
        await until(() => free.running() === 0);
      }
      full.give(1);
      sender.wake([]);
      await slept(100);
      expect(full.begun()).toBe(1);
      full.end();
      await until(() => full.begun() === 2);
      full.end();
      await sender.close();
      await Promise.all(pumps.map((pump) => pump.stop()));
    });
  });

  it("[J12] only sends where it has no hands", async () => {
    await withPlace(async (place) => {
      const { source, claims } = sleepingSource();
      const pump = pgBossPump(source, { connection: place.url, concurrency: 0, onError });
      pump.wake(["a job"]);
      await pump.idle();
      await pump.stop();
      await pump.stop();
      expect(claims).toEqual([]);
    });
  });

  it("keeps its tables out of the schema that migrations look at", async () => {
    await withPlace(async (place) => {
      const db = await place.connect();
      const before = await db.catalog.objects();
      const sender = pgBossSender({ connection: place.url, onError });
      sender.wake([]);
      await sender.close();
      expect(await db.catalog.objects()).toEqual(before);
      await db.close();
    });
  });

  async function withPlace(act: (place: PostgresPlace) => Promise<void>): Promise<void> {
    const place = await openPlace();
    try {
      await act(place);
    } finally {
      await place.remove();
    }
  }
});

it("[J12] works by its polls and tells of it while pg-boss cannot be reached", async () => {
  const errors: unknown[] = [];
  const { source, claims } = sleepingSource();
  const connection = "postgres://nobody@127.0.0.1:1/nowhere";
  const pump = pgBossPump(source, { connection, concurrency: 1, poll: 10, onError: (error) => errors.push(error) });
  pump.wake(["a job"]);
  await until(() => claims.length > 3 && errors.length > 0);
  await pump.stop();
});

const never = 1_000_000;
const onError = (error: unknown): never => {
  throw error;
};
const slept = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await slept(5);
}

/** Waits until so many listeners wait for a NOTIFY. */
async function listening(place: PostgresPlace, count = 1): Promise<void> {
  const db = await place.connect();
  const query = CompiledQuery.raw(
    "select pid from pg_stat_activity where datname = current_database() and query like 'LISTEN%'",
  );
  await until(async () => (await db.kysely.executeQuery(query)).rows.length >= count);
  // And until each worker has looked once: what comes after that wakes it.
  await slept(200);
  await db.close();
}

/** A source of nothing that notes when it is asked. */
function sleepingSource() {
  const claims: number[] = [];
  const source: TaskSource<string> = {
    claim: () => Promise.resolve((claims.push(Date.now()), [])),
    run: () => Promise.resolve(),
    release: () => Promise.resolve(),
    heartbeat: () => Promise.resolve(),
    sweep: () => Promise.resolve(),
  };
  return { source, claims };
}

/** A source of some tasks that run until each is ended. */
function workingSource(tasks: number) {
  const ends: (() => void)[] = [];
  let [left, begun, running] = [tasks, 0, 0];
  const source: TaskSource<string> = {
    ...sleepingSource().source,
    claim: (limit) => {
      const given = Array.from({ length: Math.min(limit, left) }, () => "task");
      left -= given.length;
      return Promise.resolve(given);
    },
    run: async () => {
      [begun, running] = [begun + 1, running + 1];
      await new Promise<void>((resolve) => ends.push(resolve));
      running -= 1;
    },
  };
  return {
    source,
    give: (count: number) => void (left += count),
    end: () => ends.shift()?.(),
    begun: () => begun,
    running: () => running,
  };
}
