import type { Compilable, CompiledQuery } from "kysely";
import type { Database, Row } from "../src/backends/sql/database.ts";
import { statement } from "../src/backends/sql/statement.ts";

/** How an engine goes about a query. */
export interface QueryPlan {
  /** Tables of which every row is read. */
  scanned: readonly string[];
  /** `table by index` where an index is read from its beginning without a condition: all rows of a table, those of a partial index, or the first ones of an order. */
  walked: readonly string[];
  /** In the engine's words. */
  text: string;
}

/**
 * The plan of a query on SQLite or PostgreSQL. With `fewRows` PostgreSQL is told to read no table whole if there is any other way, since with the
 * few rows of a test that would be the best one: what is `scanned` there no index could help.
 */
export async function planOf(db: Database, query: Compilable, fewRows = true): Promise<QueryPlan> {
  // Bytes have another type on each of the two.
  return db.capabilities.bytesType === "bytea" ? planOfPostgres(db, query, fewRows) : planOfSqlite(db, query);
}

async function planOfSqlite(db: Database, query: Compilable): Promise<QueryPlan> {
  const [rows = []] = await db.atomic([explaining("explain query plan", query)]);
  const lines = rows.map((row) => textOf(row, "detail"));
  const scanned: string[] = [];
  const walked: string[] = [];
  for (const line of lines) {
    // Not of the values of a parameter, nor of a subquery, whose own lines follow.
    const [, table, how = ""] = /^SCAN (?!CONSTANT|\(|json_each)(\w+)(.*)$/.exec(line) ?? [];
    const index = /USING (?:COVERING )?INDEX (\w+)/.exec(how)?.[1];
    if (table === undefined || how.includes("VIRTUAL TABLE")) continue;
    if (index === undefined) scanned.push(table);
    else walked.push(`${table} by ${index}`);
  }
  return { scanned, walked, text: lines.join("\n") };
}

async function planOfPostgres(db: Database, query: Compilable, fewRows: boolean): Promise<QueryPlan> {
  const results = await db.atomic([
    statement(`set local enable_seqscan = ${fewRows ? "off" : "on"}`),
    explaining("explain (format json)", query),
  ]);
  const text = textOf(results[1]?.[0] ?? {}, "QUERY PLAN");
  const nodes = nodesOf(JSON.parse(text));
  const named = (node: Row, key: string): string => String(node[key]);
  return {
    scanned: nodes.filter((node) => node["Node Type"] === "Seq Scan").map((node) => named(node, "Relation Name")),
    walked: nodes
      .filter((node) => /^Index(?: Only)? Scan$/.test(named(node, "Node Type")) && node["Index Cond"] === undefined)
      .map((node) => `${named(node, "Relation Name")} by ${named(node, "Index Name")}`),
    text,
  };
}

/** Every object of a plan that says what it does, wherever it stands. */
function nodesOf(value: unknown): Row[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap(nodesOf);
  return "Node Type" in value ? [value, ...inner] : inner;
}

function explaining(how: string, query: Compilable): Compilable {
  return {
    compile: (): CompiledQuery => {
      const compiled = query.compile();
      return { ...compiled, sql: `${how} ${compiled.sql}` };
    },
  };
}

function textOf(row: Row, column: string): string {
  const text = row[column];
  if (typeof text !== "string") throw new TypeError(`A plan has no ${column}.`);
  return text;
}
