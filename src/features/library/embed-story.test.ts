import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type TestStudio, testStudio } from "../../../test/comic-studio.ts";
import { addThings } from "../../../test/vector-contract.ts";
import type { EmbeddingModel } from "../../backends/models/embedding-model.ts";
import { readBook } from "../../core/book/read-book.ts";
import { understand } from "../../core/story/understand.ts";
import { unwrap } from "../../core/text/result.ts";
import { openVectors } from "../../entry/vectors.ts";
import { embedStory, type StoryVectors } from "./embed-story.ts";
import { importNovel } from "./import-novel.ts";
import { storeStory } from "./queries/story-rows.ts";

describe("the vectors of a story", () => {
  let studio: TestStudio;
  let vectors: StoryVectors;
  beforeEach(async () => {
    studio = await testStudio();
    vectors = openVectors(studio.db);
  });
  afterEach(() => studio.db.close());

  const embed = (novel: string, more: { now?: number; owner?: string; model?: EmbeddingModel } = {}) => {
    const { now = Date.now(), owner = studio.owner, model = vectors.model } = more;
    return embedStory(studio.db, { ...vectors, model }, { owner, novel, now, signal: new AbortController().signal });
  };
  const people = (novel: string, ids: readonly string[], looks: readonly string[]) =>
    addThings(studio.db, { owner: studio.owner, novel }, ids).then(async () => {
      for (const [i, id] of ids.entries())
        await studio.db.kysely
          .updateTable("characters")
          .set({
            name: "Somebody",
            initial_appearance: JSON.stringify({ physicalDescription: looks[i], hairColor: null }),
          })
          .where("id", "=", id)
          .execute();
    });

  it("are made of everybody and every place that was found in a book, once", async () => {
    const content = new Uint8Array(readFileSync("samples/japanese.epub"));
    const { novel } = await importNovel(
      studio.db,
      studio.tools,
      studio.owner,
      { content, name: "龍.epub" },
      { size: 1e9, quota: null },
    );
    const book = unwrap(await readBook(content));
    const story = understand(book);
    await storeStory(studio.db, { novel: novel.id, book, story, now: 0 });
    expect(await embed(novel.id)).toBe(story.cast.length + story.places.length);
    expect(await embed(novel.id)).toBe(0);
    const rows = await studio.db.kysely.selectFrom("character_embeddings").select(["dimensions", "model"]).execute();
    expect(rows).toHaveLength(story.cast.length);
    expect(new Set(rows.map(({ dimensions, model }) => `${model} ${dimensions}`))).toEqual(
      new Set(["builtin/features-1 1536"]),
    );
  });

  it("bring alike looks near, within the person's own novels", async () => {
    const looks = ["an old man with a grey beard", "a red-haired girl with freckles", "a grey-bearded old man, tall"];
    await people("n1", ["old", "girl", "elder"], looks);
    expect(await embed("n1")).toBe(3);
    expect(await embed("n1", { owner: "another" })).toBe(0);
    const [vector = new Float32Array(0)] = await vectors.model.embed(
      ["old man, grey beard"],
      new AbortController().signal,
    );
    const query = { kind: "character", model: vectors.model.id, vector, limit: 3 } as const;
    const found = await vectors.index.nearest({ owner: studio.owner, novel: "n1" }, query);
    expect(found.map(({ id }) => id).at(-1)).toBe("girl");
    expect(await vectors.index.nearest({ owner: "another", novel: "n1" }, query)).toEqual([]);
  });

  it("are made again where somebody was changed, or the model is another one", async () => {
    await people("n1", ["a", "b"], ["tall", "small"]);
    expect(await embed("n1", { now: 1_000 })).toBe(2);
    await studio.db.kysely
      .updateTable("characters")
      .set({ updated_at: new Date(2_000).toISOString() })
      .where("id", "=", "b")
      .execute();
    expect(await embed("n1", { now: 3_000 })).toBe(1);
    const other = { ...vectors.model, id: "other/1" };
    expect(await embed("n1", { model: other })).toBe(2);
    expect(await embed("n1", { model: other })).toBe(0);
  });

  it("are not kept where the model answers for fewer than it was asked", async () => {
    await people("n1", ["a", "b"], ["tall", "small"]);
    const short: EmbeddingModel = {
      ...vectors.model,
      embed: async (texts, signal) => (await vectors.model.embed(texts, signal)).slice(1),
    };
    await expect(embed("n1", { model: short })).rejects.toThrow("gave 1 vectors for 2 texts");
    expect(await studio.db.kysely.selectFrom("character_embeddings").select("id").execute()).toEqual([]);
  });
});
