import type { Database, SchemaObject } from "../database.ts";
import { type HistoryRow, isBookkeeping } from "./history.ts";
import { sha256 } from "./sha256.ts";
import { identifierOf, tokensOf } from "./tokens.ts";

/** A schema as hashes: one of the whole, and one of each object by its type and name (`table users`). */
export interface SchemaPrint {
  hash: string;
  objects: Readonly<Record<string, string>>;
}

/** The print of a schema without the tables of migrations themselves. How the SQL is written does not count: white space, comments, quotes around names, upper case. */
export async function printSchema(objects: readonly SchemaObject[]): Promise<SchemaPrint> {
  const lines = objects
    .filter(({ table }) => !isBookkeeping(table))
    .map(({ type, name, definition }) => [`${type} ${name}`, normalisedSql(definition)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  const hashes = await Promise.all(lines.map(async ([key, text]) => [key, (await sha256(text)).slice(0, 16)] as const));
  return { hash: await sha256(JSON.stringify(hashes)), objects: Object.fromEntries(hashes) };
}

/** SQL in the one form in which two statements that say the same are equal. */
export function normalisedSql(text: string): string {
  return tokensOf(text)
    .filter((token) => token.kind !== "blank")
    .map((token) => identifierOf(token) ?? token.text)
    .join(" ")
    .replace(/^(create \w+) if not exists /, "$1 ");
}

/** How a schema differs from the one that the last migration left, object by object; an empty list where it does not. */
function schemaDrift(expected: SchemaPrint["objects"], found: SchemaPrint["objects"]): string[] {
  const all = [...new Set([...Object.keys(expected), ...Object.keys(found)])].toSorted();
  return all
    .filter((key) => expected[key] !== found[key])
    .map((key) => {
      if (expected[key] === undefined) return `${key} was added`;
      return found[key] === undefined ? `${key} is gone` : `${key} was changed`;
    });
}

/** How a database differs from what its last migration left; an empty list also where the process ended before that could be noted. */
export async function currentDrift(db: Database, history: readonly HistoryRow[]): Promise<string[]> {
  const last = history.at(-1);
  if (last && last.schemaObjects === null) return [];
  const { objects } = await printSchema(await db.catalog.objects());
  return schemaDrift(hashesOf(last?.schemaObjects ?? "{}"), objects);
}

function hashesOf(json: string): Record<string, string> {
  const value: unknown = JSON.parse(json);
  if (typeof value !== "object" || value === null)
    throw new TypeError("schema_migrations.schema_objects is no object.");
  return Object.fromEntries(Object.entries(value).map(([key, hash]) => [key, String(hash)]));
}
