// Writes src/backends/fonts/draw-callbacks.wasm: through it HarfBuzz calls functions of ours where programs may not compile
// WebAssembly while they run. It takes one function for each command of an outline and gives it back as one of WebAssembly,
// which alone may stand in a table of functions. `WebAssembly Core Specification`, chapter 5.
import { writeFileSync } from "node:fs";

const [i32, f32] = [0x7f, 0x7d];
/** hb-draw.h: functions, data and state, the coordinates, what the caller gave with the function. */
const parameters = {
  moveTo: [i32, i32, i32, f32, f32, i32],
  lineTo: [i32, i32, i32, f32, f32, i32],
  quadraticTo: [i32, i32, i32, f32, f32, f32, f32, i32],
  cubicTo: [i32, i32, i32, f32, f32, f32, f32, f32, f32, i32],
  closePath: [i32, i32, i32, i32],
};

/** The module's bytes. All its numbers are below 128, so that each is a byte. */
export function drawCallbacks(): Uint8Array {
  const names = Object.keys(parameters);
  const types = Object.values(parameters).map((taken) => [0x60, ...listOf(taken.map((type) => [type])), 0]);
  const imports = names.map((name, i) => [...nameOf("draw"), ...nameOf(name), 0, i]);
  const exports = names.map((name, i) => [...nameOf(name), 0, i]);
  const magic = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
  return new Uint8Array([...magic, ...section(1, types), ...section(2, imports), ...section(7, exports)]);
}

function section(id: number, items: readonly (readonly number[])[]): number[] {
  const content = listOf(items);
  return [id, ...sizeOf(content.length), ...content];
}

function listOf(items: readonly (readonly number[])[]): number[] {
  return [items.length, ...items.flat()];
}

function nameOf(name: string): number[] {
  return [name.length, ...new TextEncoder().encode(name)];
}

/** A length below 2^14 in LEB128. */
function sizeOf(length: number): number[] {
  return length < 128 ? [length] : [(length & 127) | 128, length >> 7];
}

if (import.meta.main) writeFileSync("src/backends/fonts/draw-callbacks.wasm", drawCallbacks());
