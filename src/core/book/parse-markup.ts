import { Parser } from "htmlparser2";
import { withOwnEntities } from "./own-entities.ts";

export type Attributes = Readonly<Record<string, string>>;

/** What a reader of markup is told, in document order. Every `open` has its `close`, in XHTML and in what only looks like it. */
export interface MarkupHandler {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
  /** Elements of a page that are never closed: how many, the first one's name and its line. */
  unclosed?(count: number, name: string, line: number): void;
}

/** Books nest some twenty elements deep. The parser's time grows with the square of the depth, so deeper markup is read as bare text. */
const deepest = 2000;
/** Units of the source that are parsed before the depth is asked again. */
const stretch = 16_384;

/** Walks through XHTML as it is found in books: unclosed tags, `<a id="x"/>`, HTML entities. Names come in lower case. */
export function walkXhtml(source: string, handler: MarkupHandler): void {
  const markup = withoutPrefixes(withOwnEntities(source));
  const unclosed = { count: 0, name: "", at: 0 };
  let ignoreClose = false;
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes, isImplied) {
        // `<br></br>` is one line break in XHTML; the parser follows HTML and makes a second one of the end tag.
        ignoreClose = isImplied && name === "br";
        // The parser ends `<p>` before a block inside of it and takes its end tag for a paragraph of nothing.
        if (isImplied && name === "p") unclosed.count = Math.max(0, unclosed.count - 1);
        depth += 1;
        if (!ignoreClose) handler.open(name, attributes);
      },
      onclosetag(name, isImplied) {
        depth -= 1;
        if (isImplied && !neverClosed.has(name) && markup.charAt(parser.endIndex - 1) !== "/") {
          if (unclosed.count === 0) Object.assign(unclosed, { name, at: parser.startIndex });
          unclosed.count += 1;
        }
        if (!ignoreClose) handler.close(name);
        ignoreClose = false;
      },
      ontext: (text) => handler.text(text),
    },
    { recognizeSelfClosing: true, recognizeCDATA: true, decodeEntities: true },
  );
  feed(parser, markup, () => depth, handler);
  if (unclosed.count > 0)
    handler.unclosed?.(unclosed.count, unclosed.name, markup.slice(0, unclosed.at).split("\n").length);
}

const neverClosed = new Set(
  "area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr".split(
    " ",
  ),
);

/** Takes away the prefixes that a page has bound to XHTML, SVG and MathML: `<h:p>` is a paragraph. */
function withoutPrefixes(source: string): string {
  const prefixes = [
    ...source.matchAll(
      /\sxmlns:([\w.-]+)\s*=\s*["']http:\/\/www\.w3\.org\/(?:1999\/xhtml|2000\/svg|1998\/Math\/MathML)["']/g,
    ),
  ].map(([, prefix = ""]) => prefix.replaceAll(".", "\\."));
  const names = [...new Set(prefixes)].slice(0, mostPrefixes).join("|");
  return names === "" ? source : source.replaceAll(new RegExp(`(</?)(?:${names}):`, "g"), "$1");
}

const mostPrefixes = 10;

/** Gives a parser its source bit by bit, and what is nested too deep to the handler as text. */
function feed(parser: Parser, markup: string, depth: () => number, handler: MarkupHandler): void {
  let at = 0;
  while (at < markup.length && depth() <= deepest) {
    const tag = markup.indexOf("<", at + stretch);
    const end = tag < 0 ? markup.length : tag;
    parser.write(markup.slice(at, end));
    at = end;
  }
  if (at < markup.length) handler.text(markup.slice(at).replaceAll(/<[^<>]*>/g, " "));
  parser.end();
}

/** An element of a small XML document (package, table of contents). Names are lower case and without prefix. */
export interface XmlElement {
  name: string;
  attributes: Attributes;
  children: XmlElement[];
  /** The text inside (its first 2,000 units), with runs of white space as one space. */
  text: string;
}

const localName = (name: string): string => name.slice(name.indexOf(":") + 1).toLowerCase();

/** Longest text kept of an element: titles are shorter, and deep hostile nesting must not copy megabytes at every level. */
const longestText = 2000;

/** Parses XML (`html: false`) or an XHTML page into a tree; broken markup gives what can be made of it. */
export function parseTree(source: string, html: boolean): XmlElement {
  const root: XmlElement = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const texts: string[][] = [[]];
  const handler: MarkupHandler = {
    open(name, attributes) {
      const element = { name: localName(name), attributes, children: [], text: "" };
      open.at(-1)?.children.push(element);
      open.push(element);
      texts.push([]);
    },
    close() {
      const text = (texts.pop()?.join("") ?? "").slice(0, longestText);
      const element = open.pop();
      if (element) element.text = text.replaceAll(/\s+/g, " ").trim();
      texts.at(-1)?.push(text);
    },
    text: (text) => texts.at(-1)?.push(text),
  };
  if (html) walkXhtml(source, handler);
  else walkXml(source, handler);
  return root;
}

/** Walks through XML of other kinds than XHTML. Names keep their case and prefix. */
export function walkXml(source: string, handler: MarkupHandler): void {
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        handler.open(name, attributes);
      },
      onclosetag(name) {
        depth -= 1;
        handler.close(name);
      },
      ontext: (text) => handler.text(text),
    },
    { xmlMode: true, decodeEntities: true },
  );
  feed(parser, withOwnEntities(source), () => depth, handler);
}

/** Every element below with one of the names, in document order. */
export function descendants(element: XmlElement, ...names: string[]): XmlElement[] {
  const found: XmlElement[] = [];
  const waiting = [...element.children].reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (names.includes(next.name)) found.push(next);
    for (let index = next.children.length - 1; index >= 0; index--) {
      const child = next.children[index];
      if (child) waiting.push(child);
    }
  }
  return found;
}

/** An attribute by its name without prefix (`type` finds `epub:type`), or null. */
export function attribute(attributes: Attributes, name: string): string | null {
  const exact = attributes[name];
  if (exact !== undefined) return exact;
  const key = Object.keys(attributes).find((candidate) => localName(candidate) === name);
  return key === undefined ? null : (attributes[key] ?? null);
}
