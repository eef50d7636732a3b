import { startsFromHeadings } from "./book-chapters.ts";
import type { ChapterStart, MatterSpan } from "./book-chapters.ts";
import type { Block } from "./book.ts";
import type { ContentsEntry } from "./epub-contents.ts";
import type { PartReference } from "./epub-path.ts";
import type { ReadPage } from "./epub-spine.ts";
import { gutenbergFrame } from "./gutenberg-frame.ts";
import { matterOfTypes } from "./matter.ts";
import type { PageFindings } from "./read-xhtml.ts";

/** Gives the offset of a reference: of its fragment, else of the page's beginning, else null. */
export type Places = (target: PartReference) => number | null;

/** Of a page that the spine names twice, references lead to the first. */
export function placesOf(findings: PageFindings, pages: readonly ReadPage[]): Places {
  const byPart = new Map(pages.toReversed().map(({ part, start }) => [part, start]));
  return ({ part, fragment }) => (findings.ids.get(`${part}#${fragment}`)?.start ?? byPart.get(part))?.at ?? null;
}

/** Chapters from the first table of contents that leads to more than one place, else from headings, else one for each page. */
export function chapterStarts(
  tables: readonly (readonly ContentsEntry[])[],
  pages: readonly ReadPage[],
  place: Places,
  written: { text: string; blocks: readonly Block[] },
): ChapterStart[] {
  for (const entries of tables) {
    const starts = entries.flatMap(({ title, target, level }) => {
      const at = place(target);
      return at === null ? [] : [{ at, title: title || null, level }];
    });
    if (new Set(starts.map(({ at }) => at)).size > 1) return starts;
  }
  const starts = startsFromHeadings(written.text, written.blocks);
  return starts.length > 1 ? starts : pages.map(({ start }) => ({ at: start.at, title: null, level: 1 }));
}

/** Share of the text up to which a mark "the text begins here" is believed. */
const longestFront = 0.15;

/** Front, body and back matter as landmarks, guide, markup and the frame of Project Gutenberg tell it. */
export function collectMatters(
  findings: PageFindings,
  pages: readonly ReadPage[],
  place: Places,
  landmarks: readonly { type: string | null; target: PartReference }[],
  text: string,
): MatterSpan[] {
  const pageAt = (target: PartReference): MatterSpan | null => {
    const index = pages.findIndex(({ part }) => part === target.part);
    const page = pages[index];
    return page ? { start: page.start.at, end: pages[index + 1]?.start.at ?? text.length, matter: "body" } : null;
  };
  const matters: MatterSpan[] = [];
  for (const { type, target } of landmarks) {
    const types = (type ?? "").split(/\s+/);
    const begin = types.some((name) => ["bodymatter", "text", "start"].includes(name)) ? place(target) : null;
    if (begin !== null && begin < text.length * longestFront)
      matters.unshift({ start: 0, end: begin, matter: "front" });
    const page = begin === null ? pageAt(target) : null;
    const matter = matterOfTypes(
      types.filter((name) => !["frontmatter", "backmatter"].includes(name)),
      null,
    );
    if (page && matter !== null && matter !== "body") matters.push({ ...page, matter });
  }
  for (const { start, end, matter } of findings.sections) matters.push({ start: start.at, end: end.at, matter });
  const frame = gutenbergFrame(text);
  if (frame)
    matters.push(
      { start: 0, end: frame.bodyStart, matter: "front" },
      { start: frame.bodyEnd, end: text.length, matter: "back" },
    );
  return matters;
}

/** A paragraph that only repeats the chapter's title from the table of contents is its heading. */
export function titlesToHeadings(text: string, blocks: readonly Block[], starts: readonly ChapterStart[]): Block[] {
  const letters = (line: string): string => line.replaceAll(/[^\p{L}\p{N}]+/gu, "").toLowerCase();
  const titles = new Map(
    starts.flatMap(({ at, title, level }) => (title === null ? [] : [[at, { title: letters(title), level }]])),
  );
  return blocks.map((block) => {
    const start = titles.get(block.start);
    const same =
      start !== undefined &&
      block.kind === "paragraph" &&
      start.title !== "" &&
      letters(text.slice(block.start, block.end)) === start.title;
    return same ? { ...block, kind: "heading", level: Math.min(6, start.level) } : block;
  });
}
