import type { Insertable } from "kysely";
import type { Database } from "../src/backends/sql/database.ts";
import { insertRows } from "../src/backends/sql/insert-rows.ts";
import { termRows } from "../src/backends/sql/text-search.ts";
import { foundNovel } from "../src/features/library/queries/novel-terms.ts";
import type { Schema } from "../src/generated/schema.ts";

const words =
  "sea letter garden winter captain house river morning silence glass island daughter shadow bridge stone night road window harbour clock forest mirror summer king salt feather empire station bell door".split(
    " ",
  );
const japanese = "海 庭 冬 船長 家 川 朝 沈黙 硝子 島 娘 影 橋 石 夜 道 窓 港 時計 森 鏡 夏".split(" ");
const names = "Ada Hester Marcus Yuki Chidi Olga Pierre Ingrid Tomas Leila Noor Sven".split(" ");
const families = "Vane Farrow Okafor Sato Ibsen Moreau Lindqvist Haddad Novak Byrne".split(" ");
const tags = ["to read", "favourite", "school", "sea", "old", "funny", "lent", "第一"];

const pick = <Value>(list: readonly Value[], at: number): Value => {
  const value = list[at % list.length];
  if (value === undefined) throw new Error("an empty list");
  return value;
};
/** Numbers that look like chance, the same each time. */
const mixed = (i: number, salt: number): number => Math.imul(i + 1, 2_654_435_761 ^ Math.imul(salt, 40_503)) >>> 8;
const at = (minutes: number): string => new Date(Date.UTC(2026, 0, 1) + minutes * 60_000).toISOString();

/** A shelf as a reader's of many years: series, tags, languages, a fifth of it begun, a tenth with a comic. */
export async function fillShelf(db: Database, owner: string, newId: () => string, count: number): Promise<void> {
  const books = Array.from({ length: count }, (_, i) => bookRow(newId(), owner, i));
  const begun = books.filter((_, i) => mixed(i, 6) % 5 === 0);
  const drawn = books.filter((_, i) => mixed(i, 7) % 10 === 0);
  const terms = books.flatMap(({ id, title, author, series, tags: list }) =>
    termRows(foundNovel(owner, id), [
      { text: title, weight: 8 },
      { text: author ?? "", weight: 5 },
      { text: series ?? "", weight: 4 },
      { text: list, weight: 3 },
    ]),
  );
  await db.atomic([
    ...insertRows<Schema, "novels">(db, "novels", books),
    ...insertRows<Schema, "search_terms">(db, "search_terms", terms),
    ...insertRows<Schema, "reading_progress">(
      db,
      "reading_progress",
      begun.map(({ id }, i) => progressRow(newId(), owner, id, i)),
    ),
    ...insertRows<Schema, "jobs">(
      db,
      "jobs",
      drawn.map(({ id }, i) => jobRow(newId(), owner, id, i)),
    ),
  ]);
}

function bookRow(id: string, owner: string, i: number) {
  const isJapanese = mixed(i, 1) % 8 === 0;
  const [a, b] = [mixed(i, 2), mixed(i, 3)];
  const title = isJapanese
    ? `${pick(japanese, a)}の${pick(japanese, b)} ${i}`
    : `The ${pick(words, a)} of the ${pick(words, b)} ${i}`;
  const given = tags.filter((_, n) => mixed(i, 20 + n) % (3 + 4 * n) === 0);
  return {
    id,
    user_id: owner,
    title,
    author: mixed(i, 4) % 20 === 0 ? null : `${pick(names, a >>> 4)} ${pick(families, b >>> 4)}`,
    series: mixed(i, 5) % 3 === 0 ? `${pick(words, a >>> 6)} saga ${mixed(i, 8) % 30}` : null,
    language: isJapanese ? "ja" : pick(["en", "en-GB", "en", "de", "fr"], mixed(i, 9)),
    source_format: "epub",
    tags: JSON.stringify(given),
    text_length: 300_000,
    metadata: JSON.stringify({ description: "A tale of many winters. ".repeat(8), subjects: ["Fiction"] }),
    content_hash: String(i).padStart(64, "0"),
    created_at: at(i),
    updated_at: at(i),
    archived_at: mixed(i, 10) % 50 === 0 ? at(count30) : null,
  } satisfies Insertable<Schema["novels"]>;
}
const count30 = 60 * 24 * 300;

const progressRow = (id: string, owner: string, novel: string, i: number) =>
  ({
    id,
    user_id: owner,
    novel_id: novel,
    job_id: null,
    text_offset: 1_000,
    page_number: null,
    progress_percent: i % 3 === 0 ? 100 : 1 + (i % 98),
    created_at: at(i),
    updated_at: at(200_000 + (mixed(i, 11) % 100_000)),
  }) satisfies Insertable<Schema["reading_progress"]>;

const jobRow = (id: string, owner: string, novel: string, i: number) =>
  ({
    id,
    user_id: owner,
    novel_id: novel,
    job_type: "manga",
    status: i % 12 === 0 ? "cancelled" : "completed",
    progress_percent: 100,
    pages_total: 200,
    pages_done: 200,
    seed: 1,
    created_at: at(300_000 + i),
    updated_at: at(300_000 + i),
    started_at: at(300_000 + i),
    completed_at: at(300_001 + i),
  }) satisfies Insertable<Schema["jobs"]>;
