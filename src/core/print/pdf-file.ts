import { utf8 } from "./comic.ts";

/** Number of an object inside a PDF. */
export type PdfId = number;

/** Writes a PDF object by object; each call gives the bytes that come next, so that nothing but offsets stays in memory (F6). */
export interface PdfFile {
  /** The first bytes. */
  begin(): Uint8Array;
  /** A number for an object that is written later. */
  reserve(): PdfId;
  object(id: PdfId, body: string): Uint8Array;
  /** An object with bytes; `entries` are those of its dictionary besides the length. */
  stream(id: PdfId, entries: string, bytes: Uint8Array): Uint8Array[];
  /** The table of offsets and the trailer. Throws where a reserved object was never written. */
  end(root: PdfId, info: PdfId, fingerprint: string): Uint8Array;
}

/**
 * Opens a PDF 1.7 for writing from the first byte to the last: the table of offsets comes at the end.
 * Source: ISO 32000-1, 7.5.
 */
export function createPdfFile(): PdfFile {
  const offsets: (number | null)[] = [null];
  let at = 0;
  const sent = (bytes: Uint8Array): Uint8Array => {
    at += bytes.length;
    return bytes;
  };
  const opened = (id: PdfId, text: string): Uint8Array => {
    offsets[id] = at;
    return sent(utf8(`${id} 0 obj\n${text}`));
  };
  return {
    // Four bytes above 127 tell programs that this is no text file.
    begin: () => sent(Uint8Array.of(...utf8("%PDF-1.7\n%"), 0xe2, 0xe3, 0xcf, 0xd3, 0x0a)),
    reserve: () => offsets.push(null) - 1,
    object: (id, body) => opened(id, `${body}\nendobj\n`),
    stream: (id, entries, bytes) => [
      opened(id, `<<${entries}/Length ${bytes.length}>>\nstream\n`),
      sent(bytes),
      sent(utf8("\nendstream\nendobj\n")),
    ],
    end(root, info, fingerprint) {
      const table = at;
      const rows = offsets.slice(1).map((offset, i) => {
        if (offset === null) throw new Error(`PDF object ${i + 1} was never written`);
        return `${String(offset).padStart(10, "0")} 00000 n \n`;
      });
      const trailer = `<</Size ${offsets.length}/Root ${root} 0 R/Info ${info} 0 R/ID[<${fingerprint}><${fingerprint}>]>>`;
      return sent(
        utf8(
          `xref\n0 ${offsets.length}\n0000000000 65535 f \n${rows.join("")}trailer\n${trailer}\nstartxref\n${table}\n%%EOF\n`,
        ),
      );
    },
  };
}

/** A number for PDF: four decimals at most, never in scientific form. */
export function pdfNumber(value: number): string {
  return String(Math.round(value * 10000) / 10000);
}

/** A text string as UTF-16 with its byte-order mark, in hexadecimal. */
export function pdfText(text: string): string {
  let hex = "";
  for (let i = 0; i < text.length; i++) hex += hexOf(text.charCodeAt(i));
  return `<FEFF${hex}>`;
}

/** A 16-bit number as four digits. */
export function hexOf(unit: number): string {
  return unit.toString(16).toUpperCase().padStart(4, "0");
}
