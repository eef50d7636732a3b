import { expect, it } from "vitest";
import { newDraft } from "./draft.ts";
import { withPeople } from "./framing.ts";
import { tellsCostume, withoutToldDress } from "./told-dress.ts";

/** What is seen beside a caption where this one was to be. */
function seenBeside(text: string, place: string | null) {
  const draft = newDraft("quiet");
  const pieces = [{ start: 0, end: text.length, ending: "as-is" as const }];
  const rest = { addressee: null, size: 9, tag: "", deed: "", title: false, turn: null, certain: true };
  draft.lines.push({ kind: "narration", speaker: null, pieces, ...rest });
  const framing = withPeople("establish", "medium", ["a"], { place, named: false });
  return withoutToldDress([draft], [framing], { text, home: null })[0];
}

it("a dress of soldiers or a disguise is told by its words", () => {
  expect(tellsCostume("二人の若い紳士が、すっかりイギリスの兵隊のかたちをして")).toBe(true);
  expect(tellsCostume("He came disguised as a priest.")).toBe(true);
  expect(tellsCostume("She was dressed in black.")).toBe(false);
});

it("[D5] nobody is seen in other clothes than the caption tells", () => {
  expect(seenBeside("He came disguised as a priest.", "p1")).toMatchObject({ seen: [], scenery: "place" });
  expect(seenBeside("He came disguised as a priest.", null)).toMatchObject({ seen: [], scenery: "tone" });
  expect(seenBeside("He came with a priest.", "p1")).toMatchObject({ seen: ["a"] });
});
