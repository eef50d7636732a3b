import type { ReaderData } from "../../core/print/reader-data.ts";
import { comicStage } from "./comic-stage.ts";
import { h } from "./dom.ts";
import { stepFrom } from "./guided.ts";
import type { Memory } from "./memory.ts";
import { pageBar, type ViewMode } from "./page-bar.ts";
import { formatRoute, type Route } from "./route.ts";
import { singlesOf, spreadAt, spreadsOf } from "./spreads.ts";
import { turnsOf } from "./turns.ts";
import type { Words } from "./words.ts";

export interface ComicView {
  node: HTMLElement;
  show(route: Extract<Route, { view: "comic" }>): void;
  /** 1 forwards, -1 backwards: a page, an opening or, when guided, a panel. */
  turn(by: 1 | -1): void;
  /** -1 is the cover, 1 the last page. */
  jump(end: 1 | -1): void;
  toggleGuided(): void;
  toggleSpread(): void;
  /** Closes what lies over the page; false where nothing did. */
  dismiss(): boolean;
}

interface Parts {
  data: ReaderData;
  words: Words;
  memory: Memory;
  say(message: string): void;
}

/** Stages at least this much wider than high show two pages. */
const spreadFrom = 1.15;

/** The comic itself: one page, an opening or one panel. The address says which; everything here changes the address. */
export function comicView({ data, words, memory, say }: Parts): ComicView {
  const pages = data.pages;
  const stage = comicStage(data, words);
  const bar = pageBar(data, words, { turn, goTo: (index) => go(index, null), choose });
  const node = h("section", { class: "comic", "aria-label": words.comic, tabindex: -1 }, stage.node, bar.node);
  let at = { page: 0, panel: null as number | null, guided: false };

  function mode(): ViewMode {
    if (at.guided) return "guided";
    const chosen = memory.get("mode");
    if (chosen === "spread" || chosen === "single") return chosen;
    return stage.node.clientWidth > stage.node.clientHeight * spreadFrom ? "spread" : "single";
  }

  function openings(): number[][] {
    return mode() === "spread" ? spreadsOf(pages, data.direction) : singlesOf(pages);
  }

  /** Turning replaces the address, so that Back leads out of the comic at once. */
  function go(index: number, panel: number | null, guided = at.guided) {
    const page = pages[index];
    if (page) location.replace(formatRoute({ view: "comic", page: page.number, panel, guided }));
  }

  function turn(by: 1 | -1) {
    const spreads = openings();
    const opening = spreads[spreadAt(spreads, at.page) + by]?.[0];
    const next = at.guided ? stepFrom(pages, at, by) : opening === undefined ? null : { page: opening, panel: null };
    if (next) go(next.page, next.panel);
    else if (by === 1) say(words.end);
  }

  function choose(chosen: ViewMode) {
    if (chosen !== "guided") memory.set("mode", chosen);
    go(at.page, chosen === "guided" ? (at.panel ?? 0) : null, chosen === "guided");
    // Between one page and two the address may stay the same.
    if (!at.guided) render();
  }

  function render() {
    const spreads = openings();
    const indexes = spreads[spreadAt(spreads, at.page)] ?? [];
    stage.show({ indexes, ...at });
    bar.show({ indexes, mode: mode() });
  }

  const tapMiddle = () => {
    if (!stage.dismiss()) document.body.classList.toggle("bare");
  };
  turnsOf(stage.node, { rtl: data.direction === "rtl", turn, tapMiddle });
  // Out of sight the stage has no size to fit.
  new ResizeObserver(() => stage.node.clientWidth > 0 && render()).observe(stage.node);

  return {
    node,
    turn,
    dismiss: stage.dismiss,
    show(route) {
      const found = pages.findIndex((page) => page.number === route.page);
      const page = Math.max(0, found);
      const count = pages[page]?.panels.length ?? 0;
      const panel = route.panel !== null && route.panel < count ? route.panel : null;
      at = { page, panel: route.guided && count > 0 ? (panel ?? 0) : panel, guided: route.guided };
      memory.set("page", String(pages[page]?.number ?? 0));
      render();
    },
    jump: (end) => go(end === 1 ? pages.length - 1 : 0, null),
    toggleGuided: () => go(at.page, at.guided ? null : (at.panel ?? 0), !at.guided),
    toggleSpread: () => choose(mode() === "spread" ? "single" : "spread"),
  };
}
