import type { Creator, Series } from "./book.ts";
import { canonicalLanguage } from "./guess-language.ts";
import { attribute, descendants, parseTree } from "./parse-markup.ts";
import type { XmlElement } from "./parse-markup.ts";

/** What the metadata of an EPUB 2 or 3 says of the book. */
export interface EpubMetadata {
  title: string | null;
  creators: Creator[];
  series: Series | null;
  description: string | null;
  language: string | null;
  identifier: string | null;
  publisher: string | null;
  date: string | null;
  subjects: string[];
}

/** Reads the metadata below a package document's root. Source: EPUB 3.3, 5.5, OPF 2.0.1, 2.2, and the habits of Calibre. */
export function readMetadata(root: XmlElement): EpubMetadata {
  const metadata = openMetadata(descendants(root, "metadata")[0] ?? root);
  const unique = descendants(root, "package")[0]?.attributes["unique-identifier"]?.trim();
  const identifiers = metadata.elements("identifier");
  return {
    title: mainTitle(metadata),
    creators: creatorsOf(metadata),
    series: seriesOf(metadata),
    description: withoutTags(metadata.elements("description")[0]?.text ?? ""),
    language: canonicalLanguage(metadata.elements("language")[0]?.text ?? null),
    identifier: (identifiers.find(({ attributes }) => attributes["id"] === unique) ?? identifiers[0])?.text ?? null,
    publisher: metadata.elements("publisher")[0]?.text ?? null,
    date: dateOf(metadata),
    subjects: [...new Set(metadata.elements("subject").map(({ text }) => text))],
  };
}

interface Metadata {
  /** The elements of a name that are not empty, in document order. */
  elements(name: string): readonly XmlElement[];
  /** What `<meta refines="#id" property="…">` adds to an element (EPUB 3.3, 5.5.6). */
  refinements(element: XmlElement, property: string): string[];
  /** The content of `<meta name="…" content="…">` (EPUB 2). */
  named(name: string): string | null;
}

function openMetadata(root: XmlElement): Metadata {
  const byName = new Map<string, XmlElement[]>();
  const refining = new Map<string, string[]>();
  const named = new Map<string, string>();
  for (const element of descendants(root, ...read)) {
    const { refines, property, name, content } = element.attributes;
    if (element.text !== "") pushTo(byName, element.name, element);
    if (refines !== undefined && property !== undefined && element.text !== "")
      pushTo(refining, `${refines.trim()} ${localProperty(property)}`, element.text);
    if (name !== undefined && content !== undefined && content.trim() !== "" && !named.has(name))
      named.set(name, content.trim());
  }
  return {
    elements: (name) => byName.get(name) ?? [],
    refinements: (element, property) => refining.get(`#${element.attributes["id"] ?? ""} ${property}`) ?? [],
    named: (name) => named.get(name) ?? null,
  };
}

const read = "title creator contributor language identifier publisher date subject description meta".split(" ");

const localProperty = (property: string): string => property.trim().replace(/^.*:/, "");

function pushTo<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function mainTitle(metadata: Metadata): string | null {
  const titles = metadata.elements("title");
  return (
    (titles.find((title) => metadata.refinements(title, "title-type").includes("main")) ?? titles[0])?.text ?? null
  );
}

/** Programs write HTML into descriptions, as text. */
function withoutTags(description: string): string | null {
  return parseTree(`<div>${description}</div>`, true).children[0]?.text || null;
}

const creativeRoles = new Set(["aut", "trl", "ill", "edt", "adp", "ann"]);

/** Creators, then those contributors who had a hand in the words or the pictures; makers of the file are left out. */
function creatorsOf(metadata: Metadata): Creator[] {
  const named = (name: string): Creator[] =>
    inDisplayOrder(metadata, metadata.elements(name)).map((element) => ({
      name: element.text,
      role: roleOf(metadata, element),
    }));
  return [...named("creator"), ...named("contributor").filter(({ role }) => role !== null && creativeRoles.has(role))];
}

function inDisplayOrder(metadata: Metadata, elements: readonly XmlElement[]): XmlElement[] {
  const place = (element: XmlElement): number =>
    Number(metadata.refinements(element, "display-seq")[0] ?? Number.POSITIVE_INFINITY);
  return elements.toSorted((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
}

/** Roles that books spell out. */
const spelledRoles: Readonly<Record<string, string>> = {
  author: "aut",
  translator: "trl",
  illustrator: "ill",
  editor: "edt",
};

/** The role that says most about the book, as a MARC code: a book's author may also have written its notes. */
function roleOf(metadata: Metadata, element: XmlElement): string | null {
  const said = [attribute(element.attributes, "role") ?? "", ...metadata.refinements(element, "role")];
  const roles = said.flatMap((role) => {
    const code = role
      .trim()
      .toLowerCase()
      .replace(/^.*[/:]/, "");
    return code === "" ? [] : [spelledRoles[code] ?? code];
  });
  return roles.includes("aut") ? "aut" : (roles[0] ?? null);
}

/** A collection that calls itself a series, else one that does not say what it is, else Calibre's own words. */
function seriesOf(metadata: Metadata): Series | null {
  const collections = metadata
    .elements("meta")
    .filter(({ attributes }) => localProperty(attributes["property"] ?? "") === "belongs-to-collection")
    .map((element) => ({ element, type: metadata.refinements(element, "collection-type")[0] ?? null }));
  const found = collections.find(({ type }) => type === "series") ?? collections.find(({ type }) => type === null);
  if (found)
    return { name: found.element.text, number: metadata.refinements(found.element, "group-position")[0] ?? null };
  const name = metadata.named("calibre:series");
  return name === null ? null : { name, number: metadata.named("calibre:series_index")?.replace(/\.0+$/, "") ?? null };
}

/** The date of publication; those of conversion and change are the file's. */
function dateOf(metadata: Metadata): string | null {
  const dates = metadata
    .elements("date")
    .map(({ text, attributes }) => ({ text, event: attribute(attributes, "event") }));
  const of = (...events: (string | null)[]): string | undefined =>
    dates.find(({ event }) => events.includes(event?.toLowerCase() ?? null))?.text;
  return of("original-publication", "publication", "issued") ?? of(null) ?? null;
}
