import type { WebPModule } from "@jsquash/webp/codec/enc/webp_enc.js";
import openEncoder from "@jsquash/webp/codec/enc/webp_enc_simd.js";
import { defaultOptions } from "@jsquash/webp/meta.js";
import { decodePng } from "../../core/image/picture-png.ts";

/** The encoder's program, as a module specifier. */
export const webpProgram = "@jsquash/webp/codec/enc/webp_enc_simd.wasm";

/** Lossless, since dots defeat the lossy codec; more effort takes ten times as long for a tenth of the bytes. */
const options = { ...defaultOptions, lossless: 1, quality: 0, method: 1 };

/**
 * Opens libwebp as WebAssembly: always the same build, so that every machine writes the same bytes (T3).
 * The result turns a PNG of ours into WebP.
 */
export async function openWebp(program: WebAssembly.Module): Promise<(png: Uint8Array) => Uint8Array> {
  const encoder: WebPModule = await openEncoder({
    noInitialRun: true,
    instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) {
      const instance = new WebAssembly.Instance(program, imports);
      done(instance);
      return instance.exports;
    },
  });
  return (png) => {
    const { data, width, height } = decodePng(png);
    const webp = encoder.encode(data, width, height, options);
    if (!webp) throw new Error("The picture could not be encoded as WebP");
    return webp.slice();
  };
}
