import { basename } from "node:path";
import { BlobError } from "../../backends/blobs/blob-error.ts";
import type { TaskSender } from "../../backends/queue/task-queue.ts";
import { SqlError } from "../../backends/sql/sql-error.ts";
import { Refused } from "../../core/text/result.ts";
import { comicJob } from "../../features/comics/tasks.ts";
import { createJob } from "../../features/jobs/queries/jobs.ts";
import { personQuota } from "../../features/files/queries/person-quota.ts";
import { importNovel } from "../../features/library/import-novel.ts";
import { describeError } from "../../errors.ts";
import { type Command, shared } from "../command.ts";
import { errorLines } from "../error-lines.ts";
import type { Host } from "../host.ts";
import { readInput } from "../input.ts";
import { makeExclusive, makeOptions, nameOf, settingsOf } from "../make-settings.ts";
import type { ParsedOptions } from "../options.ts";
import { type OwnStudio, shortId, withStudio } from "../studio.ts";

/** Bytes that a book has at most. */
const largestBook = 512 * 2 ** 20;

export const queue: Command = {
  name: "queue",
  summary: "Put books on the shelf and their comics in the queue, for work to make",
  usage: "<book>… [options]",
  takes: "books",
  options: { ...makeOptions, json: shared.json },
  exclusive: makeExclusive,
  examples: ["fabula queue alice.epub --format cbz,epub", "fabula queue books/*.epub && fabula work"],
  async run(options, host) {
    if (options.files.length === 0) throw new Refused("usage", "Name a book: fabula queue <book>");
    const settings = await settingsOf(options, host.folder);
    return withStudio(host, async (studio) => {
      const sender = await host.openSender();
      try {
        return await queueAll(studio, host, { settings, sender }, options);
      } finally {
        await sender.close();
      }
    });
  },
};

/** One book after another; one that cannot be read does not stop the others. Gives the exit code. */
async function queueAll(
  studio: OwnStudio,
  host: Host,
  { settings, sender }: { settings: CommonSettings; sender: TaskSender },
  options: ParsedOptions,
): Promise<number> {
  const { files: books } = options;
  const failed: string[] = [];
  for (const book of books) {
    try {
      const made = await queueBook(studio, host, book, settings);
      sender.wake([made.job]);
      if (options.on("json")) host.stdout.write(`${JSON.stringify(made)}\n`);
      else host.stdout.write(`${shortId({ id: made.job })}  ${made.title}${made.isNew ? "" : " (was on the shelf)"}\n`);
    } catch (error) {
      if (books.length === 1 || isOfStudio(error)) throw error;
      failed.push(book);
      host.stderr.write(`${book}: ${errorLines(error)}`);
      const { code, title, detail, fix } = describeError(error);
      if (options.on("json")) host.stdout.write(`${JSON.stringify({ book, error: { code, title, detail, fix } })}\n`);
    }
  }
  if (failed.length === 0) return 0;
  host.stderr.write(`${books.length - failed.length} of ${books.length} books queued; failed: ${failed.join(", ")}.\n`);
  return 1;
}

/** Whether it is the database or the store that failed: the next book would fare no better. */
function isOfStudio(error: unknown): boolean {
  return error instanceof SqlError || error instanceof BlobError;
}

type CommonSettings = Awaited<ReturnType<typeof settingsOf>>;

async function queueBook({ services, owner, plans }: OwnStudio, host: Host, book: string, settings: CommonSettings) {
  const { db, now, newId } = services;
  const content = { content: await readInput(host.folder, book), name: basename(book) };
  const limits = { size: largestBook, quota: await personQuota(db, owner) };
  const { novel, isNew } = await importNovel(db, services, owner, content, limits);
  const job = await comicJob(novel, { ...settings, fileName: nameOf(book) });
  const id = await createJob(db, owner, job, { plans, now: now(), newId });
  if (id === null) throw new Refused("novel-gone");
  return { job: id, novel: novel.id, title: novel.title, isNew };
}
