import {
  type CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type Kysely,
  sql,
  SqliteAdapter,
  SqliteQueryCompiler,
} from "kysely";
import type { Row } from "./database.ts";

/** Kysely on D1: SQLite's language, no connections and no transactions. `run` sends one query and gives its rows. */
export function d1Dialect(run: (query: CompiledQuery) => Promise<Row[]>): Dialect {
  return {
    createDriver: () => driverOf(connectionOf(run)),
    createQueryCompiler: () => new D1QueryCompiler(),
    createAdapter: adapter,
    createIntrospector: introspector,
  };
}

/** Kysely lets a compiler be changed by a subclass only. */
class D1QueryCompiler extends SqliteQueryCompiler {
  /** D1 binds every number as REAL, and 5 would stand in a column of text as "5.0". The plus takes away the affinity that the cast would bring. */
  protected override appendValue(value: unknown): void {
    if (!Number.isSafeInteger(value)) return super.appendValue(value);
    this.append("+cast(");
    super.appendValue(value);
    this.append(" as integer)");
  }
}

function adapter(): DialectAdapter {
  const sqlite = new SqliteAdapter();
  return {
    supportsCreateIfNotExists: sqlite.supportsCreateIfNotExists,
    // Each query is a request of its own: none has to wait for another.
    supportsMultipleConnections: true,
    supportsTransactionalDdl: false,
    supportsReturning: true,
    supportsOutput: false,
    acquireMigrationLock: async () => undefined,
    releaseMigrationLock: async () => undefined,
  };
}

function driverOf(connection: DatabaseConnection): Driver {
  const refuse = async () => {
    throw new TypeError("D1 has no transactions beside `atomic`.");
  };
  const done = async () => undefined;
  return {
    init: done,
    acquireConnection: async () => connection,
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    releaseConnection: done,
    destroy: done,
  };
}

function connectionOf(run: (query: CompiledQuery) => Promise<Row[]>): DatabaseConnection {
  // What rows of a query are is said by the caller of Kysely.
  const rowsOf = async (query: CompiledQuery) => ({ rows: (await run(query)) as never[] });
  return {
    executeQuery: rowsOf,
    async *streamQuery(query) {
      yield await rowsOf(query);
    },
  };
}

/** Tables and their columns, without those that D1 keeps for itself and lets nobody ask about. */
// oxlint-disable-next-line typescript/no-explicit-any
function introspector(kysely: Kysely<any>): DatabaseIntrospector {
  return {
    getSchemas: async () => [],
    async getTables() {
      const { rows } = await sql<{
        table: string;
        kind: string;
        column: string;
        type: string;
        notnull: number;
        initial: unknown;
        identity: number;
      }>`
        select of.name as "table", of.type as kind, col.name as "column", col.type as type, col."notnull" as "notnull", col.dflt_value as initial,
          col.pk = 1 and lower(col.type) = 'integer' and (select count(*) from pragma_table_info(of.name) where pk > 0) = 1 as identity
        from sqlite_master as of, pragma_table_info(of.name) as col
        where of.type in ('table', 'view') and of.name not glob 'sqlite_*' and of.name not glob '_cf_*'
        order by of.name, col.cid`.execute(kysely);
      return Array.from(
        Map.groupBy(rows, (row) => row.table),
        ([name, columns]) => ({
          name,
          isView: columns.some(({ kind }) => kind === "view"),
          isForeign: false,
          columns: columns.map(({ column, type, notnull, initial, identity }) => ({
            name: column,
            dataType: type,
            isNullable: notnull === 0,
            isAutoIncrementing: identity === 1,
            hasDefaultValue: initial !== null,
          })),
        }),
      );
    },
  };
}
