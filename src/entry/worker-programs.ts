import webp from "@jsquash/webp/codec/enc/webp_enc_simd.wasm";
import resvg from "@resvg/resvg-wasm/index_bg.wasm";
import harfbuzz from "harfbuzzjs/dist/harfbuzz.wasm";
import callbacks from "../backends/fonts/draw-callbacks.wasm";
import { type FetchedFonts, fetchedFonts } from "../backends/fonts/fetched.ts";
import { openHarfBuzz } from "../backends/fonts/harfbuzz.ts";
import type { Rasterizer } from "../backends/raster/rasterizer.ts";
import { createWasmRasterizer } from "../backends/raster/wasm.ts";
import type { WorkerBindings } from "./worker-bindings.ts";

// Kept from event to event, as long as the platform keeps the Worker.
let fonts: FetchedFonts | null = null;
let files: WorkerBindings["FONTS"] | null = null;

/** The fonts, each fetched once. Throws where one cannot be had. */
export function workerFonts({ FONTS }: Pick<WorkerBindings, "FONTS">): FetchedFonts {
  // An event may read only by what it was given itself.
  files = FONTS;
  return (fonts ??= fetchedFonts((path) => readFont(path), openHarfBuzz({ harfbuzz, callbacks })));
}

async function readFont(path: string): Promise<Uint8Array> {
  const response = await files?.fetch(`https://fonts/${path}`);
  if (!response?.ok) throw new Error(`The font ${path} cannot be had: ${response?.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

export const openWorkerRasterizer = (): Promise<Rasterizer> => createWasmRasterizer({ resvg, webp });
