import { initWasm, Resvg } from "@resvg/resvg-wasm";
import type { Rasterizer } from "./rasterizer.ts";
import { renderByEngine, renderSvg } from "./render-svg.ts";
import { openWebp } from "./webp.ts";

/** The engines as WebAssembly, compiled by whoever knows how to get at their files. */
interface RasterPrograms {
  resvg: WebAssembly.Module;
  webp: WebAssembly.Module;
}

/** Not the promise of it: what one event of a Worker has begun another may not wait for. Where two open the engine at once, the later one serves both. */
let isResvgOpen = false;

/**
 * The same engines as WebAssembly, for places without processes: one picture after another, in the thread of the caller. Each is opened when it is
 * first needed. The first call's `resvg` serves all later ones, since that engine can be opened only once.
 */
export async function createWasmRasterizer({ resvg, webp }: RasterPrograms): Promise<Rasterizer> {
  let encode: ReturnType<typeof openWebp> | null = null;
  let closed = false;

  async function made(make: () => Promise<Uint8Array>): Promise<Uint8Array> {
    if (closed) throw new Error("The rasteriser is closed");
    try {
      return await make();
    } catch (cause) {
      throw new Error("The picture could not be rasterised", { cause });
    }
  }

  async function renderForeign(svg: string, width: number | undefined): Promise<Uint8Array> {
    if (!isResvgOpen) await initWasm(resvg);
    isResvgOpen = true;
    return renderByEngine(Resvg, svg, width);
  }

  return {
    concurrency: 1,
    toPng: (svg, width) => made(async () => renderSvg(svg, width) ?? renderForeign(svg, width)),
    toWebp: (png) => made(async () => (await (encode ??= openWebp(webp)))(png)),
    mishaps: () => [],
    async close() {
      closed = true;
    },
  };
}
