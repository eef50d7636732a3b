import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeGreyPng } from "../../src/core/image/grey-png.ts";
import { retryComic } from "../../src/features/comics/retry-comic.ts";
import { comicPlan } from "../../src/features/comics/tasks.ts";
import { bytesUsed, filesOfJob } from "../../src/features/files/queries/find-files.ts";
import type { JobView } from "../../src/features/jobs/schema.ts";
import { listNotifications } from "../../src/features/jobs/queries/list-notifications.ts";
import { listImports } from "../../src/features/library/queries/import-jobs.ts";
import { watchFolder } from "../../src/features/library/watch-folder.ts";
import { type ProblemAnswer, type TestApp, testApp } from "../app.ts";
import { someSettings, someText } from "../comic-studio.ts";

const picture = encodeGreyPng({ width: 8, height: 8, data: new Uint8Array(64).fill(7) });
const tale = new Uint8Array(new TextEncoder().encode("A tale\n\nNobody was there when the door opened.\n"));

describe("the space that a person may fill", () => {
  let app: TestApp;
  let [job, book] = ["", ""];
  /** Leaves room for so many bytes; null for as many as there are. */
  async function leave(room: number | null): Promise<void> {
    const { db } = app.studio;
    const quota = room === null ? null : (await bytesUsed(db, app.owner)) + room;
    await db.kysely.updateTable("users").set({ storage_quota: quota }).where("id", "=", app.owner).execute();
  }
  const jobOf = () => app.json<JobView>("GET", `/api/jobs/${job}`);
  const refusal = async (method: string, path: string, options: object) =>
    (await app.json<ProblemAnswer>(method, path, { ...options, status: 507 })).code;
  beforeAll(async () => {
    app = await testApp();
    job = await app.studio.begin(someText, { ...someSettings, formats: ["cbz"] });
    book = (await app.json<{ items: { id: string }[] }>("GET", "/api/books")).items[0]?.id ?? "";
  });
  afterAll(() => app.close());

  it("ends a comic on its way with a code, and begun again with room it goes on and keeps its pages", async () => {
    const { db, blobs, tools, owner } = { ...app.studio, owner: app.owner };
    await leave(60_000);
    await app.studio.workOn();
    expect(await jobOf()).toMatchObject({ status: "failed", error: { code: "quota-full" } });
    const made = await filesOfJob(db, owner, job);
    expect(made.length).toBeGreaterThan(3);
    const again = () =>
      retryComic(db, blobs, owner, { jobId: job, plan: comicPlan(tools), now: tools.now(), newId: tools.newId });
    // Without room it ends in the same way.
    expect(await again()).toBe(true);
    await app.studio.workOn();
    expect(await jobOf()).toMatchObject({ status: "failed", error: { code: "quota-full" } });
    await leave(null);
    expect(await again()).toBe(true);
    await app.studio.workOn();
    expect(await jobOf()).toMatchObject({ status: "completed", error: null });
    const now = new Set((await filesOfJob(db, owner, job)).map(({ id }) => id));
    expect(made.filter(({ id }) => !now.has(id))).toEqual([]);
  });

  it("refuses books, samples, covers, pictures of people and files of a comic, and nothing of them is left", async () => {
    const used = await bytesUsed(app.studio.db, app.owner);
    await leave(20);
    expect(await refusal("POST", "/api/books", { bytes: tale, headers: { "X-File-Name": "tale.txt" } })).toBe(
      "quota-full",
    );
    expect(await refusal("POST", "/api/books/samples", { body: { sample: "english" } })).toBe("quota-full");
    expect(await refusal("PUT", `/api/books/${book}/cover`, { bytes: picture })).toBe("quota-full");
    expect(await refusal("PUT", "/api/account/picture", { bytes: picture })).toBe("quota-full");
    expect(await refusal("POST", `/api/comics/${job}/files`, { body: { format: "epub" } })).toBe("quota-full");
    expect(await bytesUsed(app.studio.db, app.owner)).toBe(used);
    await leave(null);
    await app.json("POST", `/api/comics/${job}/files`, { body: { format: "epub" }, status: 201 });
    await app.json("POST", "/api/books", { bytes: tale, headers: { "X-File-Name": "tale.txt" }, status: 201 });
  });

  it("does not keep anybody from looking at what they have", async () => {
    await leave(0);
    expect((await app.send("GET", `/api/comics/${job}/pages/1/picture?width=160`)).status).toBe(200);
    expect((await app.send("GET", `/api/books/${book}`)).status).toBe(200);
    await leave(null);
  });

  it("is told of a file in a watched folder, which is taken after a new start when there is room", async () => {
    const { db, blobs, tools } = app.studio;
    const content = new Uint8Array(new TextEncoder().encode("Another tale\n\nSomebody was there after all.\n"));
    const file = { path: "another.txt", size: content.length, modified: 1 };
    let clock = 0;
    const folder = { list: async () => [file], read: async () => content };
    const own = { db, blobs, now: tools.now, newId: tools.newId, tooHeavy: new Set<string>(), folder };
    const trouble = (error: unknown): never => {
      throw error;
    };
    const look = async (): Promise<void> => {
      const watched = await watchFolder({ ...own, clock: () => clock, onReading: () => undefined, trouble }, app.owner);
      for (let i = 0; i < 4; i++, clock += 1_000) await watched.look();
    };
    const outcome = async () =>
      (await listImports(db, app.owner, "watch")).map(({ status, error }) => [status, error?.code]);
    await leave(0);
    await look();
    expect(await outcome()).toEqual([["failed", "quota-full"]]);
    const [told] = await listNotifications(db, app.owner, { cursor: null, limit: 1 });
    expect(told).toMatchObject({ title: "another.txt", error: "quota-full" });
    await leave(null);
    await look();
    expect(await outcome()).toEqual([["completed", undefined]]);
  });
});
