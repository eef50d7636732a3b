const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Width and height of a PNG in pixels, as its header says. Throws on anything else. Source: PNG specification (third edition), 5.2 and 11.2.1. */
export function pngSize(png: Uint8Array): { width: number; height: number } {
  if (png.length < 24 || signature.some((byte, i) => png[i] !== byte)) throw new TypeError("The picture is not a PNG");
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}
