import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openWebpReader, webpReaderProgram } from "./read-webp.ts";
import { renderByEngine, renderSvg } from "./render-svg.ts";
import { openWebp, webpProgram } from "./webp.ts";

/** What the child is asked: to draw an SVG, to encode a PNG as WebP, or to read a WebP as PNG. */
export type RasterTask = { svg: string; width?: number } | { png: Uint8Array } | { webp: Uint8Array; side: number };

/** What the child answers: the picture, empty for what cannot be read, or the engine's complaint; and whether the engine drew it, whose memory grows. */
export type RasterReply = { picture: Uint8Array; byEngine: boolean } | { error: string };

let webp: ReturnType<typeof openWebp> | null = null;

/** Loaded when it is first needed: most children only draw. */
function webpEncoder(): ReturnType<typeof openWebp> {
  return (webp ??= openWebp(programAt(webpProgram)));
}

const programAt = (specifier: string): WebAssembly.Module =>
  new WebAssembly.Module(readFileSync(fileURLToPath(import.meta.resolve(specifier))));

/** Opened for each: it keeps the memory of the largest picture that it has read. */
async function readWebp({ webp: content, side }: { webp: Uint8Array; side: number }): Promise<RasterReply> {
  const read = await openWebpReader(programAt(webpReaderProgram));
  return { picture: read(content, side) ?? new Uint8Array(0), byEngine: true };
}

async function reply(task: RasterTask): Promise<RasterReply> {
  try {
    if ("webp" in task) return await readWebp(task);
    if (!("svg" in task)) return { picture: (await webpEncoder())(task.png), byEngine: false };
    const picture = renderSvg(task.svg, task.width);
    if (picture) return { picture, byEngine: false };
    const { Resvg } = await import("@resvg/resvg-js");
    return { picture: renderByEngine(Resvg, task.svg, task.width), byEngine: true };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

// One picture a message. The parent decides when to stop: Ctrl-C reaches the whole group and is its affair.
process.on("message", (task: RasterTask) => void reply(task).then((answer) => process.send?.(answer)));
process.on("SIGINT", () => undefined);
process.on("disconnect", () => process.exit());
