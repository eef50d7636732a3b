import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Book } from "../book/book.ts";
import { bookOf } from "../../../test/paragraph-book.ts";
import type { Story } from "./story.ts";
import { understand } from "./understand.ts";

const nameOf = (story: Story, id: string | null) => story.cast.find((person) => person.id === id)?.name ?? null;
const speakers = (story: Story) => story.quotes.map((quote) => nameOf(story, quote.speaker));
const read = (paragraphs: string[], language = "en") => understand(bookOf(paragraphs, language));

describe("quotes", () => {
  it("[T2] gives spans that take in the marks, and the text without them", () => {
    const book = bookOf(["“Come in,” said Anna Bell. “Sit down.”", "Anna laughed."]);
    for (const quote of understand(book).quotes) {
      expect(book.text.slice(quote.start, quote.end)).toBe(`“${quote.text}”`);
    }
  });

  it("tells apostrophes from single quotes", () => {
    const story = read([
      "‘I won’t,’ said Tom. ‘It’s the sailors’ boat, and I’m tired.’",
      "‘Don’t go, Tom!’ said Mary.",
    ]);
    expect(story.quotes.map(({ text }) => text)).toEqual([
      "I won’t,",
      "It’s the sailors’ boat, and I’m tired.",
      "Don’t go, Tom!",
    ]);
  });

  it("keeps straight quotes apart and nested ones inside", () => {
    const story = read(['"He said \'never\' to me," said Tom. "I heard it."']);
    expect(story.quotes.map(({ text }) => text)).toEqual(["He said 'never' to me,", "I heard it."]);
  });

  it("finds a speech whose opening mark was lost to a decorated initial, and does not take its tag for speech", () => {
    const story = read(['Colder and colder!" cried Anna (she was shivering by now). "Shut the door, Tom!"']);
    expect(story.quotes.map(({ text }) => text)).toEqual(["Colder and colder!", "Shut the door, Tom!"]);
    expect(speakers(story)).toEqual(["Anna", "Anna"]);
  });

  it("lets a speech without a closing mark go on in the next paragraph, by the same speaker", () => {
    const story = read([
      "“It was a long road,” said Anna. “We went on.",
      "“And then we came home.”",
      "Tom nodded at Anna.",
    ]);
    expect(speakers(story)).toEqual(["Anna", "Anna", "Anna"]);
  });

  it("takes words that are only mentioned as a title, without a speaker", () => {
    const story = read(["They called the ship “Old Nell” in the village. Tom sat down.", "“Yes,” said Tom."]);
    expect(story.quotes.map(({ kind, speaker }) => [kind, speaker === null])).toEqual([
      ["title", true],
      ["speech", false],
    ]);
  });
});

describe("speakers", () => {
  it("reads tags after, before and inside the quote, inverted and with adverbs", () => {
    const story = read([
      "“One,” said Anna.",
      "Tom cried, “Two!”",
      "“Three,” Anna quietly replied, “and four.”",
      "“Five,” answered Tom softly.",
    ]);
    expect(speakers(story)).toEqual(["Anna", "Tom", "Anna", "Anna", "Tom"]);
    expect(story.quotes.every(({ evidence }) => evidence?.rule === "tag")).toBe(true);
  });

  it("reads a first name in -ly as a name, not as an adverb", () => {
    expect(speakers(read(["“One,” said Dilly.", "“Two,” said Emily."]))).toEqual(["Dilly", "Emily"]);
  });

  it("resolves he and she over the people near by", () => {
    const story = read(["Anna met Tom at the gate. Tom bowed.", "“Late again,” she said.", "“I ran,” he said."]);
    expect(speakers(story)).toEqual(["Anna", "Tom"]);
  });

  it("takes turns between two speakers where no tag stands", () => {
    const story = read(["“Who is it?” said Anna.", "“Me,” said Tom.", "“Alone?”", "“Quite alone.”", "“Come in.”"]);
    expect(speakers(story)).toEqual(["Anna", "Tom", "Anna", "Tom", "Anna"]);
  });

  it("excludes who is called by name, and takes them for the one spoken to", () => {
    const story = read([
      "Anna and Tom sat down. Tom yawned. Anna smiled.",
      "“Go to bed, Tom.”",
      "Anna shut the window.",
      "“Good night,” said Anna.",
    ]);
    expect(nameOf(story, story.quotes[0]?.speaker ?? null)).toBe("Anna");
    expect(nameOf(story, story.quotes[0]?.addressee ?? null)).toBe("Tom");
  });

  it("takes the one who acts in the same paragraph", () => {
    const story = read(["“Sit down,” said Anna.", "Tom pulled out a chair. “Thank you.”"]);
    expect(speakers(story)).toEqual(["Anna", "Tom"]);
  });

  it("names nobody where the tag names nobody", () => {
    const story = read(["“Sit down,” said Anna.", "“Fire!” shouted somebody."]);
    expect(speakers(story)).toEqual(["Anna", null]);
    expect(story.quotes[1]).toMatchObject({ confidence: 0, evidence: null });
  });

  it("puts an I who tells the story into the cast, and names him where others do", () => {
    const told = [
      "I sat by the fire. I was tired, and my leg hurt.",
      "“You look ill, Watson,” said Holmes.",
      "“I am,” said I.",
      "“Rest, Watson.”",
      "I lay down.",
      "“Good, Watson!” said Holmes.",
    ];
    const story = read(told);
    expect(story.cast.find(({ role }) => role === "narrator")?.name).toBe("Watson");
    expect(speakers(story).slice(0, 2)).toEqual(["Holmes", "Watson"]);
  });

  it("keeps to a roster", () => {
    const story = understand(bookOf(["“One,” said Lizzy.", "“Two,” said Tom."]), {
      roster: [{ name: "Elizabeth Bell", aliases: ["Lizzy"] }],
    });
    expect(story.cast.map(({ name }) => name)).toEqual(["Elizabeth Bell"]);
    expect(speakers(story)).toEqual(["Elizabeth Bell", null]);
  });
});

describe("cast", () => {
  it("joins full names, first names, surnames and titles, and keeps husband and wife apart", () => {
    const story = read([
      "“One,” said Augusta Farrow.",
      "Mr. Farrow came in. “Two,” said Mr. Farrow.",
      "“Three,” said Augusta.",
      "“Four,” said Mrs. Farrow. Mrs. Farrow smiled.",
    ]);
    expect(story.cast.map(({ name, gender }) => [name, gender])).toEqual([
      ["Augusta Farrow", "female"],
      ["Mr. Farrow", "male"],
    ]);
  });

  it("holds no places, months or cries", () => {
    const story = read([
      "In London, in October, Anna walked down Rope Street. “Oh! Heavens!” said Anna.",
      "Anna left London on Monday. “Goodbye, London!” said Anna.",
    ]);
    expect(story.cast.map(({ name }) => name)).toEqual(["Anna"]);
  });

  it("tells looks with the words that prove them, and no more", () => {
    const book = bookOf([
      "“Come,” said Hester Vane.",
      "She was seventy-eight and tiny, with cropped white hair and round spectacles.",
      "“Yes,” said Hester.",
    ]);
    const looks = understand(book).cast[0]?.looks;
    expect(looks?.beard).toBeNull();
    const intro = understand(
      bookOf([
        "Hester Vane was seventy-eight and tiny, with cropped white hair and round spectacles.",
        "“Yes,” said Hester.",
      ]),
    ).cast[0]?.looks;
    expect([
      intro?.age?.value,
      intro?.height?.value,
      intro?.hairColour?.value,
      intro?.hairStyle?.value,
      intro?.glasses?.value,
    ]).toEqual(["old", "short", "white", "short", "spectacles"]);
  });

  it("knows an animal that speaks", () => {
    const story = read(["The White Rabbit ran by. “Late!” said the White Rabbit.", "“Why?” said Alice."]);
    expect(story.cast.find(({ name }) => name === "the White Rabbit")?.looks.species?.value).toBe("rabbit");
  });
});

describe("scenes", () => {
  const pages = [
    "At noon Anna stood on the quay. The sun was shining, and it was a bright day.",
    "“Warm,” said Anna.",
    "* * *",
    "It was raining. At midnight Tom sat in the kitchen by the light of a lantern. The rain fell and fell.",
    "The door creaked. There was a crash.",
  ];

  it("[D4] opens a scene at a break, and gives place, hour and weather where the text does", () => {
    const story = read(pages);
    const seen = story.scenes.map(({ place, time, weather }) => [
      story.places.find(({ id }) => id === place)?.kind,
      time,
      weather,
    ]);
    expect(seen).toEqual([
      ["harbour", "day", "clear"],
      ["kitchen", "night", "rain"],
    ]);
  });

  it("covers the chapter without a gap", () => {
    const book = bookOf(pages);
    const { scenes } = understand(book);
    expect(scenes[0]?.start).toBe(0);
    expect(scenes.at(-1)?.end).toBe(book.text.length);
    for (const [i, scene] of scenes.entries()) if (i > 0) expect(scene.start).toBe(scenes[i - 1]?.end);
  });

  it("leaves unknown what the text does not tell", () => {
    expect(read(["Anna thought of Tom.", "“Well,” said Anna."]).scenes[0]).toMatchObject({
      place: null,
      time: null,
      weather: null,
    });
  });

  it("hears sound words in the narration only", () => {
    expect(read([...pages, "“What a crash!” said Tom."]).sounds.map(({ text }) => text)).toEqual([
      "PITTER PATTER",
      "CREAK",
      "CRASH",
    ]);
  });
});

describe("Japanese", () => {
  const told = [
    "夜、雨はざあざあと降っていた。弥助は台所に座っていた。",
    "「寒いな」と弥助は言った。",
    "「火をおこそう」とお松が言った。",
    "（眠い……）",
    "「頼む」と弥助は答えた。",
  ];

  it("reads speakers by tags and thoughts in brackets", () => {
    const story = read(told, "ja");
    expect(speakers(story).filter((name) => name === "弥助").length).toBeGreaterThanOrEqual(2);
    expect(story.quotes.map(({ kind }) => kind)).toEqual(["speech", "speech", "thought", "speech"]);
  });

  it("takes a role that acts for a person where nobody has a name", () => {
    const story = read(
      [
        "下人は門の下で雨を待っていた。下人は空を見た。下人は歩き出した。",
        "老婆が立っていた。老婆は髪を抜いた。老婆は振り向いた。",
        "「何をしている」と下人は言った。",
      ],
      "ja",
    );
    expect(story.cast.map(({ name, gender }) => [name, gender])).toEqual([
      ["下人", "male"],
      ["老婆", "female"],
    ]);
  });

  it("draws sound words that stand as adverbs", () => {
    expect(read(told, "ja").sounds.map(({ text }) => text)).toEqual(["ざあざあ"]);
  });

  it("knows night and rain", () => {
    expect(read(told, "ja").scenes[0]).toMatchObject({ time: "night" });
  });
});

describe("any text", () => {
  const word = fc.constantFrom(
    "Anna",
    "Mr. Bell",
    "said",
    "he",
    "“",
    "”",
    "‘",
    "’",
    '"',
    "「",
    "」",
    "雨は",
    "と弥助は言った。",
    "ran.",
    "The",
    "crash",
    "forest",
    "in the",
    "!",
    "?",
    ",",
    "*",
    "I",
  );
  const paragraph = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => words.join(" "));
  const books = fc.tuple(
    fc.array(fc.oneof(paragraph, fc.string({ minLength: 1, maxLength: 40 }), fc.constant("* * *")), {
      minLength: 1,
      maxLength: 12,
    }),
    fc.constantFrom("en", "ja", null),
  );

  function spansOf(story: Story): { start: number; end: number }[] {
    const traits = story.cast.flatMap(({ looks }) =>
      Object.values(looks)
        .flat()
        .filter((trait) => trait !== null),
    );
    return [
      ...story.scenes,
      ...story.quotes,
      ...story.sounds,
      ...traits,
      ...story.quotes.flatMap(({ evidence }) => evidence ?? []),
    ];
  }

  it("[T2] gets spans inside the text, quotes in order, and ids that exist", () => {
    fc.assert(
      fc.property(books, ([paragraphs, language]) => {
        const book: Book = bookOf(paragraphs, language);
        const story = understand(book);
        for (const { start, end } of spansOf(story))
          expect(0 <= start && start <= end && end <= book.text.length).toBe(true);
        let last = 0;
        const ids = new Set(story.cast.map(({ id }) => id));
        for (const quote of story.quotes) {
          expect(quote.start).toBeGreaterThanOrEqual(last);
          expect(book.text.slice(quote.start, quote.end)).toContain(quote.text);
          expect(quote.speaker === null || ids.has(quote.speaker)).toBe(true);
          last = quote.end;
        }
      }),
      { numRuns: 150, seed: 7 },
    );
  });

  it("[T3] gets the same story twice", () => {
    fc.assert(
      fc.property(books, ([paragraphs, language]) => {
        const book = bookOf(paragraphs, language);
        expect(JSON.stringify(understand(book))).toBe(JSON.stringify(understand(book)));
      }),
      { numRuns: 30, seed: 11 },
    );
  });

  it("takes time in proportion to the length", () => {
    const page = [
      "Anna Bell walked into the kitchen at noon.",
      "“Tea?” said Anna.",
      "“Please,” said Tom.",
      "“Sugar?”",
      "“No.”",
    ];
    const story = understand(bookOf(Array.from({ length: 1200 }, () => page).flat()));
    expect(story.quotes).toHaveLength(4800);
  }, 15_000);
});
