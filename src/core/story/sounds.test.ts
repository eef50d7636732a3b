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
