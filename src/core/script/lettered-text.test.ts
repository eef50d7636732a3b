import { expect, it } from "vitest";
import { bookOf } from "../../../test/paragraph-book.ts";
import { runsOf, wordsOf } from "./lettered-text.ts";

it("[L2] gives a piece that was cut one stop, and none after a mark of its own", () => {
  const lettered = (said: string) => {
    const book = bookOf([said]);
    const start = book.text.indexOf(said);
    return wordsOf(runsOf(book, [{ start, end: start + said.length, ending: "stop" }], false));
  };
  expect(lettered("They are English!—")).toBe("They are English!");
  expect(lettered("They are English,")).toBe("They are English.");
});

it("letters what stands between the signs of emphasis without the signs, cut or whole", () => {
  const text = "He read it. *To Owen. You will fire it. J. Vaughan.* That was _all_.";
  const book = bookOf([text]);
  const base = book.text.indexOf(text);
  const marks = [...text.matchAll(/([_*])([^_*]+)\1/g)].map((found) => ({
    kind: "emphasis" as const,
    start: base + found.index + 1,
    end: base + found.index + found[0].length - 1,
  }));
  const lettered = (words: string) => {
    const start = base + text.indexOf(words);
    return runsOf({ ...book, marks }, [{ start, end: start + words.length, ending: "as-is" }], false);
  };
  expect(lettered("You will fire it. J. Vaughan.*")).toEqual([
    { text: "You will fire it. J. Vaughan.", ruby: null, emphasis: true },
  ]);
  expect(wordsOf(lettered("*To Owen."))).toBe("To Owen.");
  expect(wordsOf(lettered("That was _all_."))).toBe("That was all.");
});

it("letters words whole that stray tabs cut in the source", () => {
  const text = "In the gar\tden, a *win\tdow*.";
  const book = bookOf([text]);
  const base = book.text.indexOf(text);
  const stray = [...text.matchAll(/\t/g)].map(({ index }) => ({
    kind: "stray" as const,
    start: base + index,
    end: base + index + 1,
  }));
  const emphasis = { kind: "emphasis" as const, start: base + text.indexOf("win"), end: base + text.length - 2 };
  const marks = [...stray, emphasis].sort((a, b) => a.start - b.start);
  const runs = runsOf({ ...book, marks }, [{ start: base, end: base + text.length, ending: "as-is" }], false);
  expect(runs.map((run) => [run.text, run.emphasis])).toEqual([
    ["In the garden, a ", false],
    ["window", true],
    [".", false],
  ]);
});

it("[L2] letters no half of an inner pair of marks, and keeps apostrophes", () => {
  const lettered = (said: string) => {
    const book = bookOf([said]);
    const start = book.text.indexOf(said);
    return wordsOf(runsOf(book, [{ start, end: start + said.length, ending: "as-is" }], false));
  };
  expect(lettered("He said, ‘Come in. The dogs’ dinner is ready.")).toBe(
    "He said, Come in. The dogs’ dinner is ready.",
  );
  expect(lettered("Come in,’ he said.")).toBe("Come in, he said.");
  expect(lettered("He cried ‘Run!’ and ran.")).toBe("He cried ‘Run!’ and ran.");
});
