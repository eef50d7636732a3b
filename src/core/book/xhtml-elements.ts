import type { BlockKind } from "./book.ts";
import { attribute } from "./parse-markup.ts";
import type { Attributes } from "./parse-markup.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Elements that begin and end a block (HTML, "Rendering", 15.3; DTBook 2005-3, which EPUB 2 allows). */
export const blockElements = words(
  "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p pre search section summary table tbody tfoot thead tr ul xmp bodymatter bridgehead byline dateline docauthor doctitle epigraph frontmatter hd imggroup level level1 level2 level3 level4 level5 level6 line linegroup note poem prodnote rearmatter sidebar",
);

/** Elements whose content is not part of the reading text. Ruby readings are taken apart, the names in SVG become alternative text. */
export const silentElements = words("head script style template rp rtc audio video object annotation annotation-xml");

/** Elements whose content takes the place of something else that is shown. */
export const hiddenElements = words("iframe epub:case");

/** Elements of a form: boxes in the line, whose words do not run into those beside them. */
export const boxElements = words("button label meter option output progress select textarea");

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
  ["poem", "verse"],
  ["linegroup", "verse"],
]);

/** The kind that an element gives to the text inside, or null where it changes nothing. */
export function kindOf(name: string, attributes: Attributes): BlockKind | null {
  if (headingLevel(name) !== null) return "heading";
  if (isVerse(attributes)) return "verse";
  return kindByElement.get(name) ?? null;
}

export function headingLevel(name: string): number | null {
  if (/^h[1-6]$/.test(name)) return Number(name.charAt(1));
  return dtbookHeadings.get(name) ?? null;
}

const dtbookHeadings: ReadonlyMap<string, number> = new Map([
  ["doctitle", 1],
  ["hd", 3],
  ["bridgehead", 6],
]);

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

/** What DTBook says by the names of elements, in the words of EPUB. */
const dtbookTypes: ReadonlyMap<string, string> = new Map([
  ["frontmatter", "frontmatter"],
  ["bodymatter", "bodymatter"],
  ["rearmatter", "backmatter"],
  ["note", "footnote"],
  ["noteref", "noteref"],
  ["pagenum", "pagebreak"],
]);

/** Everything that `epub:type`, ARIA roles and the element's name say about it. */
export function typesOf(name: string, attributes: Attributes): string[] {
  const kind = attributes["epub:type"] ?? attribute(attributes, "type") ?? "";
  const role = attributes["role"]?.replaceAll("doc-", "") ?? "";
  const own = dtbookTypes.get(name) ?? "";
  if (kind === "" && role === "" && own === "") return [];
  return `${kind} ${role} ${own}`
    .toLowerCase()
    .split(/\s+/)
    .filter((type) => type !== "");
}
