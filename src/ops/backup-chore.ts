import { timeOf, timeText } from "../backends/sql/codecs.ts";
import type { Database } from "../backends/sql/database.ts";
import { adoptBackups } from "./backup-rows.ts";
import { removeOldBackups } from "./backup-retention.ts";
import { backupLease, type BackupMaker, type BackupReport } from "./backup-request.ts";
import { makeUnderLease } from "./backup.ts";
import { dueBackup, type LastBackups } from "./schedule.ts";
import { underLease } from "./schedule-lease.ts";

/** What the schedule did. */
export interface ScheduledBackup {
  made: BackupReport;
  /** Where backups lay that were taken away. */
  removed: readonly string[];
}

/**
 * Makes the backup that is due by the schedule and takes away those that need not be kept any longer; null where none is due, or where another process is
 * at it. A backup that failed is tried again by the next call. Throws what `makeBackup` throws.
 */
export async function makeDueBackup(maker: BackupMaker, signal: AbortSignal): Promise<ScheduledBackup | null> {
  const { db, place, taker } = maker;
  const due = async () => dueBackup(taker.now(), await lastBackups(db, taker.now()), place.zone);
  if ((await due()) === null) return null;
  const done = await underLease(db, backupLease, taker, signal, async (held) => {
    await adoptBackups(db, place.files, place.backups, taker.now());
    // Another process may have made it before this one got the lease.
    const kind = await due();
    if (kind === null) return null;
    const made = await makeUnderLease(maker, { kind, out: place.backups, signal: held, tell: () => undefined });
    return { made, removed: await removeOldBackups(maker) };
  });
  return done?.result ?? null;
}

/** The last backups of the schedule that were proved, without those that a clock that was wrong put more than a day ahead. */
async function lastBackups({ kysely }: Database, now: number): Promise<LastBackups> {
  const newest = async (kinds: readonly string[]): Promise<number | null> => {
    const row = await kysely
      .selectFrom("backups")
      .select("created_at")
      .where("kind", "in", kinds)
      .where("verified_at", "is not", null)
      .where("created_at", "<=", timeText(now + 24 * 3_600_000))
      .orderBy("created_at", "desc")
      .limit(1)
      .executeTakeFirst();
    return row ? timeOf(row.created_at) : null;
  };
  return { last: await newest(["daily", "weekly"]), lastWeekly: await newest(["weekly"]) };
}

export interface BackupWatch {
  /** Looks whether a backup is due, and begins it; does not wait for its end, since a worker has leases to renew meanwhile. */
  look(): void;
  /** Stops what was begun, and waits until nothing of it is left. */
  end(): Promise<void>;
}

/** Milliseconds until a backup that failed is tried again. */
const patience = 10 * 60_000;

/** Makes the backups of the schedule while a program works. `tell` gets each that was made, `trouble` what it failed with. */
export function watchBackups(
  maker: BackupMaker,
  { tell, trouble }: { tell(made: ScheduledBackup): void; trouble(error: unknown): void },
): BackupWatch {
  const stop = new AbortController();
  let running: Promise<void> | null = null;
  let failedAt: number | null = null;
  async function run(): Promise<void> {
    try {
      const made = await makeDueBackup(maker, stop.signal);
      if (made) tell(made);
    } catch (error) {
      if (stop.signal.aborted) return;
      failedAt = maker.taker.now();
      trouble(error);
    } finally {
      running = null;
    }
  }
  const waits = (): boolean => failedAt !== null && Math.abs(maker.taker.now() - failedAt) < patience;
  return {
    look() {
      if (running === null && !stop.signal.aborted && !waits()) running = run();
    },
    async end() {
      stop.abort(new DOMException("The program stops.", "AbortError"));
      await running;
    },
  };
}
