import type { Creator } from "./book.ts";
import { resolvePart } from "./epub-path.ts";
import { canonicalLanguage } from "./guess-language.ts";
import { attribute, descendants, parseTree } from "./parse-markup.ts";
import type { XmlElement } from "./parse-markup.ts";

/** What the package document (OPF) of an EPUB 2 or 3 says. Parts are named by their path in the container. */
export interface EpubPackage {
  title: string | null;
  creators: Creator[];
  language: string | null;
  identifier: string | null;
  publisher: string | null;
  date: string | null;
  subjects: string[];
  pageProgression: "ltr" | "rtl" | null;
  spine: SpineItem[];
  stylesheets: string[];
  /** The navigation document (EPUB 3), and the NCX (EPUB 2). */
  nav: string | null;
  ncx: string | null;
  /** EPUB 2 guide: type → references. */
  guide: { type: string; href: string }[];
}

export interface SpineItem {
  part: string;
  mediaType: string;
  linear: boolean;
}

interface ManifestItem {
  part: string;
  mediaType: string;
  properties: string[];
}

/** Reads a package document; `part` is its own path, against which its references are resolved. */
export function readPackage(source: string, part: string): EpubPackage {
  const root = parseTree(source, false);
  const metadata = descendants(root, "metadata")[0] ?? root;
  const manifest = readManifest(root, part);
  const spine = descendants(root, "spine")[0];
  return {
    title: mainTitle(metadata),
    creators: creators(metadata),
    language: canonicalLanguage(texts(metadata, "language")[0] ?? null),
    identifier: identifier(root, metadata),
    publisher: texts(metadata, "publisher")[0] ?? null,
    date: texts(metadata, "date")[0] ?? null,
    subjects: texts(metadata, "subject"),
    pageProgression: progression(spine, metadata),
    spine: readSpine(spine, manifest),
    stylesheets: [...manifest.values()].filter((item) => item.mediaType === "text/css").map((item) => item.part),
    nav: [...manifest.values()].find((item) => item.properties.includes("nav"))?.part ?? null,
    ncx: readNcxPart(spine, manifest),
    guide: descendants(root, "reference").flatMap((reference) => {
      const { type, href } = reference.attributes;
      return type !== undefined && href !== undefined ? [{ type: type.toLowerCase(), href }] : [];
    }),
  };
}

function readManifest(root: XmlElement, part: string): Map<string, ManifestItem> {
  const items = new Map<string, ManifestItem>();
  for (const { attributes } of descendants(root, "item")) {
    const reference = attributes["href"] === undefined ? null : resolvePart(attributes["href"], part);
    if (attributes["id"] === undefined || reference === null) continue;
    items.set(attributes["id"], {
      part: reference.part,
      mediaType: (attributes["media-type"] ?? "").trim().toLowerCase(),
      properties: (attributes["properties"] ?? "").split(/\s+/),
    });
  }
  return items;
}

/** An item that the spine names twice, or a spine that comes back to itself, is read once. */
function readSpine(spine: XmlElement | undefined, manifest: ReadonlyMap<string, ManifestItem>): SpineItem[] {
  const seen = new Set<string>();
  const items: SpineItem[] = [];
  for (const { attributes } of spine ? descendants(spine, "itemref") : []) {
    const item = manifest.get(attributes["idref"] ?? "");
    if (!item || seen.has(item.part)) continue;
    seen.add(item.part);
    items.push({ part: item.part, mediaType: item.mediaType, linear: attributes["linear"] !== "no" });
  }
  return items;
}

function readNcxPart(spine: XmlElement | undefined, manifest: ReadonlyMap<string, ManifestItem>): string | null {
  const named = manifest.get(spine?.attributes["toc"] ?? "");
  return (named ?? [...manifest.values()].find((item) => item.mediaType === "application/x-dtbncx+xml"))?.part ?? null;
}

const elements = (metadata: XmlElement, name: string): XmlElement[] =>
  descendants(metadata, name).filter((element) => element.text !== "");
const texts = (metadata: XmlElement, name: string): string[] => elements(metadata, name).map((element) => element.text);

/** What `<meta refines="#id" property="…">` adds to an element (EPUB 3.3, 5.5.6). */
function refinement(metadata: XmlElement, element: XmlElement, property: string): string | null {
  const id = element.attributes["id"];
  if (id === undefined) return null;
  return (
    elements(metadata, "meta").find(
      ({ attributes }) => attributes["refines"] === `#${id}` && attributes["property"] === property,
    )?.text ?? null
  );
}

/** The role that says most about the book: a book's author may also have written its notes. */
function roleOf(metadata: XmlElement, element: XmlElement): string | null {
  const id = element.attributes["id"];
  const refined = elements(metadata, "meta").filter(
    ({ attributes }) => id !== undefined && attributes["refines"] === `#${id}` && attributes["property"] === "role",
  );
  const roles = [attribute(element.attributes, "role"), ...refined.map(({ text }) => text)].filter(
    (role) => role !== null,
  );
  return roles.includes("aut") ? "aut" : (roles[0] ?? null);
}

function mainTitle(metadata: XmlElement): string | null {
  const titles = elements(metadata, "title");
  return (titles.find((title) => refinement(metadata, title, "title-type") === "main") ?? titles[0])?.text ?? null;
}

const creativeRoles = new Set(["aut", "trl", "ill", "edt", "adp", "ann"]);

/** Creators, then those contributors who had a hand in the words or the pictures; makers of the file are left out. */
function creators(metadata: XmlElement): Creator[] {
  const read = (element: XmlElement): Creator => ({ name: element.text, role: roleOf(metadata, element) });
  const contributors = elements(metadata, "contributor").map(read);
  return [
    ...elements(metadata, "creator").map(read),
    ...contributors.filter(({ role }) => role !== null && creativeRoles.has(role)),
  ];
}

function identifier(root: XmlElement, metadata: XmlElement): string | null {
  const unique = descendants(root, "package")[0]?.attributes["unique-identifier"];
  const all = elements(metadata, "identifier");
  return (all.find((element) => element.attributes["id"] === unique) ?? all[0])?.text ?? null;
}

/** The spine's own word, else Kindle's writing mode (`vertical-rl`, `horizontal-rl`). */
function progression(spine: XmlElement | undefined, metadata: XmlElement): "ltr" | "rtl" | null {
  const own = spine?.attributes["page-progression-direction"];
  if (own === "rtl" || own === "ltr") return own;
  const mode = descendants(metadata, "meta").find(({ attributes }) => attributes["name"] === "primary-writing-mode")
    ?.attributes["content"];
  return mode === undefined ? null : mode.endsWith("rl") ? "rtl" : "ltr";
}
