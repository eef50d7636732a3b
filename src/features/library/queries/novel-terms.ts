import type { Compilable } from "kysely";
import { jsonOf } from "../../../backends/sql/codecs.ts";
import type { Database } from "../../../backends/sql/database.ts";
import { type Findable, replaceTerms } from "../../../backends/sql/text-search.ts";

/** What a novel is found by. */
export interface NovelNames {
  id: string;
  title: string;
  author: string | null;
  series: string | null;
  /** JSON list, as the row has it. */
  tags: string;
}

/** Weights of the words of a novel's fields. */
const weights = { title: 8, author: 5, series: 4, tag: 3 } as const;

/** A novel as search knows it; `removeTerms` takes it out. */
export function foundNovel(owner: string, id: string): Findable {
  return { owner, kind: "novel", id };
}

/** Queries for `atomic` by which a novel is found by its names as they are now; to be put behind what adds or renames it. */
export function novelTerms(db: Database, owner: string, novel: NovelNames): Compilable[] {
  return replaceTerms(db, foundNovel(owner, novel.id), [
    { text: novel.title, weight: weights.title },
    { text: novel.author ?? "", weight: weights.author },
    { text: novel.series ?? "", weight: weights.series },
    ...jsonOf(novel.tags, "novels.tags", textsOf).map((text) => ({ text, weight: weights.tag })),
  ]);
}

function textsOf(value: unknown): string[] {
  if (!Array.isArray(value)) throw new TypeError("It is no list.");
  return value.filter((tag) => typeof tag === "string");
}
