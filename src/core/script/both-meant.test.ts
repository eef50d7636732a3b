import { describe, expect, it } from "vitest";
import { noLooks } from "../story/looks.ts";
import type { Person } from "../story/story.ts";
import { bothMeant } from "./both-meant.ts";
import { newDraft } from "./draft.ts";
import { withPeople } from "./framing.ts";

const person = (id: string, name: string): Person => ({
  id,
  name,
  aliases: [],
  gender: "male",
  role: "main",
  looks: noLooks(),
  mentions: 9,
});

/** Who is seen beside a caption that had only the first of those people. */
function seen(text: string, rules: "en" | "ja", people: readonly Person[]): string[] | undefined {
  const draft = newDraft("quiet");
  const piece = { start: 0, end: text.length, ending: "as-is" as const };
  const line = { kind: "narration", speaker: null, addressee: null, pieces: [piece], size: text.length } as const;
  draft.lines.push({ ...line, pieces: [piece], tag: "", deed: "", title: false, turn: null, certain: true });
  const ids = new Set(people.map(({ id }) => id));
  const framing = withPeople("quiet", "close", ["a"], { place: null, named: false });
  const cast = new Map(people.map((each) => [each.id, each]));
  return bothMeant([draft], [framing], { text, rules, cast, present: ids, handed: ids })[0]?.seen;
}

/** The shot of two people who are seen from head to foot, beside a caption. */
function shotOf(text: string, rules: "en" | "ja"): string | undefined {
  const draft = newDraft("quiet");
  const piece = { start: 0, end: text.length, ending: "as-is" as const };
  const line = { kind: "narration", speaker: null, addressee: null, pieces: [piece], size: text.length } as const;
  draft.lines.push({ ...line, pieces: [piece], tag: "", deed: "", title: false, turn: null, certain: true });
  const framing = withPeople("action", "full", ["a", "b"], { place: "p1", named: false });
  const ids = new Set(["a", "b"]);
  return bothMeant([draft], [framing], { text, rules, cast: new Map(), present: ids, handed: ids })[0]?.shot;
}

describe("words about two", () => {
  it("[D5] bring them near who hold together: head to foot they would stand apart", () => {
    expect(shotOf("二人は互いによりそって、扉を開けました。", "ja")).toBe("medium");
    expect(shotOf("They huddled close together.", "en")).toBe("medium");
    expect(shotOf("They went their ways.", "en")).toBe("full");
  });

  const men = [person("a", "紳士"), person("b", "もう一人の紳士"), person("c", "山猫")];
  const friends = [person("a", "Tom"), person("b", "Ben")];

  it("[D5] show both: the other of the same name, or the only other one there", () => {
    expect(seen("そこで二人はやっと安心しました。", "ja", men)).toEqual(["a", "b"]);
    expect(seen("The two men walked on.", "en", friends)).toEqual(["a", "b"]);
    expect(seen("室はけむりのように消え、二人は寒さにふるえて、草の中に立っていました。", "ja", men)).toEqual([
      "a",
      "b",
    ]);
    expect(seen("二人の若い紳士が、山を歩いていました。", "ja", men)).toEqual(["a", "b"]);
  });

  it("[D5] leave one alone where nobody knows who the other is, or the words are of something else", () => {
    expect(seen("The two men walked on.", "en", [...friends, person("c", "Sam")])).toEqual(["a"]);
    expect(seen("The two last days were cold.", "en", friends)).toEqual(["a"]);
    expect(seen("紳士は安心しました。", "ja", men)).toEqual(["a"]);
  });
});
