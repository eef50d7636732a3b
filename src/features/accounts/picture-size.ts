/** Width and height of a picture in pixels. */
export interface PictureSize {
  width: number;
  height: number;
}

/**
 * The size of a PNG, JPEG, WebP or GIF as its header says; null for what is none of them, or broken. Nothing is decoded, so that a small file that
 * unfolds to a huge picture is known before.
 * Sources: PNG (third edition) 11.2.1; ITU-T T.81 B.2.2; GIF89a 18; RFC 9649, 2.5 to 2.7 (WebP).
 */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const letters = String.fromCharCode(...bytes.subarray(0, 4));
  try {
    if (letters.startsWith("\x89PNG")) return { width: view.getUint32(16), height: view.getUint32(20) };
    if (letters.startsWith("GIF8")) return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    if (letters === "RIFF") return webpSize(view);
    return letters.startsWith("\xff\xd8") ? jpegSize(view) : null;
  } catch (error) {
    // It ends before its header does.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** By its first chunk: a lossy picture, a lossless one, or the canvas of one with more to it. */
function webpSize(view: DataView): PictureSize | null {
  const [form, chunk] = [8, 12].map((at) => view.getUint32(at));
  if (form !== 0x57454250) return null;
  if (chunk === 0x56503820)
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (chunk === 0x5650384c) {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (chunk !== 0x56503858) return null;
  return { width: (view.getUint32(24, true) & 0xffffff) + 1, height: (view.getUint32(26, true) >>> 8) + 1 };
}

/** Goes from segment to segment until one begins a frame. */
function jpegSize(view: DataView): PictureSize | null {
  for (let at = 2; ;) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    // SOF0 to SOF15, but for the tables among them (DHT, JPG, DAC).
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + view.getUint16(at + 2);
  }
}
