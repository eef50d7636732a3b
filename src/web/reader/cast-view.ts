import type { ReaderData, ReaderPerson } from "../../core/print/reader-data.ts";
import { h } from "./dom.ts";
import { excerpt } from "./passages.ts";
import { pageLink, sentenceLink } from "./route.ts";
import type { Words } from "./words.ts";

export interface CastView {
  node: HTMLElement;
  /** Brings a person's card into view, or the top. */
  show(person: string | null): void;
}

/** Pages named on a card before the rest is folded away. */
const pagesShown = 24;
/** The same for facts about looks. */
const looksShown = 6;
/** UTF-16 units of the book on each side of the words about somebody's looks. */
const room = 30;

/** Who is in the book: portrait, names, what the text says of their looks, and where they appear. */
export function castView(data: ReaderData, words: Words): CastView {
  const cards = new Map(data.cast.map((person) => [person.id, personCard(person, data, words)]));
  const node = h(
    "section",
    { class: "cast", "aria-label": words.cast, tabindex: -1 },
    cards.size > 0 ? h("div", { class: "cards" }, ...cards.values()) : h("p", { class: "empty" }, words.nobody),
  );
  return {
    node,
    show(person) {
      for (const [id, card] of cards) card.classList.toggle("chosen", id === person);
      if (person !== null) cards.get(person)?.scrollIntoView({ block: "center" });
    },
  };
}

function personCard(person: ReaderPerson, data: ReaderData, words: Words): HTMLElement {
  const facts = [
    words.roles[person.role],
    person.gender ? words.genders[person.gender] : null,
    words.mentioned(person.mentions),
  ];
  const portrait = person.portrait
    ? h("span", { class: "portrait" }, h("img", { src: person.portrait, alt: "", loading: "lazy" }))
    : h(
        "span",
        { class: "portrait initial", "aria-hidden": "true" },
        String.fromCodePoint(person.name.codePointAt(0) ?? 0x3f),
      );
  const names = h(
    "div",
    {},
    h("h2", {}, person.name),
    h("p", { class: "facts" }, facts.filter((fact) => fact !== null).join(" · ")),
    person.aliases.length > 0 ? h("p", { class: "facts" }, `${words.alsoCalled}: ${person.aliases.join(", ")}`) : null,
    pageLinks(person.pages, words),
  );
  return h("article", { class: "person", id: `person-${person.id}` }, portrait, names, looksList(person, data, words));
}

function looksList(person: ReaderPerson, { text }: ReaderData, words: Words): HTMLElement {
  if (person.looks.length === 0) return h("p", { class: "facts looksof" }, words.saysNothing);
  const name = (key: string) => words.looks[key] ?? key;
  const rows = person.looks.map(({ what, value, start, end }) => {
    const quoted = excerpt(text, { start, end }, room, true);
    const proof = h(
      "a",
      { class: "proof", href: sentenceLink(start) },
      quoted.before,
      h("mark", {}, quoted.words),
      quoted.after,
    );
    return [h("dt", {}, name(what)), h("dd", {}, h("span", { class: "value" }, name(value)), " ", proof)];
  });
  const rest = rows.slice(looksShown);
  return h(
    "div",
    { class: "looksof" },
    h("h3", {}, words.saysText),
    h("dl", { class: "looks" }, ...rows.slice(0, looksShown).flat()),
    rest.length > 0
      ? h("details", {}, h("summary", {}, `+ ${rest.length}`), h("dl", { class: "looks" }, ...rest.flat()))
      : null,
  );
}

function pageLinks(pages: readonly number[], words: Words): HTMLElement {
  if (pages.length === 0) return h("p", { class: "facts" }, words.never);
  const link = (page: number) => h("a", { href: pageLink(page), "aria-label": words.page(page) }, String(page));
  const rest = pages.slice(pagesShown);
  return h(
    "div",
    {},
    h("h3", {}, words.appears),
    h("div", { class: "pagelinks" }, ...pages.slice(0, pagesShown).map(link)),
    rest.length > 0
      ? h("details", {}, h("summary", {}, `+ ${rest.length}`), h("div", { class: "pagelinks" }, ...rest.map(link)))
      : null,
  );
}
