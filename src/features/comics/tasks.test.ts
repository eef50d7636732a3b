import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { quickSurroundings, someSettings, someText, type TestStudio, testStudio } from "../../../test/comic-studio.ts";
import type { BlobStore } from "../../backends/blobs/blob-store.ts";
import { scriptedModel } from "../../backends/models/scripted.ts";
import { runPipeline } from "../../core/run-pipeline.ts";
import { readJob } from "../jobs/queries/jobs.ts";
import { artifactStore } from "./artifact-store.ts";
import { savedComic } from "./saved-comic.ts";

/** Every file of the comic as the command line makes it, in memory. */
async function comicInMemory(): Promise<Map<string, string>> {
  const kept = new Map<string, unknown>();
  const shelf = (name: string) => ({
    read: async (unit: string) => (kept.get(`${name} ${unit}`) ?? null) as never,
    write: async (unit: string, value: unknown) => void kept.set(`${name} ${unit}`, value),
  });
  const store = artifactStore({ pages: shelf("pages"), print: shelf("print"), analysis: shelf("analysis") });
  for await (const _ of runPipeline(someText, someSettings, { ...quickSurroundings, ask: null }, store));
  return contents((await store.load("files", "book")) ?? []);
}

async function contents(
  files: Iterable<{ path: string; chunks(): AsyncIterable<Uint8Array> }>,
): Promise<Map<string, string>> {
  const read = new Map<string, string>();
  for (const { path, chunks } of files) {
    const parts: Uint8Array[] = [];
    for await (const chunk of chunks()) parts.push(chunk);
    read.set(path, Buffer.concat(parts).toString("latin1"));
  }
  return read;
}

/** The store, with another first byte in everything. */
function changed(blobs: BlobStore): BlobStore {
  return {
    ...blobs,
    async get(key, range) {
      const found = await blobs.get(key, range);
      return found && { ...found, content: withOtherStart(found.content) };
    },
  };
}

async function* withOtherStart(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let isFirst = true;
  for await (const chunk of content) {
    yield isFirst ? chunk.with(0, 255 - (chunk[0] ?? 0)) : chunk;
    isFirst = false;
  }
}

describe("a comic made by tasks", () => {
  let studio: TestStudio;
  let job: string;
  let done: string[];
  beforeAll(async () => {
    studio = await testStudio();
    job = await studio.begin(someText, someSettings);
    done = await studio.workOn();
  }, 60_000);
  afterAll(() => studio.db.close());

  it("goes by every step, in order, a task for each unit", () => {
    const steps = [...new Set(done.map((task) => task.split(" ")[0]))];
    expect(steps).toEqual(
      "read understand chunks analysis merge episodes cast cover layout front-matter render outputs".split(" "),
    );
    expect(new Set(done).size).toBe(done.length);
  });

  it("is the same as the command line's, byte for byte", async () => {
    const expected = await comicInMemory();
    const made = await contents(await savedComic(studio.db, studio.blobs, studio.owner, job));
    expect([...made.keys()].toSorted()).toEqual([...expected.keys()].toSorted());
    for (const [path, bytes] of expected) expect(made.get(path) === bytes, path).toBe(true);
  });

  it("is not given away where a file is no longer what was kept", async () => {
    const files = await savedComic(studio.db, changed(studio.blobs), studio.owner, job);
    const [picture] = files.filter(({ path }) => path.endsWith(".png"));
    await expect(contents(picture ? [picture] : [])).rejects.toThrow("stored-file-lost");
  });

  it("ends completed, with all that was counted done", async () => {
    const summary = await readJob(studio.db, studio.owner, job);
    expect(summary).toMatchObject({ status: "completed", percent: 100 });
    const { counters } = summary ?? {};
    expect(counters?.pagesDone).toBe(done.filter((task) => task.startsWith("render")).length);
    expect(counters).toMatchObject({
      chunksDone: counters?.chunksTotal,
      episodesDone: counters?.episodesTotal,
      pagesDone: counters?.pagesTotal,
    });
    expect(counters?.panelsTotal).toBeGreaterThan(counters?.pagesTotal ?? 0);
  });

  it("leaves rows of what was found in the book and of every page", async () => {
    const { kysely } = studio.db;
    const count = async (
      table: "scenes" | "characters" | "quotes" | "chunks" | "episodes" | "pages" | "panels" | "outputs",
    ) => (await kysely.selectFrom(table).selectAll().execute()).length;
    expect(await count("scenes")).toBeGreaterThan(1);
    expect(await count("characters")).toBeGreaterThan(2);
    expect(await count("quotes")).toBeGreaterThan(10);
    expect(await count("chunks")).toBe(done.filter((task) => task.startsWith("analysis")).length);
    const pages = await kysely.selectFrom("pages").selectAll().execute();
    expect(pages.length).toBe(done.filter((task) => task.startsWith("render")).length);
    expect(pages.filter(({ image_file_id }) => image_file_id === null)).toEqual([]);
    const panels = await kysely.selectFrom("panels").selectAll().execute();
    expect(panels.some(({ scene_id }) => scene_id !== null)).toBe(true);
  });

  it("is read from the shelf when the same file is imported again", async () => {
    const again = await studio.begin(someText, { ...someSettings, seed: 2 });
    const novels = await studio.db.kysely.selectFrom("novels").selectAll().execute();
    expect(novels.length).toBe(1);
    expect(again).not.toBe(job);
  });
});

describe("a comic made with a model", () => {
  it("asks once for each chunk, and once only when the work is done again", async () => {
    const keys: string[] = [];
    const model = scriptedModel(({ idempotencyKey, text }) => {
      keys.push(idempotencyKey);
      const quote = /\[(q\d+)\]/.exec(text)?.[1] ?? "";
      return JSON.stringify({ [quote]: "n1" });
    });
    const studio = await testStudio({ model });
    await studio.begin(someText, someSettings);
    const done = await studio.workOn();
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.length).toBeLessThanOrEqual(done.filter((task) => task.startsWith("analysis")).length);
    expect(new Set(keys).size).toBe(keys.length);
    const { kysely } = studio.db;
    const asked = await kysely.selectFrom("quotes").selectAll().where("evidence", "like", '%"model"%').execute();
    expect(asked.length).toBe(keys.length);
    expect((await kysely.selectFrom("token_usage").selectAll().execute()).length).toBe(keys.length);
    await studio.db.close();
  }, 60_000);
});
