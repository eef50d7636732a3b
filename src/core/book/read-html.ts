import type { Book, Creator } from "./book.ts";
import { canonicalLanguage } from "./guess-language.ts";
import { bookOfMarkup, noFacts } from "./markup-book.ts";
import { walkXhtml } from "./parse-markup.ts";
import type { Attributes, MarkupHandler } from "./parse-markup.ts";

/** What the first walk through a page finds: its head, and how much of its text stands in `main` and `article`. */
interface PageHead {
  title: string | null;
  language: string | null;
  meta: Map<string, string>;
  authors: string[];
  lengths: { all: number; main: number; article: number };
}

/** Reads an HTML page as a book: what is meant for the browser is left out, and what stands around the text where the page says which part is the text. */
export function readHtml(source: string): Book {
  const head = readHead(source);
  const { all, main, article } = head.lengths;
  const holder = main > all * mostOfPage ? "main" : article > all * mostOfPage ? "article" : null;
  const meta = (...names: string[]): string | null =>
    names.map((name) => head.meta.get(name)).find((value) => value !== undefined) ?? null;
  const facts = {
    ...noFacts,
    title: meta("dc.title", "dcterms.title", "citation_title") ?? head.title,
    creators: head.authors.map((name): Creator => ({ name, role: "aut" })),
    language: canonicalLanguage(head.language ?? meta("dc.language", "dcterms.language")),
    publisher: meta("dc.publisher", "dcterms.publisher"),
    date: meta("dc.date", "dcterms.date", "dcterms.created", "date"),
    identifier: meta("dc.identifier", "dcterms.identifier"),
  };
  return bookOfMarkup("html", source, facts, (markup, handler) => walkXhtml(markup, contentOnly(handler, holder)));
}

/** Share of a page's text that `main` or `article` must hold to be taken for the whole of the text. */
const mostOfPage = 0.7;

const authorNames = new Set(["author", "dc.creator", "dcterms.creator", "citation_author"]);
const unread = new Set(["script", "style", "template", "title", "nav", "noscript"]);

function readHead(source: string): PageHead {
  const head: PageHead = {
    title: null,
    language: null,
    meta: new Map(),
    authors: [],
    lengths: { all: 0, main: 0, article: 0 },
  };
  const open: string[] = [];
  const depth = { main: 0, article: 0, unread: 0 };
  const step = (name: string, by: 1 | -1): void => {
    if (name === "main" || name === "article") depth[name] += by;
    else if (unread.has(name)) depth.unread += by;
  };
  walkXhtml(source, {
    open(name, attributes) {
      open.push(name);
      step(name, 1);
      if (name === "html") head.language = attributes["lang"] ?? attributes["xml:lang"] ?? null;
      if (name === "meta") addMeta(head, attributes);
    },
    close: () => step(open.pop() ?? "", -1),
    text(text) {
      if (open.at(-1) === "title" && !open.includes("svg"))
        head.title = `${head.title ?? ""}${text}`.replaceAll(/\s+/g, " ").trimStart() || null;
      if (depth.unread > 0) return;
      head.lengths.all += text.length;
      if (depth.main > 0) head.lengths.main += text.length;
      if (depth.article > 0) head.lengths.article += text.length;
    },
  });
  return head;
}

function addMeta(head: PageHead, attributes: Attributes): void {
  const name = (attributes["name"] ?? attributes["property"] ?? "").toLowerCase();
  const content = attributes["content"]?.replaceAll(/\s+/g, " ").trim() ?? "";
  if (content === "") return;
  if (authorNames.has(name) && !head.authors.includes(content)) head.authors.push(content);
  if (!head.meta.has(name)) head.meta.set(name, content);
}

const leftOut = new Set(["nav", "button", "select", "textarea", "datalist", "dialog", "noscript", "canvas"]);
const leftOutRoles = new Set(["navigation", "search", "banner", "contentinfo", "complementary"]);

/** Passes on what is text of the page: no menus and forms, and only what stands inside of the holder, if there is one. */
function contentOnly(handler: MarkupHandler, holder: "main" | "article" | null): MarkupHandler {
  let skipped = 0;
  let held = 0;
  let pictures = 0;
  const inside = (): boolean => skipped === 0 && (holder === null || held > 0);
  return {
    open(name, attributes) {
      const isHeadTitle = name === "title" && pictures === 0;
      const skip = leftOut.has(name) || isHeadTitle || leftOutRoles.has(attributes["role"] ?? "");
      if (name === "svg") pictures += 1;
      if (skipped > 0 || skip) skipped += 1;
      else if (name === holder || held > 0) held += 1;
      if (inside() || name === "html" || name === "body") handler.open(name, attributes);
    },
    close(name) {
      if (name === "svg") pictures -= 1;
      if (inside() || name === "html" || name === "body") handler.close(name);
      if (skipped > 0) skipped -= 1;
      else if (held > 0) held -= 1;
    },
    text(text) {
      if (inside()) handler.text(text);
    },
  };
}
