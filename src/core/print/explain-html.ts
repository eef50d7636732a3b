import { explainScript, explainScriptHash, explainStyle, explainStyleHash } from "../../generated/explain-assets.ts";
import type { Book } from "../book/book.ts";
import type { Story } from "../story/story.ts";
import { explainData } from "./explain-data.ts";
import { castList, placeList, sceneList } from "./explain-lists.ts";
import { explainedText, isDoubtful } from "./explain-text.ts";
import { explainWords, type ExplainWords } from "./explain-words.ts";
import { escaped, jsonForScript } from "./markup-text.ts";

const views = ["text", "cast", "scenes", "places"] as const;

/**
 * One self-contained page on which every decision about a book can be checked against its words. It opens from a file,
 * fetches nothing, and reads from top to bottom without scripts.
 */
export function explainHtml(book: Book, story: Story): string {
  const words = explainWords(book.language);
  const title = escaped(book.title ?? words.title);
  const lists = { text: book.text, story, words };
  const doubtful = story.quotes.filter(isDoubtful).length;
  const spoken = story.quotes.filter(({ speaker }) => speaker !== null).length;
  return [
    "<!doctype html>",
    `<html lang="${escaped(book.language ?? "en")}" data-view="text" data-show="all">`,
    "<head>",
    `<meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">`,
    `<meta name="color-scheme" content="light dark">`,
    `<title>${title}</title>`,
    `<style>${explainStyle}</style>`,
    `<script>${explainScript}</script>`,
    "</head>",
    "<body>",
    `<header id="top"><h1>${title}</h1><p>${words.sums(story.quotes.length, spoken, doubtful)}</p>`,
    `<nav>${views.map((view) => `<a href="#${view}">${words[view]}</a>`).join("")}</nav>`,
    `<form id="filter"><label>${words.show} <select name="show">${choices(words)}</select></label>`,
    `<label><input type="checkbox" name="names" checked> ${words.names}</label>`,
    `<span class="steps"><button type="button" name="previous" title="${words.previous} (p)" aria-label="${words.previous}">↑</button>`,
    `<button type="button" name="next" title="${words.next} (n)" aria-label="${words.next}">↓</button></span></form></header>`,
    `<main id="text" class="names">${explainedText(book, story, words)}</main>`,
    `<section id="cast" class="list"><h2>${words.cast}</h2>${castList(lists)}</section>`,
    `<section id="scenes" class="list"><h2>${words.scenes}</h2>${sceneList(lists)}</section>`,
    `<section id="places" class="list"><h2>${words.places}</h2>${placeList(lists)}</section>`,
    `<aside id="card" aria-live="polite"><p>${words.hint}</p></aside>`,
    `<script type="application/json" id="explain-data">${jsonForScript(explainData(story, words))}</script>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

const policy = [
  "default-src 'none'",
  `script-src 'sha256-${explainScriptHash}'`,
  `style-src 'sha256-${explainStyleHash}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const choices = (words: ExplainWords): string =>
  (["all", "doubtful", "unknown"] as const).map((show) => `<option value="${show}">${words[show]}</option>`).join("");
