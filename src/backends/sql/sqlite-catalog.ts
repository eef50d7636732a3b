import { type Kysely, sql } from "kysely";
import type { Schema } from "../../generated/schema.ts";
import type { Catalog, Reference, SchemaObject } from "./database.ts";

/** The schema of SQLite (and of D1, which allows these pragmas). */
export function sqliteCatalog(kysely: Kysely<Schema>): Catalog {
  return {
    async objects() {
      const { rows } = await sql<{ type: string; name: string; table: string; definition: string }>`
        select type, name, tbl_name as "table", sql as definition from sqlite_master
        where sql is not null and name not glob 'sqlite_*' and name not glob '_cf_*'
          and tbl_name not in (select name from pragma_table_list where type = 'shadow')`.execute(kysely);
      return rows.map(({ type, ...rest }): SchemaObject => ({ type: objectType(type), ...rest }));
    },
    async references() {
      const { rows } = await sql<{ child: string; column: string; parent: string; action: string }>`
        select child.name as child, fk."from" as "column", fk."table" as parent, fk.on_delete as action
        from sqlite_master as child, pragma_foreign_key_list(child.name) as fk
        where child.type = 'table' and child.name not glob '_cf_*'`.execute(kysely);
      return rows.map(({ action, ...rest }): Reference => ({ ...rest, onDelete: deleteAction(action) }));
    },
  };
}

const types = ["table", "index", "view", "trigger"] as const;
const actions = ["cascade", "set null", "set default", "restrict", "no action"] as const;

function objectType(text: string): SchemaObject["type"] {
  const type = types.find((known) => known === text);
  if (type === undefined) throw new TypeError(`SQLite knows no ${text}.`);
  return type;
}

function deleteAction(text: string): Reference["onDelete"] {
  const action = actions.find((known) => known === text.toLowerCase());
  if (action === undefined) throw new TypeError(`A foreign key cannot ${text}.`);
  return action;
}
