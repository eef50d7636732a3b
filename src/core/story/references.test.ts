import { describe, expect, it } from "vitest";
import { bookOf } from "../../../test/paragraph-book.ts";
import { personNamed as person } from "../../../test/people.ts";
import { referencesIn } from "./references.ts";
import type { Quote } from "./story.ts";

const cast = [person("t", "Tom", "male"), person("g", "Dr. Gray", "male"), person("a", "Ada", "female")];

/** Each word that means somebody, with whom it means (`-` nobody of the cast) and its part. */
function meant(paragraphs: string[], quotes: Quote[] = [], tellers?: { start: number; end: number; person: string }[]) {
  const book = bookOf(paragraphs);
  return referencesIn(book, { cast, quotes, ...(tellers && { tellers }) }).map(
    ({ start, end, person: who, part }) => `${book.text.slice(start, end)} ${who ?? "-"} ${part}`,
  );
}

/** Whom the last word means that means anybody. */
const last = (...paragraphs: string[]) => meant(paragraphs).at(-1)?.split(" ").at(-2);

describe("[D5] whom the words of the narration mean", () => {
  it("he is who did something in the sentence before, and not whom it was done to", () => {
    expect(last("Tom looked at Dr. Gray. He sat down.")).toBe("t");
    expect(last("Dr. Gray came in. Dr. Gray sat down, and Ada looked at Tom. She slept.")).toBe("a");
  });

  it("names stand for those who act, who own something and to whom it is done", () => {
    expect(meant(["Ada's hat fell, and Tom saw Dr. Gray."])).toEqual(["Ada a owns", "Tom t acts", "Dr. Gray g other"]);
    expect(meant(["There stood Tom."])).toEqual(["Tom t acts"]);
  });

  it("who comes in without a name is nobody of the cast, nor is he who is told of next", () => {
    expect(meant(["Ada opened the door. Within, there stood a tall old man. He bowed."]).slice(1)).toEqual([
      "a tall old man - acts",
      "He - acts",
    ]);
    expect(meant(["The bull came on."])).toEqual(["The bull - acts"]);
    expect(meant(["Kind-hearted citizens caught Tom. Men felt his arms."]).slice(0, 3)).toEqual([
      "Kind-hearted citizens - acts",
      "Tom t other",
      "Men - acts",
    ]);
  });

  it("what hangs on a guess is no surer than the guess", () => {
    const book = bookOf(["Tom slept. He woke. He rose."]);
    const [, ...he] = referencesIn(book, { cast, quotes: [] }, (pointer, near) => ({
      candidate: near[0] ?? null,
      sure: pointer.start === 11 ? 0.4 : 0.9,
    }));
    expect(he.map(({ sure }) => sure)).toEqual([0.4, 0.4]);
  });

  it("a namesake, a counted thing and somebody's wife are not the one whom we know", () => {
    expect(meant(["Tom Hardy came. Forty Tom mugs broke. Mrs. Gray slept."])).toEqual(["Mrs. Gray - acts"]);
  });

  it("I is who tells the part in which it stands, and nobody where several tell and this part is nobody's", () => {
    const words = ["I slept.", "I woke."];
    expect(meant(words, [], [{ start: 0, end: 9, person: "a" }])).toEqual(["I a acts", "I - acts"]);
  });

  it("what is said tells of nobody here", () => {
    const text = "Tom slept. “Ada is here.”";
    const quote: Quote = {
      id: "q1",
      start: 11,
      end: text.length,
      text: "Ada is here.",
      kind: "speech",
      speaker: "g",
      addressee: null,
      confidence: 1,
      evidence: null,
    };
    expect(meant([text], [quote])).toEqual(["Tom t acts"]);
  });
});
