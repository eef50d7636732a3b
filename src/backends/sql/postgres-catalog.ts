import { type Kysely, sql } from "kysely";
import type { Schema } from "../../generated/schema.ts";
import type { Catalog, Reference, SchemaObject } from "./database.ts";

/** The current schema of PostgreSQL, without what belongs to extensions. */
export function postgresCatalog(kysely: Kysely<Schema>): Catalog {
  return {
    async objects() {
      const { rows } = await sql<SchemaObject>`
        with own as (
          select c.oid, c.relname, c.relkind from pg_class as c
          where c.relnamespace = current_schema()::regnamespace and not exists (
            select 1 from pg_depend as d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'))
        select 'table' as type, relname::text as name, relname::text as "table", ${tableText} as definition
        from own where relkind in ('r', 'p')
        union all
        select 'index', o.relname, pg_class.relname, pg_get_indexdef(o.oid, 0, true)
        from own as o join pg_index as i on i.indexrelid = o.oid join pg_class on pg_class.oid = i.indrelid
        where not exists (select 1 from pg_constraint as k where k.conindid = o.oid and k.contype in ('p', 'u', 'x'))
        union all
        select 'view', relname, relname, 'create view ' || relname || ' as ' || pg_get_viewdef(oid)
        from own where relkind in ('v', 'm')
        union all
        select 'trigger', t.tgname, o.relname, pg_get_triggerdef(t.oid, true)
        from pg_trigger as t join own as o on o.oid = t.tgrelid where not t.tgisinternal`.execute(kysely);
      return rows;
    },
    async references() {
      const { rows } = await sql<Omit<Reference, "onDelete"> & { action: string }>`
        select child.relname as child, a.attname as "column", parent.relname as parent, k.confdeltype as action
        from pg_constraint as k join pg_class as child on child.oid = k.conrelid join pg_class as parent on parent.oid = k.confrelid
          join pg_attribute as a on a.attrelid = k.conrelid and a.attnum = any (k.conkey)
        where k.contype = 'f' and k.connamespace = current_schema()::regnamespace`.execute(kysely);
      return rows.map(({ action, ...rest }): Reference => ({ ...rest, onDelete: deleteAction(action) }));
    },
  };
}

/** Columns in their order, then constraints by name: PostgreSQL keeps no text of a table. */
const tableText = sql`'create table ' || relname || ' (' || (
  select coalesce(string_agg(part, ', ' order by rank, part_name), '') from (
    select a.attnum as rank, a.attname as part_name,
      a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
        || case when a.attgenerated <> '' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
          when a.attidentity <> '' then ' generated as identity'
          when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end
        || case when a.attnotnull then ' not null' else '' end as part
    from pg_attribute as a left join pg_attrdef as d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid = own.oid and a.attnum > 0 and not a.attisdropped
    union all
    select 10000, k.conname, 'constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
    from pg_constraint as k where k.conrelid = own.oid and k.contype in ('c', 'f', 'p', 'u', 'x')
  ) as parts) || ')'`;

const actions = new Map<string, Reference["onDelete"]>([
  ["c", "cascade"],
  ["n", "set null"],
  ["d", "set default"],
  ["r", "restrict"],
  ["a", "no action"],
]);

function deleteAction(letter: string): Reference["onDelete"] {
  const action = actions.get(letter);
  if (action === undefined) throw new TypeError(`PostgreSQL knows no foreign key that does ${letter}.`);
  return action;
}
