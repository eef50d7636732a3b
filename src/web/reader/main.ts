import type { ReaderData } from "../../core/print/reader-data.ts";
import { castView } from "./cast-view.ts";
import { comicView } from "./comic-view.ts";
import { contactSheet } from "./contact-sheet.ts";
import { helpDialog } from "./help-dialog.ts";
import { listenToKeys } from "./keys.ts";
import { memoryOf } from "./memory.ts";
import { messages } from "./messages.ts";
import { markMissingPictures } from "./missing-pictures.ts";
import { pageName } from "./page-picture.ts";
import { pageLink, parseRoute, type Route } from "./route.ts";
import { sentencesView } from "./sentences-view.ts";
import { applyTheme, switchTheme } from "./theme.ts";
import { topBar } from "./top-bar.ts";
import { type Words, wordsFor } from "./words.ts";

// The script runs in the head, before any page is asked for: without this class the pages show as a plain list.
document.documentElement.classList.add("js");

document.addEventListener("DOMContentLoaded", () => {
  // The program that wrote the file wrote this, too; its shape is not in doubt.
  const data: ReaderData = JSON.parse(document.getElementById("reader-data")?.textContent ?? "");
  openReader(data);
});

/** Builds the page and follows the address. */
function openReader(data: ReaderData): void {
  const words = wordsFor(data.language);
  const memory = memoryOf(`${data.title} ${data.creators.join(" ")}`);
  const rtl = data.direction === "rtl";
  const { node: message, say, hide } = messages();
  const help = helpDialog(words);
  applyTheme(memory);
  markMissingPictures(words);
  const comic = comicView({ data, words, memory, say });
  const sheet = contactSheet(words.sheet);
  const cast = castView(data, words);
  const sentences = sentencesView(data, words, say);
  const bar = topBar(data, words, {
    toggleFullScreen: document.fullscreenEnabled ? toggleFullScreen : null,
    switchTheme: () => switchTheme(memory),
    openHelp: () => help.showModal(),
  });
  document.body.prepend(bar.node, comic.node);
  document.body.append(cast.node, sentences.node, message, help);
  const nodes = { comic: comic.node, sheet: sheet.node, cast: cast.node, sentences: sentences.node };

  const lastRead = () => Number(memory.get("page") ?? 0);
  const comicHere = () => pageLink(lastRead());
  const inComic = () => document.body.dataset["view"] === "comic";
  const goTo = (view: Route["view"], hash: string) => {
    location.hash = document.body.dataset["view"] === view ? comicHere() : hash;
  };

  function toggleFullScreen() {
    if (document.fullscreenElement) void document.exitFullscreen();
    else document.documentElement.requestFullscreen().catch(() => say(words.noScreen));
  }

  function follow() {
    const route = parseRoute(location.hash) ?? parseRoute(comicHere());
    if (!route) return;
    const entered = document.body.dataset["view"] !== route.view;
    document.body.dataset["view"] = route.view;
    hide();
    if (route.view === "comic") comic.show(route);
    else if (route.view === "sheet") sheet.show(lastRead());
    else if (route.view === "cast") cast.show(route.person);
    else sentences.show(route.at);
    // The view in sight takes the keys that scroll.
    if (entered) nodes[route.view].focus({ preventScroll: true });
    bar.show(route.view, comicHere());
    document.title = titleOf(route, data, words);
  }

  listenToKeys({
    rtl,
    inComic,
    turn: comic.turn,
    jump: comic.jump,
    letters: {
      g: () => (inComic() ? comic.toggleGuided() : undefined),
      d: () => (inComic() ? comic.toggleSpread() : undefined),
      f: toggleFullScreen,
      l: () => switchTheme(memory),
      t: () => goTo("sheet", "#pages"),
      c: () => goTo("cast", "#cast"),
      s: () => goTo("sentences", "#sentences"),
      "?": () => help.showModal(),
    },
    escape() {
      if (!inComic()) location.hash = comicHere();
      else if (!comic.dismiss()) document.body.classList.remove("bare");
    },
  });
  document.addEventListener("fullscreenchange", () =>
    document.body.classList.toggle("bare", document.fullscreenElement !== null),
  );
  window.addEventListener("hashchange", follow);
  follow();
  if (memory.get("greeted") === null && inComic()) {
    const byTouch = matchMedia("(pointer: coarse)").matches;
    say(byTouch ? words.hintTouch : rtl ? words.hintRtl : words.hint);
    memory.set("greeted", "yes");
  }
}

function titleOf(route: Route, data: ReaderData, words: Words): string {
  const page = route.view === "comic" ? data.pages.find(({ number }) => number === route.page) : undefined;
  const part = route.view === "comic" ? (page && page.number > 0 ? pageName(page, words) : null) : words[route.view];
  return part === null ? data.title : `${part} · ${data.title}`;
}
