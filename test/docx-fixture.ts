import { makeZip } from "./epub-fixture.ts";

const types = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relation = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
const relations = (inside: string): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
const main = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${office}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`;
const style = (id: string, name: string): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;

/** A small Word document for tests: the inside of its body, its footnotes, and entries that are added or (null) taken away. */
export function docxFiles(parts: {
  body: string;
  footnotes?: string;
  files?: Record<string, string | Uint8Array | null>;
}): Record<string, string | Uint8Array | null> {
  return {
    "[Content_Types].xml": types,
    "_rels/.rels": relations(
      `${relation("r1", "officeDocument", "word/document.xml")}<Relationship Id="r2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
    ),
    "docProps/core.xml": `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A Test</dc:title><dc:creator>Ann Lee</dc:creator><dc:language>en-GB</dc:language></cp:coreProperties>`,
    "word/_rels/document.xml.rels": relations(
      relation("s", "styles", "styles.xml") +
        relation("f", "footnotes", "footnotes.xml") +
        relation("p", "image", "media/image1.png"),
    ),
    "word/styles.xml": `<w:styles ${main}>${style("Heading1", "heading 1")}${style("Heading2", "heading 2")}${style("Quote", "Quote")}</w:styles>`,
    "word/footnotes.xml": `<w:footnotes ${main}>${parts.footnotes ?? ""}</w:footnotes>`,
    "word/document.xml": `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ${main}><w:body>${parts.body}</w:body></w:document>`,
    ...parts.files,
  };
}

/** A paragraph of Word; `inside` are runs. */
export const docxParagraph = (inside: string, styleId: string | null = null): string =>
  `<w:p>${styleId === null ? "" : `<w:pPr><w:pStyle w:val="${styleId}"/></w:pPr>`}${inside}</w:p>`;

/** A run of letters, with properties such as `<w:b/>`. */
export const docxRun = (text: string, properties = ""): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

export function makeDocx(parts: Parameters<typeof docxFiles>[0]): Uint8Array {
  return makeZip(docxFiles(parts));
}
