/** A PNG as an image of a PDF needs it: the same compressed rows, taken over as they are. */
export interface PdfPicture {
  width: number;
  height: number;
  /** The dictionary of the image. */
  entries: string;
  data: Uint8Array;
}

/**
 * Takes the compressed rows out of a PNG without unpacking them: PDF reads PNG's row filters (predictor 15).
 * Throws for anything but whole pictures of greys or of red, green and blue, the only ones that the rasterisers of the house make.
 * Source: PNG specification (third edition), 5 and 11.2; ISO 32000-1, 7.4.4 and 8.9.5.
 */
export function pdfPicture(png: Uint8Array): PdfPicture {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const [bits = 0, colour, , , interlaced] = png.subarray(24, 29);
  if ((colour !== 0 && colour !== 2) || interlaced !== 0)
    throw new Error("PDF takes grey and coloured pictures without interlacing only");
  const [space, colours] = colour === 0 ? ["DeviceGray", 1] : ["DeviceRGB", 3];
  const rows = dataChunks(png, view);
  return {
    width,
    height,
    entries: `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/${space}/BitsPerComponent ${bits}/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors ${colours}/BitsPerComponent ${bits}/Columns ${width}>>`,
    data: joined(rows),
  };
}

function dataChunks(png: Uint8Array, view: DataView): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (let at = 8; at + 8 <= png.length; at += 12 + view.getUint32(at)) {
    // The letters IDAT.
    if (view.getUint32(at + 4) === 0x49444154) chunks.push(png.subarray(at + 8, at + 8 + view.getUint32(at)));
  }
  return chunks;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [first] = parts;
  if (first && parts.length === 1) return first;
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
