import { readFileSync } from "node:fs";
import { once } from "node:events";
import { availableParallelism, homedir } from "node:os";
import { resolve } from "node:path";
import { setFlagsFromString } from "node:v8";
import { createNodeRasterizer } from "../backends/raster/node.ts";
import { runCli } from "../cli/cli.ts";
import { errorLines } from "../cli/error-lines.ts";
import type { Host, Output } from "../cli/host.ts";
import { asStudioRefusal } from "../cli/store-failures.ts";
import type { HealthSubject } from "../ops/health.ts";
import { configurationIn } from "./configuration.ts";
import { blobsOf, databaseOf, folderOf, storageName } from "./places.ts";
import { openCrew } from "./crew.ts";
import { guardFolder } from "./guard.ts";
import { nodeHealthSubject, openStoreThere } from "./health.ts";
import { openPump, openSender } from "./pump.ts";
import { studioPlaceOf } from "./studio-place.ts";
import { workerIsDead, workerName } from "./worker-name.ts";

// Pages leave much behind. Where there is room, V8 lets it lie until the heap has doubled; a whole novel then takes 875 MB instead of 675.
setFlagsFromString("--heap-growing-percent=40");

const root = new URL("../../", import.meta.url);

const version = versionOf(readFileSync(new URL("package.json", root), "utf8"));

const processors = Math.min(8, availableParallelism());
const folder = process.env["FABULA_CWD"] ?? process.cwd();
/** Where the studio of this folder keeps its things. */
const openDatabase = () => databaseOf(configurationIn(folder), folder, version);

const host: Host = {
  folder,
  samples: new URL("samples/", root),
  version,
  home: homedir(),
  stdout: { ...output(process.stdout), send },
  stderr: output(process.stderr),
  now: () => performance.now(),
  date: Date.now,
  guard: guardFolder,
  // What draws is loaded when it is needed: a quick command should not wait for it.
  async openFonts() {
    const { readVendoredFonts } = await import("../backends/fonts/vendored.ts");
    const { openFonts } = await import("../core/lettering/fonts.ts");
    return openFonts(await readVendoredFonts());
  },
  openRasterizer: () => createNodeRasterizer(processors),
  openArtist: async () => (await import("../core/art/ink-artist.ts")).inkArtist,
  openDatabase,
  studioPlace: () => studioPlaceOf(configurationIn(folder), folder, version),
  studioNames,
  healthSubject,
  async openServices() {
    const { openServices } = await import("./services.ts");
    return openServices(openDatabase(), blobsOf(configurationIn(folder), folder));
  },
  async openPump(source, options) {
    const pump = await openPump(configurationIn(folder), source, { ...options, onError: tellTrouble });
    onWake(() => pump.wake([]));
    return pump;
  },
  openSender: () => openSender(configurationIn(folder), tellTrouble),
  openCrew: () => openCrew(new URL(import.meta.url), (text) => process.stderr.write(text)),
  async openServer(studio, choice) {
    const { openServer } = await import("./node.ts");
    const config = configurationIn(folder);
    const refusalOf = (error: unknown): unknown => asStudioRefusal(error, studioNames());
    const write = (line: string): boolean => process.stderr.write(line);
    return openServer(studio, { config, version, root, folder, health: healthSubject(), refusalOf, write }, choice);
  },
  interrupted,
  random: Math.random,
  worker: workerName(),
  workerIsDead,
  processors,
};

// A reader that closes the pipe early (`| head`) is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
// Progress that nobody reads any more must not stop the work.
process.stderr.on("error", () => undefined);
// Set before the program runs: what runs tells of trouble.
let lastTrouble = "";
process.exitCode = await runCli(process.argv.slice(2), host);

function healthSubject(): HealthSubject {
  const config = configurationIn(folder);
  const path = config.database.kind === "sqlite" ? resolve(folder, config.database.path) : null;
  const migrating = openDatabase();
  const isFolder = config.blobs.kind === "fs";
  const openStore = isFolder ? async () => openStoreThere(folderOf(config, folder)) : blobsOf(config, folder);
  return nodeHealthSubject(config, { migrating, path, openStore, version }, (check, error) =>
    process.stderr.write(`! ${check}: ${errorLines(asStudioRefusal(error, studioNames()))}`),
  );
}

function studioNames(): { database: string; storage: string } {
  const { blobs } = configurationIn(folder);
  return { database: openDatabase().place.name, storage: storageName(blobs) };
}

/** What goes wrong between tasks is told, once as long as it is the same, and tried again. */
function tellTrouble(error: unknown): void {
  const trouble = errorLines(asStudioRefusal(error, host.studioNames()));
  if (trouble !== lastTrouble) process.stderr.write(`! ${trouble}`);
  lastTrouble = trouble;
}

/** Hears what the server says to its worker: that there is work. */
function onWake(wake: () => void): void {
  if (!process.connected) return;
  process.on("message", wake);
  process.channel?.unref();
}

function interrupted(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => controller.abort());
  // A worker of a server goes with it, also where that was killed.
  process.once("disconnect", () => controller.abort());
  // That may have been before anybody listened.
  if ("connected" in process && !process.connected) controller.abort();
  process.channel?.unref();
  return controller.signal;
}

async function send(bytes: Uint8Array): Promise<void> {
  if (!process.stdout.write(bytes)) await once(process.stdout, "drain");
}

function output(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => void stream.write(text),
    columns: stream.isTTY ? stream.columns : null,
  };
}

function versionOf(packageJson: string): string {
  const parsed: unknown = JSON.parse(packageJson);
  return typeof parsed === "object" && parsed !== null && "version" in parsed ? String(parsed.version) : "unknown";
}
