import { createHash } from "node:crypto";
import { zipSync } from "fflate";
import type { Zippable } from "fflate";
import { runsOf } from "./sample-source.ts";
import type { SampleRun, SampleStory } from "./sample-source.ts";
import { chapterTitle } from "./sample-text.ts";

/** Fixed, so that the same story always gives the same bytes; ZIP cannot tell days before 1980. */
const zipTime = "1980-01-01T12:00:00";
const modified = "2026-11-21T00:00:00Z";

/** The story as an EPUB 3: a title page, a page for each chapter, and a table of contents; Japanese runs vertically, right to left. */
export function sampleEpub(story: SampleStory): Uint8Array {
  const files: Record<string, string> = {
    "META-INF/container.xml": container,
    "OEBPS/package.opf": packageDocument(story),
    "OEBPS/nav.xhtml": navigation(story),
    "OEBPS/style.css": story.language === "ja" ? japaneseStyle : englishStyle,
    "OEBPS/title.xhtml": titlePage(story),
  };
  story.chapters.forEach((_, index) => {
    files[`OEBPS/${chapterFile(index)}`] = chapterPage(story, index);
  });
  const encoder = new TextEncoder();
  const entries: Zippable = { mimetype: [encoder.encode("application/epub+zip"), { level: 0, mtime: zipTime }] };
  for (const [name, text] of Object.entries(files))
    entries[name] = [encoder.encode(text), { level: 9, mtime: zipTime }];
  return zipSync(entries);
}

const chapterFile = (index: number): string => `chapter-${index + 1}.xhtml`;

const container = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles>
    <rootfile full-path="OEBPS/package.opf" media-type="application/oebps-package+xml"/>
  </rootfiles>
</container>
`;

const englishStyle = `body { margin: 5%; line-height: 1.4; }
p { margin: 0; text-indent: 1.5em; }
h1 { text-align: center; }
`;

const japaneseStyle = `html { -epub-writing-mode: vertical-rl; writing-mode: vertical-rl; }
body { margin: 5%; line-height: 1.8; }
p { margin: 0; }
em { font-style: normal; -epub-text-emphasis-style: filled sesame; text-emphasis-style: filled sesame; }
`;

function packageDocument(story: SampleStory): string {
  const pages = story.chapters.map((_, index) => `chapter-${index + 1}`);
  const manifest = pages
    .map((id) => `    <item id="${id}" href="${id}.xhtml" media-type="application/xhtml+xml"/>`)
    .join("\n");
  const spine = pages.map((id) => `    <itemref idref="${id}"/>`).join("\n");
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${story.language}">
  <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:identifier id="id">urn:uuid:${nameUuid(story.title)}</dc:identifier>
    <dc:title>${escape(story.title)}</dc:title>
    <dc:creator id="author">${escape(story.author)}</dc:creator>
    <meta refines="#author" property="role" scheme="marc:relators">aut</meta>
    <dc:language>${story.language}</dc:language>
    <dc:publisher>Fabula</dc:publisher>
    <meta property="dcterms:modified">${modified}</meta>
  </metadata>
  <manifest>
    <item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
    <item id="style" href="style.css" media-type="text/css"/>
    <item id="title" href="title.xhtml" media-type="application/xhtml+xml"/>
${manifest}
  </manifest>
  <spine page-progression-direction="${story.language === "ja" ? "rtl" : "ltr"}">
    <itemref idref="title"/>
${spine}
  </spine>
</package>
`;
}

/** A UUID made from a name, version 5's shape (RFC 9562, 5.5). */
function nameUuid(name: string): string {
  const hex = createHash("sha1").update(`fabula-sample:${name}`).digest("hex");
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function page(story: SampleStory, title: string, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="${story.language}" lang="${story.language}">
<head>
  <title>${escape(title)}</title>
  <link rel="stylesheet" type="text/css" href="style.css"/>
</head>
${body}
</html>
`;
}

function titlePage(story: SampleStory): string {
  const author = story.language === "en" ? `by ${story.author}` : story.author;
  return page(
    story,
    story.title,
    `<body epub:type="frontmatter">
<section epub:type="titlepage">
<h1>${escape(story.title)}</h1>
<p>${escape(author)}</p>
</section>
</body>`,
  );
}

function chapterPage(story: SampleStory, index: number): string {
  const paragraphs = story.chapters[index]?.paragraphs ?? [];
  const lines = paragraphs.map((paragraph) =>
    paragraph === null ? "<hr/>" : `<p>${runsOf(paragraph, story.language).map(runMarkup).join("")}</p>`,
  );
  const title = chapterTitle(story, index);
  return page(
    story,
    title,
    `<body epub:type="bodymatter">
<section epub:type="chapter">
<h1>${escape(title)}</h1>
${lines.join("\n")}
</section>
</body>`,
  );
}

function runMarkup({ text, emphasis, reading }: SampleRun): string {
  if (reading !== null) return `<ruby>${escape(text)}<rt>${escape(reading)}</rt></ruby>`;
  return emphasis ? `<em>${escape(text)}</em>` : escape(text);
}

function navigation(story: SampleStory): string {
  const entries = story.chapters.map(
    (_, index) => `<li><a href="${chapterFile(index)}">${escape(chapterTitle(story, index))}</a></li>`,
  );
  const contents = story.language === "en" ? "Contents" : "目次";
  return page(
    story,
    contents,
    `<body>
<nav epub:type="toc">
<h1>${contents}</h1>
<ol>
${entries.join("\n")}
</ol>
</nav>
<nav epub:type="landmarks" hidden="hidden">
<ol>
<li><a epub:type="titlepage" href="title.xhtml">${escape(story.title)}</a></li>
<li><a epub:type="bodymatter" href="chapter-1.xhtml">${escape(chapterTitle(story, 0))}</a></li>
</ol>
</nav>
</body>`,
  );
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escape(text: string): string {
  return text.replaceAll(/[&<>"]/g, (letter) => entities[letter] ?? letter);
}
