import type { ReaderData } from "../../core/print/reader-data.ts";
import { h, iconButton } from "./dom.ts";
import { icon } from "./icons.ts";
import type { ReaderBalloon } from "./page-picture.ts";
import { excerpt } from "./passages.ts";
import { formatRoute, sentenceLink } from "./route.ts";
import type { Words } from "./words.ts";

/** How much of the book stands around the sentence, in UTF-16 units on each side. */
const room = 180;

/** The sentence behind a balloon, where it stands in the book, and who says it. */
export function passageCard(data: ReaderData, words: Words, balloon: ReaderBalloon, close: () => void): HTMLElement {
  const speaker = data.cast.find((person) => person.id === balloon.speaker);
  const { before, words: said, after } = excerpt(data.text, balloon, room, false);
  const name = speaker
    ? h("a", { href: formatRoute({ view: "cast", person: speaker.id }), class: "speaker" }, speaker.name)
    : h("span", { class: "speaker" }, words.inTheBook);
  return h(
    "aside",
    { class: "card passage", role: "dialog", tabindex: -1, "aria-label": words.inTheBook },
    h(
      "header",
      {},
      speaker?.portrait ? h("img", { src: speaker.portrait, alt: "" }) : null,
      name,
      iconButton(icon("close"), words.close, "Esc", close),
    ),
    h("blockquote", {}, before, h("mark", {}, said), after),
    h("a", { href: sentenceLink(balloon.start), class: "more" }, words.openText),
  );
}
