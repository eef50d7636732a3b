import { escapeXml } from "./comic-info.ts";

/** One page of the EPUB: a picture in a document of its own. */
export interface EpubPage {
  /** Place in the book; 0 is the cover. */
  index: number;
  /** Number as printed; null on pages that are not the story's. */
  printed: number | null;
  side: "left" | "right";
  /** Of the picture, in pixels. */
  width: number;
  height: number;
}

/** File name of a page's document and picture, without an ending. */
export function pageName(index: number): string {
  return index === 0 ? "cover" : `p-${String(index).padStart(4, "0")}`;
}

/** The document of a page, which is nothing but its picture: a reader takes the book for a comic only where no text stands in the body (F2). */
export function pageXhtml(
  { index, width, height }: EpubPage,
  { title, language, transcript }: { title: string; language: string; transcript: string },
): string {
  const size = `width: ${width}px; height: ${height}px;`;
  return `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}">
<head>
<meta charset="utf-8"/>
<title>${escapeXml(title)}</title>
<meta name="viewport" content="width=${width}, height=${height}"/>
<style>html, body { margin: 0; padding: 0; } body { ${size} } img { display: block; ${size} }</style>
</head>
<body epub:type="${index === 0 ? "cover" : "bodymatter"}"><img src="../image/${pageName(index)}.png" alt="${escapeXml(transcript)}" width="${width}" height="${height}"/></body>
</html>
`;
}
