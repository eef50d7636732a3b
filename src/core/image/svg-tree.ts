/** An element of SVG. Path data is not copied out of the text: it is most of it. */
export interface SvgElement {
  name: string;
  attributes: ReadonlyMap<string, string>;
  /** Where the path data stands in the text; empty where there is none. */
  data: { from: number; to: number };
  children: SvgElement[];
}

/** Reads SVG without text, comments and namespaces, as we write it ourselves. Null where there is anything else, or a tag is broken. */
export function readSvgTree(text: string): SvgElement | null {
  const open: SvgElement[] = [];
  let root: SvgElement | null = null;
  let at = 0;
  for (;;) {
    const start = text.indexOf("<", at);
    if (!isBlank(text, at, start < 0 ? text.length : start)) return null;
    if (start < 0) return open.length === 0 ? root : null;
    if (text.charCodeAt(start + 1) === slash) {
      const end = text.indexOf(">", start);
      if (end < 0 || open.pop()?.name !== text.slice(start + 2, end)) return null;
      at = end + 1;
      continue;
    }
    const tag = readTag(text, start);
    if (!tag) return null;
    const parent = open.at(-1);
    if (parent) parent.children.push(tag.element);
    else if (root) return null;
    else root = tag.element;
    if (!tag.empty) open.push(tag.element);
    at = tag.end;
  }
}

const slash = 47;

/** A name, and an attribute; both begin where they are looked for. */
const namePattern = /[A-Za-z]+/y;
const attributePattern = /\s+([\w-]+)="/y;

function readTag(text: string, start: number): { element: SvgElement; empty: boolean; end: number } | null {
  namePattern.lastIndex = start + 1;
  const name = namePattern.exec(text)?.[0];
  if (name === undefined) return null;
  const attributes = new Map<string, string>();
  let data = { from: 0, to: 0 };
  let at = namePattern.lastIndex;
  for (;;) {
    attributePattern.lastIndex = at;
    const key = attributePattern.exec(text)?.[1];
    if (key === undefined) break;
    const from = attributePattern.lastIndex;
    const to = text.indexOf('"', from);
    if (to < 0 || attributes.has(key)) return null;
    if (key === "d") data = { from, to };
    else attributes.set(key, text.slice(from, to));
    at = to + 1;
  }
  while (text.charCodeAt(at) === 32) at++;
  const empty = text.charCodeAt(at) === slash;
  const end = empty ? at + 1 : at;
  if (text[end] !== ">") return null;
  return { element: { name, attributes, data, children: [] }, empty, end: end + 1 };
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code !== 10 && code !== 32 && code !== 13 && code !== 9) return false;
  }
  return true;
}
