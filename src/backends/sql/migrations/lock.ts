import { type Compilable, sql } from "kysely";
import { Refused } from "../../../core/text/result.ts";
import { timeOf, timeText } from "../codecs.ts";
import type { Database } from "../database.ts";
import { guard } from "../guard.ts";
import { SqlError } from "../sql-error.ts";

/** Who wants the lock, and how it waits. */
export interface LockTaker {
  /** Unlike any other run, and telling to a person. */
  owner: string;
  /** Milliseconds since 1970. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
  /** Milliseconds to wait for another run. */
  patience: number;
}

/** A run that dies frees the lock after this many milliseconds; one that lives renews it before each file. */
const lease = 60_000;

/** Takes the lock of migrations, waiting for another run. Throws `Refused("migration-locked")` with who holds it. */
export async function takeLock(db: Database, taker: LockTaker): Promise<void> {
  const step = 250;
  for (let waited = 0; ; waited += step) {
    try {
      if (await tryLock(db, taker)) return;
    } catch (error) {
      // While another run is within a file, nobody else can write; it will come to an end.
      if (!(error instanceof SqlError) || error.code !== "busy" || waited >= taker.patience) throw error;
    }
    if (waited >= taker.patience) throw new Refused("migration-locked", await holderOf(db));
    await taker.sleep(step);
  }
}

/** Takes it where it is free, has run out, or runs longer than any lease, since the clock was set back meanwhile. */
async function tryLock(db: Database, { owner, now }: LockTaker): Promise<boolean> {
  const time = now();
  const { rows } = await sql`
    insert into locks (name, owner, lease_until) values ('migrations', ${owner}, ${timeText(time + lease)})
    on conflict (name) do update set owner = excluded.owner, lease_until = excluded.lease_until
    where locks.lease_until <= ${timeText(time)} or locks.lease_until > ${timeText(time + 2 * lease)}
    returning owner`.execute(db.kysely);
  return rows.length > 0;
}

async function holderOf(db: Database): Promise<string> {
  const { rows } = await sql<{ owner: string; lease_until: string }>`
    select owner, lease_until from locks where name = 'migrations'`.execute(db.kysely);
  const [row] = rows;
  return row ? `held by ${row.owner} until ${timeText(timeOf(row.lease_until))}` : "held by a run that has just ended";
}

/** Renews the lease. Throws `Refused("migration-locked")` where another run has taken the lock over. */
export async function renewLock(db: Database, { owner, now }: LockTaker): Promise<void> {
  const { rows } = await sql`update locks set lease_until = ${timeText(now() + lease)}
    where name = 'migrations' and owner = ${owner} returning owner`.execute(db.kysely);
  if (rows.length === 0) throw new Refused("migration-locked", await holderOf(db));
}

/** For `atomic`: takes the list back where the lock is another's by now. */
export function holdsLock(db: Database, owner: string): Compilable {
  return guard(db, sql<boolean>`exists (select 1 from locks where name = 'migrations' and owner = ${owner})`);
}

/** Frees the lock if it is still the owner's. */
export async function freeLock(db: Database, { owner }: LockTaker): Promise<void> {
  await sql`delete from locks where name = 'migrations' and owner = ${owner}`.execute(db.kysely);
}
