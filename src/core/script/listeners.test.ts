import { describe, expect, it } from "vitest";
import { bookOf, storyOf } from "../../../test/story-fixture.ts";
import { bring, newDraft } from "./draft.ts";
import { withPeople } from "./framing.ts";
import { listenersApart, withoutListeners } from "./listeners.ts";

/** Who says the last of two lines, which turns give to Tom and might be Marta's, after words of narration. */
function saidAfter(narration: string, confidence = 0.7): string | null {
  const book = bookOf([{ title: "One", paragraphs: ["“I am here.”", narration, "“So I see.”"] }]);
  const { quotes, cast } = storyOf(book, ["n1", "n2"]);
  const read = quotes.map((quote) => ({ ...quote, confidence, maybe: ["n2", "n1"] }));
  return withoutListeners(book.text, read, cast).at(-1)?.speaker ?? null;
}

describe("[D5] whoever listens unseen says nothing", () => {
  it("under a window or behind a door the lines are another's", () => {
    expect(saidAfter("Tom stood by the table.")).toBe("n2");
    expect(saidAfter("Tom crouched under the window.")).toBe("n1");
    expect(saidAfter("Outside, Tom held his breath.")).toBe("n1");
  });

  it("until he comes in, or the book says that he speaks", () => {
    expect(saidAfter("Tom listened behind the door. Then Tom went in.")).toBe("n2");
    expect(saidAfter("Tom crouched under the window.", 0.92)).toBe("n2");
  });

  it("and is drawn apart from those who talk", () => {
    const text = "Tom crouched under the window. Marta sat in her chair. Tom held his breath.";
    const drafts = text.split(/(?<=\.) /).map((words) => {
      const draft = newDraft("quiet");
      const start = text.indexOf(words);
      const piece = { start, end: start + words.length, ending: "as-is" as const };
      draft.lines.push({ ...narrated, pieces: [piece] });
      bring(draft, "n1");
      bring(draft, "n2");
      return draft;
    });
    const seen = [["n2"], ["n1", "n2"], ["n2"]];
    const framings = seen.map((people) => withPeople("quiet", "medium", people, { place: "p1", named: false }));
    const { cast } = storyOf(bookOf([{ title: "One", paragraphs: [text] }]), []);
    const apart = listenersApart(drafts, framings, { text, cast: new Map(cast.map((one) => [one.id, one])) });
    expect(apart.map(({ seen: people, place }) => `${people.join("+")} ${place}`)).toEqual([
      "n2 null",
      "n1 p1",
      "n2 null",
    ]);
  });
});

const narrated = {
  kind: "narration",
  speaker: null,
  addressee: null,
  size: 9,
  tag: "",
  deed: "",
  title: false,
  turn: null,
  certain: true,
} as const;
