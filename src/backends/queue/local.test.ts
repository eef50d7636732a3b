import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { pumpContract, queueContract, type QueueUnderTest } from "../../../test/queue-contract.ts";
import { openSqlite } from "../sql/sqlite.ts";
import { localPump } from "./local.ts";
import type { TaskSource } from "./task-queue.ts";

const overSqlite: QueueUnderTest = async (connections) => {
  const folder = mkdtempSync(join(tmpdir(), "fabula-queue-"));
  const path = join(folder, "rows.sqlite");
  await (await testDatabase(path)).close();
  const databases = Array.from({ length: connections }, () => openSqlite(path));
  return {
    databases,
    pump: localPump,
    close: async () => {
      await Promise.all(databases.map((db) => db.close()));
      rmSync(folder, { recursive: true });
    },
  };
};
queueContract("the pump in the process, over a file of SQLite", overSqlite);
pumpContract("the pump in the process, over a file of SQLite", overSqlite);

/** A source of nothing that counts how often it is asked. */
function emptySource() {
  const asked = { claim: 0, heartbeat: 0, sweep: 0 };
  const source: TaskSource<string> = {
    claim: () => Promise.resolve(((asked.claim += 1), [])),
    run: () => Promise.resolve(),
    release: () => Promise.resolve(),
    heartbeat: () => Promise.resolve(void (asked.heartbeat += 1)),
    sweep: () => Promise.resolve(void (asked.sweep += 1)),
  };
  return { asked, source };
}

const slept = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
const fail = (error: unknown): never => {
  throw error;
};

describe("the pump in the process", () => {
  it("[J12] sleeps while there is nothing to do", async () => {
    const { asked, source } = emptySource();
    const pump = localPump(source, { concurrency: 4, poll: 100, beat: 100, onError: fail });
    await slept(350);
    await pump.stop();
    expect(asked.claim).toBeLessThanOrEqual(5);
    expect(asked.heartbeat).toBeLessThanOrEqual(5);
    expect(asked.sweep).toBeLessThanOrEqual(5);
    const { claim } = asked;
    await slept(150);
    expect(asked.claim).toBe(claim);
  });

  it("[J12] sleeps while its hands are full, and claims no more than it has hands for", async () => {
    const { asked, source } = emptySource();
    const limits: number[] = [];
    const ends: (() => void)[] = [];
    let left = 3;
    const pump = localPump(
      {
        ...source,
        claim: (limit) => {
          limits.push(limit);
          const given = Array.from({ length: Math.min(limit, left) }, (_, i) => `task ${left - i}`);
          left -= given.length;
          return Promise.resolve(given);
        },
        run: () => new Promise((resolve) => ends.push(resolve)),
      },
      { concurrency: 2, poll: 10, onError: fail },
    );
    await slept(60);
    expect(limits).toEqual([2]);
    ends.shift()?.();
    await slept(60);
    expect(limits.slice(0, 2)).toEqual([2, 1]);
    expect(ends).toHaveLength(2);
    for (const end of ends) end();
    await pump.idle();
    await pump.stop();
    expect(asked.claim).toBe(0);
  });

  it("[J12] goes on when its rows are away for a while, and tells of it", async () => {
    const { source } = emptySource();
    const errors: unknown[] = [];
    let away = 3;
    const pump = localPump(
      { ...source, claim: () => (away-- > 0 ? Promise.reject(new Error("away")) : Promise.resolve([])) },
      { concurrency: 1, poll: 10, onError: (error) => errors.push(error) },
    );
    await pump.idle();
    await pump.stop();
    expect(errors).toHaveLength(3);
  });

  it("[J12] renews its own leases before it looks for lost workers", async () => {
    const { source } = emptySource();
    const order: string[] = [];
    const pump = localPump(
      {
        ...source,
        heartbeat: () => Promise.resolve(void order.push("heartbeat")),
        sweep: () => Promise.resolve(void order.push("sweep")),
      },
      { concurrency: 1, beat: 10, onError: fail },
    );
    await slept(35);
    await pump.stop();
    await pump.stop();
    expect(order.slice(0, 2)).toEqual(["heartbeat", "sweep"]);
    await pump.idle();
  });
});
