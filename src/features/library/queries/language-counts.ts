import type { Database } from "../../../backends/sql/database.ts";

/** The languages of the books in sight, most books first, by the first part of their tags: `en` for en-GB too. */
export async function languageCounts(
  { kysely }: Database,
  owner: string,
): Promise<{ language: string; count: number }[]> {
  const rows = await kysely
    .selectFrom("novels")
    .select(["language", (count) => count.fn.countAll<number>().as("count")])
    .where("user_id", "=", owner)
    .where("archived_at", "is", null)
    .where("language", "is not", null)
    .groupBy("language")
    .execute();
  const counts = new Map<string, number>();
  for (const { language, count } of rows) {
    const [first = ""] = (language ?? "").split("-");
    if (first !== "") counts.set(first, (counts.get(first) ?? 0) + count);
  }
  return Array.from(counts, ([language, count]) => ({ language, count })).toSorted(
    (a, b) => b.count - a.count || (a.language < b.language ? -1 : 1),
  );
}
