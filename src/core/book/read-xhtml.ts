import type { BlockStyle, BlockWriter, MarkMeaning, Pin } from "./block-writer.ts";
import { resolvePart } from "./epub-path.ts";
import type { PartReference } from "./epub-path.ts";
import { matterOfTypes } from "./matter.ts";
import type { Matter } from "./matter.ts";
import { walkXhtml } from "./parse-markup.ts";
import type { Attributes } from "./parse-markup.ts";
import { pairRuby } from "./ruby-pairing.ts";
import type { RubyPairing } from "./ruby-pairing.ts";
import { strayTabsOf } from "./stray-tabs.ts";
import {
  blockElements,
  boxElements,
  headingLevel,
  hiddenElements,
  isEmphasis,
  isHidden,
  isSceneBreak,
  isStrong,
  groupElements,
  kindOf,
  silentElements,
  typesOf,
} from "./xhtml-elements.ts";

/** A stretch between two pins. */
export interface PinnedSpan {
  start: Pin;
  end: Pin;
}

/** What the pages of a book say besides their text; grows from page to page. */
export interface PageFindings {
  /** Elements with an id, by `part#id`. */
  ids: Map<string, PinnedSpan & { inline: boolean; heading: boolean }>;
  /** Front, body and back matter, outer sections before inner ones. */
  sections: (PinnedSpan & { matter: Matter })[];
  images: { href: string; alt: string | null; at: Pin; page: string }[];
  /** Notes that are marked as such, by `part#id` or by a name of our own. */
  noteKeys: Set<string>;
  references: NoteReference[];
  /** Where the pages of the printed edition begin, as marks in the text say. */
  pageBreaks: { label: string; at: Pin }[];
  /** Addresses of pictures outside of the book. */
  remote: string[];
  /** What is broken in the markup, page by page. */
  broken: string[];
}

export interface NoteReference extends PinnedSpan {
  target: PartReference;
  /** Marked as a reference to a note; others only look like one. */
  certain: boolean;
}

export interface PageSource {
  markup: string;
  /** Path of the page in the container. */
  part: string;
  language: string | null;
  /** How to go through the markup, where it is not plain XHTML. */
  walk?: typeof walkXhtml;
  /** Hidden words are kept as blocks of their own: in a book they are meant for somebody, on a web page they are menus. */
  keepsHidden?: boolean;
}

/** What an element passes on to what is inside it. */
interface Frame {
  name: string;
  style: BlockStyle;
  silent: boolean;
  hidden: boolean;
  /** Words inside a line that are not read with it: hidden ones, and the numbers of printed pages. */
  aside: string[] | null;
  inRow: boolean;
  svg: "none" | "shapes" | "text";
  inSup: boolean;
  /** Number of the list, table or poem. */
  group: number | null;
  matter: Matter | null;
  emphasis: boolean;
  strong: boolean;
  language: string | null;
  /** Run in turn when the element ends. */
  closers: (() => void)[];
}

export const noFindings = (): PageFindings => ({
  ids: new Map(),
  sections: [],
  images: [],
  noteKeys: new Set(),
  references: [],
  pageBreaks: [],
  remote: [],
  broken: [],
});

const isNote = (types: readonly string[]): boolean =>
  ["footnote", "endnote", "rearnote"].some((type) => types.includes(type));

const hiddenStyle: BlockStyle = { kind: "hidden", level: null, preformatted: false, group: null };

/** Reads one XHTML page into the writer and notes what else it says. */
export function readXhtml(page: PageSource, writer: BlockWriter, findings: PageFindings): void {
  const frames: Frame[] = [rootFrame(page.language)];
  let ruby: RubyPairing | null = null;
  let caught: string[] | null = null;
  let svgTitle: string | null = null;
  let linkText: string[] | null = null;

  const top = (): Frame => frames.at(-1) ?? rootFrame(page.language);

  const mark = (frame: Frame, meaning: MarkMeaning): void => {
    const open = writer.openMark(meaning);
    frame.closers.push(() => writer.closeMark(open));
  };

  const strayTabs = strayTabsOf(page.markup);
  const asides: string[] = [];

  const endBlock = (): void => {
    writer.endBlock();
    for (const words of asides.splice(0)) {
      writer.text(words, hiddenStyle);
      writer.endBlock();
    }
  };

  const boundary = (frame: Frame): void => {
    if (frame.inRow) writer.softBreak();
    else endBlock();
  };

  const addImage = (href: string | undefined, alt: string | null): void => {
    const target = href === undefined ? null : resolvePart(href, page.part);
    if (target === null && /^(?:https?:)?\/\//i.test(href ?? "")) findings.remote.push(href ?? "");
    if (target === null) return;
    findings.images.push({ href: target.part, alt, at: writer.pin(), page: page.part });
  };

  const openRuby = (frame: Frame, name: string): void => {
    if (name === "ruby") {
      ruby = pairRuby(writer.position());
      frame.closers.push(() => {
        for (const { span, reading } of ruby?.finish(writer.position()) ?? [])
          writer.addMark({ kind: "ruby", reading }, span.start, span.end);
        ruby = null;
      });
    } else if (name === "rb") ruby?.base(writer.position());
    else if (name === "rt") {
      const letters: string[] = [];
      caught = letters;
      frame.closers.push(() => {
        ruby?.reading(letters.join("").replaceAll(/\s+/g, " ").trim(), writer.position());
        caught = null;
      });
    }
  };

  const openSvg = (frame: Frame, name: string, attributes: Attributes): void => {
    if (name === "svg") svgTitle = null;
    if (name === "text") {
      boundary(frame);
      frame.closers.unshift(() => boundary(frame));
    }
    // A line of a drawn text begins where it is placed.
    if (name === "tspan" && attributes["x"] !== undefined) writer.text(" ", frame.style);
    if (name === "image") addImage(attributes["xlink:href"] ?? attributes["href"], svgTitle);
    if (name !== "title" && name !== "desc") return;
    const letters: string[] = [];
    caught = letters;
    frame.closers.push(() => {
      svgTitle ??= letters.join("").trim() || null;
      caught = null;
    });
  };

  const openLink = (frame: Frame, attributes: Attributes, types: readonly string[]): void => {
    // DTBook has `<noteref idref="#n">`.
    const href = attributes["href"] ?? attributes["idref"];
    const target = href === undefined ? null : resolvePart(href, page.part);
    if (target === null || target.fragment === null) return;
    const certain = types.includes("noteref");
    const looksLikeOne = certain || frame.inSup || /note|fn/i.test(attributes["class"] ?? "");
    const start = writer.pin();
    const letters: string[] = [];
    linkText = letters;
    frame.closers.push(() => {
      linkText = null;
      const text = letters.join("").trim();
      const isSign = /^[[(]?(?:\d{1,4}|[a-z*†‡§])[\])]?$/iu.test(text) && (looksLikeOne || /^[[(]/.test(text));
      if (certain || isSign) findings.references.push({ start, end: writer.pin(), target, certain });
    });
  };

  const open = (name: string, attributes: Attributes): void => {
    const above = top();
    const types = typesOf(name, attributes);
    const frame = frameOf(name, attributes, types, above, page.keepsHidden === true, writer);
    frames.push(frame);
    if (types.includes("pagebreak") && !above.silent && above.aside === null) openPageBreak(frame, attributes);
    // Tables of contents lead to the numbers of printed pages.
    if (frame.aside !== null && above.aside === null) {
      notePlace(frame, above, attributes, types, false);
      frame.closers.push(() => asides.push(...spaced(frame.aside)));
    }
    if (frame.silent || frame.aside !== null) return;
    if (frame.svg !== "none") return openSvg(frame, name, attributes);
    if (name === "math" && attributes["alttext"]) {
      frame.silent = true;
      return writer.text(attributes["alttext"], above.style);
    }
    const isBlock = blockElements.has(name);
    if (isBlock) boundary(above);
    if (isBlock) frame.closers.unshift(() => boundary(above));
    if ((name === "td" || name === "th") && above.inRow) writer.cell();
    notePlace(frame, above, attributes, types, isBlock);
    if (name === "br" && above.inRow) writer.softBreak();
    else if (name === "br") writer.lineBreak(frame.style);
    else if (frame.hidden) openRuby(frame, name);
    else if (name === "hr" || (isBlock && isSceneBreak(attributes))) writer.rule();
    else if (name === "img") addImage(attributes["src"], attributes["alt"] ?? null);
    else if (name === "a" || name === "noteref") openLink(frame, attributes, types);
    else if (boxElements.has(name)) openBox(frame);
    else openRuby(frame, name);
    if (frame.emphasis && !above.emphasis) mark(frame, { kind: "emphasis" });
    if (frame.strong && !above.strong) mark(frame, { kind: "strong" });
    if (frame.language !== null && differ(frame.language, above.language))
      mark(frame, { kind: "language", language: frame.language });
  };

  const openBox = (frame: Frame): void => {
    writer.text(" ", frame.style);
    frame.closers.push(() => writer.text(" ", frame.style));
  };

  const openPageBreak = (frame: Frame, attributes: Attributes): void => {
    const at = writer.pin();
    frame.closers.push(() => {
      const label = attributes["title"] ?? attributes["aria-label"] ?? frame.aside?.join("") ?? "";
      if (label.trim() !== "") findings.pageBreaks.push({ label: oneLine(label), at });
    });
  };

  const notePlace = (
    frame: Frame,
    above: Frame,
    attributes: Attributes,
    types: readonly string[],
    isBlock: boolean,
  ): void => {
    const id = attributes["id"] ?? (frame.name === "a" ? attributes["name"] : undefined);
    const matter = frame.matter === above.matter ? null : frame.matter;
    if (id === undefined && matter === null) return;
    const span = { start: writer.pin(), end: { at: 0 } };
    frame.closers.push(() => Object.assign(span, { end: writer.pin() }));
    if (matter !== null) findings.sections.push(Object.assign(span, { matter }));
    const key = id === undefined ? null : `${page.part}#${id}`;
    if (key === null || findings.ids.has(key)) return;
    findings.ids.set(key, Object.assign(span, { inline: !isBlock, heading: frame.style.kind === "heading" }));
    if (isNote(types)) findings.noteKeys.add(key);
  };

  (page.walk ?? walkXhtml)(page.markup, {
    open,
    close() {
      for (const closer of frames.pop()?.closers ?? []) closer();
    },
    unclosed(count, name, line) {
      const others = count > 1 ? `, nor are ${count - 1} others` : "";
      findings.broken.push(`${page.part}, line ${line}: <${name}> is not closed${others}.`);
    },
    text(text) {
      const frame = top();
      if (caught !== null) caught.push(text);
      if (frame.aside !== null) frame.aside.push(text);
      if (caught !== null || frame.silent || frame.aside !== null || frame.svg === "shapes") return;
      linkText?.push(text);
      let from = 0;
      for (const at of strayTabs(text)) {
        writer.text(text.slice(from, at), frame.style);
        writer.strayTab(frame.style);
        from = at + 1;
      }
      writer.text(text.slice(from), frame.style);
    },
  });
  endBlock();
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

/** The words as one line, if there are any; the parser leaves the tags inside of an `iframe` as they stand. */
function spaced(words: readonly string[] | null): string[] {
  const line = oneLine(words?.join("").replaceAll(/<[^<>]*>/g, " ") ?? "");
  return line === "" ? [] : [line];
}

function rootFrame(language: string | null): Frame {
  const style: BlockStyle = { kind: "paragraph", level: null, preformatted: false, group: null };
  return {
    name: "",
    style,
    silent: false,
    hidden: false,
    aside: null,
    inRow: false,
    svg: "none",
    inSup: false,
    group: null,
    matter: null,
    emphasis: false,
    strong: false,
    language,
    closers: [],
  };
}

function frameOf(
  name: string,
  attributes: Attributes,
  types: readonly string[],
  above: Frame,
  keepsHidden: boolean,
  writer: BlockWriter,
): Frame {
  const block = blockElements.has(name);
  const inRow = name === "tr" || above.inRow;
  const hides = isHidden(attributes) || hiddenElements.has(name);
  const hidden = above.hidden || (hides && block && !above.inRow && keepsHidden);
  const apart = !hidden && (hides || types.includes("pagebreak"));
  const kind = hidden ? null : inRow ? "table" : kindOf(name, attributes);
  const beginsGroup = above.group === null && (groupElements.has(name) || kind === "verse");
  const group = beginsGroup ? writer.newGroup() : above.group;
  return {
    name,
    style: hidden
      ? hiddenStyle
      : kind === null
        ? above.style
        : { kind, level: headingLevel(name), preformatted: kind === "preformatted", group },
    silent: above.silent || silentElements.has(name) || (apart && !keepsHidden),
    hidden,
    aside: above.aside ?? (apart && keepsHidden ? [] : null),
    inRow,
    svg: svgOf(name, above.svg),
    inSup: above.inSup || name === "sup",
    group,
    matter: (block ? matterOfTypes(types, above.matter) : null) ?? above.matter,
    emphasis: above.emphasis || (!block && isEmphasis(name, attributes)),
    strong: above.strong || (!block && isStrong(name, attributes)),
    language: attributes["xml:lang"] ?? attributes["lang"] ?? above.language,
    closers: [],
  };
}

function svgOf(name: string, above: Frame["svg"]): Frame["svg"] {
  if (name === "svg") return "shapes";
  if (name.toLowerCase() === "foreignobject") return "none";
  return above === "shapes" && name === "text" ? "text" : above;
}

/** `en-GB` in a book in `en` is no foreign language. */
function differ(a: string, b: string | null): boolean {
  return b !== null && a !== b && a.split("-")[0]?.toLowerCase() !== b.split("-")[0]?.toLowerCase();
}
