import type { ReaderData, ReaderPage } from "../../core/print/reader-data.ts";
import { h } from "./dom.ts";
import { type Box, cameraFor, focusOf } from "./guided.ts";
import { type PagePicture, pagePicture, type ReaderBalloon } from "./page-picture.ts";
import { passageCard } from "./passage-card.ts";
import type { Words } from "./words.ts";

/** What lies on the stage. */
export interface Showing {
  /** Indexes of pages, in reading order. */
  indexes: readonly number[];
  /** Index of the page that is meant, and its panel from 0. */
  page: number;
  panel: number | null;
  guided: boolean;
}

export interface ComicStage {
  node: HTMLElement;
  show(showing: Showing): void;
  /** Closes the card of a balloon; false where none was open. */
  dismiss(): boolean;
}

interface Drawn {
  key: string;
  pages: ReaderPage[];
  pictures: PagePicture[];
  /** Pictures of the neighbours, held so that the browser keeps them at hand. */
  near: HTMLImageElement[];
}

/** Where the pages lie: fitted to the window, and one balloon's sentence over them at a time. */
export function comicStage(data: ReaderData, words: Words): ComicStage {
  const sheet = h("div", { class: data.direction === "rtl" ? "spread rtl" : "spread" });
  const node = h("div", { class: "stage" }, sheet);
  let drawn: Drawn = { key: "", pages: [], pictures: [], near: [] };
  let card: HTMLElement | null = null;
  let opener: Element | null = null;

  function openBalloon(balloon: ReaderBalloon) {
    dismiss();
    opener = document.activeElement;
    card = passageCard(data, words, balloon, dismiss);
    node.append(card);
    card.focus({ preventScroll: true });
  }

  function dismiss(): boolean {
    if (!card) return false;
    card.remove();
    card = null;
    if (opener instanceof SVGElement && opener.isConnected) opener.focus({ preventScroll: true });
    return true;
  }

  function draw(key: string, indexes: readonly number[]) {
    dismiss();
    const pages = indexes.flatMap((index) => data.pages[index] ?? []);
    const pictures = pages.map((page) => pagePicture(page, words, openBalloon));
    drawn = { key, pages, pictures, near: neighbours(data.pages, indexes) };
    sheet.replaceChildren(...pictures.map((picture) => picture.node));
  }

  return {
    node,
    dismiss,
    show({ indexes, page, panel, guided }) {
      const key = indexes.join(" ");
      // Only from panel to panel of one page does the eye travel; a new page is simply there.
      sheet.classList.toggle("travels", guided && key === drawn.key);
      node.classList.toggle("guided", guided);
      if (key !== drawn.key) draw(key, indexes);
      for (const [place, picture] of drawn.pictures.entries()) {
        picture.point(!guided && indexes[place] === page ? panel : null);
        picture.dimAround(guided ? panel : null);
      }
      layOut(node, sheet, drawn, guided ? panel : null);
    },
  };
}

/** Pages keep their own size and are scaled together: both pages of an opening share one height, and the window holds all of it. */
function layOut(stage: HTMLElement, sheet: HTMLElement, { pages, pictures }: Drawn, panel: number | null): void {
  const room = { width: stage.clientWidth, height: stage.clientHeight };
  const first = pages[0];
  if (!first || room.width === 0) return;
  const whole: Box = {
    x: 0,
    y: 0,
    width: pages.reduce((sum, page) => sum + page.width, 0),
    height: Math.max(...pages.map((page) => page.height)),
  };
  const camera = cameraFor(panel === null ? whole : focusOf(first, panel), whole, room);
  for (const [place, { node }] of pictures.entries()) {
    node.style.width = `${pages[place]?.width ?? 0}px`;
    node.style.height = `${pages[place]?.height ?? 0}px`;
  }
  sheet.style.transform = `translate(${camera.x}px, ${camera.y}px) scale(${camera.scale})`;
}

/** Starts loading the pages before and after, so that turning shows no white. */
function neighbours(pages: readonly ReaderPage[], indexes: readonly number[]): HTMLImageElement[] {
  const first = indexes[0] ?? 0;
  const after = first + indexes.length;
  return [first - 2, first - 1, after, after + 1]
    .flatMap((index) => pages[index] ?? [])
    .map((page) => Object.assign(new Image(), { src: page.picture }));
}
