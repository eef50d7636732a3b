import type { Warning } from "./book.ts";
import { readMetadata } from "./epub-metadata.ts";
import type { EpubMetadata } from "./epub-metadata.ts";
import { resolvePart } from "./epub-path.ts";
import { descendants, parseTree } from "./parse-markup.ts";
import type { XmlElement } from "./parse-markup.ts";

/** What the package document (OPF) of an EPUB 2 or 3 says. Parts are named by their path in the container. */
export interface EpubPackage {
  metadata: EpubMetadata;
  pageProgression: "ltr" | "rtl" | null;
  spine: SpineItem[];
  stylesheets: string[];
  /** The navigation document (EPUB 3), and the NCX (EPUB 2). */
  nav: string | null;
  ncx: string | null;
  /** EPUB 2 guide: type → references. */
  guide: { type: string; href: string }[];
  cover: string | null;
  warnings: Warning[];
}

export interface SpineItem {
  part: string;
  mediaType: string;
}

interface ManifestItem extends SpineItem {
  properties: string[];
  /** Id of the item that stands in for this one. */
  fallback: string | null;
}

/** Reads a package document; `part` is its own path, against which its references are resolved. */
export function readPackage(source: string, part: string): EpubPackage {
  const root = parseTree(source, false);
  const warnings: Warning[] = [];
  const manifest = readManifest(root, part, warnings);
  const items = [...manifest.values()];
  const spine = descendants(root, "spine")[0];
  const meta = descendants(root, "meta");
  const namedMeta = (name: string): string | undefined =>
    meta.find(({ attributes }) => attributes["name"] === name)?.attributes["content"]?.trim();
  return {
    metadata: readMetadata(root),
    pageProgression: progression(spine, namedMeta("primary-writing-mode")),
    spine: readSpine(spine, manifest, warnings),
    stylesheets: items.filter((item) => item.mediaType === "text/css").map((item) => item.part),
    nav: items.find((item) => item.properties.includes("nav"))?.part ?? null,
    ncx: readNcxPart(spine, manifest),
    guide: descendants(root, "reference").flatMap((reference) => {
      const { type, href } = reference.attributes;
      return type !== undefined && href !== undefined ? [{ type: type.toLowerCase(), href }] : [];
    }),
    cover: coverOf(items, manifest, namedMeta("cover"), part),
    warnings,
  };
}

function readManifest(root: XmlElement, part: string, warnings: Warning[]): Map<string, ManifestItem> {
  const items = new Map<string, ManifestItem>();
  for (const { attributes } of descendants(root, "item")) {
    const href = attributes["href"]?.trim();
    const id = attributes["id"]?.trim();
    if (href === undefined || id === undefined) continue;
    const reference = resolvePart(href, part);
    if (reference === null && /html/.test(attributes["media-type"] ?? ""))
      warnings.push({ code: "part-elsewhere", message: `${href} lies outside of the book and was not fetched.` });
    if (reference === null) continue;
    items.set(id, {
      part: reference.part,
      mediaType: (attributes["media-type"] ?? "").trim().toLowerCase(),
      properties: (attributes["properties"] ?? "").trim().split(/\s+/),
      fallback: attributes["fallback"]?.trim() ?? null,
    });
  }
  return items;
}

/** A page that the spine names again is read again (EPUB Reading Systems 3.3, 5.4), but not without end. */
const mostRepeats = 100;

/** The pages in order. Where the spine leads nowhere, the pages of the manifest in theirs. */
function readSpine(
  spine: XmlElement | undefined,
  manifest: ReadonlyMap<string, ManifestItem>,
  warnings: Warning[],
): SpineItem[] {
  const seen = new Set<string>();
  const items: SpineItem[] = [];
  const unknown: string[] = [];
  let repeats = 0;
  for (const { attributes } of spine ? descendants(spine, "itemref") : []) {
    const idref = attributes["idref"]?.trim() ?? "";
    const named = manifest.get(idref);
    if (!named) unknown.push(idref);
    const item = named ? readable(named, manifest) : null;
    if (!item) continue;
    if (seen.has(item.part)) repeats += 1;
    seen.add(item.part);
    if (repeats <= mostRepeats) items.push({ part: item.part, mediaType: item.mediaType });
  }
  if (unknown.length > 0)
    warnings.push({
      code: "spine-broken",
      message: `The order of pages names ${unknown.length} parts that the list of parts does not have, first “${unknown[0] ?? ""}”.`,
    });
  if (repeats > mostRepeats)
    warnings.push({
      code: "spine-broken",
      message: `The order of pages comes back to the same pages ${repeats} times.`,
    });
  if (items.length > 0) return items;
  warnings.push({
    code: "spine-broken",
    message: "The book does not say the order of its pages; that of its list was taken.",
  });
  return [...manifest.values()].filter((item) => isPage(item.mediaType) && !item.properties.includes("nav"));
}

const isPage = (mediaType: string): boolean => /html|dtbook|image\/svg/.test(mediaType);

/** The item itself if it is a page, else the first page among those that stand in for it; a chain that comes back ends there. */
function readable(item: ManifestItem, manifest: ReadonlyMap<string, ManifestItem>): ManifestItem {
  const seen = new Set<ManifestItem>();
  let next: ManifestItem | undefined = item;
  while (next && !isPage(next.mediaType) && !seen.has(next)) {
    seen.add(next);
    next = next.fallback === null ? undefined : manifest.get(next.fallback);
  }
  return next && isPage(next.mediaType) ? next : item;
}

function readNcxPart(spine: XmlElement | undefined, manifest: ReadonlyMap<string, ManifestItem>): string | null {
  const named = manifest.get(spine?.attributes["toc"]?.trim() ?? "");
  return (named ?? [...manifest.values()].find((item) => item.mediaType === "application/x-dtbncx+xml"))?.part ?? null;
}

/** EPUB 3 marks the picture in the manifest; EPUB 2 names its id, some makers its file. */
function coverOf(
  items: readonly ManifestItem[],
  manifest: ReadonlyMap<string, ManifestItem>,
  named: string | undefined,
  part: string,
): string | null {
  const isPicture = (item: ManifestItem | undefined): boolean => item?.mediaType.startsWith("image/") ?? false;
  const marked = items.find((item) => item.properties.includes("cover-image"));
  if (marked) return marked.part;
  if (named === undefined) return null;
  const byId = manifest.get(named);
  if (byId && isPicture(byId)) return byId.part;
  const file = resolvePart(named, part)?.part;
  return items.find((item) => item.part === file && isPicture(item))?.part ?? null;
}

/** The spine's own word, else Kindle's writing mode (`vertical-rl`, `horizontal-rl`). */
function progression(spine: XmlElement | undefined, mode: string | undefined): "ltr" | "rtl" | null {
  const own = spine?.attributes["page-progression-direction"]?.trim();
  if (own === "rtl" || own === "ltr") return own;
  return mode === undefined ? null : mode.endsWith("rl") ? "rtl" : "ltr";
}
