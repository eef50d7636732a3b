import { expect, it } from "vitest";
import { balloonOf, pageOf, panelOf, soundOf } from "../../../test/small-comic.ts";
import { epubWords } from "./epub-words.ts";
import { transcriptOf } from "./transcript.ts";

const english = epubWords({ language: "en", title: null }).transcript;
const japanese = epubWords({ language: "ja", title: null }).transcript;
const names = new Map([
  ["n1", "Marta"],
  ["n2", "凪"],
]);

it("[F2] a transcript has the words of a page in reading order, with who says them", () => {
  const page = pageOf(1, [
    panelOf([balloonOf("t1", "narration", null, "At noon."), balloonOf("t2", "speech", "n1", "Who is there?")]),
    panelOf(
      [balloonOf("t3", "off-panel", null, "Nobody."), balloonOf("t4", "thought", "n1", "Liar.")],
      [soundOf("KNOCK")],
    ),
  ]);
  expect(transcriptOf(page, names, english)).toBe(
    "At noon. Marta: “Who is there?” “Nobody.” Marta thinks: “Liar.” [KNOCK]",
  );
});

it("[F2] a line in joined balloons is one line, unless somebody else goes on with it", () => {
  const [one, two] = [balloonOf("t1", "speech", "n1", "I said"), balloonOf("t1", "speech", "n1", "no.")];
  const other = balloonOf("t1", "speech", null, "So?");
  expect(transcriptOf(pageOf(1, [panelOf([one, two, other])]), names, english)).toBe("Marta: “I said no.” “So?”");
});

it("[F2] Japanese lines stand in their own brackets, joined without a space", () => {
  const said = [balloonOf("t1", "speech", "n2", "うそ"), balloonOf("t1", "speech", "n2", "だべ！")];
  const page = pageOf(1, [panelOf([...said, balloonOf("t2", "thought", "n2", "まさか")], [soundOf("ドン")])]);
  expect(transcriptOf(page, names, japanese)).toBe("凪「うそだべ！」　凪（まさか）　［ドン］");
});

it("[F2] a page without words has no transcript", () => {
  expect(transcriptOf(pageOf(1, [panelOf([])]), names, english)).toBe("");
});
