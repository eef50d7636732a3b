import { describe, expect, it } from "vitest";
import { foldedText, searchTermsOf, wantedTermsOf } from "./search-terms.ts";

const wanted = (words: string): string[] => wantedTermsOf(words).map(({ term }) => term);

describe("terms of search", () => {
  it.each([
    ["Alice’s Adventures", ["alices", "alice", "adventures"]],
    ["L'Étranger", ["letranger", "etranger"]],
    ["Die STRAẞE, die Straße", ["die", "strasse"]],
    ["Łódź Œuvre İstanbul Ёлка", ["lodz", "oeuvre", "istanbul", "елка"]],
    ["second-hand C3PO 12½", ["second", "hand", "c3po", "121", "2"]],
    ["한국어 책", ["한국어", "책"]],
    ["' '' - …", []],
    ["\ud800 lone \udc00", ["lone"]],
  ])("of “%s” are %j", (text, terms) => {
    expect(searchTermsOf(text)).toEqual(terms);
  });

  it("of scripts without spaces are every two letters and the last one", () => {
    expect(searchTermsOf("目のない龍")).toEqual(["目の", "のな", "ない", "い龍", "龍"]);
    expect(searchTermsOf("ﾊﾝｶﾞｸ")).toEqual(["ハン", "ンガ", "ガク", "ク"]);
    expect(searchTermsOf("𠮷野・家")).toEqual(["𠮷野", "野", "家"]);
    expect(searchTermsOf("第3章ABC")).toEqual(["第", "3", "章", "abc"]);
  });

  it("are the same however accents and quotes are typed, and が is not か", () => {
    expect(foldedText("Zu\u0308rich o’ｂrien ΣΑΣ")).toBe(foldedText("Zürich o'brien σας"));
    expect(searchTermsOf("か\u3099")).toEqual(["が"]);
  });

  it("are cut at forty letters, none in the middle of one", () => {
    expect(searchTermsOf("𝔵".repeat(60))).toEqual(["x".repeat(40)]);
    expect(searchTermsOf("𐐨".repeat(60))).toEqual(["𐐨".repeat(40)]);
  });

  it("that are wanted are among those of every text that has the words", () => {
    for (const text of ["Alice’s Adventures in Wonderland", "目のない龍", "第3章ABC", "Don’t Panic", "한국어 책"])
      for (const { term, isBeginning } of wantedTermsOf(text)) {
        const has = searchTermsOf(text).some((each) => (isBeginning ? each.startsWith(term) : each === term));
        expect(has, `${term} of ${text}`).toBe(true);
      }
  });

  it("that are wanted leave out what another one implies", () => {
    expect(wanted("al alice ALICE don't")).toEqual(["alice", "dont"]);
    expect(wantedTermsOf("a 龍 ab")).toEqual([
      { term: "a", isBeginning: false },
      { term: "龍", isBeginning: true },
      { term: "ab", isBeginning: true },
    ]);
  });
});
