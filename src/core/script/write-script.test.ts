import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Book } from "../book/book.ts";
import type { Story } from "../story/story.ts";
import { wordsOf } from "./lettered-text.ts";
import { paceFor } from "./pace.ts";
import type { Beat, Script } from "./script.ts";
import { bookOf, sentencesOfBook, storyOf } from "../../../test/story-fixture.ts";
import { writeScript } from "./write-script.ts";

const quarrel = bookOf([
  {
    title: "The Lamp",
    paragraphs: [
      "That night the rain came down on the old house. Marta sat by the lamp and waited.",
      "“Where have you been?” said Marta.",
      "“Out,” said Tom. “I walked to the harbour and back, and nobody asked me why.”",
      "Tom ran to the window. He was afraid of the dark, though he never said so.",
      "“Stop it!” shouted Marta. “You will break the glass!”",
      "The door slammed with a crash. Ada fell over the chair.",
      "“Who is there?” whispered Ada.",
      "***",
      "In the morning the sea was calm. Tom had gone, and the boat had gone with him.",
      "“He took the key,” said Marta.",
    ],
  },
]);
const quarrelStory = storyOf(quarrel, ["n1", "n2", "n2", "n1", "n1", "n3", "n1"]);
const script = write(quarrel, quarrelStory);
const beats = script.episodes.flatMap((episode) => episode.beats);

function write(book: Book, story: Story): Script {
  return writeScript(book, story, { pace: "comic", seed: 1 });
}

const allBeats = (of: Script): Beat[] => of.episodes.flatMap((episode) => episode.beats);

function expectCovered({ fates }: Script, book: Book): void {
  const body = book.chapters;
  expect(fates[0]?.start).toBe(body[0]?.start);
  expect(fates.at(-1)?.end).toBe(body.at(-1)?.end);
  fates.forEach((fate, i) => {
    expect(fate.end).toBeGreaterThan(fate.start);
    if (i > 0) expect(fate.start).toBe(fates[i - 1]?.end);
    expect(fate.beat === null).toBe(fate.fate === "left-out");
    expect(fate.reason !== null).toBe(fate.fate === "left-out");
    expect(fate.as !== null && fate.as !== "").toBe(fate.fate === "condensed");
  });
}

/** The words of every shown text come in that order at its place in the book. */
function expectHonest(of: Script, book: Book): void {
  const units = (text: string) => [...text.toLowerCase().matchAll(/[\p{L}\p{N}]/gu)].map(([unit]) => unit);
  for (const text of allBeats(of).flatMap((beat) => beat.texts)) {
    if (text.kind === "sound") continue;
    const source = units(book.text.slice(text.start, text.end));
    let at = 0;
    for (const unit of units(wordsOf(text.runs))) {
      at = source.indexOf(unit, at) + 1;
      expect(at, `${wordsOf(text.runs)} at ${text.start}`).toBeGreaterThan(0);
    }
  }
}

describe("fates", () => {
  it("[T1] cover the body without gap or overlap, each with its beat, reason or words", () =>
    expectCovered(script, quarrel));

  it("[T1] give every sentence one fate at least", () => {
    for (const span of sentencesOfBook(quarrel)) {
      expect(script.fates.some(({ start, end }) => start < span.end && end > span.start)).toBe(true);
    }
  });

  it("[T1] name beats that exist and show what they say", () => {
    const ids = new Set(beats.map(({ id }) => id));
    for (const { beat } of script.fates) if (beat !== null) expect(ids).toContain(beat);
    expectHonest(script, quarrel);
  });

  it("[T1] of a speech tag is drawn: the tail says it", () => {
    const at = quarrel.text.indexOf("said Marta");
    expect(script.fates.find(({ start, end }) => start <= at && at < end)?.fate).toBe("drawn");
  });

  it.each(["sneered Marta", "the old man wheezed"])("[T1] of the tag “%s” is drawn too", (tag) => {
    const lines = ["“You are late,” said Marta.", `“So it is you!” ${tag}.`, "Then she shut the heavy door."];
    const book = bookOf([{ title: "The Lamp", paragraphs: lines }]);
    const { fates } = write(book, storyOf(book, ["n1", "n2"]));
    const at = book.text.indexOf(tag);
    expect(fates.find(({ start, end }) => start <= at && at < end)?.fate).toBe("drawn");
  });

  it("[T1] add up to the whole for random books", () => {
    const word = fc.constantFrom(
      "the",
      "door",
      "ran",
      "Tom",
      "Marta",
      "slowly",
      "night",
      "and",
      "he",
      "because",
      "lamp",
      "fell",
      "sea",
    );
    const sentence = fc
      .tuple(fc.array(word, { minLength: 1, maxLength: 45 }), fc.constantFrom(".", "!", "?", "..."))
      .map(([words, end]) => {
        const [first = "", ...rest] = words;
        return `${first.charAt(0).toUpperCase()}${first.slice(1)}${rest.length > 0 ? " " : ""}${rest.join(" ")}${end}`;
      });
    const paragraph = fc.oneof(
      fc.array(sentence, { minLength: 1, maxLength: 5 }).map((all) => all.join(" ")),
      fc.array(sentence, { minLength: 1, maxLength: 4 }).map((all) => `“${all.join(" ")}” said Tom.`),
      fc.tuple(sentence, sentence).map(([a, b]) => `“${a.slice(0, -1)},” said Ada, “${b}”`),
      fc.constant("***"),
    );
    const chapter = fc.record({
      title: fc.constantFrom("One", "The Storm"),
      paragraphs: fc.array(paragraph, { maxLength: 12 }),
    });
    fc.assert(
      fc.property(
        fc.array(chapter, { minLength: 1, maxLength: 3 }),
        fc.array(fc.constantFrom("n1", "n2", "n3", null), { minLength: 1 }),
        (chapters, speakers) => {
          const book = bookOf(chapters);
          const written = write(book, storyOf(book, speakers));
          expectCovered(written, book);
          expectHonest(written, book);
          expectSizes(written, "en");
        },
      ),
      { numRuns: 120, seed: 7 },
    );
  });

  it("[T1] add up to the whole for random Japanese books", () => {
    const clause = fc.constantFrom(
      "雨が降って",
      "門の下で待ち",
      "走り出した",
      "何も見えず",
      "夜の底へ",
      "猫が鳴いたので",
    );
    const sentence = fc.array(clause, { minLength: 1, maxLength: 9 }).map((all) => `${all.join("、")}。`);
    const paragraph = fc.oneof(
      fc.array(sentence, { minLength: 1, maxLength: 4 }).map((all) => `　${all.join("")}`),
      fc.array(sentence, { minLength: 1, maxLength: 3 }).map((all) => `「${all.join("")}」とTomは言った。`),
    );
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 14 }), (paragraphs) => {
        const book = bookOf([{ title: "一", paragraphs }], "ja");
        const written = write(book, storyOf(book, ["n1", "n2"]));
        expectCovered(written, book);
        expectHonest(written, book);
        expectSizes(written, "ja");
      }),
      { numRuns: 80, seed: 7 },
    );
  });
});

function expectSizes(of: Script, rules: "en" | "ja"): void {
  const pace = paceFor(rules);
  for (const { texts, figures } of allBeats(of)) {
    const lettered = texts.filter(({ kind }) => kind !== "sound");
    expect(lettered.length).toBeLessThanOrEqual(rules === "ja" ? 4 : 3);
    expect(figures.length).toBeLessThanOrEqual(4);
    for (const { kind, runs } of lettered) {
      if (kind !== "narration") expect(pace.size(wordsOf(runs)), wordsOf(runs)).toBeLessThanOrEqual(pace.balloon);
    }
  }
}

describe("a scene", () => {
  it("[P7] opens with an establishing picture, the chapter's title first: wide where there is something to be seen", () => {
    const opening = beats.filter(({ opensScene }) => opensScene);
    expect(opening.map(({ kind, scene }) => [kind, scene])).toEqual([
      ["establish", "s1"],
      ["establish", "s2"],
    ]);
    for (const { shot, place, figures } of opening)
      expect(shot).toBe(place === null && figures.length > 0 ? "medium" : "wide");
    expect(opening[0]?.texts[0]).toMatchObject({ kind: "narration", runs: [{ text: "The Lamp" }] });
    expect(opening[1]?.texts.map(({ runs }) => wordsOf(runs)).join(" ")).toContain("In the morning");
  });

  it("[P6] keeps who stood left on the left", () => {
    for (const scene of ["s1", "s2"]) {
      const order = new Map<string, string>();
      for (const { figures } of beats.filter((beat) => beat.scene === scene)) {
        for (const a of figures) {
          for (const b of figures) {
            if (a.side !== "left" || b.side !== "right") continue;
            expect(order.get(`${b.person} ${a.person}`)).toBeUndefined();
            order.set(`${a.person} ${b.person}`, a.side);
          }
        }
      }
    }
  });

  it("[P7] shows no more than two talking heads in a row", () => {
    const paragraphs = Array.from(
      { length: 40 },
      (_, i) =>
        `“${i % 3 === 0 ? "And what would you have done in my place, with all of them looking on, I ask you?" : "I would have told them the plain truth of it and gone home before the rain."}” said ${i % 2 ? "Tom" : "Marta"}.`,
    );
    const book = bookOf([{ title: "Talk", paragraphs }]);
    let heads = 0;
    for (const { kind, shot } of allBeats(write(book, storyOf(book, ["n1", "n2"])))) {
      heads = kind === "talk" && (shot === "medium" || shot === "close") ? heads + 1 : 0;
      expect(heads).toBeLessThanOrEqual(2);
    }
  });

  it("[D5] gives a shout its balloon and a strong face, a whisper its own", () => {
    const texts = beats.flatMap((beat) => beat.texts);
    expect(texts.find(({ runs }) => wordsOf(runs).startsWith("Stop it!"))?.kind).toBe("shout");
    expect(texts.find(({ runs }) => wordsOf(runs).startsWith("Who is there"))?.kind).toBe("whisper");
    const shouting = beats.find((beat) => beat.texts.some(({ kind }) => kind === "shout"));
    expect(["furious", "angry", "shocked", "determined"]).toContain(
      shouting?.figures.find(({ person }) => person === "n1")?.emotion,
    );
  });

  it("shows spoken lines in the order of the book, the comma before a tag as a full stop", () => {
    const spoken = beats.flatMap((beat) => beat.texts).filter(({ speaker }) => speaker !== null);
    expect(spoken.map(({ start }) => start)).toEqual(spoken.map(({ start }) => start).toSorted((a, b) => a - b));
    expect(spoken.map(({ runs }) => wordsOf(runs))).toContain("He took the key.");
  });

  it("never lends a voice to the wrong figure where the speaker is unknown", () => {
    const unknown = allBeats(write(quarrel, storyOf(quarrel, [null])));
    for (const text of unknown.flatMap((beat) => beat.texts)) {
      if (text.kind === "narration" || text.kind === "sound") continue;
      // A shout keeps its burst, a whisper its dashes; the tail leaves the picture all the same.
      expect(text.speaker).toBeNull();
      expect(["off-panel", "shout", "whisper"]).toContain(text.kind);
    }
    expect(unknown.flatMap((beat) => beat.figures).some(({ speaks }) => speaks)).toBe(false);
  });
});

it("[T3] the same book gives the same script", () => {
  expect(write(quarrel, quarrelStory)).toEqual(script);
});

it("keeps ruby with its base and marks emphasis", () => {
  const book = bookOf([{ title: "一", paragraphs: ["　風越に嵐が来た。", "「嵐だ」"] }], "ja");
  const at = book.text.indexOf("風越");
  const storm = book.text.lastIndexOf("嵐");
  book.marks.push(
    { kind: "ruby", reading: "かざこし", start: at, end: at + 2 },
    { kind: "emphasis", start: storm, end: storm + 1 },
  );
  const runs = allBeats(write(book, storyOf(book, ["n1"]))).flatMap((beat) => beat.texts.flatMap((text) => text.runs));
  expect(runs).toContainEqual({ text: "風越", ruby: "かざこし", emphasis: false });
  expect(runs).toContainEqual({ text: "嵐", ruby: null, emphasis: true });
  expect(runs.some(({ text }) => text.includes("「"))).toBe(false);
});

it("letters words once where two readings overlap", () => {
  const book = bookOf([{ title: "一", paragraphs: ["　一体疳性だから寝られない。"] }], "ja");
  const at = book.text.indexOf("一体疳性");
  book.marks.push(
    { kind: "ruby", reading: "いったいかんしょう", start: at, end: at + 4 },
    { kind: "ruby", reading: "かんしょう", start: at + 2, end: at + 4 },
  );
  expectHonest(write(book, storyOf(book, [])), book);
});

it("[L8] draws a sound in the panel where it is heard, and its sentence keeps its own fate", () => {
  const at = quarrel.text.indexOf("crash");
  const loud = write(
    quarrel,
    storyOf(quarrel, ["n1", "n2", "n2", "n1", "n1", "n3", "n1"], {
      sounds: [{ text: "CRASH", loudness: 3, plain: true, start: at, end: at + 5 }],
    }),
  );
  const sounds = allBeats(loud).flatMap((beat) => beat.texts.filter(({ kind }) => kind === "sound"));
  expect(sounds.map(({ runs }) => wordsOf(runs))).toEqual(["CRASH"]);
  expectCovered(loud, quarrel);
});

it("[D4] an hour that a caption tells holds for the talk after it; that of a time before does not", () => {
  const talk = Array.from({ length: 12 }, (_, i) => `“We shall want rope number ${i} and a long ladder,” said Tom.`);
  const hours = (opening: string) => {
    const book = bookOf([{ title: "One", paragraphs: [opening, ...talk] }]);
    const told = write(book, storyOf(book, ["n2"], { scene: { time: "night" } }));
    return new Set(allBeats(told).map(({ time }) => time));
  };
  expect(hours("That morning Tom and Marta waited in the yard.")).toEqual(new Set(["day"]));
  expect(hours("Tom had walked to the harbour that morning.")).toEqual(new Set(["night"]));
});

it("[D4] a scene whose night is told far on did not begin in it, unless the scene before it did", () => {
  const talk = Array.from({ length: 60 }, (_, i) => `Tom carried rope number ${i} and a long ladder to the shed.`);
  const book = bookOf([{ title: "One", paragraphs: ["Marta waited.", ...talk, "That night the wind rose."] }]);
  const told = storyOf(book, []);
  const [scene] = told.scenes;
  if (!scene) throw new Error("A story has a scene.");
  const start = book.text.indexOf("Tom carried");
  const hours = (time: "day" | "night") => {
    const first = { ...scene, end: start, time };
    const scenes = [first, { ...scene, id: "s2", start, time: "night" as const }];
    return allBeats(write(book, { ...told, scenes })).map((beat) => beat.time);
  };
  expect(hours("day")[1]).toBeNull();
  expect(hours("day").at(-1)).toBe("night");
  expect(new Set(hours("night"))).toEqual(new Set(["night"]));
});

it("[L8] draws no sound of a mouth or a hand beside people who do nothing of the kind, unless the words tell it", () => {
  const at = quarrel.text.indexOf("crash");
  const soundsOf = (text: string, loudness: 1 | 2 | 3) =>
    allBeats(
      write(
        quarrel,
        storyOf(quarrel, ["n1", "n2", "n2", "n1", "n1", "n3", "n1"], {
          sounds: [{ text, loudness, plain: true, start: at, end: at + 5 }],
        }),
      ),
    ).flatMap((beat) => beat.texts.filter(({ kind }) => kind === "sound"));
  for (const text of ["ROAR", "RUMBLE"]) expect(soundsOf(text, 3), text).toEqual([]);
  for (const text of ["TINKLE", "CLAP CLAP CLAP"]) expect(soundsOf(text, 2), text).toEqual([]);
});

it("[D4] no rain falls out of a sky that the words tell to be clear, and it falls where they say so", () => {
  const weatherOf = (words: string) => {
    const book = bookOf([{ title: "One", paragraphs: [words] }]);
    const rainy = storyOf(book, [], { scene: { weather: "rain" } });
    return [...new Set(allBeats(write(book, rainy)).map(({ weather }) => weather))];
  };
  expect(weatherOf("Marta stood on the hill in the moonlight.")).toEqual(["clear"]);
  expect(weatherOf("Marta stood on the hill in the moonlight, and the rain fell.")).toEqual(["rain"]);
  expect(weatherOf("Marta stood on the hill.")).toEqual(["rain"]);
});

it("[L8] no hooves and wheels are heard among graves, and they are heard in a street", () => {
  const words = "Marta heard the cart go clop along and ran to the others.";
  const book = bookOf([{ title: "One", paragraphs: [words] }]);
  const at = book.text.indexOf("clop");
  const heard = (kind: "graveyard" | "street") => {
    const place = { id: "p1", name: kind, kind, inside: false, mentions: 3 };
    const sounds = [{ text: "CLOP CLOP", loudness: 3 as const, plain: true as const, start: at, end: at + 4 }];
    const told = { ...storyOf(book, [], { sounds, scene: { place: "p1" } }), places: [place] };
    return allBeats(write(book, told)).flatMap(({ texts }) =>
      texts.flatMap(({ kind: sort, runs }) => (sort === "sound" ? [wordsOf(runs)] : [])),
    );
  };
  expect(heard("street")).toEqual(["CLOP CLOP"]);
  expect(heard("graveyard")).not.toContain("CLOP CLOP");
});
