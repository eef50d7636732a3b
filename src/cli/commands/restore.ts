import { join, resolve } from "node:path";
import { Refused } from "../../core/text/result.ts";
import type { StudioPlace } from "../../ops/backup-place.ts";
import { backupNames } from "../../ops/backup-rows.ts";
import { restoreBackup, type RestoreReport } from "../../ops/restore.ts";
import { refusing, stoppable } from "../backup-maker.ts";
import { byteText } from "../byte-text.ts";
import { type Command, shared } from "../command.ts";
import { isThere } from "../file-errors.ts";
import type { Host } from "../host.ts";
import { progressDisplay } from "../progress.ts";

export const restore: Command = {
  name: "restore",
  summary: "Put a backup in the place of the studio's database and files",
  usage: "<backup>|last [--force] [options]",
  takes: ["last"],
  options: {
    force: {
      value: null,
      choices: null,
      help: "Put aside, under another name, the database and files that are there",
    },
    json: shared.json,
    quiet: shared.quiet,
  },
  examples: ["fabula restore last", "fabula restore /mnt/disk/fabula-2026-01-31T09-15-00-000Z-manual --force"],
  async run(options, host) {
    const [name, ...more] = options.files;
    if (name === undefined || more.length > 0) throw new Refused("usage", "Name one backup: fabula restore <backup>");
    const place = host.studioPlace();
    const folder = await folderOf(name, place, host);
    return stoppable(host, async (signal) => {
      const display = progressDisplay(host.stderr, options.on("quiet"), host.now, null);
      const now = place.migrating.runner.now();
      const request = { folder, force: options.on("force"), now, signal, tell: display.show };
      const restored = await refusing(host, () => restoreBackup(place, request)).finally(display.end);
      tellRestored(restored, options.on("json"), host);
      return 0;
    });
  },
};

function tellRestored(restored: RestoreReport, json: boolean, { stdout }: Host): void {
  if (json) return stdout.write(`${JSON.stringify(restored)}\n`);
  const { createdAt, files, size, kept, missing } = restored;
  stdout.write(`The studio is as it was at ${createdAt}: ${files} files, ${byteText(size)}.\n`);
  for (const path of kept) stdout.write(`  kept from before: ${path}\n`);
  if (missing.length > 0) stdout.write(`  lost before the backup: ${missing.length} files\n`);
}

/** The folder of a backup that is named by its path, by its name among the backups, or as the last one. Throws `Refused("backup-unknown")`. */
async function folderOf(name: string, { backups, files }: StudioPlace, host: Host): Promise<string> {
  if (name === "last") {
    const newest = (await backupNames(files, backups)).at(-1);
    if (newest === undefined) throw new Refused("backup-unknown", `${backups} holds none`);
    return join(backups, newest);
  }
  const given = resolve(host.folder, name);
  return (await isThere(given)) ? given : join(backups, name);
}
