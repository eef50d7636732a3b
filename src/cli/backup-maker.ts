import type { BackupMaker } from "../ops/backup-request.ts";
import type { Services } from "../services.ts";
import type { Host } from "./host.ts";
import { asStudioRefusal } from "./store-failures.ts";

/** What makes backups of a studio that is open. */
export function backupMaker({ db, blobs, now, newId }: Omit<Services, "close">, host: Host): BackupMaker {
  const taker = { owner: `${host.worker}/${newId()}`, now, isDead: (owner: string) => isGone(owner, host) };
  return { db, blobs, place: host.studioPlace(), newId, taker, guard: host.guard };
}

/** Does something with the studio's database and files; what they fail with becomes what a person can mend. */
export async function refusing<Result>(host: Host, act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    throw asStudioRefusal(error, host.studioNames());
  }
}

/** Does work that Ctrl-C ends where nothing half of it is left; gives the exit code, 1 where it was stopped. */
export async function stoppable(host: Host, act: (signal: AbortSignal) => Promise<number>): Promise<number> {
  const signal = host.interrupted();
  try {
    return await act(signal);
  } catch (error) {
    if (!signal.aborted) throw error;
    host.stderr.write("Stopped. Nothing of it is left.\n");
    return 1;
  }
}

/** Whether the process that took a lease is gone. */
function isGone(owner: string, { workerIsDead }: Host): boolean {
  return workerIsDead(owner.slice(0, owner.lastIndexOf("/")));
}
