import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestApp, testApp } from "../../../test/app.ts";
import { someText } from "../../../test/comic-studio.ts";
import type { JobView } from "../jobs/schema.ts";
import type { BookView } from "./schema.ts";

describe("a book with a comic, as it stands on the shelf", () => {
  let app: TestApp;
  let book: string;
  let comic: string;
  beforeAll(async () => {
    app = await testApp();
    const bytes = new Uint8Array(someText);
    const sent = { bytes, headers: { "X-File-Name": "sample.txt" }, status: 201 };
    book = (await app.json<{ book: BookView }>("POST", "/api/books", sent)).book.id;
    comic = (await app.json<JobView>("POST", `/api/books/${book}/comics`, { body: {}, status: 201 })).id;
    await app.studio.workOn();
  }, 60_000);
  afterAll(() => app.close());
  const view = () => app.json<BookView>("GET", `/api/books/${book}`);

  it("keeps the place in the comic while its text is read, and the other way round", async () => {
    const path = `/api/books/${book}/progress`;
    await app.send("PUT", path, { body: { comicId: comic, page: 3, percent: 30 } });
    await app.send("PUT", path, { body: { offset: 40, percent: 1 } });
    const { progress, places } = await view();
    expect(progress).toMatchObject({ comicId: null, offset: 40 });
    expect(places).toMatchObject({ text: { offset: 40 }, comic: { comicId: comic, page: 3 } });
    await app.send("PUT", path, { body: { comicId: comic, page: 4, percent: 40 } });
    const later = await view();
    expect(later.progress).toMatchObject({ comicId: comic, page: 4 });
    expect(later.places).toMatchObject({ text: { offset: 40 }, comic: { page: 4 } });
  });

  it("keeps its comic's cover while a newer comic is begun, and when that is cancelled", async () => {
    const cover = async (): Promise<string | null> =>
      (await app.send("GET", `/api/books/${book}/cover`)).headers.get("ETag");
    const before = await cover();
    expect(before).not.toBeNull();
    const body = { seed: 5 };
    const newer = await app.json<JobView>("POST", `/api/books/${book}/comics`, { body, status: 201 });
    expect([(await view()).comic?.id, await cover()]).toEqual([newer.id, before]);
    await app.send("POST", `/api/jobs/${newer.id}/cancel`);
    expect(await cover()).toBe(before);
  });

  it("is counted among the books of its language", async () => {
    const french = { bytes: new TextEncoder().encode("Il pleut.\n\nIl pleut encore.\n"), status: 201 };
    const { id } = (await app.json<{ book: BookView }>("POST", "/api/books", french)).book;
    await app.json("PATCH", `/api/books/${id}`, { body: { language: "fr-CA" } });
    await app.json("PATCH", `/api/books/${book}`, { body: { language: "en-GB" } });
    const languages = () => app.json<{ items: object[] }>("GET", "/api/books/languages");
    expect((await languages()).items).toEqual([
      { language: "en", count: 1 },
      { language: "fr", count: 1 },
    ]);
    const others = await app.json<{ items: object[] }>("GET", "/api/books/languages", { as: app.other });
    expect(others.items).toEqual([]);
    await app.send("DELETE", `/api/books/${id}`);
    expect((await languages()).items).toEqual([{ language: "en", count: 1 }]);
  });
});
