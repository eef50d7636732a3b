import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { renderByEngine, renderSvg } from "./render-svg.ts";
import { openWebp, webpProgram } from "./webp.ts";

/** What the child is asked: to draw an SVG, or to encode a PNG as WebP. */
export type RasterTask = { svg: string; width?: number } | { png: Uint8Array };

/** What the child answers: the picture, or the engine's complaint; and whether the engine drew it, whose memory grows. */
export type RasterReply = { picture: Uint8Array; byEngine: boolean } | { error: string };

let webp: ReturnType<typeof openWebp> | null = null;

/** Loaded when it is first needed: most children only draw. */
function webpEncoder(): ReturnType<typeof openWebp> {
  const file = fileURLToPath(import.meta.resolve(webpProgram));
  return (webp ??= openWebp(new WebAssembly.Module(readFileSync(file))));
}

async function reply(task: RasterTask): Promise<RasterReply> {
  try {
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
