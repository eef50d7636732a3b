import { describe, expect, it } from "vitest";
import type { Place, PlaceKind, Scene } from "../story/story.ts";
import { readSettings, skyIn } from "./setting.ts";

const place = (id: string, name: string, kind: PlaceKind, inside: boolean, mentions = 1): Place => ({
  id,
  name,
  kind,
  inside,
  mentions,
});
const places = [
  place("p1", "the school", "school", true, 9),
  place("p2", "the station", "platform", false, 2),
  place("p3", "Rope Street", "street", false, 4),
  place("p4", "the kitchen", "kitchen", true, 4),
  place("p5", "the sitting-room", "room", true, 3),
];

const sceneOf = (home: string | null, text: string): Scene => ({
  id: "s1",
  chapter: "c1",
  start: 0,
  end: text.length,
  place: home,
  time: null,
  weather: null,
  mood: null,
  present: [],
});

/** What is read of each sentence of a scene that is set in `home`; what stands in quotes is spoken. */
function read(sentences: readonly string[], home: string | null = "p1", rules: "en" | "ja" = "en"): (string | null)[] {
  const text = sentences.join(rules === "ja" ? "" : " ");
  const reader = readSettings(sceneOf(home, text), places, rules, text);
  let at = 0;
  return sentences.map((words) => {
    const start = text.indexOf(words, at);
    at = start + words.length;
    const talks = /[“「]/.test(words);
    return reader.read(talks ? "" : words, { start, end: at }, talks).place;
  });
}

const far = Array.from({ length: 30 }, (_, i) => `Nothing was said of it for the ${i}th time, and nobody was sorry.`);

describe("where a panel is", () => {
  it("[D4] is where its words are, else where its scene is", () => {
    expect(read(["He waited at the station.", "He waited."])).toEqual(["p2", "p2"]);
    expect(read(["The lesson began.", "He waited."])).toEqual(["p1", "p1"]);
    expect(read(["停車場に着いた。"], "p1", "ja")).toEqual(["p2"]);
    expect(read(["台所で転んだ。"], "p1", "ja")).toEqual(["p4"]);
  });

  it("[D4] is in no room while only the open air is told of", () => {
    const talk = "“Is that serious?”";
    expect(read(["He sat in his chair by the fire.", talk], "p5")).toEqual(["p5", "p5"]);
    expect(read([...far.slice(0, 12), "The fog lay over the moor.", "The stars were bright.", talk], "p5").at(-1)).toBe(
      null,
    );
  });

  it("[D4] is nowhere while a caption passes on to a place of another look", () => {
    expect(read(["He waited at the station. There was the long tunnel down which he fled."])).toEqual([null]);
    expect(read(["He waited in the street. The gate was shut."])).toEqual(["p3"]);
  });

  it("[D4] is out of doors before a house and behind it", () => {
    expect(read(["He stood in front of the house."])).toEqual(["p3"]);
    expect(read(["兵十の家の前へ来ました。"], "p1", "ja")).toEqual(["p3"]);
    expect(read(["兵十の家で休みました。"], "p1", "ja")).not.toEqual(["p3"]);
  });

  it("[D4] is nowhere rather than in the wrong place", () => {
    expect(read(["They rode through the forest."])).toEqual([null]);
    expect(read(["森へ入った。"], "p1", "ja")).toEqual([null]);
  });

  it("[D4] may be a place that looks alike", () => expect(read(["He ran along the road."])).toEqual(["p3"]));

  it("[D4] is not where nothing around it tells of it", () => {
    expect(read(["It was long ago."])).toEqual([null]);
    const seen = read(["The lesson began.", ...far]);
    expect([seen[0], seen.at(-1)]).toEqual(["p1", null]);
  });

  it("[D4] stays where a talk began, but out of doors only as long as it is told of", () => {
    const talk = Array.from({ length: 40 }, (_, i) => `“I said it ${i} times, and I shall say it again tomorrow.”`);
    expect(read(["The kettle stood in the kitchen.", ...talk], "p4").at(-1)).toBe("p4");
    expect(read(["They met in the street.", ...talk], "p3").at(-1)).toBeNull();
  });

  it("[D4] is a room where the words are of its furniture", () => {
    const seen = read(["He rose from his chair by the fireside and crossed the carpet to the door.", "“Well?”"], "p3");
    expect(seen).toEqual(["p5", "p5"]);
  });

  it("[D4] is not yet where they come to in the next sentence", () =>
    expect(read(["He looked behind him.", "They walked on and came to the kitchen."], "p4")[0]).toBeNull());

  it("[D4] is no town of hot springs where nobody bathes", () => {
    const bath = [...places, place("p6", "温泉", "bath", true)];
    const text = "おれは温泉の町へ行った。湯壺に入った。";
    const reader = readSettings(sceneOf("p6", text), bath, "ja", text);
    expect(reader.read("", { start: 0, end: 12 }, false)).toMatchObject({ place: null });
    expect(reader.read("湯壺に入った。", { start: 12, end: 19 }, false)).toMatchObject({ bathes: true });
  });

  it("[D4] is not told by what is said in it", () => expect(read(["“At the school!”", "He waited."])[1]).toBeNull());

  it("[D4] is not what people only see, want or remember", () => {
    for (const words of [
      "She looked into the kitchen.",
      "He wished he were in the kitchen.",
      "She decided on going into the kitchen.",
    ])
      expect(read(["The lesson began.", words])[1], words).toBe("p1");
    expect(read(["授業が始まった。", "さっき台所で見た事を考えた。"], "p1", "ja")[1]).toBe("p1");
  });
});

describe("what words describe", () => {
  const country = [...places, place("p6", "the front of the country house", "garden", false)];
  const reading = (words: string, told: readonly Place[], rules: "en" | "ja" = "en") =>
    readSettings(sceneOf("p1", words), told, rules, words).read(words, { start: 0, end: words.length }, false);

  it("[D4] is the picture where nobody does anything in it", () => {
    const house = "Fairbank was a good-sized square house of white stone, standing back a little from the road.";
    expect(reading(house, country)).toMatchObject({ place: "p6", described: true });
    expect(reading("On the left ran a lane.", places)).toMatchObject({ place: "p3", described: true });
    expect(reading("He stood in the lane.", places).described).toBeUndefined();
    const grave = [...places, place("p7", "墓", "graveyard", false)];
    expect(reading("だから清の墓は小日向にある。", grave, "ja")).toMatchObject({ place: "p7", described: true });
  });

  it("[D4] is no longer here where it was long ago, or only might be", () => {
    const past = read(["授業が始まった。", "昔は停車場で待った事がある。", "授業が続いた。"], "p1", "ja");
    expect(past).toEqual(["p1", null, "p1"]);
    expect(read(["授業が始まった。", "主人の台所へ帰るべき筈である。"], "p1", "ja")[1]).not.toBe("p4");
  });

  it("[D4] is a street where people drive through streets, and the door where they stop at it", () => {
    expect(read(["We rattled through an endless labyrinth of gas-lit streets."], "p4")).toEqual(["p3"]);
    expect(read(["We had stopped at the door."], "p5")).toEqual(["p3"]);
    expect(read(["The cab was waiting at the door as I entered the kitchen."], "p5")).toEqual(["p4"]);
  });
});

describe("the sky", () => {
  it("[D4] is what the words tell of", () => {
    expect(skyIn("The rain came down all night.", "en")).toEqual({ time: "night", weather: "rain" });
    expect(skyIn("月のいい晩でした。", "ja")).toEqual({ time: "night", weather: null });
  });

  it("is not in every word that has its sign", () => {
    for (const words of ["風呂に入った。", "三月の事である。", "空っぽの箱。", "横風な男だ。"])
      expect(skyIn(words, "ja")).toBeNull();
    expect(skyIn("He sat down.", "en")).toBeNull();
  });
});
