import { sqliteLanguage } from "../src/backends/sql/dump-language.ts";
import { dumpSql } from "../src/backends/sql/dump-sql.ts";
import { testDatabase } from "./database.ts";
import type { Crowd } from "./leak-walk-crowd.ts";
import type { WalkFixture } from "./leak-walk-fixture.ts";
import { walkStudio } from "./leak-walk-studio.ts";

/** A studio for a walk as JSON: for a runtime that cannot make one itself. */
export interface WalkCopy {
  /** All rows, and the tables that they are in. */
  sql: string[];
  /** Bytes in base64 by key. */
  blobs: Readonly<Record<string, string>>;
  crowd: Crowd;
  /** Without the bodies that are bytes. */
  fixture: WalkFixture;
  /** Those, in base64, by route. */
  bytes: Readonly<Record<string, string>>;
}

/** Makes it here, on SQLite. */
export async function walkOfNode(): Promise<WalkCopy> {
  const db = await testDatabase();
  const { app, crowd, fixture } = await walkStudio(db);
  const { blobs } = app.studio;
  const files = await db.kysely.selectFrom("storage_files").select("key").execute();
  const kept = await Promise.all(files.map(async ({ key }) => [key, base64(await whole(blobs, key))] as const));
  const bodies = Object.entries(fixture.owned.bodies);
  const bytes = bodies.flatMap(([route, body]) => (body instanceof Uint8Array ? [[route, base64(body)] as const] : []));
  const copy = {
    sql: await Array.fromAsync(dumpSql(db, sqliteLanguage)),
    blobs: Object.fromEntries(kept),
    crowd,
    fixture: {
      ...fixture,
      owned: {
        ...fixture.owned,
        bodies: Object.fromEntries(bodies.filter(([, body]) => !(body instanceof Uint8Array))),
      },
    },
    bytes: Object.fromEntries(bytes),
  };
  await app.close();
  return copy;
}

async function whole(
  blobs: Awaited<ReturnType<typeof walkStudio>>["app"]["studio"]["blobs"],
  key: string,
): Promise<Uint8Array> {
  const found = await blobs.get(key);
  return found === null ? new Uint8Array() : Buffer.concat(await Array.fromAsync(found.content));
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
