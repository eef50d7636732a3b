import { describe, expect, it } from "vitest";
import { bookOf } from "../../../test/paragraph-book.ts";
import { understand } from "./understand.ts";

/** Who says each line, and how sure that is. */
function said(paragraphs: string[], language = "en") {
  const story = understand(bookOf(paragraphs, language));
  return story.quotes.map(({ speaker, confidence, kind }) => ({
    name: story.cast.find(({ id }) => id === speaker)?.name ?? null,
    confidence,
    kind,
  }));
}
const names = (paragraphs: string[], language = "en") => said(paragraphs, language).map(({ name }) => name);

describe("two of one kind", () => {
  const both = [
    "The Fish-Footman began by producing a great letter, and this he handed over to the other, saying, in a solemn tone, “For the Duchess.” The Frog-Footman repeated, in the same solemn tone, “From the Queen.” Then they both bowed.",
    "“Good day,” said the Fish-Footman. “Good day,” said the Frog-Footman.",
  ];

  it("say each their own of two lines in one paragraph", () => {
    expect(names(both).slice(0, 2)).toEqual(["the Fish-Footman", "the Frog-Footman"]);
  });

  it("are told apart by who has gone, where only the noun is left of the name", () => {
    const after = ["When Alice looked again, the Fish-Footman was gone.", "“There is no use,” said the Footman."];
    expect(names([...both, "Alice knocked. “Is anybody in?” asked Alice.", ...after]).at(-1)).toBe("the Frog-Footman");
  });
});

describe("he who does something at the end of a paragraph", () => {
  const start = [
    "Tom sat down. “Well?” said Tom.",
    "“The third is his,” said Martin. Martin stood up. “Here it is!” said Martin.",
  ];

  it("is he who speaks in the next", () => {
    const lines = [
      "“Here,” said Martin. “Look!” He quietly shot back a panel in the door.",
      "“He is asleep,” said he.",
    ];
    expect(names([...start, ...lines]).at(-1)).toBe("Martin");
  });

  it("is not where another is named in between, or is called in the line", () => {
    const named = ["“Here,” said Martin. “Look!” He quietly shot back a panel for Tom.", "“He is asleep,” said he."];
    const called = [
      "“Here,” said Martin. “Look!” He quietly shot back a panel in the door.",
      "“He is asleep, Martin,” said he.",
    ];
    for (const lines of [named, called]) expect(said([...start, ...lines]).at(-1)?.confidence).toBeLessThan(0.9);
    expect(names([...start, ...called]).at(-1)).not.toBe("Martin");
  });
});

describe("nobody of the cast speaks", () => {
  const start = ["Anna sat down. “Hush,” said Anna.", "“Why?” said Tom. Tom stood up."];

  it.each([
    ["a voice", "Then came an angry voice from above. And then a voice she had never heard before, “Fire!”"],
    ["a crowd", "They all ran. “Fire!” they cried."],
    ["a chorus", "“Fire!” quite a chorus of voices shouted."],
    ["a party that acts", "They all crowded round, panting and asking, “But who has won?”"],
    ["a woman", "“What a brave fellow,” said a woman."],
    ["our prisoner", "“Do not touch me,” remarked our prisoner as the door fell shut."],
    ["our page-boy", "“A letter,” announced our page-boy."],
    ["a cry", "Suddenly the cry “Fire is in the house!” was heard."],
  ])("where the words give them to %s", (_, line) => {
    expect(names([...start, line]).at(-1)).toBeNull();
  });

  it("but a voice with an owner is his", () => {
    expect(names([...start, "Next came an angry voice—Tom’s—“Where are you?”"]).at(-1)).toBe("Tom");
  });

  it("but a voice that is heard right behind a line is its speaker’s", () => {
    expect(names([...start, "“Who came?” Anna’s voice was high. “Somebody came!”"]).slice(-2)).toEqual([
      "Anna",
      "Anna",
    ]);
    expect(names([...start, "“Who came?” Her voice was high."]).at(-1)).toBe("Anna");
  });

  it("where a report says itself who speaks", () => {
    expect(said([...start, "“The Judge: Where were you?”"]).at(-1)).toMatchObject({ kind: "letter" });
  });

  it("where words stand on a thing of which somebody speaks", () => {
    const line = "As Anna said this, she saw a house with a plate with the name “W. HARE” engraved upon it.";
    expect(said([...start, line]).at(-1)).toMatchObject({ kind: "title", name: null });
  });

  it("where words stand on a thing", () => {
    expect(said([...start, "Anna took a jar that was labelled “MARMALADE”, and smiled."]).at(-1)).toMatchObject({
      kind: "title",
      name: null,
    });
  });
});

describe("who a tag means", () => {
  it("is the one before who", () => {
    expect(
      names([
        "“Sit,” said Anna.",
        "“No,” said Tom.",
        "Anna looked anxiously at Tom, who said, in a low voice, “I must go.”",
      ]).at(-1),
    ).toBe("Tom");
  });

  it("is whom the paragraph before leads to", () => {
    expect(
      names(["“Sit,” said Anna.", "“No,” said Tom.", "Anna took up the paper, and said:", "“Here it is.”"]).at(-1),
    ).toBe("Anna");
  });

  it.each(["Then he bowed, and replied:--", "He bowed as he said very quietly--", "Then, bowing, he answered,—"])(
    "is he whom a new sentence above it tells to speak, not the one just heard: %s",
    (lead) => {
      const talk = ["“Come in,” said Tom.", "“Good day,” said Anna.", `“Is it you?” asked Anna. ${lead}`];
      expect(names([...talk, "“I am Tom.”"]).at(-1)).toBe("Tom");
    },
  );

  it("has a byname or a voice", () => {
    const talk = ["“Sit,” said John Silver.", "“No,” said Anna.", "“Sit,” said John.", "“Why?” said Anna."];
    expect(names([...talk, "“Because!” cried Long John."]).at(-1)).toBe("John Silver");
    expect(names([...talk, "“Because!” returned the voice of John Silver."]).at(-1)).toBe("John Silver");
  });

  it("is she who could not help it", () => {
    const talk = ["“Sit,” said Anna.", "“No,” said Tom."];
    const lead = "He repeated her words with such scorn that she could not help replying with quickness,";
    expect(names([...talk, lead, "“That is enough!”"]).at(-1)).toBe("Anna");
  });

  it("is not who hears it said", () => {
    expect(
      names([
        "“Sit,” said Anna. Anna sat.",
        "“No,” said Tom. He left.",
        "Anna heard him say, “I go by the window.”",
      ]).at(-1),
    ).toBe("Tom");
  });

  it("is who begins to think to herself", () => {
    expect(
      said(["“Sit,” said Tom.", "Anna was just beginning to think to herself, “What am I to do with this?”"]).at(-1),
    ).toMatchObject({ name: "Anna", kind: "speech" });
  });

  it("is the one whom the paragraph begins with", () => {
    const talk = ["“Sit,” said Henry. Henry frowned.", "“No,” said Tom.", "“Do,” said Anna."];
    const line = "Henry turned pale and shut the book. “Go home,” he said in a low voice.";
    expect(said([...talk, line]).at(-1)).toMatchObject({ name: "Henry", confidence: 0.92 });
  });

  it("is not the one whom he seizes", () => {
    const talk = ["“Sit,” said Henry. Henry frowned.", "“No,” said Tom. Tom laughed."];
    expect(names([...talk, "The door opened. “At last!” he cried, seizing Henry by the arm."]).at(-1)).toBe("Tom");
  });

  it("is the one called where the other answers", () => {
    const talk = [
      "“Sit,” said Anna.",
      "“Wait,” said Mary.",
      "“It is no use, Tom,” said Anna.",
      "“So I see,” the other answered.",
    ];
    expect(said([...talk, "“Well,” said Tom."]).at(-2)).toMatchObject({ name: "Tom", confidence: 0.92 });
  });

  it("goes on over a sentence that it interrupts, whoever speaks next", () => {
    expect(
      names([
        "“Sit,” said Mary. Mary frowned.",
        "“If I go,” thought Anna, “they are sure to stay.” She said the last words out loud.",
      ]),
    ).toEqual(["Mary", "Anna", "Anna"]);
  });

  it("is the last one who acts before and shouting", () => {
    expect(
      names([
        "“Sit,” said Anna.",
        "“No,” said Tom.",
        "In a very short time Tom was in a furious passion and went stamping about and shouting, “Off with it!”",
      ]).at(-1),
    ).toBe("Tom");
  });

  it("is the woman and not the animal beside her whom the same sentences name", () => {
    const seen = "She looked at the Rabbit, and she called the Rabbit. She followed the Rabbit until she fell.";
    const told = [
      "“Oh!” said Alice. Alice sat down.",
      "“Late!” said the Rabbit.",
      `Alice stood up. ${seen}`,
      seen,
      seen,
      seen,
    ];
    expect(names([...told, "“Wait,” she said."]).at(-1)).toBe("Alice");
    const { cast } = understand(bookOf(told, "en"));
    expect(cast.find(({ name }) => /Rabbit/.test(name))?.gender).toBeNull();
  });

  it("is an animal where it says it, and no animal where it says she", () => {
    const told = [
      "“Oh!” said Alice. The Mouse looked at Alice, and the Mouse shook its head. The Mouse wagged its tail. The Mouse hid its nose.",
      "“I hate cats,” said the Mouse.",
    ];
    expect(names([...told, "So she called softly, “Come back!”"]).at(-1)).toBe("Alice");
    expect(names([...told, "“Let us go,” said Alice.", "At last it said, “Very well.”"]).at(-1)).toBe("the Mouse");
  });
});

describe("a speech of several paragraphs", () => {
  const tale = [
    "“What happened?” asked Holmes.",
    "“I went to the office,” said Mr. Wilson. Mr. Wilson sighed.",
    "“And then?” said Holmes.",
    "“It was shut.",
    "“‘Mr. Wilson,’ said the clerk, ‘come in.’",
    "“So you see, Mr. Holmes, I came to you.”",
  ];

  it("is one person's, and not his whom any of it calls; names inside what it repeats call nobody", () => {
    expect(names(tale).slice(3)).toEqual(["Mr. Wilson", "Mr. Wilson", "Mr. Wilson"]);
  });
});

describe("confidence", () => {
  it("is high for a tag, less for a pronoun, least for a relative who may be one of several", () => {
    const lines = said([
      "Anna met Tom at the gate. Tom bowed to her and to Mary.",
      "“Late again,” said Anna.",
      "“I ran,” he said. Mary laughed.",
      "“Wake up!” said her sister.",
    ]);
    const [tag, pronoun, kin] = lines.map(({ confidence }) => confidence);
    expect(tag).toBeGreaterThan(0.9);
    expect(pronoun).toBeLessThan(0.9);
    expect(kin).toBeLessThan(0.5);
  });
});

describe("Japanese talk inside one paragraph", () => {
  it("changes hands at たら, と and から", () => {
    expect(
      names(
        [
          "弥助は言った。「寒いな」と弥助は言った。",
          "お松が笑った。「火をおこそう」とお松が言った。",
          "弥助が「茶はあるか」と聞いたら「ない」と答えた。",
        ],
        "ja",
      ).slice(2),
    ).toEqual(["弥助", "お松"]);
  });

  it("is nobody's where the sentence names somebody who is not in the cast", () => {
    expect(
      names(
        ["「寒いな」と弥助は言った。", "「火だ」とお松が言った。", "すると顔の丸い奴が「何だ」と言った。"],
        "ja",
      ).at(-1),
    ).toBeNull();
  });

  it("is nobody's where only a voice is heard", () => {
    expect(
      names(
        [
          "「寒いな」と弥助は言った。",
          "「火だ」とお松が言った。",
          "どこかで魚を売る声がします。",
          "「いわしはいかが」",
        ],
        "ja",
      ).at(-1),
    ).toBeNull();
  });

  it("is thought on by who has just thought, where the next paragraph says so", () => {
    const lines = said(
      [
        "「寒いな」と弥助は言った。",
        "「火だ」とお松が言った。",
        "「何かあるな」と弥助は思いました。",
        "「何だろう、祭かな」",
        "こんなことを考えながら歩いて行きました。",
      ],
      "ja",
    );
    expect(lines.slice(2)).toMatchObject([
      { name: "弥助", kind: "thought" },
      { name: "弥助", kind: "thought" },
    ]);
  });

  it("gives two lines in one dialect to one person", () => {
    const told = [
      "「先生はお若いぞなもし」とお松が言った。",
      "「そうかね」と弥助は言った。",
      "「そうじゃろうがな、もし」",
      "弥助は困った。",
      "「お嫁がおありじゃけれ、なもし」",
    ];
    expect(names(told, "ja").slice(2)).toEqual(["お松", "お松"]);
  });
});

describe("nicknames", () => {
  const told = [
    "みんなにあだなをつけてやった。校長は狸、教頭は赤シャツ、英語の教師はうらなり。",
    "「来たまえ」と赤シャツが言った。狸は笑った。狸は座った。狸は帰った。うらなり君は黙っていた。うらなり君は泣いた。",
    "「ええ」と狸は言った。",
    "教頭は黙った。校長は見た。校長は立った。校長は来た。校長は寝た。校長は起きた。",
  ];
  const { cast } = understand(bookOf(told, "ja"));
  const of = (name: string) => cast.find((person) => person.name === name);

  it("[D2] belong to people, not animals, and stand with the office", () => {
    expect(of("狸")).toMatchObject({ aliases: ["校長"], gender: "male" });
    expect(of("狸")?.looks.species).toBeNull();
    expect(of("赤シャツ")?.aliases).toContain("教頭");
    expect(cast.map(({ name }) => name)).not.toContain("校長");
  });
});

describe("looks that the text states", () => {
  const cast = (paragraphs: string[], language = "en") => understand(bookOf(paragraphs, language)).cast;

  it("[D2] tell skin, wounds and bent backs", () => {
    const [ruth] = cast(["Ruth Marl was a broad, brown-skinned woman with a bandage.", "“Yes,” said Ruth Marl."]);
    expect(ruth?.looks.skin?.value).toBe("brown");
    expect(ruth?.looks.marks.map(({ value }) => value)).toEqual(["a bandage"]);
    const [yasuke] = cast(["弥助は色の黒い、猫背の男だった。", "「ああ」と弥助は言った。"], "ja");
    expect(yasuke?.looks).toMatchObject({ skin: { value: "brown" }, marks: [{ value: "猫背" }] });
  });

  it("say nothing of skin where the text says nothing", () => {
    expect(cast(["Anna wore a brown dress.", "“Yes,” said Anna."])[0]?.looks.skin).toBeNull();
  });

  it("take a captain for a man unless a pronoun says otherwise", () => {
    expect(
      cast(["“Come,” said Colonel Stark.", "“No,” said Anna."]).find(({ name }) => /Stark/.test(name))?.gender,
    ).toBe("male");
  });
});

describe("who comes to tell something", () => {
  const visit = [
    "Rolf sat with me by the fire. “Somebody is coming,” said Rolf.",
    "“Let him in,” I said, and I got up, for I am lazy and Rolf is worse. I opened the door myself.",
    "The man sat down and wiped his brow. “You will think me mad,” said he.",
    "“Compose yourself,” said Rolf.",
    "“My name,” answered our visitor, “is Edgar Pell, and I am a baker.”",
    "“Go on, Mr. Pell,” said Rolf.",
    "“I woke at four.",
    "“My oven was cold.",
    "“My flour was gone.”",
    "“Who had the key?” asked Rolf.",
    "“My wife and I,” said our visitor.",
    "The baker wept. “All is lost!” cried the baker.",
  ];

  it("is our visitor, the man and the baker once he has given his name", () => {
    const speakers = names(visit);
    const guest = speakers[2];
    expect(guest).toContain("Pell");
    expect(speakers.flatMap((name, i) => (name === guest ? [i] : []))).toEqual([2, 4, 5, 7, 8, 9, 11, 12]);
  });
});

describe("any noun behind a verb of speech", () => {
  it("is somebody of his own", () => {
    const lines = ["“Fish!” said Anna.", "“How much?” snapped the monger.", "“Two,” said Anna. The monger laughed."];
    expect(names(lines)).toEqual(["Anna", "the monger", "Anna"]);
  });

  it("is nobody where it is a voice", () =>
    expect(names(["“Fish!” said Anna.", "I felt a hand, and a low voice whispered, “Hush!”"]).at(-1)).toBeNull());
});

it("a word that stands behind a is one of many, no name", () =>
  expect(
    names(["“Are you a Northlander?” said Anna.", "“Every Northlander sails,” said Tom. A Northlander went by."]),
  ).toEqual(["Anna", "Tom"]));

it("in one paragraph she is who has just spoken", () =>
  expect(
    names(["“Sit,” said Mary. Mary smiled.", "“Hush,” thought Anna. The Cat looked at her. So she began: “Puss!”"]).at(
      -1,
    ),
  ).toBe("Anna"));

it("who always calls him by his bare name does not call him mister", () => {
  const talk = [
    "Rolf Dean, Anna and Tom sat there. “Hush, Dean,” said Tom.",
    "“Why, Mr. Dean?” said Anna.",
    "“Because,” said Dean.",
    "“Come, Dean,” said Tom.",
    "“Speak, Mr. Dean,” said Anna.",
    "“No,” said Dean.",
    "“Do speak, Mr. Dean!”",
  ];
  expect(names(talk).at(-1)).toBe("Anna");
});

it("a verb of speech and a colon say whose the line is, though another laughs behind it", () => {
  const start = "Tom met Anna at the door. “Come,” said Tom. “Why?” said Anna.";
  const lines = ["Anna handed Tom the key, saying: “Will you keep it? You had better.” Tom laughed as he took it."];
  expect(names([start, ...lines]).at(-1)).toBe("Anna");
});

describe("whose line it is", () => {
  const start = ["Anna sat down. “Hush,” said Anna.", "“Why?” said Tom. Tom stood up."];

  it("is told behind a line that trails off", () => {
    expect(names([...start, "“It was long ago . . .” Anna went on again, and closed her eyes."]).at(-1)).toBe("Anna");
  });

  it("is his who is heard, not his who hears", () => {
    expect(names([...start, "“Do not go there!” he heard Anna say."]).at(-1)).toBe("Anna");
  });

  it("is nobody’s where only a woman’s voice is heard", () => {
    expect(said([...start, "“Who is there?” a woman’s voice asked."]).at(-1)?.confidence).toBeLessThan(0.5);
  });

  it("is his who says that this is his title", () => {
    expect(names([...start, "“Well, Tom, wise Tom—that’s my title. Good night.”"]).at(-1)).toBe("Tom");
  });

  it("is not his who is named in answer to a question", () => {
    const asked = ["“What is his name?” said Tom.", "“Martin.”", "“Is he rich?”", "“I think so.”"];
    const martin = ["Martin sat down by himself. “Well,” said Martin."];
    expect(names([...martin, ...start, ...asked]).slice(-3)).not.toContain("Martin");
  });
});
