import type { Book, Span } from "../book/book.ts";
import type { Quote, Scene, Story } from "../story/story.ts";
import type { ExplainWords } from "./explain-words.ts";
import { escaped } from "./markup-text.ts";

/** Below this confidence a reader should look for himself. */
export const doubtBelow = 0.7;

/** A line of speech or thought whose speaker is unknown or unsure. Titles, letters and verse are nobody's talk. */
export const isDoubtful = ({ kind, speaker, confidence }: Quote): boolean =>
  (kind === "speech" || kind === "thought") && (speaker === null || confidence < doubtBelow);

/** Speakers with a colour of their own; the rest share one. */
const coloured = 14;

/** The class that gives a person a colour: by rank in the cast, none for nobody. */
export function colourOf(speaker: string | null): string {
  if (speaker === null) return "nobody";
  const rank = Number(speaker.slice(1));
  return rank <= coloured ? `c${rank}` : "other";
}

/**
 * The body of the book as HTML: scenes with what is known of each, paragraphs with their offset, quotes coloured by
 * speaker. The text of a paragraph is the book's to the letter, so that an offset is found by counting.
 */
export function explainedText(book: Book, story: Story, words: ExplainWords): string {
  const names = new Map(story.cast.map(({ id, name }) => [id, name]));
  const titles = new Map(story.chapters.map(({ id, title }) => [id, title]));
  const parts: string[] = [];
  let chapter: string | null = null;
  let [block, quote] = [0, 0];
  for (const scene of story.scenes) {
    if (scene.chapter !== chapter) parts.push(`<h2>${escaped(titles.get(scene.chapter) ?? "–")}</h2>`);
    chapter = scene.chapter;
    const paragraphs: { html: string; doubtful: boolean; open: boolean }[] = [];
    for (; (book.blocks[block]?.start ?? Infinity) < scene.end; block++) {
      const span = book.blocks[block];
      if (span === undefined || span.end <= scene.start || span.kind === "heading" || span.kind === "break") continue;
      while ((story.quotes[quote]?.end ?? Infinity) <= span.start) quote += 1;
      const inside: Quote[] = [];
      for (let i = quote; (story.quotes[i]?.start ?? Infinity) < span.end; i++) {
        const one = story.quotes[i];
        if (one !== undefined && one.end <= span.end) inside.push(one);
      }
      paragraphs.push({
        html: paragraph(book.text, span, inside, names, words),
        doubtful: inside.some(isDoubtful),
        open: inside.some(({ speaker, kind }) => speaker === null && (kind === "speech" || kind === "thought")),
      });
    }
    parts.push(sceneHtml(scene, story, paragraphs, words));
  }
  return parts.join("\n");
}

function sceneHtml(
  scene: Scene,
  story: Story,
  paragraphs: readonly { html: string; doubtful: boolean; open: boolean }[],
  words: ExplainWords,
): string {
  const doubtful = paragraphs.some((one) => one.doubtful);
  const open = paragraphs.some((one) => one.open);
  const place = story.places.find(({ id }) => id === scene.place)?.name ?? null;
  const term = (value: string | null | undefined) => (value ? escaped(words.terms[value] ?? value) : "");
  const facts = [
    place === null ? "" : escaped(place),
    term(scene.time),
    term(scene.weather),
    term(scene.light),
    term(scene.mood),
  ];
  // The paragraph before a doubtful one shows what was said to it.
  const body = paragraphs.map(({ html, doubtful: own, open: none }, i) => {
    const next = paragraphs[i + 1];
    const classes = [own ? "d" : next?.doubtful === true ? "dn" : "", none ? "u" : next?.open === true ? "un" : ""];
    const named = classes.filter(Boolean).join(" ");
    return named === "" ? html : html.replace("<p ", `<p class="${named}" `);
  });
  return [
    `<article id="${scene.id}" class="scene${doubtful ? " d" : ""}${open ? " u" : ""}">`,
    `<header><a href="#scene-${scene.id}">${scene.id}</a> ${facts.filter(Boolean).join(" · ")}</header>`,
    ...body,
    "</article>",
  ].join("\n");
}

function paragraph(
  text: string,
  { start, end }: Span,
  quotes: readonly Quote[],
  names: ReadonlyMap<string, string>,
  words: ExplainWords,
): string {
  let html = "";
  let at = start;
  for (const quote of quotes) {
    if (quote.start < at) continue;
    const who = quote.speaker === null ? words.nobody : (names.get(quote.speaker) ?? quote.speaker);
    const classes = `q ${colourOf(quote.speaker)}${isDoubtful(quote) ? " doubt" : ""}${quote.kind === "speech" || quote.kind === "thought" ? "" : " quiet"}`;
    html += `${escaped(text.slice(at, quote.start))}<span class="${classes}" id="${quote.id}" tabindex="0" data-who="${escaped(who)}" title="${escaped(who)}">${escaped(text.slice(quote.start, quote.end))}</span>`;
    at = quote.end;
  }
  return `<p data-at="${start}">${html}${escaped(text.slice(at, end))}</p>`;
}
