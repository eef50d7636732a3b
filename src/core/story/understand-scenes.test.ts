import { describe, expect, it } from "vitest";
import { bookOf } from "../../../test/paragraph-book.ts";
import { bookOf as chaptersOf } from "../../../test/story-fixture.ts";
import type { Story } from "./story.ts";
import { understand } from "./understand.ts";

const talk = ["“Stay close,” said Anna.", "“I am trying to,” said Tom. “It is a long way, and I am tired of it.”"];
const read = (paragraphs: string[], language = "en") => understand(bookOf(paragraphs, language));
const places = (story: Story) =>
  story.scenes
    .map(({ place }) => story.places.find(({ id }) => id === place))
    .map((place) => [place?.name, place?.kind]);

describe("scenes that move", () => {
  const start = ["Anna and Tom stood in the church. It was midnight, and the moon shone on the pillars.", ...talk];

  it.each([
    [
      "goes down a street",
      "Down the long steps of Rope Street they went, with the coat flying behind.",
      "Rope Street",
      "street",
    ],
    [
      "dodges in at a door",
      "He dodged in at the kitchen door of the Farrow Arms.",
      "the kitchen of the Farrow Arms",
      "kitchen",
    ],
    ["is suddenly elsewhere", "She found herself in a long, low hall, lit by a row of lamps.", "the hall", "hall"],
    ["reaches a place", "At last they reached the lighthouse.", "the lighthouse", "tower"],
    ["comes to a lamp room", "They climbed up into the lamp room.", "the lamp room", "room"],
    [
      "falls into water",
      "Her foot slipped, and she soon made out that she was in the pool of tears.",
      "the pool",
      "river",
    ],
    ["puts out to sea", "Out through the harbour mouth they went.", "the sea", "ship"],
  ])("[D4] opens a scene where somebody %s", (_, move, name, kind) => {
    const story = read([...start, move, ...talk]);
    expect(places(story).at(-1)).toEqual([name, kind]);
    expect(story.scenes).toHaveLength(2);
    expect(bookOf([...start, move, ...talk]).text.slice(story.scenes[1]?.start)).toMatch(
      new RegExp(`^${move.slice(0, 12)}`),
    );
  });

  it.each([
    ["speech", "“We went into the forest and reached the castle,” said Anna."],
    ["a memory", "Anna had gone into the forest once, and had reached the castle."],
    ["years ago", "Ten years ago she ran down into the harbour in the rain."],
    ["a plan", "Tom wanted to go into the garden."],
    ["a comparison", "Tom looked as if he went into the forest every day."],
    ["a look", "Anna looked out into the garden."],
    ["somebody who leaves", "The stranger bolted away down Rope Street."],
    ["a visitor", "The door flew open, and a young lady entered the room."],
  ])("stays where it is in %s", (_, sentence) => {
    expect(places(read([...start, sentence, ...talk])).map(([name]) => name)).toEqual(["the church"]);
  });

  it("[D4] keeps hour and weather over a move", () => {
    const story = read([
      "It was raining. At midnight Anna stood in the harbour, and the rain fell and fell.",
      ...talk,
      "They ran up into the church.",
      ...talk,
    ]);
    expect(story.scenes.map(({ time, weather }) => [time, weather])).toEqual([
      ["night", "rain"],
      ["night", "rain"],
    ]);
  });

  it("lets somebody leave in the last line without a scene of its own", () => {
    expect(places(read([...start, "Anna ran down into the harbour."]))).toEqual([["the church", "church"]]);
  });

  it("[D4] is in no place that somebody only imagines", () => {
    const told = (words: string) => places(read([words, ...talk]))[0]?.[1];
    expect(told("Anna and Tom sat in the temple where the poets slept.")).toBe("shrine");
    expect(told("Tom imagined that he had a seat in the temple where the poets slept.")).not.toBe("shrine");
  });

  it("goes on after a break where the last lines were bound for", () => {
    const story = read([
      "Anna woke at dawn on the quay. She had to wait until past nine.",
      "A path of wet stones ran out to the lighthouse. Anna put on the coat and ran.",
      "* * *",
      "At the top of a hundred steps sat Hester Vane.",
      "“You are late,” said Hester Vane.",
    ]);
    expect(places(story).at(-1)).toEqual(["the lighthouse", "tower"]);
    expect(story.scenes.map(({ time }) => time)).toEqual(["dawn", "day"]);
  });

  it("sits in a room where the address is a street", () => {
    const story = read(["At three o’clock I was at Baker Street. I sat down beside the fire and waited.", ...talk]);
    expect(places(story)).toEqual([["the rooms in Baker Street", "room"]]);
  });

  it("knows a scene by what stands in it", () => {
    const story = read([
      "“Here!” cried Anna. She tipped over the jury-box, and all the jurymen fell. The jurors wept.",
      "“The jury must wait,” said Tom.",
    ]);
    expect(places(story)).toEqual([["the court", "courtroom"]]);
  });
});

describe("Japanese scenes that move", () => {
  const start = [
    "夜、弥助と小梅は河原に立っていた。雨が降っていた。",
    "「寒いな」と弥助は言った。",
    "「うん」と小梅が言った。",
  ];

  it.each([
    ["弥助は坂を駆け上がり、櫓に上った。", "櫓"],
    ["櫓の小梅は、目を閉じた。", "櫓"],
    ["小梅は村の墓地へ行って、かくれていました。", "墓地"],
  ])("[D4] opens one at %s", (move, name) => {
    const story = read(
      [
        ...start,
        move,
        "「遠くまで来てしまったな。もう帰れないぞ」と弥助は言った。",
        "「帰ろう、暗くなる前に」と小梅が言った。",
      ],
      "ja",
    );
    expect(places(story).at(-1)?.[0]).toBe(name);
    expect(story.scenes).toHaveLength(2);
  });

  it.each(["弥助は山へ行こうと思った。", "「櫓に上った」と小梅は言った。", "弥助は村へ帰らなかった。"])(
    "stays for %s",
    (sentence) => {
      expect(read([...start, sentence, "「さあ」と弥助は言った。"], "ja").scenes).toHaveLength(1);
    },
  );
});

describe("moods", () => {
  it("reads them from words, and leaves a plain scene without one", () => {
    const mood = (paragraphs: string[], language = "en") => read(paragraphs, language).scenes[0]?.mood;
    expect(
      mood(["Anna wept. “It is so sad,” she sobbed. Tom sighed over the grave of his friend, lonely and wretched."]),
    ).toBe("sad");
    expect(mood(["Tom laughed, and Anna danced, happy and merry. Everybody cheered."])).toBe("joyful");
    expect(mood(["小梅は泣いた。涙が落ちた。弥助はうなだれ、悲しかった。"], "ja")).toBe("sad");
    expect(mood(["Anna put the cup on the table. Tom took the chair."])).toBeNull();
  });
});

describe("the cast, once more", () => {
  it("joins two names that somebody gives as their own", () => {
    const story = read([
      "“I’m Delphine on paper and Dilly out loud,” said Dilly.",
      "“Delphine is a ship,” said Tom. “Delphine!”",
      "“No,” said Dilly.",
    ]);
    expect(story.cast.map(({ name, aliases }) => [name, aliases])).toEqual([
      ["Dilly", ["Delphine"]],
      ["Tom", []],
    ]);
  });

  it("takes the poor child for whoever was just named, and a child for a child", () => {
    const story = read([
      "Alice was seven years old. She ran to the door. It was shut. Alice sat down, and the poor child wept.",
      "“Oh dear!” said the poor child.",
      "“Hush,” said Alice.",
    ]);
    expect(story.cast.map(({ name, looks }) => [name, looks.age?.value])).toEqual([["Alice", "child"]]);
  });

  it("knows birds by what they are, and a mouse by no gender that the text does not give", () => {
    const story = read([
      "There were a Lory and an Eaglet. “I am older,” said the Lory. The Lory sat down.",
      "“Speak English,” said the Eaglet. The Eaglet bent down its head.",
      "“Sit down,” said the Mouse. The Mouse looked at Alice, and she smiled at it.",
      "“Yes,” said Alice.",
    ]);
    const of = (name: RegExp) => story.cast.find((person) => name.test(person.name));
    expect(of(/Lory/)?.looks.species?.value).toBe("bird");
    expect(of(/Eaglet/)?.looks.species?.value).toBe("bird");
    expect(of(/Mouse/)).toMatchObject({ gender: null });
  });

  it("finds two gentlemen who have no names, a fox by its name, and a maid who is introduced", () => {
    const names = (paragraphs: string[]) => read(paragraphs, "ja").cast.map(({ name }) => name);
    expect(
      names([
        "二人の若い紳士が歩いていました。",
        "「損害だ」と一人の紳士が言いました。",
        "「ぼくもだ」と、もひとりが言いました。",
      ]),
    ).toEqual(["紳士", "もう一人の紳士"]);
    const fox = read(
      [
        "「ごん狐」という狐がいました。ごんは穴に居た。ごんは出た。",
        "「兵十だな」とごんは思いました。ごんは見た。ごんは来た。ごんは寝た。ごんは起きた。ごんは泣いた。",
      ],
      "ja",
    );
    expect(fox.cast[0]?.looks.species?.value).toBe("fox");
    expect(
      names(["清という下女がいた。清は泣いた。清は笑った。", "「よいご気性だ」と清が言った。清は帰った。"]),
    ).toEqual(["清"]);
  });
});

describe("Japanese speakers without tags", () => {
  const names = (paragraphs: string[]) => {
    const story = read(paragraphs, "ja");
    return story.quotes.map(({ speaker }) => story.cast.find(({ id }) => id === speaker)?.name ?? null);
  };

  it("hears who is polite, who calls whom, and who keeps to a dialect", () => {
    const said = names([
      "「返してください。杭は県のものです」と水野は言った。",
      "「やんだ！　おらのだべ」と小梅は言った。",
      "「測量に使うのです」と水野は言った。",
      "「お城をこわすんだべ」と小梅は言った。",
      "「僕が決めたのではありません」と水野は言った。",
      "「うそだべ！」",
      "「嘘なら、僕も気が楽です」",
      "「小梅、もうよせ」と鉄蔵は言った。",
      "「おらは知らねえべ」",
    ]);
    expect(said.slice(5)).toEqual(["小梅", "水野", "鉄蔵", "小梅"]);
  });

  it("lets who has just thought go on to speak, and a notice be nobody's speech", () => {
    expect(
      names(["「風は」と凪は言った。", "「北じゃ」と源じいは言った。", "（今だ）", "「水野さん、糸を」と凪は言った。"]),
    ).toContain("凪");
    const notice = read(
      [
        "「入ろう」と弥助は言った。",
        "戸には、こう書いてありました。",
        "「どなたもお入りください」",
        "「入るぞ」と弥助は言った。",
      ],
      "ja",
    );
    expect(notice.quotes.map(({ kind, speaker }) => [kind, speaker === null])[1]).toEqual(["letter", true]);
  });
});

it("[D2] has the one who is named once in a scene that is all about him", () => {
  const lone = [
    "Tom, the eldest, had lit the lamp. He sat down and took off his boots, and he rubbed his feet until he felt them.",
    "Then he opened the letter. He read it twice, and he wept.",
  ];
  const story = understand(
    chaptersOf([
      { title: "One", paragraphs: talk },
      { title: "Two", paragraphs: lone },
    ]),
  );
  const tom = story.cast.find(({ name }) => name === "Tom");
  expect(tom).toBeDefined();
  expect(story.scenes.at(-1)?.present).toEqual([tom?.id]);
});

it("[D4] corridors and chambers of a cave are the cave", () => {
  const story = read([
    "Anna and Tom hurried into the corridor. It was a cave of many rooms, and the cave had never been mapped.",
    ...talk,
    "The stalactites hung over the corridor, and the bats of the cave flew round the corridor and the candle.",
  ]);
  expect(places(story)[0]?.[1]).toBe("cave");
});
