import { type Compilable, type CompiledQuery, Kysely } from "kysely";
import type { Schema } from "../../generated/schema.ts";
import type { D1Binding, D1Statement } from "./d1-binding.ts";
import { d1Dialect } from "./d1-dialect.ts";
import { asSqlError } from "./d1-errors.ts";
import { bindables, maxRowBytes } from "./d1-values.ts";
import type { Capabilities, Database, Row } from "./database.ts";
import { jsonRows } from "./json-rows.ts";
import { oneWriter } from "./one-writer.ts";
import { sqliteCatalog } from "./sqlite-catalog.ts";
import { SqlError } from "./sql-error.ts";

const maxParameters = 100;

/** Bytes of the text of one statement at most (limits of D1). */
const maxStatementBytes = 100_000;

const capabilities: Capabilities = {
  maxParameters,
  maxRowBytes,
  bytesType: "blob",
  ...jsonRows,
  ...oneWriter,
  migrationTool: "wrangler",
};

/**
 * A database of Cloudflare D1 by its binding. An atomic list is one batch; there are no transactions beside it. Which query of a list failed is known
 * only of one that is refused before it is sent. Numbers of changed rows are not told, since D1 counts cascades as well: ask with RETURNING.
 */
export function openD1(binding: D1Binding): Database {
  const run = async (query: CompiledQuery): Promise<Row[]> => {
    const statement = prepared(binding, query);
    const { results } = await failing(() => statement.all());
    return results.map(readRow);
  };
  const kysely = new Kysely<Schema>({ dialect: d1Dialect(run) });
  return {
    kysely,
    capabilities,
    catalog: sqliteCatalog(kysely),
    atomic: (queries) => atomic(binding, queries),
    close: () => kysely.destroy(),
  };
}

async function atomic(binding: D1Binding, queries: readonly Compilable[]): Promise<Row[][]> {
  const statements = queries.map((query, i) => prepared(binding, query.compile(), i));
  // D1 takes an empty batch for a fault.
  if (statements.length === 0) return [];
  const results = await failing(() => binding.batch(statements));
  return results.map((result) => result.results.map(readRow));
}

/** Refuses what D1 would, before anything is sent. `at`: which query of a list. */
function prepared(binding: D1Binding, { sql: text, parameters }: CompiledQuery, at?: number): D1Statement {
  const place = at === undefined ? {} : { query: at };
  if (parameters.length > maxParameters)
    throw new SqlError(
      "other",
      `A statement of D1 binds ${maxParameters} values at most, not ${parameters.length}.`,
      place,
    );
  if (text.length > maxStatementBytes || new TextEncoder().encode(text).length > maxStatementBytes)
    throw new SqlError("too-large", `A statement of D1 has ${maxStatementBytes} bytes at most.`, place);
  const values = bindables(parameters, place);
  return binding.prepare(text).bind(...values);
}

async function failing<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw asSqlError(error);
  }
}

/** Bytes come as a list of numbers. */
function readRow(row: Row): Row {
  return Object.values(row).some((value) => typeof value === "object" && value !== null)
    ? Object.fromEntries(Object.entries(row).map(([column, value]) => [column, readValue(value)]))
    : row;
}

function readValue(value: unknown): unknown {
  return Array.isArray(value) || value instanceof ArrayBuffer ? new Uint8Array(value) : value;
}
