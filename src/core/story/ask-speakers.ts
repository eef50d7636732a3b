import type { Book } from "../book/book.ts";
import type { Chunk } from "./chunks.ts";
import type { Quote, Story } from "./story.ts";

/** Something to ask a text model. */
export interface Question {
  /** What it is to do. */
  task: string;
  /** What it is asked about. */
  text: string;
}

/** What a model says of one chunk. */
export interface Analysis {
  /** Id of the chunk. */
  chunk: string;
  said: { quote: string; speaker: string }[];
}

/** A rule that is less sure than this is checked with a model. */
const sure = 0.85;
/** How sure a model's word is taken to be. */
const modelConfidence = 0.9;
/** People that are offered as answers: those most mentioned. */
const mostPeople = 60;

const task = [
  "You read one stretch of a novel and say who speaks.",
  "Quotations to decide are marked with their number, like [q12]. The cast is given with an id for each person.",
  'Answer with one JSON object only, from the number of a quotation to the id of who says it, such as {"q12":"n3"}.',
  "Leave out a quotation where the text does not tell.",
].join(" ");

/** Asks who says the quotations of a chunk that the rules are not sure of; null where there is none. */
export function speakersQuestion(chunk: Chunk, book: Book, story: Story): Question | null {
  const asked = story.quotes.filter((quote) => quote.start >= chunk.start && quote.end <= chunk.end && unsure(quote));
  if (asked.length === 0) return null;
  const cast = story.cast
    .slice(0, mostPeople)
    .map(({ id, name, aliases, gender }) => [id, [name, ...aliases].join(" / "), gender ?? "unknown"].join(": "));
  return { task, text: `Cast:\n${cast.join("\n")}\n\nText:\n${numbered(chunk, book, asked)}` };
}

function unsure({ kind, confidence }: Quote): boolean {
  return kind === "speech" && confidence < sure;
}

/** The chunk's text with the number of each quotation before it. */
function numbered({ start, end }: Chunk, { text }: Book, quotes: readonly Quote[]): string {
  const parts: string[] = [];
  let from = start;
  for (const quote of quotes) {
    parts.push(text.slice(from, quote.start), `[${quote.id}]`);
    from = quote.start;
  }
  return [...parts, text.slice(from, end)].join("");
}

/** Reads a model's reply: the first JSON object in it, of which only known quotations and people are taken. Anything else says nothing. */
export function speakersAnswer(chunk: Chunk, reply: string, story: Story): Analysis {
  const quotes = new Set(
    story.quotes.filter(({ start, end }) => start >= chunk.start && end <= chunk.end).map(({ id }) => id),
  );
  const people = new Set(story.cast.map(({ id }) => id));
  const said = Object.entries(firstObject(reply)).flatMap(([quote, speaker]) =>
    quotes.has(quote) && typeof speaker === "string" && people.has(speaker) ? [{ quote, speaker }] : [],
  );
  return { chunk: chunk.id, said };
}

function firstObject(reply: string): object {
  const json = /\{[^{}]*\}/.exec(reply)?.[0];
  if (json === undefined) return {};
  try {
    const parsed: unknown = JSON.parse(json);
    return typeof parsed === "object" && parsed !== null ? parsed : {};
  } catch {
    // A model may answer anything; what is no JSON says nothing.
    return {};
  }
}

/** The story with what models said of its chunks; a rule that is sure is never overruled. */
export function withAnalyses(story: Story, analyses: readonly Analysis[]): Story {
  const told = new Map(analyses.flatMap(({ said }) => said.map(({ quote, speaker }) => [quote, speaker] as const)));
  if (told.size === 0) return story;
  const quotes = story.quotes.map((quote): Quote => {
    const speaker = told.get(quote.id);
    if (speaker === undefined || !unsure(quote)) return quote;
    const { maybe: _, ...rest } = quote;
    const evidence = { rule: "model", start: quote.start, end: quote.end };
    return { ...rest, speaker, confidence: modelConfidence, evidence };
  });
  return { ...story, quotes };
}
