import { stat } from "node:fs/promises";
import { resolve, sep } from "node:path";
import type { BlobStore } from "../../backends/blobs/blob-store.ts";
import { Refused } from "../../core/text/result.ts";
import { planSweep, type Swept, sweepStorage } from "../../ops/retention.ts";
import { type CopyReport, copyStore, type Stores } from "../../ops/storage-copy.ts";
import { ownerNamed } from "../../ops/storage-copy-rows.ts";
import { undoCopy, type UndoReport } from "../../ops/storage-copy-undo.ts";
import type { Services } from "../../services.ts";
import { byteText } from "../byte-text.ts";
import { type Command, shared } from "../command.ts";
import type { Host } from "../host.ts";
import { noChoice, type ParsedOptions } from "../options.ts";
import { progressDisplay } from "../progress.ts";
import { withStudio } from "../studio.ts";

const words = ["copy", "sweep"] as const;

export const storage: Command = {
  name: "storage",
  summary: "Copy the studio's files to another store, or clear away what has had its time",
  usage: `${words.join("|")} [options]`,
  takes: words,
  options: {
    from: { value: "STORE", choices: null, help: "copy: the store that is read, fs:DIR" },
    to: { value: "STORE", choices: null, help: "copy: the store that gets the files, fs:DIR" },
    owner: { value: "NAME", choices: null, help: "copy: whose the files of a predecessor are, by id or e-mail" },
    undo: { value: null, choices: null, help: "copy: take a copy between these stores back" },
    "dry-run": { value: null, choices: null, help: "Change nothing, and tell what would be done" },
    json: shared.json,
    quiet: shared.quiet,
  },
  examples: [
    "fabula storage copy --from fs:storage --to fs:/mnt/disk/storage",
    "fabula storage copy --from fs:storage --to fs:/mnt/disk/storage --undo",
    "fabula storage sweep --dry-run",
  ],
  async run(options, host) {
    const [word, ...more] = options.files;
    if (word === undefined || more.length > 0)
      throw new Refused("usage", `Say what to do: fabula storage ${words.join("|")}`);
    if (word !== "copy" && word !== "sweep") throw new Refused("usage", noChoice("What to do", word, words));
    return withStudio(host, ({ services }) =>
      word === "copy" ? copy(services, options, host) : sweep(services, options, host),
    );
  },
};

async function sweep({ db, blobs, now }: Services, options: ParsedOptions, host: Host): Promise<number> {
  const dryRun = options.on("dry-run");
  const swept = dryRun ? await planSweep(db, now()) : await sweepStorage(db, blobs, now(), host.interrupted());
  host.stdout.write(
    `${options.on("json") ? JSON.stringify({ dryRun, ...swept }) : sweptLines(swept, dryRun).join("\n")}\n`,
  );
  return 0;
}

function sweptLines({ jobs, tasks, files, bytes, expired, orphans }: Swept, dryRun: boolean): string[] {
  const rows = Object.values(expired).reduce((sum, count) => sum + count, 0);
  return [
    dryRun ? "Would be cleared away:" : "Cleared away:",
    `  ${jobs} jobs that are long over: ${tasks} tasks, ${files} files of their work (${byteText(bytes)})`,
    `  ${rows} rows that have expired`,
    ...(orphans
      ? [`  ${orphans.blobs + orphans.deletions + orphans.partial} files that kills left (${byteText(orphans.bytes)})`]
      : []),
    ...(orphans && orphans.lost.length > 0
      ? [`! ${orphans.lost.length} files are lost: fabula doctor tells more`]
      : []),
  ];
}

async function copy({ db, now }: Services, options: ParsedOptions, host: Host): Promise<number> {
  const [from, to] = [folderOf("from", options, host), folderOf("to", options, host)];
  if (`${from}${sep}`.startsWith(`${to}${sep}`) || `${to}${sep}`.startsWith(`${from}${sep}`))
    throw new Refused("usage", "--from and --to are one store, or one lies within the other.");
  const stores: Stores = {
    from: await storeThere(from, host),
    to: await host.studioPlace().openStore(to),
    fromName: `fs:${from}`,
  };
  const run = { dryRun: options.on("dry-run"), signal: host.interrupted() };
  const began = host.now();
  const print = (report: CopyReport | UndoReport, lines: string[]): void => {
    const seconds = Math.round(host.now() - began) / 1000;
    const told = { from: `fs:${from}`, to: `fs:${to}`, dryRun: run.dryRun, ...report, seconds };
    host.stdout.write(options.on("json") ? `${JSON.stringify(told)}\n` : `${lines.join("\n")}, ${seconds} s\n`);
  };
  if (options.on("undo")) {
    const undone = await undoCopy(db, stores, run);
    print(undone, undoneLines(undone));
    return undone.kept.length === 0 ? 0 : 1;
  }
  const display = progressDisplay(host.stderr, options.on("quiet"), host.now, null);
  const owner = async (): Promise<string> => {
    const found = await ownerNamed(db, options.text("owner"));
    if (found === null) throw new Refused("storage-owner", options.text("owner"));
    return found;
  };
  try {
    const tell = (done: number, total: number): void => display.show({ stage: "Copying", done, total });
    const copied = await copyStore(db, stores, { ...run, owner, now, tell });
    print(copied, copiedLines(copied));
    return copied.mismatched.length + copied.missing.length === 0 ? 0 : 1;
  } finally {
    display.end();
  }
}

function copiedLines({ copied, skipped, bytes, mismatched, missing, foreign, rows }: CopyReport): string[] {
  return [
    ...mismatched.slice(0, 20).map((key) => `! not the bytes that were stored: ${key}`),
    ...missing.slice(0, 20).map((key) => `! missing: ${key}`),
    `${rows.moved} rows with new keys, ${rows.added} rows added, ${foreign} files of others left where they are`,
    `${copied} copied (${byteText(bytes)}), ${skipped} there before, ${mismatched.length} mismatched, ${missing.length} missing`,
  ];
}

function undoneLines({ removed, rows, kept }: UndoReport): string[] {
  return [
    ...kept.slice(0, 20).map((key) => `! kept, since the store it came from no longer has it: ${key}`),
    `${removed} copies taken away, ${rows.moved} rows with their old keys, ${rows.added} added rows taken away, ${kept.length} kept`,
  ];
}

/** The folder of a store that an option names. */
function folderOf(name: "from" | "to", options: ParsedOptions, host: Host): string {
  const address = options.text(name);
  if (address === null) throw new Refused("usage", `Name both stores: fabula storage copy --from fs:DIR --to fs:DIR`);
  const folder = /^fs:(?!\/\/)(.+)$/.exec(address)?.[1];
  if (folder === undefined) throw new Refused("storage-address", address.replace(/\/\/[^@/]*@/, "//"));
  return resolve(host.folder, folder);
}

/** A store that is there: a name that was mistyped is not an empty store. */
async function storeThere(folder: string, host: Host): Promise<BlobStore> {
  const found = await stat(folder).catch((error: unknown) => {
    throw new Refused("storage-unreachable", folder, { cause: error });
  });
  if (!found.isDirectory()) throw new Refused("storage-unreachable", folder);
  return host.studioPlace().openStore(folder);
}
