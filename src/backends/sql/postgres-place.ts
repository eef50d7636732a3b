import { sql } from "kysely";
import { Refused } from "../../core/text/result.ts";
import type { Database } from "./database.ts";
import type { DatabasePlace } from "./migrate.ts";
import { openPostgres, openPostgresTrial } from "./postgres.ts";

/**
 * A database of a server, which must be there. `name`: its host and name. Opening it throws `SqlError`, and `Refused`: `database-collation` where text
 * would sort otherwise than in the other homes, `database-version`. A dry run is a trial in the database itself.
 */
export function postgresPlace(url: string, name: string): DatabasePlace {
  return {
    name,
    open: () => checked(openPostgres(url), name),
    read: () => checked(openPostgres(url, { readOnly: true }), name),
    copy: () => checked(openPostgresTrial(url), name),
    backup: () => Promise.resolve(null),
  };
}

async function checked(db: Database, name: string): Promise<Database> {
  try {
    const { version, encoding, sorted } = await settingsOf(db);
    if (version < 150_000) throw new Refused("database-version", `${name}: ${Math.floor(version / 10_000)}`);
    if (encoding !== "UTF8") throw new Refused("database-collation", `${name}: ${encoding}`);
    if (sorted !== 1) throw new Refused("database-collation", name);
    return db;
  } catch (error) {
    await db.close();
    throw error;
  }
}

interface Settings {
  version: number;
  encoding: string;
  sorted: number;
}

async function settingsOf(db: Database): Promise<Settings> {
  // By the bytes of text: capitals first, then small letters, then letters with accents, and signs count.
  const { rows } = await sql<Settings>`select current_setting('server_version_num')::integer as version,
    current_setting('server_encoding') as encoding, 'B' < 'a' and 'z' < 'é' and 'a-b' < 'aa' as sorted`.execute(
    db.kysely,
  );
  const [settings] = rows;
  if (!settings) throw new TypeError("A SELECT without a table has one row.");
  return settings;
}
