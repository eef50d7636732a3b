import type { Resvg as NativeResvg } from "@resvg/resvg-js";
import type { Resvg as WasmResvg } from "@resvg/resvg-wasm";
import { drawSvg } from "../../core/image/draw-svg.ts";
import { encodePlanes, encodePng } from "../../core/image/picture-png.ts";

/** The same engine in both its builds. */
type Engine = typeof NativeResvg | typeof WasmResvg;

/** A picture as PNG, of a kind that we draw ourselves; null for any other, which `renderByEngine` draws. */
export function renderSvg(svg: string, width?: number): Uint8Array | null {
  const drawn = drawSvg(svg, width);
  return drawn && encodePlanes(drawn);
}

/** Draws any SVG without fonts, since all letters are outlines (L1), and encodes it ourselves. Throws what the engine throws. */
export function renderByEngine(Engine: Engine, svg: string, width?: number): Uint8Array {
  const drawn = new Engine(svg, {
    font: { loadSystemFonts: false },
    ...(width === undefined ? {} : { fitTo: { mode: "width", value: width } }),
  });
  const image = drawn.render();
  const png = encodePng({ width: image.width, height: image.height, data: image.pixels });
  // The memory of WebAssembly is nobody's to collect.
  if ("free" in image) image.free();
  if ("free" in drawn) drawn.free();
  return png;
}
