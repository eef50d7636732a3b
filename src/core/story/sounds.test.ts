import { expect, it } from "vitest";
import { bookOf } from "../../../test/paragraph-book.ts";
import { understand } from "./understand.ts";

/** Sounds that are drawn for a paragraph (L8). */
const heard = (paragraph: string, language = "en") =>
  understand(bookOf([paragraph], language)).sounds.map(({ text }) => text);

it("[L8] a sound that is here is drawn", () => {
  expect(heard("The door slammed with a terrible crash, and Anna ran.")).toContain("CRASH");
  expect(heard("兵十は、ドンとうちました。", "ja")).toEqual(["ドン"]);
});

it("[L8] a word that is cried out sounds wherever it stands; a verb that says who speaks does not", () => {
  expect(heard("Anna slipped, and in a moment, splash! she was in the pool.")).toEqual(["SPLASH"]);
  expect(heard("“Who is there?” growled the keeper, and Anna stood still.")).toEqual([]);
});

it("[L8] in Japanese a deed sounds that prose has no word for, once it is done", () => {
  expect(heard("男は戸を閉めた。", "ja")).toEqual(["バタン"]);
  expect(heard("男は部屋を飛び出して行った。", "ja")).toEqual(["ダッ"]);
  expect(heard("皿が割れた。", "ja")).toEqual(["ガシャン"]);
  for (const undone of [
    "男は戸を閉めなかった。",
    "男は戸を閉めようとした。",
    "遠くで戸を閉める音がした。",
    "皿が割れていた。",
  ])
    expect(heard(undone, "ja"), undone).toEqual([]);
});

it("[L8] a word of sound in the sentence stands for its deed, alone", () => {
  expect(heard("男は戸をばたんと閉めた。", "ja")).toEqual(["ばたん"]);
});

it("[L8] a sound from far away, and a mere clock's, is not", () => {
  expect(heard("Far away we heard the deep tones of the parish bell, which boomed out every quarter.")).toEqual([]);
  expect(heard("The clock boomed in the hall, and Anna waited.")).toEqual([]);
  expect(heard("A distant crash was all that Anna heard.")).toEqual([]);
  expect(heard("遠くで、ドンと花火の音がしました。", "ja")).toEqual([]);
});

it.each([
  ["There was a knock at the door, and Anna rose.", "KNOCK KNOCK"],
  ["Tom slammed the door behind him.", "SLAM"],
  ["Tom fired his pistol twice.", "BANG"],
  ["He fell heavily upon the floor.", "THUD"],
  ["Anna plunged into the river.", "SPLASH"],
  ["The two of them burst out laughing.", "HA HA HA"],
  ["Tom galloped down the lane.", "CLOP CLOP CLOP"],
  ["Tom struck her with a stick.", "WHACK"],
  ["Tom struck him.", "WHACK"],
])("[L8] in English a deed sounds that is told without a word for it: %s", (told, sound) =>
  expect(heard(told)).toEqual([sound]),
);

it.each([
  "Tom had slammed the door behind him.",
  "He never knocked at the door.",
  "She would have fired a pistol.",
  "Every night Tom galloped down the lane.",
  "The man who fired his pistol was called Bell.",
  "The door opened into the garden.",
  "A shudder ran through him.",
  "The thought struck him.",
  "It had never struck her with the force of truth.",
  "The house struck him as old.",
  "His eyes fell upon the floor.",
])("[L8] not one that was not done, is done again and again, or is none: %s", (told) =>
  expect(heard(told)).toEqual([]),
);

it("[L8] a line and how it is said make no sound, nor does a word that is no sound here", () => {
  expect(heard("“Go away!” the old man barked, and Anna went.")).toEqual([]);
  expect(heard("Tom was on his feet again in a crack. He got a slap on the shoulder.")).toEqual([]);
});
