import type { D1Binding } from "../../../src/backends/sql/d1-binding.ts";
import { openD1 } from "../../../src/backends/sql/d1.ts";
import type { Reference } from "../../../src/backends/sql/database.ts";
import { statement } from "../../../src/backends/sql/statement.ts";

/** The same database without tables and views; suites of one file share it. */
export async function emptied(binding: D1Binding): Promise<D1Binding> {
  const db = openD1(binding);
  const objects = await db.catalog.objects();
  const views = objects.filter(({ type }) => type === "view").map(({ name }) => `drop view "${name}"`);
  const tables = objects.filter(({ type }) => type === "table").map(({ name }) => name);
  const drops = childrenFirst(tables, await db.catalog.references()).map((name) => `drop table "${name}"`);
  await db.atomic([...views, ...drops].map(statement));
  await db.close();
  return binding;
}

/** D1 has no way to let foreign keys be: a table goes when nothing refers to it any more, or in a circle the one that the fewest refer to. */
function childrenFirst(tables: readonly string[], references: readonly Reference[]): string[] {
  const left = new Set(tables);
  const order: string[] = [];
  const referrers = (name: string) =>
    references.filter(({ parent, child }) => parent === name && child !== name && left.has(child)).length;
  while (left.size > 0) {
    const [next] = [...left].toSorted((a, b) => referrers(a) - referrers(b));
    if (next === undefined) break;
    left.delete(next);
    order.push(next);
  }
  return order;
}
