import type { QuoteKind, Story } from "../story/story.ts";
import { colourOf } from "./explain-text.ts";
import type { ExplainWords } from "./explain-words.ts";

/** What the page's script knows of each quote, in the order of the text. Plain JSON. */
export interface ExplainData {
  people: Record<string, { name: string; colour: string }>;
  quotes: ExplainedQuote[];
  words: Pick<ExplainWords, "fields" | "kinds" | "rules" | "nobody">;
}

export interface ExplainedQuote {
  id: string;
  start: number;
  end: number;
  kind: QuoteKind;
  speaker: string | null;
  addressee: string | null;
  maybe: string[];
  confidence: number;
  rule: string | null;
  /** Where the words stand that prove it. */
  from: [start: number, end: number] | null;
}

/** Gathers what the page shows of a quote when it is chosen. */
export function explainData(story: Story, { fields, kinds, rules, nobody }: ExplainWords): ExplainData {
  return {
    people: Object.fromEntries(story.cast.map(({ id, name }) => [id, { name, colour: colourOf(id) }])),
    quotes: story.quotes.map(({ id, start, end, kind, speaker, addressee, maybe, confidence, evidence }) => ({
      id,
      start,
      end,
      kind,
      speaker,
      addressee,
      maybe: maybe ?? [],
      confidence,
      rule: evidence?.rule ?? null,
      from: evidence === null ? null : [evidence.start, evidence.end],
    })),
    words: { fields, kinds, rules, nobody },
  };
}
