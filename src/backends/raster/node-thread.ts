import { Resvg } from "@resvg/resvg-js";
import { parentPort } from "node:worker_threads";
import { encodeGreyPng } from "../../core/image/grey-png.ts";

// One page a message: SVG in, PNG bytes or the engine's complaint out.
parentPort?.on("message", (svg: string) => {
  try {
    const image = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
    const png = encodeGreyPng({ width: image.width, height: image.height, data: image.pixels });
    parentPort?.postMessage({ png }, png.buffer instanceof ArrayBuffer ? [png.buffer] : []);
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
});
