import { sql } from "kysely";
import type { Capabilities } from "./database.ts";

/** Many rows or values in one bound parameter, as JSON that SQLite and D1 read with `json_each`. */
export const jsonRows: Pick<Capabilities, "rowsOf" | "valuesOf"> = {
  rowsOf(_, columns, rows) {
    const values = columns.map((column) => sql`value ->> ${sql.lit(`$.${JSON.stringify(column)}`)}`);
    // Without a WHERE, SQLite would take a following ON CONFLICT for a join.
    return sql`select ${sql.join(values)} from json_each(${JSON.stringify(rows)}) where true`;
  },
  valuesOf: (values) => sql`(select value from json_each(${JSON.stringify(values)}))`,
};
