import { describe, expect, it } from "vitest";
import { noLooks } from "../../../test/people.ts";
import type { Person } from "../story/story.ts";
import { apartFromAbsent } from "./apart-from-absent.ts";
import { bring, type Draft, newDraft } from "./draft.ts";
import { type Framing, withPeople } from "./framing.ts";
import { gripped, leaveTaking } from "./state-words.ts";
import { inToldStates, type StateTools } from "./told-states.ts";

const person = (id: string, name: string, role: Person["role"] = "main"): Person => ({
  id,
  name,
  aliases: [],
  gender: "male",
  role,
  looks: noLooks,
  mentions: 9,
});

const cast = [person("i", "Ned", "narrator"), person("h", "Tom"), person("f", "ごん"), person("m", "兵十")];

const line = { addressee: null, size: 9, tag: "", deed: "", title: false, turn: null, certain: true };

/** A panel with a caption, beside which others may speak. */
function panel(caption: string, said = "", speaker: string | null = null): { draft: Draft; text: string } {
  const draft = newDraft("quiet");
  const text = `${caption} ${said}`;
  const piece = (start: number, end: number) => [{ start, end, ending: "as-is" as const }];
  if (caption !== "") draft.lines.push({ kind: "narration", speaker: null, pieces: piece(0, caption.length), ...line });
  if (said !== "")
    draft.lines.push({ kind: "speech", speaker, pieces: piece(caption.length + 1, text.length), ...line });
  return { draft, text };
}

const tools = (text: string, rules: "en" | "ja"): StateTools => ({
  text,
  rules,
  cast: new Map(cast.map((one) => [one.id, one])),
  present: new Set(["i", "h", "f", "m"]),
  narrator: "i",
  handed: new Set(["i", "h", "m"]),
  low: new Set(["f"]),
  home: "p1",
});

const room = { place: "p1", named: false };

/** How a panel ends up that was to show these people. */
function shown(
  { draft, text }: { draft: Draft; text: string },
  seen: readonly string[],
  rules: "en" | "ja" = "en",
  changes: Partial<Framing> = {},
): Framing | undefined {
  for (const id of seen) bring(draft, id);
  const planned = { ...withPeople("quiet", "medium", seen, room), ...changes };
  return inToldStates([draft], [planned], tools(text, rules))[0];
}

describe("the picture shows the state that its words tell", () => {
  it.each([
    ["Tom crawled across the floor.", "crawl"],
    ["Tom fell headlong to the ground.", "felled"],
    ["Tom was struck by a stone and fell at full length.", "felled"],
    ["Tom fell back and fainted.", "lie"],
    ["Tom climbed up the ladder.", "climb"],
    ["Tom sprang to his feet.", "rise"],
    ["Tom dropped on his knees.", "kneel"],
  ])("[D5] no bust stands beside: %s", (caption, pose) =>
    expect(shown(panel(caption), ["h"], "en", { shot: "close" })).toMatchObject({
      shot: "full",
      place: "p1",
      played: { person: "h", pose },
    }),
  );

  it("[D5] takes no fall for one that did not happen, or that another had", () => {
    for (const caption of ["Tom nearly fell to the ground.", "Tom saw that the horse fell to the ground."])
      expect(shown(panel(caption), ["h"])?.played, caption).toBeUndefined();
    expect(shown(panel("梯子の口まで、這って行った。"), ["m"], "ja")?.played?.pose).toBe("crawl");
    expect(shown(panel("I fell heavily to the ground."), ["h"])?.played).toMatchObject({ person: "i", pose: "felled" });
  });

  it("[D5] leaves who fell on the ground until words raise him", () => {
    const captions = ["Tom fell headlong to the ground.", "Nobody said a word.", "Tom walked home."];
    const text = captions.join(" ");
    const drafts = captions.map((caption) => {
      const draft = newDraft("quiet");
      const start = text.indexOf(caption);
      const pieces = [{ start, end: start + caption.length, ending: "as-is" as const }];
      draft.lines.push({ kind: "narration", speaker: null, pieces, ...line });
      bring(draft, "h");
      return draft;
    });
    const framing = withPeople("quiet", "full", ["h"], room);
    inToldStates(drafts, [framing, framing, framing], tools(text, "en"));
    expect(drafts.map(({ people }) => people.get("h")?.pose)).toEqual([null, "felled", null]);
  });

  it("[D5] shows whom hands are laid on beside the one who does it", () => {
    const { draft, text } = panel("Tom kicked Ned down.");
    bring(draft, "h", { acts: true });
    bring(draft, "i");
    const [framing] = inToldStates([draft], [withPeople("quiet", "close", ["h"], room)], tools(text, "en"));
    expect(framing).toMatchObject({ seen: ["h", "i"], shot: "full" });
    expect(draft.people.get("h")?.pose).toBe("kick");
  });

  it("[D5] shows the hand of who locks a door, and no bust far from it", () => {
    const { draft, text } = panel("Tom locked the door.");
    bring(draft, "h", { acts: true });
    const [framing] = inToldStates([draft], [withPeople("quiet", "close", ["h"], room)], tools(text, "en"));
    expect(framing).toMatchObject({ seen: [], prop: "hand-on-knob" });
  });

  it("[D5] parts who leaves from who is left", () => {
    expect(shown(panel("I left him then, still puffing at his pipe."), ["i", "h"])).toMatchObject({
      seen: ["h"],
      holds: "pipe",
    });
    expect(shown(panel("I left him and returned to the farm."), ["i", "h"])).toMatchObject({ seen: ["i"] });
    expect(leaveTaking("I left him no choice.")).toBeNull();
  });

  it("[D5] lets nobody stand beside the words that he is asleep", () =>
    expect(shown(panel("", "He is asleep. You can see him.", "h"), ["h", "m"])).toMatchObject({ seen: ["h"] }));

  it("[D5] lays down who falls asleep, and nobody who does not", () => {
    expect(shown(panel("Tom fell asleep instantly."), ["h"])?.played).toMatchObject({ person: "h", pose: "lie" });
    expect(shown(panel("Tom never fell asleep."), ["h"])?.played).toBeUndefined();
    const sleeper = panel("Tom made his hole in the snow and slept the sleep of the just.");
    expect(shown(sleeper, ["h"])?.played).toMatchObject({ person: "h", pose: "lie" });
  });

  it("[D5] lets a beast crouch that is small in its place", () => {
    const crouching = shown(panel("ごんは、井戸のそばにしゃがんでいました。"), ["f"], "ja", { shot: "wide" });
    expect(crouching).toMatchObject({ shot: "wide", placed: true, played: { person: "f", pose: "crouch" } });
    expect(shown(panel("二人ともうずくまって動けない。"), ["i"], "ja")?.played).toBeUndefined();
  });

  it("[D5] moves the face and the body of who paces in agitation", () =>
    expect(shown(panel("He paced about the room in great agitation."), ["h"])?.played).toMatchObject({
      pose: "walk",
      emotion: "afraid",
    }));

  it("[D5] shows whom the caption is about, and not who only speaks beside it", () =>
    expect(shown(panel("Tom was more and more puzzled.", "Serpents!", "f"), ["f"])).toMatchObject({
      seen: ["h"],
      played: { person: "h", emotion: "thinking" },
    }));

  it("[D5] shows the gun that smokes", () =>
    expect(shown(panel("青い煙が、まだ筒口から細く出ていました。"), ["m"], "ja")).toMatchObject({
      seen: [],
      prop: "gun-smoke",
    }));

  it("[D5] shows the gun that is fired or aimed, and none that is not", () => {
    const prop = "pistol";
    expect(shown(panel("In her hand she held a revolver, and she fired it at Tom."), ["h"])).toMatchObject({ prop });
    expect(shown(panel("彼は拳銃を構えた。"), ["i"], "ja")).toMatchObject({ seen: [], prop });
    expect(shown(panel("She held a revolver and never fired."), ["h"])?.prop).toBeNull();
  });

  it("[D5] sets into the chair who flings himself into it", () =>
    expect(shown(panel("He flung himself exhausted into an armchair."), ["h"])?.played?.pose).toBe("sit"));

  it("[D5] shows him for whom a crowd claps that would stand still", () => {
    const crowd = { scenery: "faces" } as const;
    expect(shown(panel("生徒は拍手をもって迎えた。"), [], "ja", crowd)).toMatchObject({ seen: ["i"] });
    expect(shown(panel("生徒は黙っていた。"), [], "ja", crowd)).toMatchObject({ seen: [], scenery: "faces" });
  });

  it("[D5] puts into both hands what they grip", () => {
    expect(gripped("袂の中の卵が困るから、両手で握りながら来た。")).toBe("egg");
    expect(gripped("卵が割れた。")).toBeNull();
  });

  it("[D5] shows who has grown before no room, for a while", () => {
    const { draft, text } = panel("Tom felt his head pressing against the ceiling.");
    const framing = withPeople("quiet", "medium", ["h"], room);
    const after = inToldStates([draft, newDraft("quiet")], [framing, framing], tools(text, "en"));
    expect(after.map(({ place }) => place)).toEqual([null, null]);
  });
});

describe("a caption that says who has not come", () => {
  const apart = (caption: string) => {
    const { draft, text } = panel(caption, "Starving.", "h");
    bring(draft, "h", { speaks: true });
    bring(draft, "i");
    return apartFromAbsent([draft], new Map(), tools(text, "en")).drafts;
  };

  it("[D5] stands in a panel before the one in which he speaks", () => {
    const [before, after] = apart("Tom had not come back yet.");
    expect([...(before?.people.keys() ?? [])]).toEqual(["i"]);
    expect(after?.lines.map(({ kind }) => kind)).toEqual(["speech"]);
  });

  it("stays where it is when he is there", () => expect(apart("Tom had come back.")).toHaveLength(1));
});
