import { Parser } from "htmlparser2";

export type Attributes = Readonly<Record<string, string>>;

/** What a reader of markup is told, in document order. Every `open` has its `close`, in XHTML and in what only looks like it. */
export interface MarkupHandler {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

/** Books nest some twenty elements deep. The parser's time grows with the square of the depth, so deeper markup is read as bare text. */
const deepest = 2000;
/** Units of the source that are parsed before the depth is asked again. */
const stretch = 16_384;

/** Walks through XHTML as it is found in books: unclosed tags, `<a id="x"/>`, HTML entities. Names come in lower case. */
export function walkXhtml(source: string, handler: MarkupHandler): void {
  let ignoreClose = false;
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes, isImplied) {
        // `<br></br>` is one line break in XHTML; the parser follows HTML and makes a second one of the end tag.
        ignoreClose = isImplied && name === "br";
        depth += 1;
        if (!ignoreClose) handler.open(name, attributes);
      },
      onclosetag(name) {
        depth -= 1;
        if (!ignoreClose) handler.close(name);
        ignoreClose = false;
      },
      ontext: (text) => handler.text(text),
    },
    { recognizeSelfClosing: true, recognizeCDATA: true, decodeEntities: true },
  );
  const markup = source.replace(/<!DOCTYPE[^>[]*\[[^\]]*\]\s*>/i, "");
  let at = 0;
  while (at < markup.length && depth <= deepest) {
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

function walkXml(source: string, handler: MarkupHandler): void {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => handler.open(name, attributes),
      onclosetag: (name) => handler.close(name),
      ontext: (text) => handler.text(text),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(source);
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
