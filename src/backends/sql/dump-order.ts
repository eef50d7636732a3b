import type { Reference, SchemaObject } from "./database.ts";
import type { TableShape } from "./dump-table.ts";
import { identifierOf, tokensOf } from "./migrations/tokens.ts";

/**
 * Tables, each behind those that it refers to. Where they refer to each other in a circle, one that may be without goes first; a table that is in none
 * never does. Throws `TypeError` where all of a circle must refer.
 */
export function tablesInOrder(shapes: ReadonlyMap<string, TableShape>, references: readonly Reference[]): string[] {
  const left = new Set([...shapes.keys()].toSorted());
  const order: string[] = [];
  const open = (table: string) =>
    references.filter(({ child, parent }) => child === table && parent !== table && left.has(parent));
  while (left.size > 0) {
    const next = [...left].find((table) => open(table).length === 0) ?? inCircle(left, open, shapes);
    if (next === undefined)
      throw new TypeError(`Tables must refer to each other in a circle: ${[...left].join(", ")}.`);
    left.delete(next);
    order.push(next);
  }
  return order;
}

/** A table of a circle that depends on nothing but itself, and that may be without what it refers to; of those the one that refers to the fewest. */
function inCircle(
  left: ReadonlySet<string>,
  open: (table: string) => readonly Reference[],
  shapes: ReadonlyMap<string, TableShape>,
): string | undefined {
  const reached = new Map(Array.from(left, (table) => [table, reachedFrom(table, open)]));
  const [next] = [...left]
    .filter((table) => [...(reached.get(table) ?? [])].every((other) => reached.get(other)?.has(table)))
    .filter((table) => open(table).every(({ column }) => shapes.get(table)?.required.has(column) === false))
    .toSorted((a, b) => open(a).length - open(b).length);
  return next;
}

/** All tables that a table refers to, directly or by others. */
function reachedFrom(table: string, open: (table: string) => readonly Reference[]): Set<string> {
  const reached = new Set<string>();
  const waiting = [table];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop())
    for (const { parent } of open(at))
      if (!reached.has(parent)) {
        reached.add(parent);
        waiting.push(parent);
      }
  return reached;
}

/** Columns by table, in the order of the tables, whose values refer to a table that comes later. */
export function laterColumns(order: readonly string[], references: readonly Reference[]): Map<string, string[]> {
  const columnsOf = (table: string, at: number) =>
    references.filter(({ child, parent }) => child === table && order.indexOf(parent) > at).map(({ column }) => column);
  const all = order.map((table, at) => [table, columnsOf(table, at).toSorted()] as const);
  return new Map(all.filter(([, columns]) => columns.length > 0).map(([table, columns]) => [table, columns]));
}

/** Views, each behind those that it is made of. */
export function viewsInOrder(objects: readonly SchemaObject[]): SchemaObject[] {
  const views = objects.filter(({ type }) => type === "view").toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const named = new Map(views.map((view) => [view, new Set(tokensOf(view.definition).map(identifierOf))]));
  const order: SchemaObject[] = [];
  const add = (view: SchemaObject): void => {
    if (order.includes(view)) return;
    for (const other of views) if (other !== view && named.get(view)?.has(other.name.toLowerCase())) add(other);
    order.push(view);
  };
  for (const view of views) add(view);
  return order;
}
