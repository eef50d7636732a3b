import { expect, it } from "vitest";
import { compact } from "./compact.ts";
import { bring, type Draft, type Line, newDraft } from "./draft.ts";
import { paceFor } from "./pace.ts";
import { openStanding } from "./sides.ts";

const line = (turn: string, speaker: string | null): Line => ({
  kind: speaker === null ? "off-panel" : "speech",
  speaker,
  maybe: [],
  addressee: null,
  pieces: [],
  size: 3,
  tag: "",
  deed: "",
  title: false,
  turn,
  certain: false,
});

/** The lines of each panel, of one panel for each line at first, where so many panels are asked for. */
function panels(lines: readonly Line[], wanted: number): number[] {
  const drafts = lines.map((one): Draft => ({ ...newDraft("talk"), lines: [one] }));
  return compact(drafts, wanted, openStanding("ltr"), paceFor("en")).drafts.map((draft) => draft.lines.length);
}

it("two lines that nobody surely says share a panel last of all: their tails would leave it at one point", () => {
  const unseen = [line("q1", null), line("q2", null)];
  expect(panels([...unseen, line("q3", "n1"), line("q4", "n2")], 3)).toEqual([1, 1, 2]);
  expect(panels([line("q1", null), line("q1", null)], 1)).toEqual([2]);
  expect(panels([line("q1", null), line("q2", "n1")], 1)).toEqual([2]);
});

it("[T4] an upright caption closes the panel of the talk before it, as long as nobody else acts in it", () => {
  const told: Line = { ...line("", null), kind: "narration", turn: null };
  const after = (rules: "en" | "ja", person: string, acts = true): number => {
    const talk: Draft = { ...newDraft("talk"), lines: [line("q1", "n1")] };
    const drafts = [talk, { ...newDraft("quiet"), lines: [told] }];
    drafts.forEach((draft, i) => bring(draft, i === 0 ? "n1" : person, { acts: i > 0 && acts }));
    return compact(drafts, 1, openStanding("rtl"), paceFor(rules)).drafts.length;
  };
  expect(after("ja", "n1")).toBe(1);
  expect(after("ja", "n2")).toBe(2);
  expect(after("ja", "n2", false)).toBe(1);
  expect(after("en", "n1")).toBe(2);
});

it("[T4] captions stand under an upright title where nobody speaks, no more than fit beside it", () => {
  const told: Line = { ...line("", null), kind: "narration", turn: null };
  const under = (rules: "en" | "ja", ...next: Line[]): number => {
    const opening: Draft = { ...newDraft("establish"), lines: [{ ...told, title: true }, told] };
    const drafts = [opening, { ...newDraft("quiet"), lines: next }];
    return compact(drafts, 1, openStanding("rtl"), paceFor(rules)).drafts.length;
  };
  expect(under("ja", told)).toBe(1);
  expect(under("ja", told, told)).toBe(2);
  expect(under("ja", line("q1", "n1"))).toBe(2);
  expect(under("en", told)).toBe(2);
});
