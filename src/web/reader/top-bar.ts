import type { ReaderData } from "../../core/print/reader-data.ts";
import { h, iconButton } from "./dom.ts";
import { icon, type IconName } from "./icons.ts";
import type { Route } from "./route.ts";
import type { Words } from "./words.ts";

export interface TopBar {
  node: HTMLElement;
  /** Marks the view in sight; the comic's tab leads back to the page last read. */
  show(view: Route["view"], comicHash: string): void;
}

interface TopBarActions {
  /** Null where the browser knows no full screen. */
  toggleFullScreen: (() => void) | null;
  switchTheme(): void;
  openHelp(): void;
}

/** Title, the four views and the tools. */
export function topBar(
  data: ReaderData,
  words: Words,
  { toggleFullScreen, switchTheme, openHelp }: TopBarActions,
): TopBar {
  const tabs: Record<Route["view"], HTMLAnchorElement> = {
    comic: tab("comic", "#page=0", words.comic, null),
    sheet: tab("sheet", "#pages", words.sheet, "T"),
    cast: tab("cast", "#cast", words.cast, "C"),
    sentences: tab("sentences", "#sentences", words.sentences, "S"),
  };
  const tools = [
    toggleFullScreen && iconButton(icon("full"), words.full, "F", toggleFullScreen),
    iconButton(icon("theme"), words.theme, "L", switchTheme),
    iconButton(icon("help"), words.help, "?", openHelp),
  ];
  const title = h("h1", { lang: data.language }, data.title, h("small", {}, data.creators.join(", ")));
  return {
    node: h(
      "header",
      { class: "bar topbar" },
      title,
      h("nav", {}, ...Object.values(tabs)),
      h("div", { class: "tools" }, ...tools),
    ),
    show(view, comicHash) {
      tabs.comic.setAttribute("href", comicHash);
      for (const link of Object.values(tabs)) link.removeAttribute("aria-current");
      tabs[view].setAttribute("aria-current", "page");
    },
  };
}

function tab(name: IconName, href: string, label: string, key: string | null): HTMLAnchorElement {
  return h(
    "a",
    { href, title: key ? `${label} (${key})` : label, "aria-keyshortcuts": key },
    icon(name),
    h("span", {}, label),
  );
}
