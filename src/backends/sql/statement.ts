import { type Compilable, CompiledQuery, type RawBuilder } from "kysely";
import type { Database } from "./database.ts";

/** A statement without parameters, such as DDL, as one query of `atomic`. */
export function statement(text: string): Compilable {
  return { compile: () => CompiledQuery.raw(text) };
}

/** A query written with Kysely's `sql` tag as one query of `atomic`. */
export function query<Row>(db: Pick<Database, "kysely">, built: RawBuilder<Row>): Compilable<Row> {
  return { compile: () => built.compile(db.kysely) };
}
