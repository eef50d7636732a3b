import type { BlockKind } from "./book.ts";
import { attribute } from "./parse-markup.ts";
import type { Attributes } from "./parse-markup.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Elements that begin and end a block (HTML, "Rendering", 15.3). */
export const blockElements = words(
  "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p pre search section summary table tbody tfoot thead tr ul xmp",
);

/** Elements whose content is not part of the reading text. Ruby readings are taken apart, the names in SVG become alternative text. */
export const silentElements = words(
  "head script style template rp rtc audio video object iframe annotation annotation-xml epub:case",
);

/** Elements whose blocks belong together. */
export const groupElements = words("ul ol dl menu table");

const kindByElement: ReadonlyMap<string, BlockKind> = new Map([
  ["blockquote", "quote"],
  ["li", "list-item"],
  ["dt", "list-item"],
  ["dd", "list-item"],
  ["figcaption", "caption"],
  ["caption", "caption"],
  ["pre", "preformatted"],
  ["xmp", "preformatted"],
  ["listing", "preformatted"],
  ["tr", "table"],
]);

/** The kind that an element gives to the text inside, or null where it changes nothing. */
export function kindOf(name: string, attributes: Attributes): BlockKind | null {
  if (headingLevel(name) !== null) return "heading";
  if (isVerse(attributes)) return "verse";
  return kindByElement.get(name) ?? null;
}

export function headingLevel(name: string): number | null {
  return /^h[1-6]$/.test(name) ? Number(name.charAt(1)) : null;
}

function isVerse(attributes: Attributes): boolean {
  if (/\b(?:verse|poem|song|hymn)\b/.test(attributes["epub:type"] ?? "")) return true;
  return /(?:^|[\s_-])(?:verse|poem|poetry|stanza|lg|linegroup|line-group)(?:$|[\s_-])/i.test(
    attributes["class"] ?? "",
  );
}

export function isEmphasis(name: string, attributes: Attributes): boolean {
  if (name === "em" || name === "i" || name === "cite" || name === "dfn" || name === "var") return true;
  // Class names of the Japanese EPUB guides for dots and strokes beside the letters.
  if (/(?:^|\s)(?:em-(?:sesame|dot|circle|line)[\w-]*|bouten|kenten)/.test(attributes["class"] ?? "")) return true;
  return /font-style\s*:\s*(?:italic|oblique)|text-emphasis(?:-style)?\s*:\s*(?!none)/.test(attributes["style"] ?? "");
}

export function isStrong(name: string, attributes: Attributes): boolean {
  return name === "b" || name === "strong" || /font-weight\s*:\s*(?:bold|[6-9]00)/.test(attributes["style"] ?? "");
}

/** Hidden by the page itself; what a style sheet hides cannot be known here. */
export function isHidden(attributes: Attributes): boolean {
  return attributes["hidden"] !== undefined || /display\s*:\s*none/.test(attributes["style"] ?? "");
}

/** Whether the element is an empty line or an ornament that separates scenes, by its class. */
export function isSceneBreak(attributes: Attributes): boolean {
  return /(?:scene|section|space|thought|context)[-_]?(?:break|divider|separator)/i.test(attributes["class"] ?? "");
}

/** Everything that `epub:type` and ARIA roles say about an element. */
export function typesOf(attributes: Attributes): string[] {
  const said = `${attribute(attributes, "type") ?? ""} ${(attributes["role"] ?? "").replaceAll("doc-", "")}`;
  return said
    .toLowerCase()
    .split(/\s+/)
    .filter((type) => type !== "");
}
