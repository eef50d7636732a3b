import { namesBesideTitle } from "../book/credits.ts";
import type { Book, Span } from "../book/book.ts";
import type { LeanPage, LeanPanel } from "../page/lean-page.ts";
import type { Fate, Script } from "../script/script.ts";
import type { Looks, Person, Story, Trait } from "../story/story.ts";

/** What `index.html` knows: the comic's geometry, its people and the fate of each sentence. Plain JSON, embedded in the page. */
export interface ReaderData {
  version: 1;
  title: string;
  creators: string[];
  language: string | null;
  direction: "ltr" | "rtl";
  /** The whole reading text; every offset points into it. */
  text: string;
  chapters: { title: string | null; start: number; end: number }[];
  pages: ReaderPage[];
  cast: ReaderPerson[];
  fates: ReaderFate[];
}

export interface ReaderPage {
  /** 0 is the cover. */
  number: number;
  /** Set on the book's own pages. */
  role?: "title" | "credits";
  /** Path of the picture beside `index.html`. */
  picture: string;
  width: number;
  height: number;
  side: "left" | "right";
  panels: {
    /** Corners as x, y, x, y …. */
    outline: number[];
    balloons: { box: [x: number, y: number, width: number, height: number]; words: string; speaker: string | null; start: number; end: number }[];
  }[];
}

export interface ReaderPerson extends Pick<Person, "id" | "name" | "aliases" | "gender" | "role" | "mentions"> {
  /** Path of a portrait, or null for people who are never drawn. */
  portrait: string | null;
  /** What the text says of their looks, with the words that prove it. */
  looks: { what: string; value: string; start: number; end: number }[];
  /** Numbers of the pages on which they are seen. */
  pages: number[];
}

export interface ReaderFate extends Span {
  fate: Fate["fate"];
  /** Page and panel (from 0) that carry it, or null. */
  at: { page: number; panel: number } | null;
  note: string | null;
}

export interface ReaderSource {
  book: Book;
  story: Story;
  script: Script;
  title: string;
  cover: LeanPage;
  pages: readonly LeanPage[];
  /** Ids of people with a portrait file. */
  portraits: ReadonlySet<string>;
}

/** Gathers what the reader page shows. */
export function readerData({ book, story, script, title, cover, pages, portraits }: ReaderSource): ReaderData {
  const places = placesOfBeats(pages);
  const seenOn = pagesOfPeople(pages);
  return {
    version: 1,
    title,
    creators: namesBesideTitle(book),
    language: book.language,
    direction: script.direction,
    text: book.text,
    chapters: book.chapters.map(({ title: name, start, end }) => ({ title: name, start, end })),
    pages: [cover, ...pages].map(readerPage),
    cast: story.cast
      .filter((person) => portraits.has(person.id) || seenOn.has(person.id))
      .map(({ id, name, aliases, gender, role, mentions, looks }) => ({
        id,
        name,
        aliases,
        gender,
        role,
        mentions,
        portrait: portraits.has(id) ? portraitPath(id) : null,
        looks: traitsOf(looks),
        pages: seenOn.get(id) ?? [],
      })),
    fates: script.fates.map(({ start, end, fate, beat, as, reason }) => ({
      start,
      end,
      fate,
      at: (beat === null ? null : places.get(beat)) ?? null,
      note: as ?? reason,
    })),
  };
}

/** Path of a page's picture beside `index.html`; 0 is the cover. */
export function picturePath(page: number): string {
  return `pages/${String(page).padStart(4, "0")}.png`;
}

/** Path of a person's portrait beside `index.html`. */
export function portraitPath(person: string): string {
  return `cast/${person}.png`;
}

function readerPage(page: LeanPage): ReaderPage {
  const { role, width, height } = page;
  const own = role === "title" || role === "credits";
  return {
    number: page.number,
    ...(own ? { role } : {}),
    picture: picturePath(page.number),
    width: page.width,
    height: page.height,
    side: page.side,
    panels: page.panels.map((panel) => ({
      // The words of the book's own pages stand beside their picture: the whole page is one panel.
      outline: own
        ? [0, 0, width, 0, width, height, 0, height]
        : panel.outline.flatMap(({ x, y }) => [Math.round(x), Math.round(y)]),
      balloons: balloonsOf(panel),
    })),
  };
}

function balloonsOf(panel: LeanPanel): ReaderPage["panels"][number]["balloons"] {
  const round = Math.round;
  return panel.balloons.map(({ centre, radiusX, radiusY, words, speaker, source }) => ({
    box: [round(centre.x - radiusX), round(centre.y - radiusY), round(2 * radiusX), round(2 * radiusY)],
    words,
    speaker,
    start: source.start,
    end: source.end,
  }));
}

function placesOfBeats(pages: readonly LeanPage[]): Map<string, { page: number; panel: number }> {
  return new Map(
    pages.flatMap((page) => page.panels.map((panel, index) => [panel.beat, { page: page.number, panel: index }] as const)),
  );
}

function pagesOfPeople(pages: readonly LeanPage[]): Map<string, number[]> {
  const seen = new Map<string, number[]>();
  for (const page of pages) {
    for (const person of new Set(page.panels.flatMap((panel) => panel.figures.map((figure) => figure.person))))
      seen.set(person, [...(seen.get(person) ?? []), page.number]);
  }
  return seen;
}

function traitsOf(looks: Looks): ReaderPerson["looks"] {
  const row = (what: string, trait: Trait | null) =>
    trait ? [{ what, value: trait.value, start: trait.start, end: trait.end }] : [];
  return [
    ...row("species", looks.species),
    ...row("age", looks.age),
    ...row("build", looks.build),
    ...row("height", looks.height),
    ...row("hair", looks.hairColour),
    ...row("hair", looks.hairStyle),
    ...row("beard", looks.beard),
    ...row("glasses", looks.glasses),
    ...row("hat", looks.hat),
    ...looks.clothes.flatMap((trait) => row("clothes", trait)),
    ...looks.marks.flatMap((trait) => row("mark", trait)),
  ];
}
