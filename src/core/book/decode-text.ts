/** Decodes UTF-8, without its byte order mark; null when the bytes are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * Decodes a part of an EPUB: by its byte order mark, else by the encoding that its XML declaration names, else as UTF-8.
 * `damaged` says that some bytes had no meaning in that encoding and became U+FFFD.
 */
export function decodeMarkup(bytes: Uint8Array): { text: string; damaged: boolean } {
  const text = decoderFor(encodingByMark(bytes) ?? declaredEncoding(bytes) ?? "utf-8").decode(bytes);
  return { text, damaged: text.includes("\uFFFD") };
}

function encodingByMark(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return first === 0xef && second === 0xbb && third === 0xbf ? "utf-8" : null;
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const label = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)/.exec(head)?.[1] ?? null;
  // A declaration that can be read byte by byte is not UTF-16, whatever it claims.
  return label !== null && /^utf-?16/i.test(label) ? null : label;
}

/** A label that nobody knows is a slip of the book's maker: such files are UTF-8 in practice. */
function decoderFor(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder("utf-8");
  }
}
