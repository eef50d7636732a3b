import { expect, it } from "vitest";
import { soundEnd, withoutSigh } from "./cut-ends.ts";

/** What is left of a sentence that was cut at the mark `|`. */
function left(sentence: string): string | null {
  const end = sentence.indexOf("|");
  const text = sentence.replace("|", "");
  const piece = soundEnd(text, { start: 0, end, ending: "stop" }, text.length, 3);
  return piece && text.slice(piece.start, piece.end);
}

it("[T4] a caption does not end with the word that opens what was dropped", () => {
  expect(left("He returned to the shop, and|, having thumped, he spoke.")).toBe("He returned to the shop");
  expect(left("It grew until it was a line, and then|, without warning, it went.")).toBe("It grew until it was a line");
  expect(left("She tasted it|, and it was good.")).toBe("She tasted it");
});

it("[T4] a caption ends neither between two adjectives nor before the object of its verb", () => {
  expect(left("I went down, holding my breath to keep out the vile|, stupefying fumes of it.")).toBe("I went down");
  expect(left("He had a hat, while he wore across his face|, reaching to the chin, a mask.")).toBe("He had a hat");
  expect(left("He took the hat|, smiling at me.")).toBe("He took the hat");
});

it("[T4] a caption of which nothing stands is none", () => expect(left("And then|, at last, he came.")).toBeNull());

it("[T4] a caption does not end with a sigh that only the next sentence explains", () => {
  expect(withoutSigh("She went at once; but, alas for poor Alice!")).toBe("She went at once");
  expect(withoutSigh("She went; but the door was shut.")).toBe("She went; but the door was shut.");
});
