import { describe, expect, it } from "vitest";
import { speciesWords } from "./looks-words.ts";
import { bookOf } from "../../../test/story-fixture.ts";
import { understand } from "./understand.ts";

const personIn = (name: string, paragraphs: readonly string[]) =>
  understand(bookOf([{ title: "One", paragraphs }])).cast.find((person) => person.name.includes(name));

const met = ["Nat Perrin sat on the wall.", "“Good day,” said Nat Perrin.", "“Good day,” said Mr. Crewe."];

describe("ages", () => {
  it("[D2] makes a child of him whom the book calls a boy again and again", () => {
    const nat = personIn("Nat", [
      ...met,
      "Nat Perrin laughed. The boy had no shoes.",
      "Nat Perrin ran home. The boy was hungry.",
      "Nat Perrin was a little boy.",
    ]);
    expect(nat?.looks.age?.value).toBe("child");
  });

  it("[D2] makes none of a man in whose tale boys are about again and again", () => {
    const crewe = personIn("Joe Crewe", [
      "Joe Crewe sat on the wall.",
      "“Good day,” said Joe Crewe.",
      "Joe Crewe dug. The boys watched.",
      "Joe Crewe swore. The boys hid.",
      "Joe Crewe spat. The boys ran.",
      "Joe Crewe drank. The two boys waited.",
      "Joe Crewe rose. Both boys fled.",
      "Joe Crewe slept. The boys came out.",
      "Joe Crewe left. The boy sighed.",
    ]);
    expect(crewe?.looks.age?.value).not.toBe("child");
  });

  it("[D2] makes a child of her who was twelve when it happened, and none of who came when it was twelve", () => {
    const aged = (words: string) => personIn("Nat", [...met, words])?.looks.age?.value;
    expect(aged("Nat Perrin was twelve when he went to sea.")).toBe("child");
    expect(aged("Nat Perrin knew it was twelve when the bell rang.")).not.toBe("child");
  });

  it("[D2] makes none of a lady who sends a child on", () => {
    const lady = personIn("Nat", [
      ...met,
      "Nat Perrin, having sent the child on, began to think.",
      "Nat Perrin sat down and read. Nat Perrin thought of Mr. Crewe.",
    ]);
    expect(lady?.looks.age?.value).not.toBe("child");
  });

  it("[D2] makes none of a grown man who is named before somebody else's child, and none of one with a title", () => {
    const uncle = personIn("Crewe", [
      ...met,
      "Mr. Crewe took the child by the hand.",
      "Mr. Crewe smiled. The child smiled too.",
      "Mr. Crewe rose. The man was tired. The gentleman went in.",
    ]);
    expect(uncle?.looks.age?.value).not.toBe("child");
  });

  it("[D2] takes no schoolgirl for grown who was once taken for her mother, Mrs. So-and-so, in a book of children", () => {
    const paragraphs = [
      ...met,
      "Nat Perrin was a little boy. The boy ran. Nat Perrin was ten years old.",
      "Little Ben Starling came by. Ben Starling was nine years old.",
      "“Here I am,” said Ben Starling. Ben laughed.",
      "“And I,” said Becky Moss. Becky laughed.",
      "Becky Moss sat down. The child was tired. Becky Moss ran. Becky sang. Becky Moss slept.",
      "Becky Moss had a slate. The child wrote. Becky smiled. Becky Moss smiled.",
    ];
    expect(personIn("Becky", paragraphs)?.looks.age?.value).toBe("child");
  });

  it("[D2] makes nobody old whom a friend calls old boy, and him old whom the narration calls so", () => {
    const paragraphs = [
      ...met,
      "“Dear old Nat Perrin!” said Mr. Crewe. “Good old Nat Perrin!”",
      "Old Ben Starling came by.",
      "“Fine day,” said Ben Starling.",
      "Old Ben Starling sat down. The old man coughed.",
    ];
    expect(personIn("Nat", paragraphs)?.looks.age ?? null).toBeNull();
    expect(personIn("Starling", paragraphs)?.looks.age?.value).toBe("old");
  });

  it("[D2] makes no child of a small man by his byname alone", () => {
    const small = Array.from({ length: 6 }, () => "Little Nat Perrin took an oar.");
    expect(personIn("Nat", [...met, ...small])?.looks.age?.value).not.toBe("child");
  });

  it("[D2] makes no child of a teller before whom nobody is called boy, or who once was one", () => {
    const paragraphs = [
      "I went to sea. When I was a child I saw a ghost.",
      "The captain came on deck. “Pull, boy!” he cried to the carpenter's apprentice, who pulled until the rope broke and the sail flew out over the lee side and beat the yard with a noise of guns.",
    ];
    const teller = understand(bookOf([{ title: "One", paragraphs }])).cast.find(({ role }) => role === "narrator");
    expect(teller?.looks.age?.value).not.toBe("child");
  });

  it("[D2] hears that a boy tells the tale when people call him boy", () => {
    const teller = understand(
      bookOf([
        {
          title: "One",
          paragraphs: [
            "I ran down to the harbour before breakfast, and my mother called after me.",
            "“Come here, boy,” said Captain Lisle. “What is your name?”",
            "“Tim, sir,” said I.",
            "“Well, my boy,” said Captain Lisle, “can you row?”",
            "I said that I could, and I got into the boat.",
            "“Good boy,” said Captain Lisle. “Row, boy, row! There is a shilling for the boy who rows.”",
            "I rowed until my hands bled. “Brave boy!” said he, and I was proud.",
            "“You are the boy for me,” said Captain Lisle. “Boy, mind the rock.”",
          ],
        },
      ]),
    ).cast.find(({ role }) => role === "narrator");
    expect(teller?.looks.age?.value).toBe("child");
  });
});

describe("species", () => {
  it("[D2] makes a fish of a whale that has a name and is hunted", () => {
    const paragraphs = [
      "“Have ye seen Old Tom?” cried Mr. Crewe.",
      "Old Tom rose again. The whale was huge.",
      "They lowered for Old Tom at noon. Old Tom's spout was white.",
      "Old Tom turned. The whale was gone. The whale was a wonder. The whale was free.",
    ];
    expect(personIn("Tom", paragraphs)?.looks.species?.value).toBe("fish");
  });

  it("[D2] makes a dog of him who has paws and a tail, and none of the master who is named beside the dog", () => {
    const paragraphs = [
      "“Lie down, Rolf,” said Mr. Crewe.",
      "Rolf pricked up his ears and his tail beat the floor. The dog was old.",
      "Rolf growled. The dog had heard a step.",
      "“Quiet,” said Mr. Crewe. Mr. Crewe rose. The dog rose too.",
      "Rolf's paws were wet. The big dog shook himself.",
      "Mr. Crewe went to the door. The dog followed.",
    ];
    expect(personIn("Rolf", paragraphs)?.looks.species?.value).toBe("dog");
    expect(personIn("Crewe", paragraphs)?.looks.species ?? null).toBeNull();
  });

  it("who is told outright to be a beast is one, unless he speaks", () => {
    const told = (line: string) => [
      `Woola the hound followed Crewe. Woola slept. ${line}`,
      "Crewe sat. “No,” said Crewe.",
    ];
    expect(personIn("Woola", told("Crewe called Woola."))?.looks.species?.value).toBe("dog");
    expect(personIn("Woola", told("“Good,” said Woola."))?.looks.species ?? null).toBeNull();
  });

  it("[D2] makes dogs of the silent ones beside a dog that is the hero, and of nobody who speaks or has hands", () => {
    const paragraphs = [
      "“Lie down, Rolf,” said Crewe. Crewe put his hand on the dog.",
      "Rolf pricked up his ears and his tail beat the floor. The dog was old.",
      "Rolf growled. The dog had heard a step.",
      "Rolf's paws were wet. The big dog shook himself. Rolf slept. Rolf woke. Rolf ran. Rolf stood. Rolf ate. Rolf was glad.",
      "“Here, Tinka,” said Crewe. Tinka snarled at Rolf over the fish. Tinka bared her teeth. Tinka was quick.",
      "Tinka took her place in the traces. Tinka ran beside Rolf. “Good, Tinka,” said Crewe. Tinka slept in the snow.",
      "“Come,” said Crewe. Crewe harnessed the sled-dogs. “Quick,” said Crewe. The dog rose too.",
    ];
    expect(personIn("Tinka", paragraphs)?.looks.species?.value).toBe("dog");
    expect(personIn("Crewe", paragraphs)?.looks.species ?? null).toBeNull();
  });

  it("[D2] tells a wolf from a dog and a bull from a horse", () => {
    expect(speciesWords.get("wolf")).toBe("wolf");
    expect(speciesWords.get("bull")).toBe("cow");
    expect(speciesWords.get("serpent")).toBe("snake");
  });
});
