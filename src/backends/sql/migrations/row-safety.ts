import { Refused } from "../../../core/text/result.ts";
import type { Reference } from "../database.ts";
import type { Statement } from "./statements.ts";
import { identifierOf, tokensOf } from "./tokens.ts";

/** What must be as many after a file as before: the rows of a table, or those of its rows whose column is not null. */
export interface RowAssertion {
  table: string;
  column: string | null;
}

/**
 * What the rows of tables must keep to while these statements run: a table that they do not name keeps all its rows, and so do the children of a
 * table that is dropped.
 *
 * DROP TABLE deletes the rows first, and foreign keys carry that on to the children, silently and whatever `foreign_keys` is set to within a
 * transaction. So it is refused (`migration-cascade`) unless the same file either drops the children before, or stashes them: a statement before
 * that copies the child's rows into a table, and one behind that copies them back.
 */
export function rowAssertions(
  statements: readonly Statement[],
  tables: readonly string[],
  references: readonly Reference[],
  file: string,
): RowAssertion[] {
  const words = statements.map(({ text }) => wordsOf(text));
  const named = new Set(words.flat());
  const untouched = tables.filter((table) => !named.has(table.toLowerCase())).map((table) => ({ table, column: null }));
  const dropped = words.map((statement, at) => droppedTables(statement, words.slice(0, at)));
  const stashed = dropped.flatMap((parents, at) => {
    const gone = [...dropped.slice(0, at).flat(), ...words.slice(0, at).flatMap(droppedColumn)];
    const left = references.filter(
      ({ child, column }) => ![child, `${child}.${column}`].some((key) => gone.includes(key.toLowerCase())),
    );
    return parents.flatMap((parent) =>
      dependants(parent, left).map((dependant) => {
        if (isStashed(dependant, words, at)) return dependant;
        const where = `${file}, line ${statements[at]?.line}`;
        throw new Refused("migration-cascade", `${where}: DROP TABLE ${parent} would empty ${nameOf(dependant)}`);
      }),
    );
  });
  const unique = new Map([...untouched, ...stashed].map((each) => [`${each.table} ${each.column}`, each]));
  return [...unique.values()];
}

/** Names and keywords of a statement, in lower case and order. */
function wordsOf(text: string): string[] {
  return tokensOf(text).flatMap((token) => identifierOf(token) ?? []);
}

/** The tables that a statement drops, by the names that they had before the file; none for other statements. */
function droppedTables(words: readonly string[], before: readonly (readonly string[])[]): string[] {
  if (words[0] !== "drop" || words[1] !== "table") return [];
  const names = words.slice(2).filter((word) => !["if", "exists", "cascade", "restrict"].includes(word));
  return names.map((name) =>
    before.reduceRight((now, [alter, table, from, rename, to, next]) => {
      const isRename = `${alter} ${table} ${rename} ${to}` === "alter table rename to";
      return isRename && next === now ? (from ?? now) : now;
    }, name),
  );
}

/** The column that a statement drops, as `table.column`. */
function droppedColumn([alter, table, of, drop, ...rest]: readonly string[]): string[] {
  const column = rest.find((word) => !["column", "if", "exists"].includes(word));
  return `${alter} ${table} ${drop}` === "alter table drop" && column !== undefined ? [`${of}.${column}`] : [];
}

/** `users`, or `users.name` where the column is meant. */
export function nameOf({ table, column }: RowAssertion): string {
  return column === null ? table : `${table}.${column}`;
}

/** Everything that loses rows, or what points to them, when all rows of a table go. */
function dependants(
  parent: string,
  references: readonly Reference[],
  seen: ReadonlySet<string> = new Set(),
): RowAssertion[] {
  const own = references.filter(
    ({ child, parent: of }) => of.toLowerCase() === parent && child.toLowerCase() !== parent,
  );
  return own.flatMap(({ child, column, onDelete }): RowAssertion[] => {
    if (onDelete === "set null" || onDelete === "set default") return [{ table: child, column }];
    if (onDelete !== "cascade" || seen.has(child)) return [];
    return [{ table: child, column: null }, ...dependants(child.toLowerCase(), references, new Set([...seen, child]))];
  });
}

/** Whether rows of a child are copied to another table before a statement, and from there back behind it. */
function isStashed({ table, column }: RowAssertion, words: readonly (readonly string[])[], at: number): boolean {
  const child = table.toLowerCase();
  const stashes = words.slice(0, at).flatMap((statement) => {
    const target = copyTarget(statement);
    return target !== null && target !== child && reads(statement, child) ? [target] : [];
  });
  return words.slice(at + 1).some((statement) => {
    const back =
      copyTarget(statement) === child || (column !== null && statement[0] === "update" && statement[1] === child);
    return back && stashes.some((stash) => reads(statement, stash));
  });
}

/** Where `create table … as select` and `insert into … select` copy rows to. */
function copyTarget(words: readonly string[]): string | null {
  if (!words.includes("select")) return null;
  if (words[0] === "create" && words.includes("as"))
    return words.slice(words.indexOf("table") + 1).find((word) => !["if", "not", "exists"].includes(word)) ?? null;
  return words[0] === "insert" ? (words[words.indexOf("into") + 1] ?? null) : null;
}

function reads(words: readonly string[], table: string): boolean {
  return words.some((word, i) => word === table && ["from", "join"].includes(words[i - 1] ?? ""));
}
