import { expect, it } from "vitest";
import { personNamed as person } from "../../../test/people.ts";
import { newDraft } from "./draft.ts";
import { withPeople } from "./framing.ts";
import { withoutMentioned } from "./mentioned-only.ts";

const cast = new Map(
  [person("a", "Ann", "female"), person("m", "Mrs. Moss", "female"), person("b", "Ben", "male")].map((one) => [
    one.id,
    one,
  ]),
);
const rest = { addressee: null, size: 9, tag: "", deed: "", title: false, turn: null, certain: true };

/** Who is seen beside a caption that would have shown `seen`, behind a panel of Ann. */
function beside(words: string, seen: string[]): string {
  const drafts = ["", words].map((text) => {
    const draft = newDraft("quiet");
    draft.lines.push({
      kind: "narration",
      speaker: null,
      pieces: [{ start: 0, end: text.length, ending: "as-is" }],
      ...rest,
    });
    return draft;
  });
  const framings = [["a"], seen].map((people) => withPeople("quiet", "medium", people, { place: "p1", named: false }));
  return withoutMentioned(drafts, framings, { text: words, rules: "en", cast })[1]?.seen.join("+") ?? "";
}

it("[D5] who is only cited is not seen: she is the one who was seen last", () => {
  expect(beside("The gate was shut, as Mrs. Moss had said it was, but she tried the key.", ["m"])).toBe("a");
  expect(beside("The gate was shut, as Mrs. Moss had said it was.", ["m"])).toBe("");
});

it("[D5] who is only thought of leaves the picture to the others", () => {
  expect(beside("She went out without asking Ben.", ["a", "b"])).toBe("a");
  expect(beside("She went out with Ben.", ["a", "b"])).toBe("a+b");
  expect(beside("As Ben came in, she rose.", ["a", "b"])).toBe("a+b");
});
