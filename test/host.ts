import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readVendoredFonts } from "../src/backends/fonts/vendored.ts";
import { localPump } from "../src/backends/queue/local.ts";
import { createNodeRasterizer } from "../src/backends/raster/node.ts";
import { runCli } from "../src/cli/cli.ts";
import { allCommands } from "../src/cli/command-table.ts";
import type { Host } from "../src/cli/host.ts";
import { inkArtist } from "../src/core/art/ink-artist.ts";
import { encodeGreyPng } from "../src/core/image/grey-png.ts";
import { openFonts } from "../src/core/lettering/fonts.ts";
import { databaseAt } from "../src/entry/database.ts";
import { guardFolder } from "../src/entry/guard.ts";
import { nodeHealthSubject, openStoreThere } from "../src/entry/health.ts";
import { studioPlaceAt } from "../src/entry/studio-place.ts";
import { workerIsDead, workerName } from "../src/entry/worker-name.ts";
import { openServices } from "../src/entry/services.ts";

// All that commands need is loaded before the first test, whose time it would take otherwise.
await allCommands();

export interface CliResult {
  code: number;
  stdout: string;
  stderr: string;
  /** What was sent to standard output as bytes. */
  sent: Uint8Array[];
}

/** A host whose pages are drawn blank and at once: for what is not about pictures. */
export const blankPages: Partial<Host> = {
  openRasterizer: () => ({
    concurrency: 2,
    toPng: async () => encodeGreyPng({ width: 2, height: 3, data: new Uint8Array(24).fill(255) }),
    toWebp: async (png) => png,
    mishaps: () => [],
    close: async () => undefined,
  }),
  openArtist: async () => ({
    id: "blank",
    sheets: () => ({ people: {}, places: {} }),
    draw: () => ({ defs: "", svg: "" }),
  }),
};

/** Runs one command line on real engines in a folder; `changes` replaces parts of the host. */
export async function fabula(folder: string, argv: readonly string[], changes: Partial<Host> = {}): Promise<CliResult> {
  let stdout = "";
  let stderr = "";
  const sent: Uint8Array[] = [];
  const openDatabase = () => databaseAt(`file:${join(folder, "data", "fabula.sqlite")}`, "0.0.0-test");
  const code = await runCli(argv, {
    folder,
    samples: pathToFileURL(`${process.cwd()}/samples/`),
    home: folder,
    version: "0.0.0-test",
    stdout: {
      write: (text) => void (stdout += text),
      send: async (bytes) => void sent.push(bytes),
      columns: null,
    },
    stderr: { write: (text) => void (stderr += text), columns: null },
    now: () => performance.now(),
    date: Date.now,
    guard: guardFolder,
    openFonts: async () => openFonts(await readVendoredFonts()),
    openRasterizer: () => createNodeRasterizer(2),
    openArtist: async () => inkArtist,
    openDatabase,
    studioPlace: () =>
      studioPlaceAt(
        { database: join(folder, "data", "fabula.sqlite"), storage: join(folder, "storage"), cacheFile: null },
        openDatabase(),
      ),
    studioNames: () => ({ database: openDatabase().place.name, storage: join(folder, "storage") }),
    healthSubject: () =>
      nodeHealthSubject(
        { environment: "development" },
        {
          migrating: openDatabase(),
          path: join(folder, "data", "fabula.sqlite"),
          openStore: () => openStoreThere(join(folder, "storage")),
          version: "0.0.0-test",
        },
        (check, error) => void (stderr += `${check}: ${String(error)}\n`),
      ),
    openServices: () => openServices(openDatabase(), join(folder, "storage")),
    openPump: async (source, options) =>
      localPump(source, {
        ...options,
        onError(error) {
          throw error;
        },
      }),
    openSender: async () => ({ wake: () => undefined, close: async () => undefined }),
    openCrew: () => ({ begin: () => undefined, wake: () => undefined, end: async () => undefined }),
    openServer: () => Promise.reject(new Error("Tests of commands open no server")),
    interrupted: () => new AbortController().signal,
    random: () => 0,
    worker: workerName(),
    workerIsDead,
    processors: 2,
    ...changes,
  });
  return { code, stdout, stderr, sent };
}
