import { describe, expect, it } from "vitest";
import { someSettings, someText, testStudio } from "../../../test/comic-studio.ts";
import { comicPlan } from "../comics/tasks.ts";
import { taskWorker } from "./worker.ts";

describe("tasks of a worker that was killed", () => {
  it("are taken back by the next one on the machine at once, and not by one that knows nothing of it", async () => {
    const studio = await testStudio();
    await studio.begin(someText, someSettings);
    const { db, tools } = studio;
    const workerCalled = (worker: string, isDead?: (name: string) => boolean) =>
      taskWorker(db, {
        plans: { manga: comicPlan(tools) },
        now: tools.now,
        newId: tools.newId,
        jitter: () => 0,
        worker,
        ...(isDead ? { isDead } : {}),
      });
    const killed = await workerCalled("here#1#1").claim(5);
    expect(killed.length).toBe(1);

    const stranger = workerCalled("there#1#1");
    await stranger.sweep();
    expect((await taskOf()).status).toBe("running");

    const asked: string[] = [];
    const next = workerCalled("here#2#2", (name) => asked.push(name) > 0);
    await next.sweep();
    expect(asked).toEqual(["here#1#1"]);
    expect(await taskOf()).toMatchObject({ status: "ready", error_code: "worker-lost", lease_owner: null });
    await db.close();

    async function taskOf() {
      return db.kysely.selectFrom("tasks").selectAll().executeTakeFirstOrThrow();
    }
  });
});
