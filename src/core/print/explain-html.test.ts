import { Parser } from "htmlparser2";
import { describe, expect, it } from "vitest";
import { bookOf } from "../../../test/story-fixture.ts";
import { understand } from "../story/understand.ts";
import { explainHtml } from "./explain-html.ts";

const paragraphs = [
  "At dusk Anna stood in the kitchen. She was a tall woman with red hair.",
  "“Who is <b>there</b>?” said Anna.",
  "“Only me,” said Tom.",
  "“You & who else?”",
  "“Nobody.”",
];
const book = bookOf([{ title: "One <i>", paragraphs }]);
const story = understand(book);
const page = explainHtml(book, story);

describe("the page that explains a story", () => {
  it("asks for nothing from anywhere, and allows its own script and style only", () => {
    expect(page).not.toMatch(/(?:src|href)="(?!#)/);
    expect(page).toMatch(/default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'/);
    expect(page).not.toMatch(/\b(?:https?|wss?):\/\//);
  });

  it("[T2] holds the book's words to the letter, each paragraph with its offset", () => {
    const found = paragraphsOf(page);
    expect(found.map(({ text }) => text)).toEqual(paragraphs);
    for (const { at, text } of found) expect(book.text.slice(at, at + text.length)).toBe(text);
  });

  it("colours each line by its speaker and tells who it is", () => {
    const anna = story.cast.find(({ name }) => name === "Anna")?.id.slice(1);
    expect(page).toContain(`<span class="q c${anna}" id="q1" tabindex="0" data-who="Anna"`);
  });

  it("marks doubtful lines, and the line before them for what was said", () => {
    const doubtful = story.quotes.filter(({ confidence }) => confidence < 0.7);
    expect(page.match(/class="q [^"]*doubt/g) ?? []).toHaveLength(doubtful.length);
  });

  it("proves looks, place and hour with the words of the text", () => {
    expect(page).toMatch(/<b>hair<\/b> red <small>[\d–]+<\/small> <a class="proof"[^>]*>[^<]*<mark>red hair<\/mark>/);
    expect(page).toMatch(
      /<dt>Place<\/dt><dd>the kitchen <small>[\d–]+<\/small> <a class="proof"[^>]*>[^<]*<mark>the kitchen<\/mark>/,
    );
    expect(page).toMatch(/<dt>Hour<\/dt><dd>dusk /);
  });

  it("carries every decision with its rule, offsets and confidence", () => {
    const json = /<script type="application\/json" id="explain-data">(.*)<\/script>/.exec(page)?.[1] ?? "";
    const { quotes } = JSON.parse(json);
    expect(quotes).toHaveLength(story.quotes.length);
    expect(quotes[0]).toMatchObject({ id: "q1", rule: "tag", confidence: story.quotes[0]?.confidence });
  });

  it("speaks Japanese for a Japanese book", () => {
    const japanese = bookOf(
      [{ title: "一", paragraphs: ["「誰だ」と太郎は言った。", "「私です」と花子が言った。"] }],
      "ja",
    );
    const html = explainHtml(japanese, understand(japanese));
    expect(html).toContain("登場人物");
    expect(html).toContain('<html lang="ja"');
  });
});

/** The paragraphs of the text as a browser would hold them. */
function paragraphsOf(html: string): { at: number; text: string }[] {
  const found: { at: number; text: string }[] = [];
  let open = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name !== "p" || attributes["data-at"] === undefined) return;
      open = true;
      found.push({ at: Number(attributes["data-at"]), text: "" });
    },
    ontext(text) {
      const last = found.at(-1);
      if (open && last) last.text += text;
    },
    onclosetag(name) {
      if (name === "p") open = false;
    },
  });
  parser.end(html);
  return found;
}
