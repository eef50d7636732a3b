import { decodeMarkup } from "./decode-text.ts";
import { resolvePart } from "./epub-path.ts";
import type { ZipParts } from "./open-zip.ts";
import { descendants, parseTree } from "./parse-markup.ts";

/** What of a book is encrypted. */
export interface Locks {
  parts: ReadonlySet<string>;
  /** Name of the copy protection, where the book shows it. */
  protection: string | null;
}

/** The fonts' own scrambling (EPUB 3.3, 4.4 and Adobe's older one) locks no text. */
const fontScrambling = new Set(["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"]);

/** Files that copy protections leave in META-INF, and a word that must stand in them. */
const protections: readonly { file: string; word: string; name: string }[] = [
  { file: "license.lcpl", word: "", name: "Readium LCP" },
  { file: "sinf.xml", word: "", name: "Apple FairPlay" },
  { file: "rights.xml", word: "kdrm", name: "Kobo DRM" },
  { file: "rights.xml", word: "ns.adobe.com/adept", name: "Adobe ADEPT" },
  { file: "encryption.xml", word: "readium.org/2014/01/lcp", name: "Readium LCP" },
  { file: "encryption.xml", word: "ns.adobe.com/adept", name: "Adobe ADEPT" },
  { file: "encryption.xml", word: "itunes.apple.com", name: "Apple FairPlay" },
  { file: "encryption.xml", word: "marlin-drm.com", name: "Marlin" },
];

/** Reads META-INF/encryption.xml (OCF 3.3, 4.2.6.3.2) and tells the protection by the files beside it. */
export async function readLocks(zip: ZipParts): Promise<Locks> {
  const source = await metaText(zip, "encryption.xml");
  const parts = new Set<string>();
  for (const data of source === null ? [] : descendants(parseTree(source, false), "encrypteddata")) {
    const method = descendants(data, "encryptionmethod")[0]?.attributes["Algorithm"];
    const uri = descendants(data, "cipherreference")[0]?.attributes["URI"];
    const target = uri === undefined ? null : resolvePart(uri, "");
    if (target && (method === undefined || !fontScrambling.has(method))) parts.add(target.part);
  }
  return { parts, protection: parts.size === 0 ? null : await protectionOf(zip) };
}

async function protectionOf(zip: ZipParts): Promise<string | null> {
  for (const { file, word, name } of protections) {
    const text = await metaText(zip, file);
    if (text?.includes(word)) return name;
  }
  return null;
}

async function metaText(zip: ZipParts, file: string): Promise<string | null> {
  const bytes = await zip.read(`META-INF/${file}`);
  return bytes && decodeMarkup(bytes).text;
}
