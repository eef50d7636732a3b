import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readBook } from "../book/read-book.ts";
import { unwrap } from "../text/result.ts";
import { speakersAnswer, speakersQuestion, withAnalyses } from "./ask-speakers.ts";
import { cutChunks } from "./chunks.ts";
import type { Quote } from "./story.ts";
import { understand } from "./understand.ts";

const book = unwrap(await readBook(new Uint8Array(readFileSync("samples/english.txt"))));
const story = understand(book);
const chunks = cutChunks(book, story, 4_000);
const unsure = (quote: Quote): boolean => quote.kind === "speech" && quote.confidence < 0.85;
const doubtful = story.quotes.find(unsure);
const certain = story.quotes.find((quote) => quote.kind === "speech" && !unsure(quote));
if (!doubtful || !certain) throw new Error("The sample has quotations of both kinds.");
const chunk = chunks.find(({ start, end }) => start <= doubtful.start && doubtful.end <= end);
if (!chunk) throw new Error("Chunks cover the text.");
const other = story.cast.find(({ id }) => id !== doubtful.speaker)?.id ?? "";

describe("asking a model who speaks", () => {
  it("marks the doubtful quotations in the chunk's own words, and no others", () => {
    const question = speakersQuestion(chunk, book, story);
    expect(question?.text).toContain(`[${doubtful.id}]${book.text.slice(doubtful.start, doubtful.end)}`);
    expect(question?.text).not.toContain(`[${certain.id}]`);
    const text = question?.text.split("Text:\n")[1]?.replaceAll(/\[q\d+\]/g, "");
    expect(text).toBe(book.text.slice(chunk.start, chunk.end));
    for (const { id, name } of story.cast) expect(question?.text).toContain(`${id}: ${name}`);
  });

  it("asks nothing about a chunk where the rules are sure", () => {
    const sure = { ...story, quotes: story.quotes.map((quote) => ({ ...quote, confidence: 1 })) };
    expect(speakersQuestion(chunk, book, sure)).toBeNull();
  });

  it("takes known quotations and people from a reply, also out of a model's chatter", () => {
    const reply = `Sure! \`\`\`json\n{"${doubtful.id}": "${other}", "q99999": "${other}", "${certain.id}": "n999"}\n\`\`\``;
    expect(speakersAnswer(chunk, reply, story)).toEqual({
      chunk: chunk.id,
      said: [{ quote: doubtful.id, speaker: other }],
    });
  });

  it.each(["", "I do not know.", "{broken", "[1, 2]", '{"q1": {"a": 1}}', "null"])(
    "a reply of %j says nothing",
    (reply) => {
      expect(speakersAnswer(chunk, reply, story).said).toEqual([]);
    },
  );

  it("puts the answer where the rules doubted, with the model as its evidence, and never overrules a sure one", () => {
    const said = [
      { quote: doubtful.id, speaker: other },
      { quote: certain.id, speaker: other },
    ];
    const merged = withAnalyses(story, [{ chunk: chunk.id, said }]);
    const found = merged.quotes.find(({ id }) => id === doubtful.id);
    expect(found).toMatchObject({ speaker: other, evidence: { rule: "model" } });
    expect(merged.quotes.find(({ id }) => id === certain.id)).toEqual(certain);
    expect(withAnalyses(story, [])).toBe(story);
  });
});
