import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Settings } from "../core/pipeline.ts";
import { Refused } from "../core/text/result.ts";
import type { Host } from "./host.ts";
import { type ComicJob, drawAndBind } from "./make-comic.ts";
import type { ParsedOptions } from "./options.ts";
import { comicOutput, openOutputFolder } from "./output-folder.ts";
import { progressDisplay } from "./progress.ts";

/** Throws `Refused("usage")` where `--out -` could not write one file to standard output. */
export function refuseStream(
  options: ParsedOptions,
  { formats = ["cbz"], edition }: Pick<Settings, "formats" | "edition">,
  { stdout }: Host,
): void {
  const refuse = (why: string): never => {
    throw new Refused("usage", `--out - ${why}`);
  };
  if (options.files.length > 1) refuse("takes one book.");
  if (formats.length !== 1) refuse("writes one file: choose one --format.");
  if (edition && edition.bleed > 0) refuse("writes one file, and with --bleed the cover is a file of its own.");
  if (options.on("json")) refuse("needs standard output for the comic: leave out --json.");
  if (stdout.columns !== null) refuse("would fill the terminal with the comic's bytes: send it to a file or a pipe.");
}

/** Makes a comic and writes its one file to standard output; what is kept meanwhile lies in the system's temporary folder. */
export async function streamComic({ source, settings, quiet }: ComicJob, host: Host): Promise<void> {
  const display = progressDisplay(host.stderr, quiet, host.now, null);
  const folder = await openOutputFolder(join(tmpdir(), `fabula-stream-${process.pid}`), comicOutput, host.guard);
  try {
    await drawAndBind(source, settings, { store: folder.store, show: display.show, host }, async (outputs) => {
      // What is bound comes first, before pictures and reports; every format is one file.
      for (const file of outputs.slice(0, 1)) for await (const chunk of file.chunks()) await host.stdout.send(chunk);
    });
  } finally {
    display.end();
    await folder.discard();
  }
}
