import type { Result } from "../text/result.ts";
import type { BookFailure } from "./book-failure.ts";
import type { Warning } from "./book.ts";
import { decodeMarkup } from "./decode-text.ts";
import { resolvePart } from "./epub-path.ts";
import { largestBook } from "./largest-book.ts";
import type { ZipParts } from "./open-zip.ts";
import { descendants, parseTree } from "./parse-markup.ts";

const packageType = "application/oebps-package+xml";

export interface FoundPackage {
  part: string;
  source: string;
}

/** Finds the package document by META-INF/container.xml, or by its file ending where the container is missing or wrong. */
export async function findPackage(zip: ZipParts, warnings: Warning[]): Promise<Result<FoundPackage, BookFailure>> {
  const named = (await namedPackages(zip)).map((name) => zip.find(name)).find((name) => name !== null) ?? null;
  const part = named ?? zip.names.find((name) => name.toLowerCase().endsWith(".opf")) ?? null;
  if (part === null) return missing(zip);
  if (named === null)
    warnings.push({
      code: "container-broken",
      message: `META-INF/container.xml does not lead to the package; ${part} was taken.`,
    });
  if (zip.size(part) > largestBook.listing)
    return { ok: false, code: "too-large", detail: `${part} has ${zip.size(part)} bytes` };
  const bytes = await zip.read(part);
  return bytes
    ? { ok: true, value: { part, source: decodeMarkup(bytes).text } }
    : { ok: false, code: "damaged-zip", detail: part };
}

/** The packages that the container names; of several renditions of a book, the first is the default (OCF 3.3, 4.2.6.3.1). */
async function namedPackages(zip: ZipParts): Promise<string[]> {
  const bytes = await zip.read("META-INF/container.xml");
  if (!bytes) return [];
  const roots = descendants(parseTree(decodeMarkup(bytes).text, false), "rootfile");
  const packages = roots.filter(({ attributes }) => attributes["media-type"]?.trim() === packageType);
  return [...packages, ...roots].flatMap(({ attributes }) => {
    const path = attributes["full-path"]?.trim();
    const target = path === undefined ? null : resolvePart(path, "");
    return target ? [path ?? "", target.part] : [];
  });
}

function missing(zip: ZipParts): Result<FoundPackage, BookFailure> {
  if (zip.isCut) return { ok: false, code: "damaged-zip", detail: "the end is missing" };
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
