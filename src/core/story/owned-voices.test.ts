import { describe, expect, it } from "vitest";
import { bookOf } from "../../../test/paragraph-book.ts";
import { understand } from "./understand.ts";

const talk = [
  "“Good day,” said Anna.",
  "“Good day,” said Tom.",
  "“It rains,” said Henry.",
  "“Fish!” said Anna.",
  "They all waited in the dark for a while.",
];

/** Who says the last line, and by what rule. */
function last(paragraphs: string[]) {
  const story = understand(bookOf(paragraphs, "en"));
  const quote = story.quotes.at(-1);
  return {
    name: story.cast.find(({ id }) => id === quote?.speaker)?.name ?? null,
    rule: quote?.evidence?.rule ?? null,
  };
}

describe("a voice that is somebody’s", () => {
  it.each([
    "“Who is there?” said Tom’s voice.",
    "“Who is there?” came Tom’s voice from behind the door.",
    "“Who is there?” came the voice of Tom.",
    "“Who is there?” Tom’s tone was sharp.",
    "“Who is there?” fell from Tom’s lips.",
    "“Who is there?” said a voice. It was Tom’s.",
    "“Who is there?” said a voice behind them; it was Tom’s.",
    "“Who is there?” said a voice which they knew for Tom’s.",
    "“Who is there?” said a voice. It was Tom.",
    "“Who is there?” It was Tom who spoke.",
    "“Who is there?” was Tom’s answer.",
    "“Who is there?” was all Tom said.",
    "Tom’s voice was low. “Who is there?”",
    "Then Tom’s voice came from the dark. “Who is there?”",
    "A voice said, “Who is there?” It was Tom’s.",
    "Tom’s answer was, “Who is there?”",
  ])("names who speaks: %s", (line) => {
    expect(last([...talk, line])).toMatchObject({ name: "Tom", rule: "tag" });
  });

  it("is that of a trade, of a woman, or of the I", () => {
    expect(last([...talk, "“Soup!” came the cook’s voice."]).name).toBe("the cook");
    expect(last([...talk.slice(0, 3), "“Why?” asked Tom.", "“Because!” was her answer."]).name).toBe("Anna");
    const told = ["I sat down. I was tired. I had not slept, and my head ached.", "“Sit,” said Tom to me."];
    expect(last([...told, "“I will,” was my reply."])).toMatchObject({ rule: "tag" });
  });

  it.each([
    "“Who is there?” said a voice. Tom turned round.",
    "“Who is there?” said a voice at Tom’s elbow.",
    "“Who is there?” said a voice in Tom’s ear.",
    "“Who is there?” said a voice. It was not Tom’s.",
    "“Who is there?” It was a woman’s voice.",
  ])("is nobody’s where the words give it to nobody: %s", (line) => {
    expect(last([...talk, line]).name).toBeNull();
  });

  it("does not belong to whom it only wakes", () => {
    const woken = "At the sound of Tom’s voice Anna started up. “Who is there?” she cried.";
    expect(last([...talk, woken]).name).toBe("Anna");
  });
});
