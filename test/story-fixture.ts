import { noLooks } from "./people.ts";
import type { Block, Book, Span } from "../src/core/book/book.ts";
import { sentencesOf } from "../src/core/story/sentences.ts";
import type { Person, Quote, Scene, Story } from "../src/core/story/story.ts";

/** A book of one or more chapters, each a list of paragraphs; `***` is a scene break. For tests. */
export function bookOf(
  chapters: readonly { title: string; paragraphs: readonly string[] }[],
  language: "en" | "ja" = "en",
): Book {
  let text = "";
  const blocks: Block[] = [];
  const add = (words: string, kind: Block["kind"]): Span => {
    const start = text.length;
    text += words;
    blocks.push({ kind, level: kind === "heading" ? 1 : null, start, end: text.length });
    text += "\n\n";
    return { start, end: text.length };
  };
  const spans = chapters.map(({ title, paragraphs }, i) => {
    const start = text.length;
    add(title, "heading");
    for (const words of paragraphs) add(words, words === "***" ? "break" : "paragraph");
    return { id: `c${i + 1}`, title, level: 1, matter: "body" as const, start, end: text.length };
  });
  return {
    version: 1,
    format: "text",
    title: "Test",
    creators: [],
    series: null,
    language,
    direction: language === "ja" ? "rtl" : "ltr",
    identifier: null,
    publisher: null,
    date: null,
    subjects: [],
    cover: null,
    text,
    chapters: spans,
    blocks,
    marks: [],
    images: [],
    notes: [],
    pages: [],
    warnings: [],
  };
}

/** A story over a book: quotes are found by their marks, and `speakers` says whose they are, in turn. For tests. */
export function storyOf(
  book: Book,
  speakers: readonly (string | null)[],
  changes: Partial<Pick<Story, "sounds">> & { scene?: Partial<Scene> } = {},
): Story {
  const quotes: Quote[] = [...book.text.matchAll(/“[^”]*”|「[^」]*」/g)].map((hit, i) => ({
    id: `q${i + 1}`,
    start: hit.index,
    end: hit.index + hit[0].length,
    text: hit[0].slice(1, -1),
    kind: "speech",
    speaker: speakers[i % Math.max(1, speakers.length)] ?? null,
    addressee: null,
    confidence: 1,
    evidence: null,
  }));
  const scenes = scenesIn(book).map((span, i): Scene => ({
    place: null,
    time: null,
    weather: null,
    mood: null,
    present: [],
    ...changes.scene,
    ...span,
    id: `s${i + 1}`,
  }));
  return {
    version: 1,
    source: { title: book.title, language: book.language, characters: book.text.length },
    chapters: book.chapters.map(({ id, title, start, end }) => ({ id, title, start, end })),
    scenes,
    cast: [person("n1", "Marta", "female"), person("n2", "Tom", "male"), person("n3", "Ada", "female")],
    places: [],
    quotes,
    sounds: changes.sounds ?? [],
  };
}

function scenesIn(book: Book): (Span & { chapter: string })[] {
  return book.chapters.flatMap((chapter) => {
    const breaks = book.blocks.filter(
      (block) => block.kind === "break" && block.start >= chapter.start && block.end <= chapter.end,
    );
    const starts = [chapter.start, ...breaks.map(({ end }) => end)];
    return starts.map((start, i) => ({ chapter: chapter.id, start, end: starts[i + 1] ?? chapter.end }));
  });
}

function person(id: string, name: string, gender: "female" | "male"): Person {
  return { id, name, aliases: [], gender, role: "main", looks: noLooks, mentions: 5 };
}

/** Every sentence of the body, for checks of coverage. */
export function sentencesOfBook(book: Book): Span[] {
  return book.blocks
    .filter(({ kind }) => kind === "paragraph")
    .flatMap(({ start, end }) => sentencesOf(book.text, start, end));
}
