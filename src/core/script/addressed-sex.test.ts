import { expect, it } from "vitest";
import { personNamed } from "../../../test/people.ts";
import { rightlyAddressed, sexAddressed } from "./addressed-sex.ts";
import { newDraft } from "./draft.ts";
import { withPeople } from "./framing.ts";

const people = [
  personNamed("a", "Ada", "female"),
  personNamed("b", "Mrs. Orr", "female"),
  personNamed("t", "Tom", "male"),
];
const cast = new Map(people.map((person) => [person.id, person]));

/** Who is seen where a line is said, by somebody or by a voice from beyond the picture. */
function seenAt(text: string, speaker: string | null, seen: string[]): string[] {
  const draft = newDraft("talk");
  const pieces = [{ start: 0, end: text.length, ending: "as-is" as const }];
  const rest = { addressee: null, size: 9, tag: "", deed: "", title: false, turn: null, certain: true };
  draft.lines.push({ kind: "speech", speaker, pieces, ...rest });
  const framing = withPeople("talk", "wide", seen, { place: "p1", named: false });
  return rightlyAddressed([draft], [framing], { text, rules: "en", cast, home: null })[0]?.seen ?? [];
}

it("an address tells a sex only where it calls somebody", () => {
  expect(sexAddressed("Why, my good man, what are you doing?")).toBe("male");
  expect(sexAddressed("Yes, madam.")).toBe("female");
  expect(sexAddressed("I saw the old man with my lady.")).toBeNull();
  expect(sexAddressed("Come, sir! Come, madam!")).toBeNull();
});

it("[D5] nobody stands there as the one spoken to whose sex the address denies", () => {
  expect(seenAt("Why, my good man, let me pass.", "a", ["a", "b"])).toEqual(["a"]);
  expect(seenAt("Why, my good man, let me pass.", "a", ["a", "t"])).toEqual(["a", "t"]);
  expect(seenAt("Let me pass.", "a", ["a", "b"])).toEqual(["a", "b"]);
  expect(seenAt("Why, my good man, let me pass.", null, ["b"])).toEqual([]);
});
