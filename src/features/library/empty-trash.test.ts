import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestApp, testApp } from "../../../test/app.ts";
import { someSettings, someText } from "../../../test/comic-studio.ts";
import { builtinEmbeddings } from "../../backends/models/builtin.ts";
import type { VectorIndex } from "../../backends/vectors/vector-index.ts";
import { sweepDaily } from "../../ops/retention-chore.ts";
import { emptyTrash, trashKeptFor } from "./empty-trash.ts";

describe("the trash", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());

  it("keeps books for thirty days, and then takes them with all that was made of them", async () => {
    const { studio } = app;
    await studio.begin(someText, { ...someSettings, formats: ["cbz"] });
    await studio.workOn();
    const { items } = await app.json<{ items: { id: string }[] }>("GET", "/api/books");
    const [book] = items;
    await app.send("DELETE", `/api/books/${book?.id}`);
    const early = Date.now() + trashKeptFor - 60_000;
    expect(await emptyTrash(studio.db, early)).toBe(0);
    expect((await app.send("GET", `/api/books/${book?.id}`)).status).toBe(200);
    const now = (): number => Date.now() + trashKeptFor + 60_000;
    const people = await studio.db.kysely.selectFrom("characters").select("id").execute();
    const forgotten: string[] = [];
    const remove: VectorIndex["remove"] = async (_, ids) => void forgotten.push(...ids);
    const put = async (): Promise<void> => {};
    const vectors = { model: builtinEmbeddings(), index: { put, remove, nearest: async () => [] } };
    await sweepDaily({ db: studio.db, blobs: studio.blobs, vectors, now }, "a sweep", new AbortController().signal);
    expect(people.length).toBeGreaterThan(0);
    expect(forgotten).toEqual(expect.arrayContaining(people.map(({ id }) => id)));
    expect((await app.send("GET", `/api/books/${book?.id}`)).status).toBe(404);
    for (const table of ["novels", "jobs", "pages", "search_terms", "storage_files"] as const)
      expect(await studio.db.kysely.selectFrom(table).selectAll().execute(), table).toEqual([]);
    expect((await studio.blobs.list("")).blobs).toEqual([]);
  }, 60_000);

  it("leaves a book that was put back", async () => {
    const body = { sample: "japanese" };
    const { book } = await app.json<{ book: { id: string } }>("POST", "/api/books/samples", { body, status: 201 });
    await app.send("DELETE", `/api/books/${book.id}`);
    await app.send("POST", `/api/books/${book.id}/restore`);
    expect(await emptyTrash(app.studio.db, Date.now() + 2 * trashKeptFor)).toBe(0);
  });
});
