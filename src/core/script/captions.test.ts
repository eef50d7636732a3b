import { describe, expect, it } from "vitest";
import { chooseCaptions, type Told } from "./captions.ts";
import { paceFor } from "./pace.ts";
import { turnOfPlot } from "./plot-words.ts";

const en = paceFor("en");
const ja = paceFor("ja");

/** The captions of a paragraph in which nobody is new, for a room of `size`. */
function captions(sentences: readonly string[], size: number, pace = en, changes: Partial<Told> = {}): string[] {
  const text = sentences.join(" ");
  let at = 0;
  const all = sentences.map((words, index): Told => {
    const start = text.indexOf(words, at);
    at = start + words.length;
    const unit = { type: "narration" as const, start, end: at, paragraph: 1, tag: false };
    return {
      unit,
      words,
      index,
      first: false,
      last: false,
      introduces: false,
      pointedAt: false,
      closes: false,
      outcome: false,
      sight: false,
      ...changes,
    };
  });
  return [...chooseCaptions(text, all, size, 0.5, () => 0, pace).values()].map(({ start, end }) =>
    text.slice(start, end),
  );
}

describe("captions", () => {
  it("[T4] tell who dies before they tell what the light was like", () => {
    const told = [
      "The light was soft upon the hedges and on the white stones of the lane.",
      "Then the keeper raised his gun and shot the old dog by the gate.",
      "The clouds were going slowly over towards the hills.",
    ];
    expect(captions(told, 14)).toEqual([told[1]]);
  });

  it("[T4] tell a shot and a fall in Japanese before the rope that was twisted", () => {
    const told = ["兵十は物置で縄をなっていました。", "そして、戸口を出ようとする狐を、ドンと、うちました。"];
    expect(captions(told, 26, ja)).toEqual([told[1]]);
  });

  it("[T1] give the end of a sentence that is too long where the event stands there", () => {
    const long =
      "She was considering in her own mind, as well as she could, for the day made her feel very sleepy and slow, whether the pleasure of a chain of daisies would be worth the trouble, when suddenly a white hare with pink eyes ran close by her.";
    expect(captions([long], 24)).toEqual(["suddenly a white hare with pink eyes ran close by her."]);
  });

  it("[T4] begin one sentence earlier where a pronoun would have nobody to mean", () => {
    const told = ["Silas put a strip of felt into the box.", "He gave it to the widow on the day of the funeral."];
    expect(captions(told, 20)).toEqual(told);
    const last = ["The sky was grey.", "Silas gave the felt to the widow on the day of the funeral."];
    expect(captions(last, 12)).toEqual([last[1]]);
  });

  it("[T4] say what no figure shows: who is blind, and that there is no way out", () => {
    expect(captions(["She wore a shawl of wool.", "She was quite blind."], 4)).toEqual(["She was quite blind."]);
    expect(captions(["The hall was wide.", "There was no door."], 4)).toEqual(["There was no door."]);
  });

  it("[T4] give only the end of a long sentence where that end alone turns the story", () => {
    const told =
      "The boards that stood by the road had been chopped into small pieces for the kitchen, and Mr. Crake was in jail.";
    expect(captions([told], 24)).toEqual(["Mr. Crake was in jail."]);
  });

  it("[T4] do not say who speaks or looks: the tail and the picture do", () => {
    const told = ["Silas looked at Ruth.", "The widow had hidden the will in the piano."];
    expect(captions(told, 40)).toEqual([told[1]]);
    const japanese = ["それから、静かに言った。", "喜助は開いた傘を盾にして、新之助の前に立った。"];
    expect(captions(japanese, 60, ja)).toEqual([japanese[1]]);
  });

  it("[T4] tell how a danger ended, and what was seen", () => {
    const told = "Two hands stayed upon the collar of the coat.";
    expect(captions([told], 12)).toEqual([]);
    for (const change of [{ outcome: true }, { sight: true }]) expect(captions([told], 12, en, change)).toEqual([told]);
  });

  it("[T4] tell with a reason what it is the reason of", () => {
    const told = ["三月、店は閉じられなかった。", "村の者がみな、店に残ってほしいと申し出たからである。"];
    expect(captions(told, 40, ja)).toEqual(told);
    expect(captions(["店は静かであった。", ...told], 44, ja)).toEqual(expect.arrayContaining(told));
  });

  it("tell the same words once", () => {
    const told = "He caught her by the sleeve.";
    expect(captions([told, told], 24)).toEqual([told]);
  });

  it("leave out a date in brackets", () => {
    expect(captions(["（大正四年九月）", "下人の行方は、誰も知らない。"], 16, ja)).toEqual([
      "下人の行方は、誰も知らない。",
    ]);
  });
});

describe("what turns a plot", () => {
  it("is a death, a gift, a discovery or a resolve, and less where it is only imagined", () => {
    expect(turnOfPlot("The captain was drowned.", "en")).toBeGreaterThan(1);
    expect(turnOfPlot("He gave her the letter.", "en")).toBeGreaterThan(0.5);
    expect(turnOfPlot("It was Mrs. Farrow.", "en")).toBeGreaterThan(0.5);
    expect(turnOfPlot("They hauled her ashore.", "en")).toBeGreaterThan(0.5);
    expect(turnOfPlot("抜くと、丸めた紙がすべり出た。", "ja")).toBeGreaterThan(0.5);
    expect(turnOfPlot("She looked as if he had been drowned.", "en")).toBeLessThan(1);
    expect(turnOfPlot("The hall was long and low.", "en")).toBe(0);
    expect(turnOfPlot("下人は、老婆の着物を剥ぎとった。", "ja")).toBeGreaterThan(0.5);
    expect(turnOfPlot("空はからっと晴れていた。", "ja")).toBe(0);
  });
});
