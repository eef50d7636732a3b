import { expect, it } from "vitest";
import { bring, newDraft } from "./draft.ts";
import { headsLetter, markHeadings } from "./letter-headings.ts";

it("[L6] place and date, and My dear with a name and a dash, are written; the same words in a sentence are said", () => {
  for (const words of [
    "Hunsford, near Westerham, Kent, 15th October.",
    "_11 August, 3 a.m._",
    "MY DEAREST LIZZY,--",
    "My dear Sir Percy,—",
  ])
    expect(headsLetter(words), words).toBe(true);
  for (const words of ["It was the 15th of October.", "My dear Lizzy, come here!", "April.", "Dear me!", "My dear—"])
    expect(headsLetter(words), words).toBe(false);
});

/** Kind and speaker of each line, all of which Anna was to say. */
function lines(words: readonly string[], first: "speech" | "letter" = "speech") {
  const text = words.join("\n");
  const draft = newDraft("talk");
  bring(draft, "anna", { speaks: true });
  for (const [i, each] of words.entries()) {
    const start = text.indexOf(each);
    draft.lines.push({
      kind: i === 0 ? first : "speech",
      speaker: first === "letter" && i === 0 ? null : "anna",
      addressee: null,
      pieces: [{ start, end: start + each.length, ending: "as-is" }],
      size: 3,
      tag: "",
      deed: "",
      title: false,
      turn: null,
      certain: true,
    });
  }
  markHeadings([draft], text);
  return {
    read: draft.lines.map(({ kind, speaker }) => `${kind} ${speaker}`),
    speaks: draft.people.get("anna")?.speaks,
  };
}

it("[L6] nobody's mouth says the heading of a letter, nor the name below it", () => {
  expect(lines(["“My dear Friend,--"])).toEqual({ read: ["letter null"], speaks: false });
  expect(lines(["Yours ever,", "CAROLINE BINGLEY"], "letter").read).toEqual(["letter null", "letter null"]);
  expect(lines(["Who is it?", "CAROLINE BINGLEY"])).toEqual({ read: ["speech anna", "speech anna"], speaks: true });
});
