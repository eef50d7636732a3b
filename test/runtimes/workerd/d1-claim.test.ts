import { env } from "cloudflare:test";
import { beforeAll, expect, it } from "vitest";
import { openD1 } from "../../../src/backends/sql/d1.ts";
import { migrateDatabase } from "../../../src/backends/sql/migrate.ts";
import { readMigrations } from "../../../src/backends/sql/migrations/files.ts";
import { migrationFiles } from "../../../src/generated/migrations.ts";
import { addPerson, jobDesk, planOf, step, task } from "../../job-fixture.ts";
import { emptied } from "./d1-tables.ts";

const db = openD1(env.DB);
beforeAll(async () => {
  await emptied(env.DB);
  const runner = { owner: "the test", tool: "fabula 0", now: Date.now, sleep: async () => undefined, patience: 0 };
  const migrations = await readMigrations(migrationFiles);
  await migrateDatabase(db, migrations, { direction: "up", to: null }, { ...runner, backup: async () => null });
  await addPerson(db);
});

it("tasks of thirty providers are claimed by one statement, of each as many as may run at once", async () => {
  const desk = jobDesk(db, planOf(step("page")));
  const providers = Array.from({ length: 30 }, (_, i) => `provider-${i}`);
  const asking = (provider: string | null) =>
    Array.from({ length: 3 }, (_, n) => task("page", `${provider ?? "none"}/${n}`, { provider }));
  await desk.create([...providers, "other", null].flatMap(asking));
  const limits = { providerLimits: Object.fromEntries(providers.map((provider, i) => [provider, i % 3])) };
  const claimed = await desk.claim(200, limits);
  const taken = Map.groupBy(claimed, (work) => work.task.provider);
  expect(Array.from(taken, ([provider, work]) => [provider, work.length])).toEqual([
    ...providers.flatMap((provider, i) => (i % 3 > 0 ? [[provider, i % 3]] : [])),
    ["other", 3],
    [null, 3],
  ]);
  expect(await desk.claim(200, limits)).toEqual([]);
  await desk.finish(claimed.filter(({ task: { provider } }) => provider === "provider-1"));
  expect((await desk.claim(200, limits)).map(({ task: { unit } }) => unit)).toEqual(["provider-1/1"]);
});
