import { initWasm, Resvg } from "@resvg/resvg-wasm";
import type { Rasterizer } from "./rasterizer.ts";
import { renderByEngine, renderSvg } from "./render-svg.ts";
import { openWebp } from "./webp.ts";

/** The engines as WebAssembly, compiled by whoever knows how to get at their files. */
interface RasterPrograms {
  resvg: WebAssembly.Module;
  webp: WebAssembly.Module;
}

let opened: Promise<void> | null = null;

/**
 * The same engine as WebAssembly, for places without processes: one picture after another, in the thread of the caller.
 * The first call's `resvg` serves all later ones, since the engine can be opened only once.
 */
export async function createWasmRasterizer({ resvg, webp }: RasterPrograms): Promise<Rasterizer> {
  await (opened ??= initWasm(resvg));
  const encode = await openWebp(webp);
  let closed = false;

  async function made(make: () => Uint8Array): Promise<Uint8Array> {
    if (closed) throw new Error("The rasteriser is closed");
    try {
      return make();
    } catch (cause) {
      throw new Error("The picture could not be rasterised", { cause });
    }
  }

  return {
    concurrency: 1,
    toPng: (svg, width) => made(() => renderSvg(svg, width) ?? renderByEngine(Resvg, svg, width)),
    toWebp: (png) => made(() => encode(png)),
    mishaps: () => [],
    async close() {
      closed = true;
    },
  };
}
