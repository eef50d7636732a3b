import { describe, expect, it } from "vitest";
import { personNamed as person } from "../../../test/people.ts";
import { broughtIn } from "./brought-in.ts";
import { type Line, newDraft } from "./draft.ts";
import { withPeople } from "./framing.ts";

const cast = [
  person("i", "John", "male", "narrator"),
  person("k", "Kantos Kan", "male"),
  person("a", "Ann", "female"),
  person("w", "Lord Wick", "male"),
];

/** Who is seen beside a caption that would have shown somebody else; `voice` speaks in the panel. */
function seenBeside(
  words: string,
  seen: string,
  { voice = false, rules = "en", place = "p1" }: { voice?: boolean; rules?: "en" | "ja"; place?: string | null } = {},
): string {
  const draft = newDraft("quiet");
  const line: Line = {
    kind: "narration",
    speaker: null,
    addressee: null,
    pieces: [{ start: 0, end: words.length, ending: "as-is" }],
    size: 9,
    tag: "",
    deed: "",
    title: false,
    turn: null,
    certain: true,
  };
  draft.lines.push(line);
  if (voice) draft.lines.push({ ...line, kind: "speech", speaker: seen, pieces: [] });
  const framing = withPeople("quiet", "medium", [seen], { place, named: false });
  const tools = {
    text: words,
    rules,
    cast: new Map(cast.map((one) => [one.id, one])),
    parts: () => true,
  };
  return broughtIn([draft], [framing], tools).map((each) => each.seen.join("+") || `- ${each.place ?? ""}`)[0] ?? "";
}

describe("[D5] words that bring somebody in", () => {
  it("show whoever they name, not the one who tells", () => {
    expect(seenBeside("My fellow prisoner was Kantos Kan, a padwar of the navy.", "i")).toBe("k");
    expect(seenBeside("The tall stranger proved to be Ann.", "i")).toBe("a");
    expect(seenBeside("Round the edge of the door came inquiringly the fair head of Lord Wick.", "i")).toBe("w");
  });

  it("show nobody else where they tell of somebody by looks or by a part", () => {
    expect(seenBeside("One was a tall and formidably handsome woman in the forties.", "w")).toBe("- p1");
    expect(seenBeside("He waited. The head appeared again.", "i")).toBe("- p1");
  });

  it("show nobody where somebody comes in who has looks and no name, whoever speaks", () => {
    expect(seenBeside("He turned, and a tall, stooping man had stepped out of the porch.", "i")).toBe("- p1");
    expect(seenBeside("The latter was a lean young man with spectacles.", "w", { voice: true })).toBe("- p1");
    expect(seenBeside("Another was a sad old lady.", "w", { place: null })).toBe("- ");
    expect(seenBeside("見知らぬ男がはいって来た。", "i", { rules: "ja" })).toBe("- p1");
    expect(seenBeside("もう一人は色の黒い四角な顔の男だった。", "w", { rules: "ja" })).toBe("- p1");
    expect(seenBeside("男は黙っていた。", "w", { rules: "ja" })).toBe("w");
  });

  it("leave who is meant, who speaks and every other caption alone", () => {
    expect(seenBeside("My fellow prisoner was Kantos Kan.", "k")).toBe("k");
    expect(seenBeside("The head appeared again.", "i", { voice: true })).toBe("i");
    expect(seenBeside("My intention was not to go.", "i")).toBe("i");
    expect(seenBeside("One was never sure of him, and he was an honest man.", "w")).toBe("w");
  });
});
