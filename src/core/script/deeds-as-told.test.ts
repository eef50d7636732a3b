import { expect, it } from "vitest";
import { noLooks } from "../../../test/people.ts";
import type { Person, PlaceKind } from "../story/story.ts";
import { deedsAsTold } from "./deeds-as-told.ts";
import { bring, type Draft, newDraft, type Part } from "./draft.ts";
import { type Framing, withPeople } from "./framing.ts";
import type { Scenery } from "./script.ts";

const person = (id: string, name: string, gender: "male" | "female"): Person => ({
  id,
  name,
  aliases: [],
  gender,
  role: "main",
  looks: noLooks,
  mentions: 9,
});
const cast = new Map([person("t", "Tom", "male"), person("a", "Ann", "female")].map((one) => [one.id, one]));
const rest = { addressee: null, size: 9, tag: "", deed: "", title: false, turn: null, certain: true };

interface Given {
  who?: string[];
  part?: Partial<Part>;
  framing?: Partial<Framing>;
  kind?: PlaceKind;
  rules?: "en" | "ja";
  line?: string;
}

/** How a panel with this caption is seen in which Tom does something. */
function seen(
  caption: string,
  { who = ["t"], part = {}, framing, kind = "room", rules = "en", line }: Given = {},
): Framing {
  const text = `${caption}\n${line ?? ""}`;
  const draft: Draft = newDraft("action");
  const piece = (start: number, end: number) => [{ start, end, ending: "as-is" as const }];
  draft.lines.push({ kind: "narration", speaker: null, pieces: piece(0, caption.length), ...rest });
  if (line !== undefined)
    draft.lines.push({ kind: "speech", speaker: "a", pieces: piece(caption.length + 1, text.length), ...rest });
  for (const id of who) bring(draft, id, { acts: true, ...part });
  const given = { ...withPeople("action", "full", who, { place: "p1", named: false }), ...framing };
  const [out] = deedsAsTold([draft], [given], {
    text,
    rules,
    cast,
    narrator: null,
    handed: new Set(["t", "a"]),
    home: "p1",
    kindOf: () => kind,
    things: { looksSo: () => true },
    shown: { rested: () => true, note: () => undefined },
  });
  if (out === undefined) throw new Error("no panel came back");
  return out;
}

it("[D5] a head in arms is seen from behind, and who kneels so is left kneeling", () => {
  expect(seen("Tom buried his head in his arms.")).toMatchObject({ fromBehind: true, shot: "medium" });
  expect(seen("トムは机に突っ伏した。", { rules: "ja" })).toMatchObject({ fromBehind: true });
  expect(seen("He knelt, his face hidden in the pillow.", { part: { pose: "kneel" } })).not.toHaveProperty(
    "fromBehind",
  );
  expect(seen("Tom raised his head.")).not.toHaveProperty("fromBehind");
});

it("[D5] a pistol in a pocket is in no hand, and nobody who shrinks back is seen in the open", () => {
  const aim = {
    framing: { played: { person: "t", pose: "aim", emotion: null }, holds: "pistol", prop: "pistol" },
  } as const;
  const hidden = seen("Tom shrank back into a corner and felt for the pistol in his pocket.", aim);
  expect(hidden).toMatchObject({ shot: "close", holds: null, prop: null, place: null, played: { pose: "stand" } });
  expect(seen("Tom levelled his pistol at the door.", aim)).toMatchObject({ holds: "pistol", shot: "full" });
  expect(seen("Tom drew back into the shadow.")).toMatchObject({ shot: "close" });
});

it("[D5] who is out of breath is seen near, with the face of it", () => {
  expect(seen("Tom stood panting against the wall.")).toMatchObject({ shot: "close", played: { emotion: "tired" } });
});

it("[D5] who lies is not seen upright: the face is near", () => {
  const back = { framing: { shot: "medium", fromBehind: true } } as const;
  expect(seen("As he lay there he heard the bell.", back)).toMatchObject({ shot: "close", seen: ["t"] });
  expect(seen("As he lay there he heard the bell.", back)).not.toHaveProperty("fromBehind");
  for (const caption of ["He lay the book aside.", "She lay in the shade.", "The town lay below him."])
    expect(seen(caption, back).shot, caption).toBe("medium");
});

it("[D5] nobody runs whose path, ship or thought does, nor whom the words stop", () => {
  const run = { part: { pose: "run" } } as const;
  expect(seen("Tom ran across the field.", run)).toMatchObject({ shot: "full" });
  for (const caption of [
    "Tom stepped out on a ledge which ran along the rock.",
    "Tom raced a straight course for the coast.",
    "Tom ran to the gate and stopped.",
    "Ann rushed to him.",
  ])
    expect(seen(caption, run).shot, caption).toBe("medium");
});

it("[D5] a shawl that is thrown over somebody is no throw, and a thought that strikes no blow", () => {
  expect(seen("Tom flung the warm shawl over her.", { part: { pose: "throw" } }).shot).toBe("medium");
  expect(seen("Tom flung a stone at the window.", { part: { pose: "throw" } }).shot).toBe("full");
  const two = { who: ["t", "a"], part: { pose: "strike" } } as const;
  expect(seen("Then a thought struck him, and he went back.", { ...two, who: ["t", "a"] }).kind).toBe("reaction");
  expect(seen("Tom struck the man in the face.", { ...two, who: ["t", "a"] }).kind).toBe("action");
});

it("[D5] there is no bed in a carriage: only the shut eyes are seen", () => {
  const abed = { framing: { played: { person: "t", pose: "abed", emotion: "calm" } } } as const;
  expect(seen("Tom fell asleep.", { ...abed, kind: "cab" })).toMatchObject({
    shot: "close",
    played: { emotion: "asleep" },
  });
  expect(seen("Tom fell asleep.", { ...abed, kind: "bedroom" })).toMatchObject({ shot: "full" });
});

it("[D5] of who is tucked in the bed is seen", () => {
  expect(seen("Ann tucked Tom in and took the candle.")).toMatchObject({ seen: [], prop: "bed" });
});

it("[D5] at whose nose somebody laughs is seen from behind, and blood on a face is not seen as a clean one", () => {
  expect(seen("Ann looked up.", { line: "That is the funniest nose in town." })).toMatchObject({ fromBehind: true });
  expect(seen("Ann looked up.", { line: "That is a fine day." })).not.toHaveProperty("fromBehind");
  expect(seen("Tom's face was covered with blood.")).toMatchObject({ fromBehind: true });
});

it("[D4] a company in white is not seen as a dark one", () => {
  const many = (caption: string, rules: "en" | "ja"): Scenery =>
    seen(caption, { who: [], framing: { scenery: "crowd" }, rules }).scenery;
  expect(many("A long procession came up the hill, all in white.", "en")).toBe("place");
  expect(many("白い着物の行列が坂を上って来ます。", "ja")).toBe("place");
  expect(many("A long procession came up the hill.", "en")).toBe("crowd");
});

it("[D5] who sleeps has shut eyes, one of two as well, and who wakes has not", () => {
  expect(seen("Ann and Tom still slept.")).toMatchObject({ shot: "close", played: { emotion: "asleep" } });
  expect(seen("He was fast asleep.")).toMatchObject({ played: { emotion: "asleep" } });
  for (const caption of [
    "Tom slept and was wakened by a knock.",
    "Tom had slept well.",
    "Ann was fast asleep, and he left.",
    "The others were in the room, and they were still sleeping.",
  ])
    expect(seen(caption).played, caption).toBeUndefined();
});

it("[D5] in Japanese too nobody falls or leaps where another does", () => {
  const felled = { part: { pose: "felled" }, rules: "ja" } as const;
  expect(seen("足を引っぱったら、そいつは仰向けに倒れた。", felled).shot).toBe("medium");
  expect(seen("犬が驚いて飛び上がった。", { part: { pose: "leap" }, rules: "ja" }).shot).toBe("medium");
  expect(seen("Tomは石につまずいて倒れた。", felled).shot).toBe("full");
});
