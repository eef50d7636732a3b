import { describe, expect, it } from "vitest";
import { personNamed } from "../../../test/people.ts";
import { bring, newDraft } from "./draft.ts";
import { type Framing, withPeople } from "./framing.ts";
import { withoutUnsure } from "./unsure-states.ts";

/** Who is seen beside a caption in which Henry would be. */
function seen(text: string): string[] | undefined {
  const draft = newDraft("quiet");
  const pieces = [{ start: 0, end: text.length, ending: "as-is" as const }];
  const rest = { addressee: null, size: 9, tag: "", deed: "", title: false, turn: null, certain: true };
  draft.lines.push({ kind: "narration", speaker: null, pieces, ...rest });
  bring(draft, "h", { acts: true });
  const framing: Framing = withPeople("reaction", "close", ["h"], { place: null, named: false });
  const cast = new Map([["h", personNamed("h", "Henry", "male")]]);
  return withoutUnsure([draft], [framing], { text, cast })[0]?.seen;
}

describe("a state of the body", () => {
  it("[D10] that only a he is told to be in shows nobody", () => {
    expect(seen("The shock had shattered his nerves, and before morning he lay delirious in a high fever.")).toEqual(
      [],
    );
    expect(seen("She was unconscious when they came.")).toEqual([]);
  });

  it("[D10] of somebody who is named shows him, and a deed of a he is no state", () => {
    expect(seen("Henry was ill, and before morning he lay delirious.")).toEqual(["h"]);
    expect(seen("He opened the letter.")).toEqual(["h"]);
  });
});
