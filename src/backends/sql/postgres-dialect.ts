import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from "kysely";
import type { PostgresSession, PostgresSessions } from "./postgres-database.ts";
import { asPostgresError, breaksConnection } from "./postgres-errors.ts";
import { type PostgresValue, postgresValues } from "./postgres-values.ts";

/** Kysely over connections of PostgreSQL: values and errors are those of every engine. Nothing is closed by it. */
export function postgresDialect(sessions: PostgresSessions, mostBytes: number): Dialect {
  const bind = (values: readonly unknown[]) => postgresValues(values, mostBytes);
  return {
    ...ofPostgres,
    createDriver: () => driverOf(sessions, bind),
    // The introspector asks with booleans, which nobody else may bind.
    createIntrospector: () =>
      new PostgresIntrospector(
        new Kysely({
          dialect: {
            ...ofPostgres,
            createDriver: () => driverOf(sessions, (values) => bind(values.map(booleanText))),
            createIntrospector: (kysely) => new PostgresIntrospector(kysely),
          },
        }),
      ),
  };
}

const ofPostgres = {
  createAdapter: () => new PostgresAdapter(),
  createQueryCompiler: () => new PostgresQueryCompiler(),
};

const booleanText = (value: unknown): unknown => (typeof value === "boolean" ? String(value) : value);

type Bind = (values: readonly unknown[]) => PostgresValue[];

function driverOf(sessions: PostgresSessions, bind: Bind): Driver {
  const opened = new WeakMap<DatabaseConnection, ReturnType<typeof connectionOf>>();
  const sessionOf = (connection: DatabaseConnection): PostgresSession => {
    const session = opened.get(connection)?.session;
    if (!session) throw new TypeError("The connection is another driver's.");
    return session;
  };
  return {
    async init() {},
    async acquireConnection() {
      const made = connectionOf(await failing(() => sessions.acquire()), bind);
      opened.set(made.connection, made);
      return made.connection;
    },
    beginTransaction: (connection) => failing(() => sessionOf(connection).begin()),
    commitTransaction: (connection) => failing(() => sessionOf(connection).commit()),
    rollbackTransaction: (connection) => failing(() => sessionOf(connection).rollback()),
    async releaseConnection(connection) {
      opened.get(connection)?.release();
    },
    async destroy() {},
  };
}

function connectionOf(session: PostgresSession, bind: Bind) {
  let broken = false;
  const connection: DatabaseConnection = {
    async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
      const values = bind(parameters);
      const { rows, affected } = await failing(async () => {
        try {
          return await session.run(sql, values);
        } catch (error) {
          broken ||= breaksConnection(error);
          throw error;
        }
      });
      // The type of a query's rows is its builder's word.
      return { rows: rows as Row[], ...(affected === null ? {} : { numAffectedRows: BigInt(affected) }) };
    },
    async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
      yield await connection.executeQuery<Row>(query);
    },
  };
  return { session, connection, release: () => session.release(broken) };
}

async function failing<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw asPostgresError(error);
  }
}
