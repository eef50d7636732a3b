import { readerScript, readerScriptHash, readerStyle, readerStyleHash } from "../../generated/reader-assets.ts";
import { escaped, jsonForScript } from "./markup-text.ts";
import type { ReaderData, ReaderPage } from "./reader-data.ts";

/** Icon of the browser tab: four panels. */
const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='3' fill='%231d1b18'/%3E%3Cpath d='M3 3h5v4H3zM9 3h4v4H9zM3 8h3v5H3zM7 8h6v5H7z' fill='%23fff'/%3E%3C/svg%3E";

/**
 * The page to take away (F0): one file that opens by a double-click beside its pictures. Nothing in it is fetched; the book's words go in
 * as JSON and as escaped text only. Without scripts, and on paper, the pages follow one another as plain images.
 */
export function indexHtml(data: ReaderData): string {
  const japanese = /^ja\b/i.test(data.language ?? "");
  const by = data.creators.length > 0 ? `<p>${escaped(data.creators.join(", "))}</p>` : "";
  return [
    "<!doctype html>",
    `<html lang="${japanese ? "ja" : "en"}">`,
    "<head>",
    `<meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">`,
    `<meta name="color-scheme" content="light dark">`,
    `<meta name="referrer" content="no-referrer">`,
    `<title>${escaped(data.title)}</title>`,
    `<link rel="icon" href="${icon}">`,
    `<style>${readerStyle}</style>`,
    `<script>${readerScript}</script>`,
    "</head>",
    "<body>",
    `<div id="plain"><h1>${escaped(data.title)}</h1>${by}</div>`,
    `<main id="sheet"><ol dir="${data.direction}">`,
    ...data.pages.map((page) => pageItem(page, japanese)),
    "</ol></main>",
    `<script type="application/json" id="reader-data">${jsonForScript(data)}</script>`,
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

/** Only our own script and style run, and only pictures beside the file load. `file:` is for browsers in which a folder is nobody's own. */
const policy = [
  "default-src 'none'",
  "img-src 'self' file: data:",
  `script-src 'sha256-${readerScriptHash}'`,
  `style-src 'sha256-${readerStyleHash}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** What pages are called that have no number. */
const ownNames = {
  en: { cover: "Cover", title: "Title page", credits: "Credits", story: null },
  ja: { cover: "表紙", title: "扉", credits: "奥付", story: null },
} as const;

/** A page as a link to itself: a thumbnail of the contact sheet, a leaf on paper, the page itself without scripts. */
function pageItem(page: ReaderPage, japanese: boolean): string {
  const { number, picture, width, height } = page;
  const own = ownNames[japanese ? "ja" : "en"][page.role ?? (number === 0 ? "cover" : "story")];
  const name = own ?? (japanese ? `${number}ページ` : `Page ${number}`);
  const words = page.panels.flatMap((panel) => panel.balloons.map((balloon) => balloon.words)).join(" ");
  const alt = escaped(words ? `${name}: ${words}` : name);
  const image = `<img src="${escaped(picture)}" width="${width}" height="${height}" alt="${alt}" loading="lazy" decoding="async">`;
  const label = own ?? String(number);
  return `<li><a href="#page=${number}"><span class="thumb">${image}</span><span class="number">${label}</span></a></li>`;
}
