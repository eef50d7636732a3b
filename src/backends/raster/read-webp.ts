import type { WebPModule } from "@jsquash/webp/codec/dec/webp_dec.js";
import openDecoder from "@jsquash/webp/codec/dec/webp_dec.js";
import type { Pixels } from "../../core/image/grey-png.ts";
import { encodePng } from "../../core/image/picture-png.ts";

/** The decoder's program, as a module specifier. */
export const webpReaderProgram = "@jsquash/webp/codec/dec/webp_dec.wasm";

/** Reads a WebP and gives it on white as a PNG, made smaller by whole numbers as long as no side falls below `side` pixels; null for what is none. */
export type WebpReader = (webp: Uint8Array, side: number) => Uint8Array | null;

/** Opens libwebp as WebAssembly for pictures that people bring: those that do not move. */
export async function openWebpReader(program: WebAssembly.Module): Promise<WebpReader> {
  const decoder: WebPModule = await openDecoder({
    noInitialRun: true,
    instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) {
      const instance = new WebAssembly.Instance(program, imports);
      done(instance);
      return instance.exports;
    },
  });
  return (webp, side) => {
    const picture: { width: number; height: number; data: Uint8ClampedArray } | null = decoder.decode(webp.slice());
    return picture && encodePng(smaller(picture, Math.floor(Math.min(picture.width, picture.height) / side)));
  };
}

/** Each pixel the mean of a square of `times` × `times`, on white. */
function smaller(picture: { width: number; height: number; data: Uint8ClampedArray }, times: number): Pixels {
  const step = Math.max(1, times);
  const [width, height] = [Math.floor(picture.width / step), Math.floor(picture.height / step)];
  const data = new Uint8Array(4 * width * height).fill(255);
  for (let y = 0, to = 0; y < height; y++)
    for (let x = 0; x < width; x++, to += 4)
      for (let part = 0; part < 3; part++) data[to + part] = meanOf(picture, [x * step, y * step, step], part);
  return { width, height, data };
}

function meanOf(
  { width, data }: { width: number; data: Uint8ClampedArray },
  [left, top, step]: readonly [number, number, number],
  part: number,
): number {
  let sum = 0;
  for (let y = top; y < top + step; y++)
    for (let x = left; x < left + step; x++) {
      const at = 4 * (y * width + x);
      const cover = (data[at + 3] ?? 0) / 255;
      sum += (data[at + part] ?? 0) * cover + 255 * (1 - cover);
    }
  return Math.round(sum / (step * step));
}
