import type { Book, Creator } from "./book.ts";
import { canonicalLanguage } from "./guess-language.ts";
import { bookOfMarkup } from "./markup-book.ts";
import type { BookFacts } from "./markup-book.ts";
import { attribute, descendants, parseTree, walkXml } from "./parse-markup.ts";
import type { Attributes, MarkupHandler, XmlElement } from "./parse-markup.ts";

/** Reads a FictionBook 2 file. Source: the FictionBook 2.1 schema. */
export function readFb2(source: string): Book {
  const end = source.search(/<\/(?:\w+:)?description\s*>/i);
  const facts = factsOf(parseTree(end < 0 ? "" : source.slice(0, end), false));
  return bookOfMarkup("fb2", source, facts, (markup, handler) => walkXml(markup, asXhtml(handler)));
}

function factsOf(root: XmlElement): BookFacts {
  const info = descendants(root, "title-info")[0] ?? root;
  const publication = descendants(root, "publish-info")[0];
  const text = (element: XmlElement | undefined, name: string): string | null =>
    (element && descendants(element, name)[0]?.text) || null;
  const sequence = descendants(info, "sequence")[0]?.attributes;
  const cover = descendants(info, "coverpage").flatMap((page) => descendants(page, "image"))[0];
  const date = descendants(info, "date")[0];
  return {
    title: text(info, "book-title"),
    creators: [...peopleOf(info, "author", "aut"), ...peopleOf(info, "translator", "trl")],
    series: sequence?.["name"] ? { name: sequence["name"], number: sequence["number"] || null } : null,
    language: canonicalLanguage(text(info, "lang")),
    identifier: text(publication, "isbn") ?? text(descendants(root, "document-info")[0], "id"),
    publisher: text(publication, "publisher"),
    date: date?.attributes["value"] || date?.text || text(publication, "year"),
    subjects: descendants(info, "genre").map((genre) => genre.text),
    cover: cover ? binaryName(cover.attributes) : null,
  };
}

function peopleOf(info: XmlElement, kind: string, role: string): Creator[] {
  return info.children
    .filter(({ name }) => name === kind)
    .flatMap((person) => {
      const part = (name: string): string => person.children.find((child) => child.name === name)?.text ?? "";
      const full = ["first-name", "middle-name", "last-name"].map(part).filter((word) => word !== "");
      const name = full.join(" ") || part("nickname");
      return name === "" ? [] : [{ name, role }];
    });
}

/** Pictures are named by the id of a `binary` in the same file. */
const binaryName = (attributes: Attributes): string | null => attribute(attributes, "href")?.replace(/^#/, "") || null;

type Element = [name: string, attributes?: Attributes];

const plainNames: ReadonlyMap<string, readonly Element[]> = new Map<string, readonly Element[]>([
  ["FictionBook", [["body"]]],
  ["description", [["head"]]],
  ["binary", [["script"]]],
  ["stylesheet", [["style"]]],
  ["body", [["div"]]],
  ["p", [["p"]]],
  ["subtitle", [["p"], ["strong"]]],
  ["epigraph", [["blockquote"]]],
  ["annotation", [["blockquote"]]],
  ["cite", [["blockquote"]]],
  ["poem", [["div", { class: "poem" }]]],
  ["stanza", [["div", { class: "stanza" }]]],
  ["v", [["div"]]],
  ["text-author", [["p"]]],
  ["date", [["p"]]],
  ["empty-line", [["hr"]]],
  ["emphasis", [["em"]]],
  ["strong", [["strong"]]],
  ["code", [["code"]]],
  ["sub", [["sub"]]],
  ["sup", [["sup"]]],
  ["table", [["table"]]],
  ["tr", [["tr"]]],
  ["th", [["th"]]],
  ["td", [["td"]]],
]);

/** Tells a handler of XHTML what stands in a FictionBook, element by element. */
function asXhtml(handler: MarkupHandler): MarkupHandler {
  const open: { name: string; inside: number }[] = [];
  let depth = 0;
  let notes = false;
  const elementsOf = (name: string, attributes: Attributes): readonly Element[] => {
    const id = attributes["id"] === undefined ? {} : { id: attributes["id"] };
    if (name === "section" && notes) return [["aside", { ...id, "epub:type": "footnote" }]];
    if (name === "section") return [["section", id]];
    if (name === "title" && !notes) return [[`h${Math.min(6, depth + 1)}`, id]];
    if (name === "image")
      return [["img", { src: encodeURI(binaryName(attributes) ?? ""), alt: attributes["alt"] ?? "" }]];
    if (name === "a") {
      const types = attribute(attributes, "type") === "note" ? { "epub:type": "noteref" } : {};
      return [["a", { href: attribute(attributes, "href") ?? "", ...types }]];
    }
    const language = attribute(attributes, "lang");
    const mapped = plainNames.get(name) ?? [[name === "title" ? "p" : "span"]];
    return mapped.map(([to, own], index) =>
      index === 0 ? [to, { ...own, ...id, ...(language === null ? {} : { lang: language }) }] : [to, own ?? {}],
    );
  };
  return {
    open(prefixed, attributes) {
      const name = prefixed.slice(prefixed.indexOf(":") + 1);
      if (name === "body") notes = /^(?:notes|comments|footnotes)$/i.test(attributes["name"] ?? "");
      if (name === "section") depth += 1;
      const elements = elementsOf(name, attributes);
      for (const [to, given] of elements) handler.open(to, given ?? {});
      open.push({ name, inside: elements.length });
      if (notes && name === "body") handler.open("section", { "epub:type": "rearnotes" });
    },
    close() {
      const closing = open.pop();
      if (!closing) return;
      if (closing.name === "section") depth -= 1;
      if (notes && closing.name === "body") handler.close("section");
      for (let count = 0; count < closing.inside; count++) handler.close("");
    },
    text: (text) => handler.text(text),
  };
}
