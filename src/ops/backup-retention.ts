import { sep } from "node:path";
import type { BackupMaker } from "./backup-request.ts";
import { knownBackups, noteGone } from "./backup-rows.ts";
import { isThere } from "./backup-files.ts";
import { keptBackups } from "./schedule.ts";

/** Takes away backups of the schedule that need not be kept any longer, and gives where they lay; the caller holds the lease. */
export async function removeOldBackups({ db, place, taker }: BackupMaker): Promise<string[]> {
  const known = await knownBackups(db);
  const stays = new Set(keptBackups(known).map(({ id }) => id));
  const removed: string[] = [];
  for (const { id, location } of known) {
    // What lies elsewhere was put there by a person.
    if (stays.has(id) || !location.startsWith(place.backups + sep)) continue;
    // Under this name what a kill leaves is cleared away like a backup that was never finished.
    const leaving = `${location}.partial`;
    if (await isThere(place.files, location)) await place.files.rename(location, leaving);
    await noteGone(db, [id], taker.now());
    await place.files.rm(leaving, { recursive: true, force: true });
    removed.push(location);
  }
  return removed;
}
