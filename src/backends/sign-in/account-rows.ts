import { createAdapterFactory } from "better-auth/adapters";
import type { CleanedWhere } from "better-auth/adapters";
import { type ExpressionBuilder, type ExpressionWrapper, type Kysely, type SqlBool, sql } from "kysely";
import type { SignInDatabase } from "./sign-in.ts";

// The names of tables and columns come from the options of better-auth, which map them to ours.
// oxlint-disable-next-line typescript/no-explicit-any
type AnyTable = any;
type Row = Record<string, unknown>;

/**
 * better-auth on our tables: moments as ISO 8601 text, yes and no as 1 and 0, and nothing but single statements, so that it is the same on every
 * engine. There are no transactions: on SQLite one would keep everybody waiting while a password is hashed, and D1 has none.
 */
export function accountRows({ kysely }: SignInDatabase, newId: () => string) {
  const db: Kysely<AnyTable> = kysely;
  return createAdapterFactory({
    config: {
      adapterId: "fabula",
      adapterName: "Fabula",
      supportsBooleans: false,
      supportsDates: false,
      supportsJSON: false,
      supportsArrays: false,
      transaction: false,
      customIdGenerator: newId,
    },
    adapter: ({ getFieldName }) => {
      const columnOf = (model: string) => (field: string) => getFieldName({ model, field });
      return {
        async create<T extends Row>({ model, data }: { model: string; data: T }): Promise<T> {
          return rowAs(await db.insertInto(model).values(boundRow(data)).returningAll().executeTakeFirst());
        },
        async findOne<T>({ model, where }: Asked): Promise<T | null> {
          const query = db
            .selectFrom(model)
            .selectAll()
            .where(matching(where, columnOf(model)));
          return rowOrNull(await query.limit(1).executeTakeFirst());
        },
        async findMany<T>({ model, where = [], limit, offset, sortBy }: AskedForMany): Promise<T[]> {
          let query = db
            .selectFrom(model)
            .selectAll()
            .where(matching(where, columnOf(model)));
          if (sortBy) query = query.orderBy(columnOf(model)(sortBy.field), sortBy.direction);
          if (offset !== undefined && offset > 0) query = query.offset(offset);
          const rows = await query.limit(limit).execute();
          return rows.map((row) => rowAs(row));
        },
        async count({ model, where = [] }: { model: string; where?: CleanedWhere[] | undefined }): Promise<number> {
          const count = sql<number>`count(*)`.as("count");
          const row = await db
            .selectFrom(model)
            .select(count)
            .where(matching(where, columnOf(model)))
            .executeTakeFirst();
          return row?.["count"] ?? 0;
        },
        async update<T>({ model, where, update }: Asked & { update: T }): Promise<T | null> {
          const query = db
            .updateTable(model)
            .set(boundRow(rowAs(update)))
            .where(matching(where, columnOf(model)));
          return rowOrNull(await query.returningAll().executeTakeFirst());
        },
        async updateMany({ model, where, update }: Asked & { update: Row }): Promise<number> {
          const query = db
            .updateTable(model)
            .set(boundRow(update))
            .where(matching(where, columnOf(model)));
          return (await query.returning("id").execute()).length;
        },
        async delete({ model, where }: Asked): Promise<void> {
          await db
            .deleteFrom(model)
            .where(matching(where, columnOf(model)))
            .execute();
        },
        async deleteMany({ model, where }: Asked): Promise<number> {
          return (
            await db
              .deleteFrom(model)
              .where(matching(where, columnOf(model)))
              .returning("id")
              .execute()
          ).length;
        },
        async consumeOne<T>({ model, where }: Asked): Promise<T | null> {
          const rule = matching(where, columnOf(model));
          const one = db.selectFrom(model).select("id").where(rule).limit(1);
          return rowOrNull(await db.deleteFrom(model).where("id", "in", one).returningAll().executeTakeFirst());
        },
      };
    },
  });
}

interface Asked {
  model: string;
  where: CleanedWhere[];
}

interface AskedForMany {
  model: string;
  where?: CleanedWhere[] | undefined;
  limit: number;
  offset?: number | undefined;
  sortBy?: { field: string; direction: "asc" | "desc" } | undefined;
}

/** What better-auth takes for a row is a row of the table that it asked for: its types say no more than that. */
function rowAs(row: unknown): AnyTable {
  return row;
}

const rowOrNull = (row: unknown): AnyTable => row ?? null;

function boundRow(data: Row): Row {
  const given = Object.entries(data).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, bound(value)]));
}

/** A value as every engine binds it. */
function bound(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  return typeof value === "boolean" ? Number(value) : value;
}

type Rule = (builder: ExpressionBuilder<AnyTable, AnyTable>) => ExpressionWrapper<AnyTable, AnyTable, SqlBool>;

/** All conditions of AND, and one of those of OR where there are any. */
function matching(where: readonly CleanedWhere[], column: (field: string) => string): Rule {
  return (builder) => {
    const [all, any] = [where.filter(({ connector }) => connector !== "OR"), where.filter((w) => w.connector === "OR")];
    const of = (each: CleanedWhere) => condition(builder, each, column(each.field));
    const both = all.map(of);
    return any.length === 0 ? builder.and(both) : builder.and([...both, builder.or(any.map(of))]);
  };
}

const signs = { eq: "=", ne: "<>", lt: "<", lte: "<=", gt: ">", gte: ">=" } as const;

function condition(
  builder: ExpressionBuilder<AnyTable, AnyTable>,
  { operator = "eq", value }: CleanedWhere,
  column: string,
) {
  if (operator === "in" || operator === "not_in") {
    const values = (Array.isArray(value) ? value : [value]).map(bound);
    const none = builder.lit(operator === "not_in");
    return values.length === 0 ? none : builder(column, operator === "in" ? "in" : "not in", values);
  }
  if (operator === "contains" || operator === "starts_with" || operator === "ends_with")
    throw new TypeError(`Signing in asks for no part of a text (${operator}).`);
  if (value === null) return builder(column, operator === "ne" ? "is not" : "is", null);
  return builder(column, signs[operator], bound(value));
}
