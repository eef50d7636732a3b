import type { Result } from "../text/result.ts";
import type { BookFailure } from "./book-failure.ts";
import type { Warning } from "./book.ts";
import { decodeMarkup } from "./decode-text.ts";
import type { ZipParts } from "./open-zip.ts";
import { descendants, parseTree } from "./parse-markup.ts";

const packageType = "application/oebps-package+xml";

/** The fonts' own scrambling (EPUB 3.3, 4.4 and Adobe's older one) locks no text. */
const fontScrambling = new Set(["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"]);

export interface FoundPackage {
  part: string;
  source: string;
}

/** Finds the package document by META-INF/container.xml, or by its file ending where the container is missing or wrong. */
export async function findPackage(zip: ZipParts, warnings: Warning[]): Promise<Result<FoundPackage, BookFailure>> {
  const locked = await encryptedPart(zip);
  if (locked !== null) return { ok: false, code: "epub-encrypted", detail: locked };
  const named = await namedPackage(zip);
  const part =
    named !== null && zip.names.includes(named)
      ? named
      : (zip.names.find((name) => name.toLowerCase().endsWith(".opf")) ?? null);
  if (part === null) return missing(zip);
  if (part !== named)
    warnings.push({
      code: "container-broken",
      message: `META-INF/container.xml does not lead to the package; ${part} was taken.`,
    });
  const bytes = await zip.read(part);
  return bytes
    ? { ok: true, value: { part, source: decodeMarkup(bytes).text } }
    : { ok: false, code: "damaged-zip", detail: part };
}

async function namedPackage(zip: ZipParts): Promise<string | null> {
  const bytes = await zip.read("META-INF/container.xml");
  if (!bytes) return null;
  const roots = descendants(parseTree(decodeMarkup(bytes).text, false), "rootfile");
  const root = roots.find(({ attributes }) => attributes["media-type"] === packageType) ?? roots[0];
  return root?.attributes["full-path"] ?? null;
}

function missing(zip: ZipParts): Result<FoundPackage, BookFailure> {
  const looksLike = nameOfOtherZip(zip.names);
  return looksLike === null
    ? { ok: false, code: "epub-without-package", detail: null }
    : { ok: false, code: "not-a-book", detail: looksLike };
}

/** Other things that come as ZIP archives; null when it could be a damaged EPUB. */
function nameOfOtherZip(names: readonly string[]): string | null {
  if (names.includes("META-INF/container.xml") || names.includes("mimetype")) return null;
  if (names.includes("word/document.xml")) return "Word document";
  if (names.includes("xl/workbook.xml")) return "Excel workbook";
  if (names.includes("ppt/presentation.xml")) return "PowerPoint presentation";
  if (names.includes("META-INF/MANIFEST.MF")) return "Java archive";
  return names.some((name) => /\.(?:jpe?g|png|webp)$/i.test(name)) ? "archive of pictures" : "ZIP archive";
}

/** The first part that is encrypted in earnest; null when there is none. */
async function encryptedPart(zip: ZipParts): Promise<string | null> {
  const bytes = await zip.read("META-INF/encryption.xml");
  if (!bytes) return null;
  for (const data of descendants(parseTree(decodeMarkup(bytes).text, false), "encrypteddata")) {
    const method = descendants(data, "encryptionmethod")[0]?.attributes["Algorithm"];
    const uri = descendants(data, "cipherreference")[0]?.attributes["URI"] ?? "";
    if ((method === undefined || !fontScrambling.has(method)) && !/\.(?:otf|ttf|woff2?)$/i.test(uri)) return uri;
  }
  return null;
}
