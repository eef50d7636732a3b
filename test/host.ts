import { pathToFileURL } from "node:url";
import { readVendoredFonts } from "../src/backends/fonts/vendored.ts";
import { createNodeRasterizer } from "../src/backends/raster/node.ts";
import { runCli } from "../src/cli/cli.ts";
import type { Host } from "../src/cli/host.ts";
import { inkArtist } from "../src/core/art/ink-artist.ts";
import { openFonts } from "../src/core/lettering/fonts.ts";
import { guardFolder } from "../src/entry/guard.ts";

export interface CliResult {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs one command line on real engines in a folder; `changes` replaces parts of the host. */
export async function fabula(folder: string, argv: readonly string[], changes: Partial<Host> = {}): Promise<CliResult> {
  let stdout = "";
  let stderr = "";
  const code = await runCli(argv, {
    folder,
    samples: pathToFileURL(`${process.cwd()}/samples/`),
    version: "0.0.0-test",
    stdout: { write: (text) => void (stdout += text), columns: null },
    stderr: { write: (text) => void (stderr += text), columns: null },
    now: () => performance.now(),
    guard: guardFolder,
    openFonts: async () => openFonts(await readVendoredFonts()),
    openRasterizer: () => createNodeRasterizer(2),
    openArtist: async () => inkArtist,
    ...changes,
  });
  return { code, stdout, stderr };
}
