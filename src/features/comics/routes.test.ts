import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ProblemAnswer, type TestApp, testApp } from "../../../test/app.ts";
import { someText } from "../../../test/comic-studio.ts";
import { inkArtist } from "../../core/art/ink-artist.ts";
import { pngSize } from "../../core/image/png-size.ts";
import type { JobView } from "../jobs/schema.ts";
import type { BookView, CastView } from "../library/schema.ts";
import type { ComicFileView, ComicView, PageGeometry, Preview } from "./schema.ts";

describe("a comic over HTTP", () => {
  let app: TestApp;
  let book: string;
  let job: JobView;
  beforeAll(async () => {
    app = await testApp();
    // People are drawn, so that they have portraits.
    Object.assign(app.studio.tools, { artist: async () => inkArtist });
    const headers = { "X-File-Name": "sample.txt" };
    const bytes = new Uint8Array(someText);
    const brought = await app.json<{ book: BookView }>("POST", "/api/books", { bytes, headers, status: 201 });
    book = brought.book.id;
    job = await app.json<JobView>("POST", `/api/books/${book}/comics`, {
      body: { direction: "rtl", trim: "a5", formats: ["cbz", "pdf"] },
      headers: { "Idempotency-Key": "first" },
      status: 201,
    });
  });
  afterAll(() => app.close());
  const comic = (): Promise<ComicView> => app.json<ComicView>("GET", `/api/comics/${job.id}`);

  it("is begun once for one key, and another thing by the same key is refused", async () => {
    const path = `/api/books/${book}/comics`;
    const headers = { "Idempotency-Key": "first" };
    const body = { direction: "rtl", trim: "a5", formats: ["cbz", "pdf"] };
    const again = await app.json<JobView>("POST", path, { body, headers, status: 201 });
    expect(again.id).toBe(job.id);
    const other = { body: { ...body, seed: 2 }, headers, status: 422 };
    expect((await app.json<ProblemAnswer>("POST", path, other)).code).toBe("request-reused");
    expect((await app.json<{ items: JobView[] }>("GET", path)).items.length).toBe(1);
    expect(app.woken).toContain(job.id);
  });

  it("has no pages at first, and says so of each", async () => {
    expect(await comic()).toMatchObject({ bookId: book, isFinished: false, pages: [], direction: "rtl" });
    const problem = await app.json<ProblemAnswer>("GET", `/api/comics/${job.id}/pages/1/picture`, { status: 404 });
    expect(problem.code).toBe("page-unknown");
    await app.json("POST", `/api/comics/${job.id}/files`, { body: { format: "epub" }, status: 409 });
  });

  it("gives a first page and what the whole will take, before anything is begun", async () => {
    const preview = (body: object): Promise<Preview> =>
      app.json<Preview>("POST", `/api/books/${book}/preview`, { body });
    const page = await preview({ direction: "ltr" });
    expect(page).toMatchObject({ direction: "ltr" });
    expect(page.picture).toMatch(/^data:image\/png;base64,/);
    expect(page.pages).toBeGreaterThan(3);
    expect(page.seconds).toBeGreaterThan(0);
    expect(page.bytes).toBeGreaterThan(0);
    const digest = await preview({ pace: "digest" });
    expect(digest.pages).toBeLessThan(page.pages);
    const other = await preview({ seed: 99 });
    expect(other.picture).not.toBe(page.picture);
    const missing = { body: { chapters: { from: 70, to: 71 } }, status: 422 };
    expect((await app.json<ProblemAnswer>("POST", `/api/books/${book}/preview`, missing)).code).toBe("part-missing");
  });

  it("is read page by page when its tasks are done", async () => {
    await app.studio.workOn();
    const { pages, episodes, settings, isFinished, direction } = await comic();
    expect({ isFinished, direction }).toEqual({ isFinished: true, direction: "rtl" });
    expect(settings).toMatchObject({ trim: "a5", direction: "rtl", colour: "ink", formats: ["cbz", "pdf"] });
    expect(pages.map(({ role }) => role)).toEqual([
      "cover",
      "title",
      ...pages.slice(2, -1).map(() => "story"),
      "credits",
    ]);
    expect(pages.every(({ isDrawn }) => isDrawn)).toBe(true);
    expect(episodes[0]).toMatchObject({ number: 1, firstPage: 1 });
  });

  it("tells what stands where on a page, and whose face it is", async () => {
    const { pages } = await comic();
    const story = pages.filter(({ role }) => role === "story");
    const all = await Promise.all(
      story.map(({ number }) => app.json<PageGeometry>("GET", `/api/comics/${job.id}/pages/${number}`)),
    );
    const faces = all.flatMap(({ panels }) => panels.flatMap((panel) => panel.faces));
    const { people } = await app.json<CastView>("GET", `/api/books/${book}/cast`);
    expect(faces.length).toBeGreaterThan(0);
    for (const { person, name } of faces) expect(people.find(({ id }) => id === person)?.name).toBe(name);
    const text = new TextDecoder().decode(someText);
    const spoken = all
      .flatMap(({ panels }) => panels.flatMap(({ texts }) => texts))
      .find(({ kind }) => kind === "speech");
    expect(spoken).toBeDefined();
    const passage = await app.json<{ words: string }>(
      "GET",
      `/api/books/${book}/passage?start=${spoken?.start}&end=${spoken?.end}`,
    );
    expect(text).toContain(passage.words);
    expect(passage.words.length).toBeGreaterThan(0);
  });

  it("proves what it says of people by words of the book", async () => {
    const { known, people } = await app.json<CastView>("GET", `/api/books/${book}/cast`);
    expect(known).toBe(true);
    const proofs = people.flatMap(({ looks, lines }) => [...looks.flatMap(({ evidence }) => evidence ?? []), ...lines]);
    expect(proofs.length).toBeGreaterThan(0);
    const text = new TextDecoder().decode(someText);
    for (const { start, end, text: words } of proofs) expect(text.slice(start, end).startsWith(words)).toBe(true);
  });

  it("gives pictures that never change, whole and small", async () => {
    const path = `/api/comics/${job.id}/pages/1/picture`;
    const whole = await app.send("GET", path);
    expect(whole.headers.get("Cache-Control")).toContain("immutable");
    const small = await app.send("GET", `${path}?width=100`);
    expect(small.status).toBe(200);
    // The test's rasteriser draws pictures of four pixels, which nobody makes smaller.
    expect(pngSize(new Uint8Array(await small.arrayBuffer())).width).toBe(4);
    const known = await app.send("GET", path, { headers: { "If-None-Match": whole.headers.get("ETag") ?? "" } });
    expect(known.status).toBe(304);
    const part = await app.send("GET", path, { headers: { Range: "bytes=0-3" } });
    expect(part.status).toBe(206);
  });

  it("draws portraits of its people, and of nobody else", async () => {
    const { pages } = await comic();
    const page = pages.find(({ role }) => role === "story")?.number ?? 1;
    const { panels } = await app.json<PageGeometry>("GET", `/api/comics/${job.id}/pages/${page}`);
    const person = panels.flatMap(({ faces }) => faces)[0]?.person;
    const portrait = await app.send("GET", `/api/comics/${job.id}/people/${person}/portrait`);
    expect(portrait.headers.get("Content-Type")).toBe("image/png");
    const nobody = await app.send("GET", `/api/comics/${job.id}/people/${app.owner}/portrait`);
    expect(nobody.status).toBe(404);
  });

  it("is taken away in the formats that were asked for, and in others made then", async () => {
    const path = `/api/comics/${job.id}/files`;
    const files = await app.json<{ items: ComicFileView[] }>("GET", path);
    expect(files.items.map(({ format }) => format).toSorted()).toEqual(["cbz", "pdf"]);
    for (const format of ["epub", "png", "webtoon"]) {
      const made = await app.json<ComicFileView>("POST", path, { body: { format }, status: 201 });
      expect(made.format).toBe(format);
      const again = await app.json<ComicFileView>("POST", path, { body: { format } });
      expect(again.id).toBe(made.id);
      const content = await app.send("GET", `/api/blobs/${made.id}?download`);
      expect((await content.arrayBuffer()).byteLength).toBe(made.size);
    }
    await app.json("POST", path, { body: { format: "doc" }, status: 400 });
  });

  it("shows its cover on the shelf, and how far it is read", async () => {
    await app.send("PUT", `/api/books/${book}/progress`, { body: { comicId: job.id, page: 2, percent: 20 } });
    const view = await app.json<BookView>("GET", `/api/books/${book}`);
    expect(view.comic).toMatchObject({ id: job.id, status: "completed", percent: 100 });
    expect(view.progress).toMatchObject({ comicId: job.id, page: 2 });
    expect((await app.send("GET", `/api/books/${book}/cover`)).headers.get("Content-Type")).toBe("image/png");
    const shelf = await app.json<{ items: BookView[] }>("GET", "/api/books?shelf=comics");
    expect(shelf.items.map(({ id }) => id)).toEqual([book]);
  });

  it("is taken away whole, with all that was made of it", async () => {
    const path = `/api/jobs/${job.id}`;
    const { items } = await app.json<{ items: ComicFileView[] }>("GET", `/api/comics/${job.id}/files`);
    expect((await app.send("DELETE", path, { as: app.other })).status).toBe(404);
    expect((await app.send("DELETE", path)).status).toBe(204);
    expect((await app.send("GET", path)).status).toBe(404);
    expect((await app.send("GET", `/api/blobs/${items[0]?.id}`)).status).toBe(404);
    expect((await app.json<BookView>("GET", `/api/books/${book}`)).comic).toBeNull();
  });
});
