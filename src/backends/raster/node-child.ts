import { Resvg } from "@resvg/resvg-js";
import { encodeGreyPng } from "../../core/image/grey-png.ts";

/** What the child answers: the picture, or the engine's complaint. */
export type RasterReply = { png: Uint8Array } | { error: string };

function rasterize(svg: string): RasterReply {
  try {
    const image = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
    return { png: encodeGreyPng({ width: image.width, height: image.height, data: image.pixels }) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

// One page a message. The parent decides when to stop: Ctrl-C reaches the whole group and is its affair.
process.on("message", (svg: string) => process.send?.(rasterize(svg)));
process.on("SIGINT", () => undefined);
process.on("disconnect", () => process.exit());
