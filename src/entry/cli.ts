import { readFileSync } from "node:fs";
import { once } from "node:events";
import { availableParallelism, homedir } from "node:os";
import { setFlagsFromString } from "node:v8";
import { localPump } from "../backends/queue/local.ts";
import { createNodeRasterizer } from "../backends/raster/node.ts";
import { runCli } from "../cli/cli.ts";
import { errorLines } from "../cli/error-lines.ts";
import type { Host, Output } from "../cli/host.ts";
import { asStudioRefusal } from "../cli/store-failures.ts";
import { configurationIn } from "./configuration.ts";
import { databaseOf, folderOf } from "./places.ts";
import { guardFolder } from "./guard.ts";
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
  async openServices() {
    const { openServices } = await import("./services.ts");
    return openServices(openDatabase(), folderOf(configurationIn(folder), folder));
  },
  openPump: (source, options) => localPump(source, { ...options, onError: tellTrouble }),
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
process.exitCode = await runCli(process.argv.slice(2), host);

let lastTrouble = "";

/** What goes wrong between tasks is told, once as long as it is the same, and tried again. */
function tellTrouble(error: unknown): void {
  const trouble = errorLines(asStudioRefusal(error, host.studioPlace()));
  if (trouble !== lastTrouble) process.stderr.write(`! ${trouble}`);
  lastTrouble = trouble;
}

function interrupted(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => controller.abort());
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
