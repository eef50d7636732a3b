/** An element of an answer: its name, the elements in it, and the text of one that holds none. */
export interface XmlElement {
  name: string;
  elements: readonly XmlElement[];
  text: string;
}

const token =
  /<\?[^]*?\?>|<!--[^]*?-->|<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/y;
const entities = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);
const deepest = 16;

/**
 * Reads an XML document of elements and text as S3 writes it; null where it is anything else. Attributes are passed over. A document type, and with
 * it every entity of its own, is no part of this: nothing in an answer can grow.
 */
export function parseXml(document: string): XmlElement | null {
  type Open = { name: string; elements: XmlElement[]; text: string };
  const top: Open = { name: "", elements: [], text: "" };
  const open: Open[] = [top];
  const text = document.replace(/^\ufeff/, "");
  for (let at = 0; at < text.length; at = token.lastIndex) {
    token.lastIndex = at;
    const [whole, closing, name, , empty] = token.exec(text) ?? [];
    const parent = open.at(-1);
    if (whole === undefined || !parent) return null;
    if (name === undefined) {
      const plain = whole.startsWith("<") ? "" : decoded(whole);
      if (plain === null || (parent === top && plain.trim() !== "")) return null;
      parent.text += plain;
    } else if (closing === "/") {
      if (parent.name !== name) return null;
      open.pop();
    } else {
      const element = { name, elements: [], text: "" };
      parent.elements.push(element);
      if (empty === "") open.push(element);
      if (open.length > deepest) return null;
    }
  }
  const [root, another] = top.elements;
  return open.length === 1 && root && !another ? root : null;
}

/** The first element of a name in another. */
export function elementOf(parent: XmlElement, name: string): XmlElement | null {
  return parent.elements.find((element) => element.name === name) ?? null;
}

/** The text of the first element of a name in another; null where there is none. */
export function textOf(parent: XmlElement, name: string): string | null {
  return elementOf(parent, name)?.text ?? null;
}

/** A text as it stands in a document. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Text with its five entities and its numbers read; null where another entity stands in it. */
function decoded(text: string): string | null {
  let isKnown = true;
  const read = text.replace(/&([^;&]{0,12})(;?)/g, (_, name: string, end: string) => {
    const [, hex, decimal] = /^#(?:x([0-9a-f]{1,6})|([0-9]{1,7}))$/i.exec(name) ?? [];
    const number = hex !== undefined ? parseInt(hex, 16) : decimal !== undefined ? Number(decimal) : null;
    const sign = number === null ? entities.get(name) : number <= 0x10ffff ? String.fromCodePoint(number) : undefined;
    if (sign === undefined || end === "") isKnown = false;
    return sign ?? "";
  });
  return isKnown ? read : null;
}
