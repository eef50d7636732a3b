import { expect, it } from "vitest";
import type { Reference } from "../story/references.ts";
import { newDraft } from "./draft.ts";
import { findReferences, whoseWords } from "./whose-words.ts";

const he = (start: number, person: string, sure: number): Reference => ({
  start,
  end: start + 2,
  person,
  kind: "pronoun",
  part: "acts",
  gender: "male",
  sure,
});

/** Of whom a caption is in which these pronouns stand. */
function whose(pronouns: readonly Reference[]): string | null {
  const draft = newDraft("quiet");
  draft.lines.push({
    kind: "narration",
    speaker: null,
    addressee: null,
    pieces: [{ start: 0, end: 60, ending: "as-is" }],
    size: 60,
    tag: "",
    deed: "",
    title: false,
    turn: null,
    certain: true,
  });
  return whoseWords(draft, findReferences(pronouns), new Set(["buck"])).person;
}

it("[D5] a he is as sure as the surest of those in a caption who are the same", () => {
  expect(whose([he(0, "buck", 0.6), he(20, "buck", 0.8)])).toBe("buck");
  expect(whose([he(0, "buck", 0.6), he(20, "buck", 0.65)])).toBeNull();
});

it("[D5] where two of them are different people none makes the other surer", () => {
  expect(whose([he(0, "buck", 0.6), he(20, "dave", 0.9), he(40, "buck", 0.8)])).toBeNull();
});
