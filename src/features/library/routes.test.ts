import { zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ProblemAnswer, type TestApp, testApp } from "../../../test/app.ts";
import { epubFiles } from "../../../test/epub-fixture.ts";
import { encodeGreyPng } from "../../core/image/grey-png.ts";
import type { BookDetail, BookView, ChapterText } from "./schema.ts";

interface Part {
  items: BookView[];
  next: string | null;
}
interface Brought {
  book: BookView;
  isNew: boolean;
}

const textOf = (title: string): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(`${title}\n\nChapter 1\n\n“Who is there?” asked Tom of ${title}.\n\nNobody answered him.\n`);

function zipped(files: ReturnType<typeof epubFiles>): Uint8Array<ArrayBuffer> {
  const parts = Object.entries(files).flatMap(([name, content]) =>
    content === null
      ? []
      : [[name, typeof content === "string" ? new TextEncoder().encode(content) : content] as const],
  );
  return new Uint8Array(zipSync(Object.fromEntries(parts)));
}

describe("the library over HTTP", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());
  const bring = async (title: string, status = 201): Promise<BookView> => {
    const headers = { "X-File-Name": encodeURIComponent(`${title}.txt`) };
    return (await app.json<Brought>("POST", "/api/books", { bytes: textOf(title), headers, status })).book;
  };
  const list = (query: string, as?: string): Promise<Part> =>
    app.json<Part>("GET", `/api/books?${query}`, as === undefined ? {} : { as });
  const titles = ({ items }: Part): string[] => items.map(({ title }) => title);

  it("takes a book once, and says what it recognised", async () => {
    const book = await bring("本 of Days");
    expect(book).toMatchObject({ title: "本 of Days", format: "text", tags: [], trashedAt: null, comic: null });
    const again = await bring("本 of Days", 200);
    expect(again.id).toBe(book.id);
  });

  it("says why something is no book", async () => {
    const post = (bytes: Uint8Array<ArrayBuffer>, status: number): Promise<ProblemAnswer> =>
      app.json<ProblemAnswer>("POST", "/api/books", { bytes, status });
    expect(await post(new Uint8Array(0), 422)).toMatchObject({ code: "upload-empty" });
    const picture = encodeGreyPng({ width: 2, height: 2, data: new Uint8Array(16) });
    expect((await post(new Uint8Array(picture), 422)).fix).not.toBe("");
  });

  it("refuses a book that says beforehand that it is too large", async () => {
    const headers = { "Content-Length": String(600 * 2 ** 20) };
    const problem = await app.json<ProblemAnswer>("POST", "/api/books", { bytes: textOf("x"), headers, status: 413 });
    expect(problem.code).toBe("upload-too-large");
  });

  it("puts the stories that come with the program on the shelf, with their covers", async () => {
    const { book } = await app.json<Brought>("POST", "/api/books/samples", {
      body: { sample: "english" },
      status: 201,
    });
    const detail = await app.json<BookDetail>("GET", `/api/books/${book.id}`);
    expect(detail.chapters.filter(({ matter }) => matter === "body").length).toBeGreaterThan(1);
    expect(detail.chapters.find(({ number }) => number === 1)?.matter).toBe("body");
    const cover = await app.send("GET", `/api/books/${book.id}/cover`);
    expect(cover.status).toBe(200);
    expect(cover.headers.get("Content-Type")).toMatch(/^image\//);
  });

  it("gives the faithful text of a chapter, with its readings", async () => {
    const { book } = await app.json<Brought>("POST", "/api/books/samples", {
      body: { sample: "japanese" },
      status: 201,
    });
    const { chapters } = await app.json<BookDetail>("GET", `/api/books/${book.id}`);
    const texts = await Promise.all(
      chapters.map(({ index }) => app.json<ChapterText>("GET", `/api/books/${book.id}/chapters/${index}`)),
    );
    expect(texts[0]).toMatchObject({ language: "ja", direction: "rtl" });
    const runs = texts.flatMap(({ blocks }) => blocks.flatMap((block) => block.runs));
    const ruby = runs.filter((run) => run.ruby);
    expect(ruby.length).toBeGreaterThan(0);
    expect(
      ruby.every(
        ({ text, ruby: reading }) => /\p{Script=Han}/u.test(text) && /^\p{Script=Hiragana}+$/u.test(reading ?? ""),
      ),
    ).toBe(true);
    for (const { blocks } of texts)
      for (const { start, end, runs: own } of blocks)
        expect(own.map(({ text }) => text).join("").length).toBe(end - start);
    await app.json("GET", `/api/books/${book.id}/chapters/999`, { status: 404 });
  });

  it("gives a passage with what stands around it", async () => {
    const book = await bring("Passages");
    const text = new TextDecoder().decode(textOf("Passages"));
    const start = text.indexOf("“Who");
    const end = text.indexOf("” asked") + 1;
    const passage = await app.json<Record<string, string>>(
      "GET",
      `/api/books/${book.id}/passage?start=${start}&end=${end}`,
    );
    expect(passage["words"]).toBe("“Who is there?”");
    expect(passage["after"]).toContain("asked Tom");
    await app.json("GET", `/api/books/${book.id}/passage?start=x&end=1`, { status: 400 });
  });

  it("finds books by words, tags, series and language, and lists each once", async () => {
    for (const [i, title] of ["Zebra Tales", "Apple Tales", "Moon Tales"].entries()) {
      const { id } = await bring(title);
      const series = i === 0 ? null : "Fruits of the Sky";
      await app.json("PATCH", `/api/books/${id}`, {
        body: { tags: ["tale", `n${i}`], series, seriesNumber: i, language: "en-GB" },
      });
    }
    expect(titles(await list("q=tal")).toSorted()).toEqual(["Apple Tales", "Moon Tales", "Zebra Tales"]);
    expect(titles(await list("tag=n1"))).toEqual(["Apple Tales"]);
    expect(titles(await list("tag=n"))).toEqual([]);
    expect(titles(await list(`series=${encodeURIComponent("Fruits of the Sky")}&sort=title`))).toEqual([
      "Apple Tales",
      "Moon Tales",
    ]);
    expect(titles(await list("language=en&tag=tale")).length).toBe(3);
    expect(titles(await list("q=sky"))).toHaveLength(2);
    const tags = await app.json<{ items: unknown[] }>("GET", "/api/books/tags");
    expect(tags.items[0]).toEqual({ tag: "tale", count: 3 });
    const series = await app.json<{ items: unknown[] }>("GET", "/api/books/series");
    expect(series.items).toEqual([{ series: "Fruits of the Sky", count: 2 }]);
  });

  it("lists the whole shelf in parts, in every order", async () => {
    for (const sort of ["added", "title", "author", "read"]) {
      const seen: string[] = [];
      let cursor = "";
      for (let parts = 0; parts < 20; parts++) {
        const part = await list(`sort=${sort}&limit=2${cursor}`);
        seen.push(...part.items.map(({ id }) => id));
        if (part.next === null) break;
        cursor = `&cursor=${part.next}`;
      }
      const whole = await list(`sort=${sort}&limit=100`);
      expect(seen).toEqual(whole.items.map(({ id }) => id));
      expect(new Set(seen).size).toBe(seen.length);
    }
    const byTitle = titles(await list("sort=title&limit=100"));
    expect(byTitle).toEqual(byTitle.toSorted((a, b) => (a < b ? -1 : 1)));
  });

  it("refuses a cursor that it did not give", async () => {
    const problem = await app.json<ProblemAnswer>("GET", "/api/books?cursor=nonsense", { status: 400 });
    expect(problem.code).toBe("cursor-invalid");
    const part = await list("sort=title&limit=1");
    await app.json("GET", `/api/books?sort=read&cursor=${part.next}`, { status: 400 });
  });

  it("corrects what was recognised, and finds the book by its new name", async () => {
    const { id } = await bring("Wrong Name");
    const fixed = await app.json<BookView>("PATCH", `/api/books/${id}`, {
      body: { title: "  Right Name ", author: "A. Uthor", direction: "rtl", series: "", tags: ["a", "a"] },
    });
    expect(fixed).toMatchObject({
      title: "Right Name",
      author: "A. Uthor",
      direction: "rtl",
      series: null,
      tags: ["a"],
    });
    expect(titles(await list("q=right"))).toEqual(["Right Name"]);
    expect(titles(await list("q=wrong"))).toEqual([]);
    const problem = await app.json<ProblemAnswer>("PATCH", `/api/books/${id}`, { body: { title: " " }, status: 400 });
    expect(problem.fields?.[0]?.path).toBe("title");
  });

  it("keeps books in the trash until they are taken out again", async () => {
    const { id } = await bring("Trashed Book");
    expect((await app.send("DELETE", `/api/books/${id}`)).status).toBe(204);
    expect(titles(await list("q=trashed"))).toEqual([]);
    expect(titles(await list("shelf=trash"))).toEqual(["Trashed Book"]);
    const { trashedAt } = await app.json<BookView>("POST", `/api/books/${id}/restore`);
    expect(trashedAt).toBeNull();
    expect(titles(await list("q=trashed"))).toEqual(["Trashed Book"]);
  });

  it("remembers how far a book is read", async () => {
    const { id } = await bring("Half Read");
    await app.send("PUT", `/api/books/${id}/progress`, { body: { offset: 40, percent: 50 } });
    const { items } = await list("shelf=reading");
    expect(items.map(({ title, progress }) => ({ title, progress }))).toEqual([
      { title: "Half Read", progress: { comicId: null, page: null, offset: 40, percent: 50 } },
    ]);
    expect((await list("sort=read&limit=1")).items[0]?.id).toBe(id);
    const strange = { comicId: app.studio.tools.newId(), page: 1, percent: 1 };
    expect((await app.send("PUT", `/api/books/${id}/progress`, { body: strange })).status).toBe(404);
  });

  it("takes another cover, and goes back to a drawn one", async () => {
    const { id } = await bring("Covered");
    const path = `/api/books/${id}/cover`;
    const drawn = await app.send("GET", path);
    expect(drawn.headers.get("Content-Type")).toBe("image/svg+xml");
    expect(await drawn.text()).toContain("Covered");
    const picture = new Uint8Array(encodeGreyPng({ width: 2, height: 2, data: new Uint8Array(16) }));
    expect((await app.send("PUT", path, { bytes: picture })).status).toBe(204);
    expect((await app.send("GET", path)).headers.get("Content-Type")).toBe("image/png");
    const active = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>');
    expect((await app.send("PUT", path, { bytes: active })).status).toBe(415);
    expect((await app.send("DELETE", path)).status).toBe(204);
    expect((await app.send("GET", path)).headers.get("Content-Type")).toBe("image/svg+xml");
  });

  it("draws titles as letters, whatever signs they hold", async () => {
    const { id } = await bring("a<b>&“c”");
    const svg = await (await app.send("GET", `/api/books/${id}/cover`)).text();
    expect(svg).not.toContain("<b>");
  });

  it("shows nobody another's shelf", async () => {
    expect((await list("limit=1", app.other)).items).toEqual([]);
    expect((await list("q=tales", app.other)).items).toEqual([]);
  });

  it("knows nobody of a book before a comic was begun", async () => {
    const { id } = await bring("Unread");
    expect(await app.json("GET", `/api/books/${id}/cast`)).toEqual({ known: false, people: [], places: [] });
  });

  it("shows the picture of an EPUB's own cover", async () => {
    const picture = encodeGreyPng({ width: 3, height: 4, data: new Uint8Array(48) });
    const files = epubFiles({
      pages: { "one.xhtml": "<p>Only this happened.</p>" },
      items: '<item id="c" href="c.png" media-type="image/png" properties="cover-image"/>',
      files: { "OEBPS/c.png": picture },
    });
    const { book } = await app.json<Brought>("POST", "/api/books", { bytes: zipped(files), status: 201 });
    const cover = await app.send("GET", `/api/books/${book.id}/cover`);
    expect(new Uint8Array(await cover.arrayBuffer())).toEqual(picture);
  });
});
