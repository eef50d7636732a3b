import { expect, it } from "vitest";
import { noLooks } from "../../../test/people.ts";
import type { Gender, Person } from "../story/story.ts";
import { newDraft } from "./draft.ts";
import { type Framing, withPeople } from "./framing.ts";
import { leftBehind } from "./left-behind.ts";

const person = (id: string, name: string, gender: Gender): Person => ({
  id,
  name,
  aliases: [],
  gender,
  role: "main",
  looks: noLooks,
  mentions: 9,
});
const cast = new Map(
  [person("m", "Mary", "female"), person("a", "Martha", "female"), person("t", "Tom", "male")].map((one) => [
    one.id,
    one,
  ]),
);

/** The last of these captions, in each of which Martha or whoever is given was to be seen. */
function last(captions: readonly string[], seen: readonly string[] = ["a"]): Framing | undefined {
  const text = captions.join("\n");
  const rest = { addressee: null, size: 9, tag: "", deed: "", title: false, turn: null, certain: true };
  const drafts = captions.map((caption) => {
    const start = text.indexOf(caption);
    const draft = newDraft("quiet");
    const pieces = [{ start, end: start + caption.length, ending: "as-is" as const }];
    draft.lines.push({ kind: "narration", speaker: null, pieces, ...rest });
    return draft;
  });
  const framings = drafts.map(() => withPeople("quiet", "medium", seen, { place: "p1", named: false }));
  return leftBehind(drafts, framings, { text, rules: "en", cast, present: new Set(cast.keys()), home: "p1" }).at(-1);
}

const parting = ["Martha laughed.", "After she was gone Mary turned down the walk."];

it("[D2] when she was gone, the she who goes on is the one who stayed", () => {
  expect(last([...parting, "She went toward the wall."])).toMatchObject({ seen: ["m"] });
  expect(last([...parting, "Martha came back.", "She ran."])).toMatchObject({ seen: ["a"] });
  expect(last(["Martha laughed.", "After he was gone Mary turned.", "She went."])).toMatchObject({ seen: ["a"] });
});

it("[D2] who is told to be dead is not seen alive, who only hears of it is", () => {
  expect(last(["Martha had died in the night."])).toMatchObject({ seen: [], scenery: "place", place: "p1" });
  expect(last(["Martha was ill, and it was because she had just died that they wailed."])).toMatchObject({ seen: [] });
  expect(last(["Martha had died in the night."], ["a", "m"])).toMatchObject({ seen: ["m"] });
  expect(last(["Mary heard that she was dead."], ["m"])).toMatchObject({ seen: ["m"] });
  expect(last(["Tom wept because she had died."], ["t"])).toMatchObject({ seen: ["t"] });
});
