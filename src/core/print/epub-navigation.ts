import { escapeXml } from "./comic-info.ts";
import { type EpubPage, pageName } from "./epub-page.ts";
import type { EpubWords } from "./epub-words.ts";

/** A page that can be gone to. */
export interface ContentsEntry {
  /** Place of the page in the book. */
  index: number;
  title: string;
}

export interface Navigation {
  title: string;
  language: string;
  words: EpubWords;
  /** In reading order, the cover first. */
  contents: readonly ContentsEntry[];
  pages: readonly EpubPage[];
}

const pathOf = (index: number): string => `xhtml/${pageName(index)}.xhtml`;

/** The navigation document: contents, landmarks and the list of pages. Source: EPUB 3.3, 7. */
export function navigationXhtml({ title, language, words, contents, pages }: Navigation): string {
  const printed = pages.flatMap(({ index, printed: number }) =>
    number === null ? [] : { index, title: String(number) },
  );
  const landmarks = [
    { index: 0, title: words.cover, type: "cover" },
    { index: printed[0]?.index ?? 0, title: words.story, type: "bodymatter" },
  ];
  return `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${language}" xml:lang="${language}">
<head>
<meta charset="utf-8"/>
<title>${escapeXml(title)}</title>
</head>
<body>
${list("toc", words.contents, contents)}
${list("landmarks", words.landmarks, landmarks)}
${list("page-list", words.pages, printed)}
</body>
</html>
`;
}

function list(type: string, heading: string, entries: readonly (ContentsEntry & { type?: string })[]): string {
  const hidden = type === "toc" ? "" : ` hidden=""`;
  const items = entries.map(
    ({ index, title, type: kind }) =>
      `<li><a${kind ? ` epub:type="${kind}"` : ""} href="${pathOf(index)}">${escapeXml(title)}</a></li>`,
  );
  return `<nav epub:type="${type}"${hidden}>\n<h1>${heading}</h1>\n<ol>\n${items.join("\n")}\n</ol>\n</nav>`;
}

/** The contents for readers of EPUB 2 and Kindle. `identifier` is that of the package. Source: OPF 2.0.1, 2.4.1. */
export function tocNcx({ title, language, contents }: Navigation, identifier: string): string {
  const points = contents.map(
    ({ index, title: name }, i) =>
      `<navPoint id="n${i + 1}" playOrder="${i + 1}"><navLabel><text>${escapeXml(name)}</text></navLabel><content src="${pathOf(index)}"/></navPoint>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="${language}">
<head>
<meta name="dtb:uid" content="${identifier}"/>
<meta name="dtb:depth" content="1"/>
<meta name="dtb:totalPageCount" content="0"/>
<meta name="dtb:maxPageNumber" content="0"/>
</head>
<docTitle><text>${escapeXml(title)}</text></docTitle>
<navMap>
${points.join("\n")}
</navMap>
</ncx>
`;
}
