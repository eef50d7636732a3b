import { sql } from "kysely";
import { timeText } from "../backends/sql/codecs.ts";
import type { Database } from "../backends/sql/database.ts";
import { endAccounts } from "../features/accounts/deletion.ts";
import { emptyTrash } from "../features/library/empty-trash.ts";
import { fillSearch } from "../features/library/fill-search.ts";
import type { Services } from "../services.ts";
import { type Swept, sweepStorage } from "./retention.ts";

const day = 24 * 3_600_000;
/** Milliseconds until another looks again at what a sweep that was killed or has failed did not end. */
const patience = 3_600_000;

/** What a sweep needs: the places that it cleans, and the clock. */
type SweptServices = Pick<Services, "db" | "blobs" | "vectors" | "now">;

/**
 * Sweeps once a day, whoever of the processes of a database comes first; null where it is done for today or another is at it. The lease in `locks`
 * is short while the sweep runs, and lasts for the day when it has ended. Throws what `sweepStorage` throws.
 */
export async function sweepDaily(
  { db, blobs, vectors, now }: SweptServices,
  owner: string,
  signal: AbortSignal,
): Promise<Swept | null> {
  if (!(await takeTurn(db, owner, now()))) return null;
  const index = vectors?.index ?? null;
  await endAccounts(db, { blobs, vectors: index }, now(), signal);
  await emptyTrash(db, now(), index);
  // Another program may have applied the migration that made search, as wrangler does.
  await fillSearch(db, "unknown");
  const swept = await sweepStorage(db, blobs, now(), signal);
  await sql`update locks set lease_until = ${timeText(now() + day)} where name = 'life-cycle' and owner = ${owner}`.execute(
    db.kysely,
  );
  return swept;
}

/** Free where the lease has run out, or reaches further than any does: then the clock was set back. */
async function takeTurn({ kysely }: Database, owner: string, now: number): Promise<boolean> {
  const { rows } = await sql`
    insert into locks (name, owner, lease_until) values ('life-cycle', ${owner}, ${timeText(now + patience)})
    on conflict (name) do update set owner = excluded.owner, lease_until = excluded.lease_until
    where locks.lease_until <= ${timeText(now)} or locks.lease_until > ${timeText(now + 2 * day)}
    returning owner`.execute(kysely);
  return rows.length > 0;
}

export interface SweepWatch {
  /** Looks whether the day's sweep is due, and begins it; does not wait for its end, since a worker has leases to renew meanwhile. */
  look(): void;
  /** Stops what was begun, and waits until it has. */
  end(): Promise<void>;
}

/** Sweeps once a day while a program works; `trouble` gets what a sweep failed with. */
export function watchSweeps(services: SweptServices, owner: string, trouble: (error: unknown) => void): SweepWatch {
  const stop = new AbortController();
  let running: Promise<void> | null = null;
  async function run(): Promise<void> {
    try {
      await sweepDaily(services, owner, stop.signal);
    } catch (error) {
      if (!stop.signal.aborted) trouble(error);
    } finally {
      running = null;
    }
  }
  return {
    look() {
      if (running === null && !stop.signal.aborted) running = run();
    },
    async end() {
      stop.abort(new DOMException("The program stops.", "AbortError"));
      await running;
    },
  };
}
