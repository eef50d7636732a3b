import { expect, it } from "vitest";
import { noLooks } from "../../../test/people.ts";
import type { Person } from "../story/story.ts";
import { bring, type Draft, newDraft } from "./draft.ts";
import { type Framing, withPeople } from "./framing.ts";
import { laidLow } from "./laid-low.ts";
import type { Pose } from "./script.ts";

const person = (id: string, name: string): Person => ({
  id,
  name,
  aliases: [],
  gender: "male",
  role: "main",
  looks: noLooks,
  mentions: 9,
});
const cast = new Map([person("t", "Tom"), person("g", "ごん"), person("b", "Ben")].map((one) => [one.id, one]));
const rest = { addressee: null, size: 9, tag: "", deed: "", title: false, turn: null, certain: true };

/** The second of two captions, in each of which these are seen. */
function second(
  captions: readonly [string, string],
  seen: string[],
  rules: "en" | "ja",
  pose: Pose | null = null,
): Framing | undefined {
  const text = captions.join("\n");
  const drafts = captions.map((caption): Draft => {
    const start = text.indexOf(caption);
    const pieces = [{ start, end: start + caption.length, ending: "as-is" as const }];
    const draft = newDraft("quiet");
    draft.lines.push({ kind: "narration", speaker: null, pieces, ...rest });
    if (pose !== null && caption === captions[0]) for (const id of seen) bring(draft, id, { pose, acts: true });
    return draft;
  });
  const framings = drafts.map(() => withPeople("quiet", "medium", seen, { place: "p1", named: false }));
  return laidLow(drafts, framings, { text, rules, cast, home: "p1" })[1];
}

const played = { person: "t", pose: "felled", emotion: "asleep" };

it("[D2] whoever has fallen senseless still lies there in the next panel", () => {
  expect(second(["Tom fell senseless.", "The chestnuts lay on the floor."], ["t"], "en")).toMatchObject({ played });
  expect(second(["ごんは、ばたりとたおれました。", "土間に栗があります。"], ["g"], "ja")).toMatchObject({
    played: { person: "g", pose: "felled" },
  });
});

it("[D2] he is up again where the words say so, and beside others he is left out", () => {
  expect(second(["Tom fell senseless.", "Tom got up."], ["t"], "en")?.played).toBeUndefined();
  expect(second(["Tom fell senseless.", "It was dark."], ["t", "b"], "en")).toMatchObject({ seen: ["b"] });
  expect(second(["Tom fell asleep.", "It was dark."], ["t"], "en")?.played).toBeUndefined();
});

it("[D2] who merely falls does not lie there asleep in the next panel", () => {
  expect(second(["Tom fell over a stone.", "It was dark."], ["t"], "en", "felled")?.played).toBeUndefined();
  expect(
    second(["石につまずいて尻餅をついた。", "又、不思議な事が起った。"], ["g"], "ja", "felled")?.played,
  ).toBeUndefined();
  expect(second(["A shot rang out.", "It was dark."], ["t"], "en", "felled")).toMatchObject({ played });
});
