import { resolve } from "node:path";
import { Refused } from "../../core/text/result.ts";
import type { BackupReport } from "../../ops/backup-request.ts";
import { makeBackup } from "../../ops/backup.ts";
import { backupMaker, stoppable } from "../backup-maker.ts";
import { byteText } from "../byte-text.ts";
import { type Command, shared } from "../command.ts";
import type { Host } from "../host.ts";
import { progressDisplay } from "../progress.ts";
import { withStudio } from "../studio.ts";

export const backup: Command = {
  name: "backup",
  summary: "Copy the studio's database and files, while it works, and prove the copy by restoring it",
  usage: "[--out DIR] [options]",
  takes: null,
  options: {
    out: {
      value: "DIR",
      choices: null,
      path: "folder",
      short: "o",
      help: "The folder that gets a folder for the backup (default: backups/ beside the database)",
    },
    json: shared.json,
    quiet: shared.quiet,
  },
  examples: ["fabula backup", "fabula backup --out /mnt/disk --json"],
  run: (options, host) =>
    withStudio(host, async ({ services }) => {
      if (options.files.length > 0) throw new Refused("usage", "fabula backup takes no name; --out says where to.");
      const maker = backupMaker(services, host);
      const given = options.text("out");
      const out = given === null ? maker.place.backups : resolve(host.folder, given);
      return stoppable(host, async (signal) => {
        const display = progressDisplay(host.stderr, options.on("quiet"), host.now, null);
        const made = await makeBackup(maker, { kind: "manual", out, signal, tell: display.show }).finally(display.end);
        return tellMade(made, options.on("json"), host);
      });
    }),
};

function tellMade(made: BackupReport, json: boolean, { stdout, stderr }: Host): number {
  if (json) stdout.write(`${JSON.stringify(made)}\n`);
  else stdout.write(`${made.location}\n  ${made.files} files, ${byteText(made.size)}, proved\n`);
  if (made.broken > 0)
    stderr.write(`! ${made.broken} rows refer to rows that are not there: \`fabula doctor\` tells more.\n`);
  if (made.missing.length === 0) return made.broken === 0 ? 0 : 1;
  for (const key of made.missing.slice(0, 10)) stderr.write(`! not in the backup, lost before: ${key}\n`);
  stderr.write(`! ${made.missing.length} files are lost: \`fabula doctor\` tells more.\n`);
  return 1;
}
