import type { ReaderData } from "../../core/print/reader-data.ts";
import { h } from "./dom.ts";
import { fateLegend } from "./fate-legend.ts";
import {
  fateAt,
  type FateName,
  fateNames,
  flat,
  searchPattern,
  type Section,
  sectionsOf,
  selectPieces,
} from "./passages.ts";
import { paragraphNode } from "./sentence-text.ts";
import type { Words } from "./words.ts";

export interface SentencesView {
  node: HTMLElement;
  /** Shows the text, at the sentence that covers this offset if one is given. */
  show(at: number | null): void;
}

/** Paragraphs in one block that the browser may leave unlaid while it is out of sight. */
const blockLength = 30;
/** Milliseconds of rest after a key before the search runs. */
const searchRest = 150;

/** Frames in which a jump may correct itself. */
const mostScrolls = 12;

/** The book's text with the fate of each stretch; made when it is first opened, for a novel takes a moment. */
export function sentencesView(data: ReaderData, words: Words, say: (message: string) => void): SentencesView {
  const wanted = { fates: new Set<FateName>(fateNames), words: null as RegExp | null };
  const text = h("div", { class: "text", lang: data.language });
  const found = h("output", { class: "found", "aria-live": "polite" });
  const search = h("input", { type: "search", placeholder: words.search, "aria-label": words.search });
  const chapters = h("select", { "aria-label": words.chapter });
  const legend = fateLegend(data, words, (fates) => {
    wanted.fates = fates;
    list();
    node.scrollTop = 0;
  });
  const tools = h("header", { class: "tools" }, legend.node, h("div", { class: "finders" }, chapters, search, found));
  const node = h("section", { class: "sentences", "aria-label": words.sentences, tabindex: -1 }, tools, text);
  let sections: Section[] | null = null;
  let rest = 0;
  let narrowed = false;

  search.addEventListener("input", () => {
    clearTimeout(rest);
    rest = window.setTimeout(() => {
      wanted.words = searchPattern(search.value);
      list();
      node.scrollTop = 0;
    }, searchRest);
  });
  // What became of a stretch that leads nowhere stands in its title, which a finger cannot reach.
  text.addEventListener("click", ({ target }) => {
    const piece = target instanceof Element ? target.closest("span.piece") : null;
    if (piece) say(piece.getAttribute("title") ?? "");
  });
  node.addEventListener("scroll", () => requestAnimationFrame(showChapter), { passive: true });
  chapters.addEventListener("change", () =>
    text.querySelectorAll(".chapter")[Number(chapters.value)]?.scrollIntoView(),
  );

  function showChapter() {
    const line = tools.getBoundingClientRect().bottom + 40;
    const passed = [...text.querySelectorAll(".chapter")].filter(
      (chapter) => chapter.getBoundingClientRect().top < line,
    );
    chapters.value = String(Math.max(0, passed.length - 1));
  }

  function list() {
    sections ??= sectionsOf(data);
    const all = wanted.words === null && wanted.fates.size === fateNames.length;
    narrowed = !all;
    const chosen = all ? sections : selectPieces(sections, data, wanted);
    const count = chosen.reduce(
      (sum, { paragraphs }) => sum + paragraphs.reduce((pieces, p) => pieces + p.length, 0),
      0,
    );
    found.textContent = all ? "" : words.found(count);
    chapters.replaceChildren(...chosen.map(({ title }, index) => h("option", { value: index }, titleOf(title, index))));
    chapters.hidden = chosen.length < 2;
    const nothing = sections.length === 0 ? words.noText : words.nothing;
    text.replaceChildren(...(count > 0 ? chosen.map(chapterNode) : [h("p", { class: "empty" }, nothing)]));
  }

  function titleOf(title: string | null, index: number): string {
    return title === null ? (index === 0 ? words.beginning : `${words.chapter} ${index + 1}`) : flat(title);
  }

  function chapterNode(section: Section): HTMLElement {
    const title = section.title !== null && !section.titleInText ? h("h2", {}, flat(section.title)) : null;
    const blocks: HTMLElement[] = [];
    for (let from = 0; from < section.paragraphs.length; from += blockLength) {
      const paragraphs = section.paragraphs.slice(from, from + blockLength);
      const isTitle = (index: number) => section.titleInText && from + index === 0;
      const nodes = paragraphs.map((pieces, index) =>
        paragraphNode(pieces, { data, words, isTitle: isTitle(index), found: wanted.words }),
      );
      blocks.push(h("div", { class: "block" }, ...nodes));
    }
    return h("section", { class: "chapter" }, title, ...blocks);
  }

  function reveal(at: number) {
    const fate = fateAt(data.fates, at);
    if (fate === null) return;
    const of = (index: number) => text.querySelectorAll(`[data-fate="${index}"]`);
    // A stretch of white space or of a quotation mark alone has no piece of its own: its neighbour stands for it.
    const find = () => [of(fate), of(fate + 1), of(fate - 1)].find((pieces) => pieces.length > 0) ?? of(fate);
    if (narrowed && of(fate).length === 0) {
      // The sentence is filtered away: the whole text comes back.
      search.value = "";
      wanted.words = null;
      legend.reset();
      list();
    }
    for (const old of text.querySelectorAll(".piece.here")) old.classList.remove("here");
    const pieces = find();
    for (const piece of pieces) piece.classList.add("here");
    if (pieces[0]) bringToMiddle(pieces[0], mostScrolls);
  }

  return {
    node,
    show(at) {
      if (sections === null) list();
      if (at !== null) reveal(at);
    },
  };
}

/** Blocks get their true height only when they come into sight, and push the target away again: scroll until it stays. */
function bringToMiddle(target: Element, scrolls: number): void {
  target.scrollIntoView({ block: "center" });
  const top = target.getBoundingClientRect().top;
  requestAnimationFrame(() => {
    const settled = Math.abs(target.getBoundingClientRect().top - top) < 1;
    if (scrolls > 0 && (!settled || scrolls === mostScrolls)) bringToMiddle(target, scrolls - 1);
  });
}
