import { resolvePart } from "./epub-path.ts";
import type { PartReference } from "./epub-path.ts";
import { attribute, descendants, parseTree } from "./parse-markup.ts";
import type { XmlElement } from "./parse-markup.ts";

/** A line of a table of contents, or of the landmarks (then `type` says what is there). */
export interface ContentsEntry {
  title: string;
  target: PartReference;
  /** 1 for the outermost entries. */
  level: number;
  type: string | null;
}

/** What a navigation document or an NCX holds. */
export interface Contents {
  contents: ContentsEntry[];
  landmarks: ContentsEntry[];
  /** Pages of the printed edition. */
  pages: ContentsEntry[];
}

/** The lists of an EPUB 3 navigation document at `part`. */
export function readNav(source: string, part: string): Contents {
  const navs = descendants(parseTree(source, true), "nav");
  const ofType = (type: string): ContentsEntry[] =>
    navs.filter((nav) => typesOf(nav).includes(type)).flatMap((nav) => linksOf(nav, part));
  const untyped = navs.filter((nav) => typesOf(nav).join("") === "").slice(0, 1);
  const contents = ofType("toc");
  return {
    contents: contents.length > 0 ? contents : untyped.flatMap((nav) => linksOf(nav, part)),
    landmarks: ofType("landmarks"),
    pages: ofType("page-list"),
  };
}

const typesOf = (element: XmlElement): string[] => (attribute(element.attributes, "type") ?? "").split(/\s+/);

function linksOf(nav: XmlElement, part: string): ContentsEntry[] {
  const entries: ContentsEntry[] = [];
  walkWithLevel(nav, new Set(["ol", "ul"]), (element, level) => {
    const target = element.name === "a" ? targetOf(element.attributes["href"], part) : null;
    if (target)
      entries.push({
        title: element.text,
        target,
        level: Math.max(1, level),
        type: attribute(element.attributes, "type"),
      });
  });
  return entries;
}

/** The lists of an NCX (EPUB 2) at `part`. */
export function readNcx(source: string, part: string): Contents {
  const root = parseTree(source, false);
  const entriesOf = (list: string, entry: string): ContentsEntry[] =>
    descendants(root, list)
      .slice(0, 1)
      .flatMap((map) => ncxEntries(map, entry, part));
  return { contents: entriesOf("navmap", "navpoint"), landmarks: [], pages: entriesOf("pagelist", "pagetarget") };
}

function ncxEntries(map: XmlElement, name: string, part: string): ContentsEntry[] {
  const entries: ContentsEntry[] = [];
  walkWithLevel(map, new Set([name]), (element, level) => {
    if (element.name !== name) return;
    const child = (wanted: string): XmlElement | undefined =>
      element.children.find((candidate) => candidate.name === wanted);
    const target = targetOf(child("content")?.attributes["src"], part);
    if (target)
      entries.push({
        title: child("navlabel")?.text || (element.attributes["value"] ?? ""),
        target,
        level,
        type: null,
      });
  });
  return entries;
}

const targetOf = (href: string | undefined, part: string): PartReference | null =>
  href === undefined ? null : resolvePart(href, part);

/** Visits every element below in document order; the level counts the named elements on the way, the visited one included. */
function walkWithLevel(
  root: XmlElement,
  counted: ReadonlySet<string>,
  visit: (element: XmlElement, level: number) => void,
): void {
  const waiting = root.children.map((element) => ({ element, above: 0 })).reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const level = next.above + (counted.has(next.element.name) ? 1 : 0);
    visit(next.element, level);
    for (const child of [...next.element.children].reverse()) waiting.push({ element: child, above: level });
  }
}
