import { sql } from "kysely";
import { timeText } from "../backends/sql/codecs.ts";
import type { Database } from "../backends/sql/database.ts";

/** Who does what only one may do at a time. */
export interface LeaseTaker {
  /** Unlike any other. */
  owner: string;
  /** Milliseconds since 1970. */
  now(): number;
  /** Whether an owner of that name is known to be gone. */
  isDead(owner: string): boolean;
}

/** Milliseconds that what is done may compute without a pause. */
const length = 5 * 60_000;

/**
 * Does something under a lease in `locks`, renewed by the clock, and gives its result; null where another holds the lease. `act` is told by its signal
 * when the lease is lost, or when `signal` aborts.
 */
export async function underLease<Result>(
  db: Database,
  name: string,
  taker: LeaseTaker,
  signal: AbortSignal,
  act: (signal: AbortSignal) => Promise<Result>,
): Promise<{ result: Result } | null> {
  if (!(await takeLease(db, name, taker))) return null;
  const lost = new AbortController();
  const timer = setInterval(() => {
    renewLease(db, name, taker).then(
      (isHeld) => isHeld || lost.abort(new Error(`The lease ${name} was lost.`)),
      (error: unknown) => lost.abort(error),
    );
  }, length / 5);
  try {
    return { result: await act(AbortSignal.any([signal, lost.signal])) };
  } finally {
    clearInterval(timer);
    await sql`delete from locks where name = ${name} and owner = ${taker.owner}`.execute(db.kysely);
  }
}

/** Takes it where it is free, has run out, reaches further than any lease can (the clock was set back), or belongs to the dead. */
async function takeLease(db: Database, name: string, { owner, now, isDead }: LeaseTaker): Promise<boolean> {
  const time = now();
  const held = await db.kysely.selectFrom("locks").select("owner").where("name", "=", name).executeTakeFirst();
  const dead = held && isDead(held.owner) ? held.owner : "";
  const { rows } = await sql`
    insert into locks (name, owner, lease_until) values (${name}, ${owner}, ${timeText(time + length)})
    on conflict (name) do update set owner = excluded.owner, lease_until = excluded.lease_until
    where locks.lease_until <= ${timeText(time)} or locks.lease_until > ${timeText(time + 2 * length)}
      or locks.owner = ${dead}
    returning owner`.execute(db.kysely);
  return rows.length > 0;
}

async function renewLease(db: Database, name: string, { owner, now }: LeaseTaker): Promise<boolean> {
  const { rows } = await sql`update locks set lease_until = ${timeText(now() + length)}
    where name = ${name} and owner = ${owner} returning owner`.execute(db.kysely);
  return rows.length > 0;
}
