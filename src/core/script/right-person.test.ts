import { describe, expect, it } from "vitest";
import { personNamed as person } from "../../../test/people.ts";
import { referencesOf } from "../../../test/references.ts";
import { bring, type Line, newDraft, type Part } from "./draft.ts";
import { withPeople } from "./framing.ts";
import { rightPeople, type RightTools } from "./right-person.ts";

const english = [
  person("i", "Watson", "male", "narrator"),
  person("h", "Mr. Holmes", "male"),
  person("m", "Mary", "female"),
];
const japanese = [person("i", "おれ", "male", "narrator"), person("y", "山嵐", "male"), person("k", "清", "female")];

interface Panel {
  words: string;
  seen: string[];
  people?: Record<string, Partial<Part>>;
  /** A voice from beyond the picture, and who it may be. */
  voice?: { maybe: string[] };
}

/** Who is seen in panels with these captions, and from which side. */
function seenIn(panels: readonly Panel[], rules: RightTools["rules"] = "en"): string[] {
  const cast = rules === "ja" ? japanese : english;
  let text = "";
  const drafts = panels.map(({ words, people = {}, voice }) => {
    const draft = newDraft("quiet");
    const start = text.length;
    text += `${words} `;
    const line: Line = {
      kind: "narration",
      speaker: null,
      addressee: null,
      pieces: [{ start, end: start + words.length, ending: "as-is" }],
      size: 9,
      tag: "",
      deed: "",
      title: false,
      turn: null,
      certain: true,
    };
    draft.lines.push(line);
    if (voice !== undefined) draft.lines.push({ ...line, kind: "off-panel", pieces: [], ...voice });
    for (const [id, part] of Object.entries(people)) bring(draft, id, part);
    return draft;
  });
  const room = { place: "p1", named: false };
  const framings = panels.map(({ seen }) => withPeople("quiet", "medium", seen, room));
  const mended = rightPeople(drafts, framings, {
    text,
    rules,
    cast: new Map(cast.map((one) => [one.id, one])),
    present: new Set(["i", "h", "m", "y"]),
    handed: new Set(cast.map(({ id }) => id)),
    narrator: "i",
    references: referencesOf(text, rules === "ja" ? [] : cast),
    home: "p1",
    span: { start: 0, end: text.length },
    parts: () => true,
  });
  return mended.map(({ seen, fromBehind }) => `${seen.join("+") || "-"}${fromBehind ? " away" : ""}`);
}

describe("[D5] nobody lends a head to somebody else", () => {
  const lit = { words: "Mr. Holmes lit his pipe.", seen: ["h"], people: { h: { acts: true } } };

  const mary = { words: "Mary sat down.", seen: ["m"] };

  it("words of a woman alone stand beside no man who is silent", () => {
    expect(seenIn([mary, { words: "She wept at the window.", seen: ["h"] }])).toEqual(["m", "m"]);
    expect(seenIn([{ words: "Mr. Holmes read her letter.", seen: ["h"], people: { h: { acts: true } } }])).toEqual([
      "h",
    ]);
    expect(seenIn([mary, { words: "She had outrun Mr. Holmes by far.", seen: ["h"] }])).toEqual(["m", "m+h"]);
  });

  it("he is who was he just before, and not the one who tells", () => {
    expect(seenIn([lit, { words: "He laughed for some minutes.", seen: ["i"] }])).toEqual(["h", "h"]);
    expect(seenIn([lit, { words: "I laughed with him.", seen: ["i"] }])).toEqual(["h", "i"]);
  });

  it("a newcomer's looks are nobody's of the cast", () => {
    const came = { words: "I found a gentleman by the table.", seen: ["i"], people: { i: { acts: true } } };
    const looks = { words: "He was dressed in a suit of tweed.", seen: ["i"] };
    expect(seenIn([lit, came, looks])).toEqual(["h", "i", "-"]);
    expect(seenIn([lit, came, { ...looks, seen: ["h"], people: { h: {} } }])).toEqual(["h", "i", "-"]);
    expect(seenIn([lit, { words: "Within stood a tall old man in black.", seen: ["h"] }])).toEqual(["h", "-"]);
    expect(seenIn([lit, { words: "The man who entered was sturdy.", seen: ["h"] }])).toEqual(["h", "-"]);
  });

  it("who only listens to a voice does not stand beside words of another", () => {
    const voice = { maybe: ["i"] };
    const rushed = { words: "A maid rushed across the street.", seen: ["h"], voice };
    expect(seenIn([lit, rushed])).toEqual(["h", "-"]);
    expect(seenIn([lit, { words: "Rain fell on the street.", seen: ["h"], voice }])).toEqual(["h", "h"]);
    expect(seenIn([lit, { words: "Mr. Holmes staggered back.", seen: ["m"], voice }])).toEqual(["h", "h"]);
    expect(seenIn([lit, { words: "Mr. Holmes staggered back.", seen: ["m"], voice: { maybe: ["h"] } }])).toEqual([
      "h",
      "h away",
    ]);
  });

  it("nobody stands by who is not meant", () => {
    expect(seenIn([{ words: "The lady raised her veil.", seen: ["i"] }])).toEqual(["-"]);
    expect(seenIn([{ words: "Mr. Holmes rose.", seen: ["m", "h"] }])).toEqual(["h"]);
    expect(seenIn([lit, { words: "The bull came on, and its small eyes burned.", seen: ["m"] }])).toEqual(["h", "-"]);
  });

  it("they are those who were about just now", () => {
    expect(seenIn([lit, { words: "They ran to the gate.", seen: ["h"] }])).toEqual(["h", "h"]);
    expect(seenIn([lit, { words: "They ran to the gate.", seen: ["m"] }])).toEqual(["h", "-"]);
  });

  it("who leads the sentence is seen, however the book binds the name", () => {
    expect(seenIn([{ words: "The solemn Mr.\u00a0Holmes perched upon a crate.", seen: ["i"] }])).toEqual(["h"]);
  });

  it("whom は marks is seen instead of an I who is not named", () => {
    expect(seenIn([{ words: "山嵐は大きな声で笑った。", seen: ["i"] }], "ja")).toEqual(["y"]);
    expect(seenIn([{ words: "控所へ帰ったら、山嵐がどうだいと聞いた。", seen: ["i"] }], "ja")).toEqual(["y"]);
    expect(seenIn([{ words: "山嵐はおれを見た。", seen: ["i"] }], "ja")).toEqual(["i"]);
    expect(seenIn([{ words: "山嵐が呼びに来たから、出掛けて行った。", seen: ["i"] }], "ja")).toEqual(["i"]);
  });

  it("Japanese words without a subject are of the I who tells", () => {
    expect(seenIn([{ words: "とうとう死んだと云う報知が来た。", seen: ["y"] }], "ja")).toEqual(["i"]);
    expect(seenIn([{ words: "腹を抱えて笑った。", seen: ["y"], people: { y: { acts: true } } }], "ja")).toEqual(["y"]);
  });

  it("who does not come is not there", () => {
    expect(seenIn([{ words: "山嵐はとうとう出て来ない。", seen: ["y"] }], "ja")).toEqual(["-"]);
    expect(seenIn([{ words: "At three I was there, but Mary had not yet returned.", seen: ["m", "i"] }])).toEqual([
      "i",
    ]);
  });

  it("who writes a letter is far away", () => {
    expect(seenIn([{ words: "That day I had a letter from Mary.", seen: ["i", "m"] }])).toEqual(["i"]);
    expect(seenIn([{ words: "I took the letter and Mary took the lamp.", seen: ["i", "m"] }])).toEqual(["i+m"]);
  });

  it("who comes to do something is whoever the words before were of, not the I who tells", () => {
    const before = { words: "山嵐は弱虫である。", seen: ["y"] };
    expect(seenIn([before, { words: "栗を盗みにくる。", seen: ["i"] }], "ja")).toEqual(["y", "y"]);
    expect(seenIn([before, { words: "栗を拾った。", seen: ["i"] }], "ja")).toEqual(["y", "i"]);
  });
});
