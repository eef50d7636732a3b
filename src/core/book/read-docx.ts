import { zipSync } from "fflate";
import type { Result } from "../text/result.ts";
import type { BookFailure } from "./book-failure.ts";
import type { Book } from "./book.ts";
import { decodeMarkup } from "./decode-text.ts";
import { canonicalLanguage } from "./guess-language.ts";
import { bookOfMarkup, noFacts } from "./markup-book.ts";
import type { BookFacts } from "./markup-book.ts";
import { beyond, countSigns } from "./largest-book.ts";
import { withPlainRuns, withRubyElements } from "./docx-words.ts";
import type { ZipParts } from "./open-zip.ts";
import { attribute, descendants, parseTree, walkXml } from "./parse-markup.ts";

/** Styles of Word beyond its headings and lists that say what a paragraph is. */
const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p.subtitle:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "p[style-name='Verse'] => div.verse > p:fresh",
  "p[style-name='Poem'] => div.verse > p:fresh",
  "p[style-name='Caption'] => figcaption:fresh",
  "r[style-name='Emphasis'] => em",
  "r[style-name='Strong'] => strong",
];

/** Parts that the text is in; pictures stay packed. */
const readParts =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/(?:_rels\/)?[\w-]+\.xml(?:\.rels)?)$/;
/** Word nests some thirty elements deep. The library calls itself once for each, so deeper documents are refused. */
const deepest = 500;

/** What the library writes behind every note, to lead back to its sign. */
const backLinks = / ?<a href="#(?:foot|end)note-ref-[^"]*">↑<\/a>/g;

/** Reads a Word document (Office Open XML) by way of HTML. The library sees only what was unpacked within the caps of `open-zip.ts`. */
export async function readDocx(zip: ZipParts): Promise<Result<Book, BookFailure>> {
  const parts: Record<string, Uint8Array> = {};
  for (const name of zip.names.filter((each) => readParts.test(each))) {
    const bytes = await zip.read(name);
    if (!bytes) return { ok: false, code: "damaged-docx", detail: name };
    const { text } = decodeMarkup(bytes);
    const tooLarge = beyond("tags", countSigns(text, "<"));
    if (tooLarge) return tooLarge;
    if (depthOf(text) > deepest)
      return { ok: false, code: "damaged-docx", detail: `${name} nests deeper than ${deepest} elements` };
    const plain = withPlainRuns(text);
    parts[name] = plain === text ? bytes : new TextEncoder().encode(plain.replace(/^\uFEFF?<\?xml[^>]*\?>/, ""));
  }
  const xml = (name: string): string => (parts[name] ? decodeMarkup(parts[name]).text : "");
  const html = await htmlOf(parts, picturesOf(xml("word/document.xml"), xml("word/_rels/document.xml.rels")));
  if (!html.ok) return html;
  const book = bookOfMarkup("docx", html.value, factsOf(xml("docProps/core.xml"), xml("word/styles.xml")));
  if (book.text === "") return { ok: false, code: "no-text", detail: null };
  return { ok: true, value: { ...book, warnings: zip.warnings } };
}

async function htmlOf(
  parts: Record<string, Uint8Array>,
  pictures: readonly string[],
): Promise<Result<string, BookFailure>> {
  const { default: mammoth } = await import("mammoth/mammoth.browser.js");
  let picture = 0;
  const convertImage = mammoth.images.imgElement(async () => ({ src: encodeURI(pictures[picture++] ?? "") }));
  try {
    const { value } = await mammoth.convertToHtml(
      { arrayBuffer: zipSync(parts, { level: 0 }).buffer },
      { styleMap, convertImage },
    );
    return { ok: true, value: withRubyElements(value.replaceAll(backLinks, "")) };
  } catch (error) {
    return { ok: false, code: "damaged-docx", detail: error instanceof Error ? error.message : String(error) };
  }
}

function depthOf(source: string): number {
  let depth = 0;
  let most = 0;
  walkXml(source, {
    open() {
      depth += 1;
      most = Math.max(most, depth);
    },
    close() {
      depth -= 1;
    },
    text() {},
  });
  return most;
}

/** Paths of the pictures in the order in which they stand in the text. */
function picturesOf(document: string, relations: string): string[] {
  const targets = new Map(
    descendants(parseTree(relations, false), "relationship").map(({ attributes }) => [
      attributes["Id"] ?? "",
      attributes["Target"] ?? "",
    ]),
  );
  const pictures: string[] = [];
  walkXml(document, {
    open(name, attributes) {
      const id =
        name === "a:blip"
          ? attribute(attributes, "embed")
          : name === "v:imagedata"
            ? attribute(attributes, "id")
            : null;
      if (id !== null) pictures.push(`word/${targets.get(id) ?? ""}`);
    },
    close() {},
    text() {},
  });
  return pictures;
}

function factsOf(properties: string, styles: string): BookFacts {
  const root = parseTree(properties, false);
  const text = (name: string): string | null => descendants(root, name)[0]?.text || null;
  const author = text("creator");
  const language = descendants(parseTree(styles, false), "lang")[0]?.attributes;
  const subjects = (text("keywords") ?? "").split(/[,;]/).map((word) => word.trim());
  return {
    ...noFacts,
    title: text("title"),
    creators: author === null ? [] : [{ name: author, role: "aut" }],
    language: canonicalLanguage(text("language") ?? language?.["w:val"] ?? null),
    date: text("created"),
    subjects: subjects.filter((word) => word !== ""),
  };
}
