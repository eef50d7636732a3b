import type { Book } from "../book/book.ts";
import { escapeXml } from "./comic-info.ts";
import { pdfText } from "./pdf-file.ts";

/** The document information dictionary; without dates, since the same comic gives the same bytes (T3). */
export function pdfInfo(title: string, { creators, subjects }: Book): string {
  const entries = [
    ["Title", title],
    ["Author", authorsOf(creators).join(", ")],
    ["Keywords", subjects.join(", ")],
    ["Creator", "Fabula"],
    ["Producer", "Fabula"],
  ];
  return `<<${entries.flatMap(([name, text]) => (text ? [`/${name} ${pdfText(text)}`] : [])).join("")}>>`;
}

/** The same and more as XMP. Source: ISO 16684-1 with the Dublin Core and PDF schemas. */
export function pdfXmp(title: string, { creators, subjects, language, publisher, date, identifier }: Book): string {
  const list = (name: string, kind: "Seq" | "Bag", values: readonly (string | null)[]): string => {
    const items = values.filter((value) => value !== null).map((value) => `<rdf:li>${escapeXml(value)}</rdf:li>`);
    return items.length > 0 ? `<dc:${name}><rdf:${kind}>${items.join("")}</rdf:${kind}></dc:${name}>` : "";
  };
  return [
    `<?xpacket begin="\u{feff}" id="W5M0MpCehiHzreSzNTczkc9d"?>`,
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">`,
    `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">`,
    "<dc:format>application/pdf</dc:format>",
    `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title>`,
    list("creator", "Seq", authorsOf(creators)),
    list(
      "contributor",
      "Bag",
      creators.filter(({ role }) => !isAuthor(role)).map(({ name }) => name),
    ),
    list("language", "Bag", [language]),
    list("publisher", "Bag", [publisher]),
    list("date", "Seq", [/^\d{4}(?:-\d\d){0,2}(?=$|T)/.exec(date ?? "")?.[0] ?? null]),
    list("subject", "Bag", subjects),
    identifier ? `<dc:source>${escapeXml(identifier)}</dc:source>` : "",
    "<xmp:CreatorTool>Fabula</xmp:CreatorTool><pdf:Producer>Fabula</pdf:Producer>",
    "</rdf:Description></rdf:RDF></x:xmpmeta>",
    `<?xpacket end="r"?>`,
  ].join("\n");
}

const isAuthor = (role: string | null): boolean => role === null || role === "aut" || role === "cre";

function authorsOf(creators: Book["creators"]): string[] {
  return creators.filter(({ role }) => isAuthor(role)).map(({ name }) => name);
}
