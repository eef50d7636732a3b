import { describe, expect, it } from "vitest";
import type { Place, PlaceKind, Scene } from "../story/story.ts";
import { readSettings, skyIn } from "./setting.ts";

const place = (id: string, name: string, kind: PlaceKind, mentions = 1): Place => ({
  id,
  name,
  kind,
  inside: false,
  mentions,
});
const places = [
  place("p1", "the school", "school", 9),
  place("p2", "the station", "platform", 2),
  place("p3", "Rope Street", "street", 4),
  place("p4", "the kitchen", "kitchen", 4),
];
const scene: Scene = {
  id: "s1",
  chapter: "c1",
  start: 0,
  end: 100,
  place: "p1",
  time: null,
  weather: null,
  mood: null,
  present: [],
};
const english = () => readSettings(scene, places, "en");
const japanese = () => readSettings(scene, places, "ja");

describe("where a panel is", () => {
  it("[D4] is where its words are, else where its scene is", () => {
    expect(english().read("He waited at the station.")).toEqual({ place: "p2", named: true });
    expect(english().read("He waited.")).toEqual({ place: "p1", named: false });
    expect(japanese().read("停車場に着いた。").place).toBe("p2");
    expect(japanese().read("台所で宙返りをした。").place).toBe("p4");
  });

  it("[D4] is out of doors before a house and behind it", () => {
    expect(english().read("He stood in front of the house.").place).toBe("p3");
    expect(japanese().read("兵十の家の前へ来ました。").place).toBe("p3");
    expect(japanese().read("兵十の家で休みました。").place).not.toBe("p3");
  });

  it("[D4] is nowhere rather than in the wrong place", () => {
    expect(english().read("They rode through the forest.").place).toBeNull();
    expect(japanese().read("森へ入った。").place).toBeNull();
  });

  it("[D4] may be a place that looks alike", () => expect(english().read("He ran along the road.").place).toBe("p3"));

  it("[D4] stays there for two panels and then goes home", () => {
    const reader = english();
    const seen = ["They went into the kitchen.", "It was hot.", "She laughed.", "He thought."].map(
      (words) => reader.read(words).place,
    );
    expect(seen).toEqual(["p4", "p4", "p4", "p1"]);
  });

  it("[D4] is not what people only see, want or remember", () => {
    for (const words of [
      "She looked into the kitchen.",
      "He wished he were in the kitchen.",
      "She decided on going into the kitchen.",
    ])
      expect(english().read(words).place, words).toBe("p1");
    expect(japanese().read("さっき台所で見た事を考えた。").place).toBe("p1");
  });
});

describe("the sky", () => {
  it("[D4] is what the words tell of", () => {
    expect(skyIn("The rain came down all night.", "en")).toEqual({ time: "night", weather: "rain" });
    expect(skyIn("月のいい晩でした。", "ja")).toEqual({ time: "night", weather: null });
  });

  it("is not in every word that has its sign", () => {
    for (const words of ["風呂に入った。", "三月の事である。", "空っぽの箱。"]) expect(skyIn(words, "ja")).toBeNull();
    expect(skyIn("He sat down.", "en")).toBeNull();
  });
});
