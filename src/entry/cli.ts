import { readFileSync } from "node:fs";
import { once } from "node:events";
import { availableParallelism, homedir } from "node:os";
import { createNodeRasterizer } from "../backends/raster/node.ts";
import { runCli } from "../cli/cli.ts";
import type { Host, Output } from "../cli/host.ts";
import { guardFolder } from "./guard.ts";

const root = new URL("../../", import.meta.url);

const host: Host = {
  folder: process.env["FABULA_CWD"] ?? process.cwd(),
  samples: new URL("samples/", root),
  version: versionOf(readFileSync(new URL("package.json", root), "utf8")),
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
  openRasterizer: () => createNodeRasterizer(Math.min(8, availableParallelism())),
  openArtist: async () => (await import("../core/art/ink-artist.ts")).inkArtist,
};

// A reader that closes the pipe early (`| head`) is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
// Progress that nobody reads any more must not stop the work.
process.stderr.on("error", () => undefined);
process.exitCode = await runCli(process.argv.slice(2), host);

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
