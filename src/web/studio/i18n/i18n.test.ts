import { describe, expect, it } from "vitest";
import { en } from "./en.ts";
import { agoText, durationText, languageName, sizeText } from "./formats.ts";
import { ja } from "./ja.ts";
import { languageOf } from "./language.ts";

describe("the language of the pages", () => {
  it("is the chosen one, or the first of the browser's that is known, or English", () => {
    expect(languageOf("ja", ["en-GB"])).toBe("ja");
    expect(languageOf("auto", ["de-DE", "ja-JP", "en"])).toBe("ja");
    expect(languageOf("auto", ["fr", "de"])).toBe("en");
    expect(languageOf("auto", ["jam"])).toBe("en");
  });

  it("counts as the language does", () => {
    expect([en.trashed(1), en.trashed(2), en.allShown(10_000)]).toEqual([
      "1 book is in the trash",
      "2 books are in the trash",
      "That is all: 10,000 books",
    ]);
    expect(ja.trashed(1)).toBe("1冊をごみ箱に入れました");
  });

  it("has Japanese words for everything that English has, and they are Japanese", () => {
    const same = new Set(["studio", "languageEn", "languageJa"]);
    const untranslated = Object.entries(en).filter(
      ([name, words]) =>
        typeof words === "string" &&
        !same.has(name) &&
        Object.entries(ja).some(([other, text]) => other === name && text === words),
    );
    expect(untranslated).toEqual([]);
  });
});

describe("sizes and times", () => {
  it("are said in their largest fitting unit", () => {
    expect([0, 999, 1_500, 3_400_000].map((bytes) => sizeText("en", bytes))).toEqual([
      "0 byte",
      "999 byte",
      "2 kB",
      "3.4 MB",
    ]);
    expect([0.2, 89, 90, 5_399, 5_400].map((seconds) => durationText("en", seconds))).toEqual([
      "1 sec",
      "89 sec",
      "2 min",
      "90 min",
      "1.5 hr",
    ]);
    expect(durationText("ja", 240)).toBe("4分");
  });

  it("tell how long ago something was", () => {
    const now = Date.parse("2026-11-22T12:00:00Z");
    expect(agoText("en", "2026-11-22T11:59:40Z", now)).toBe("now");
    expect(agoText("en", "2026-11-22T10:00:00Z", now)).toBe("2 hours ago");
    expect(agoText("en", "2026-11-21T12:00:00Z", now)).toBe("yesterday");
    expect(agoText("en", "2026-01-02T12:00:00Z", now)).toBe("2 January 2026");
    expect(agoText("ja", "2026-11-22T11:36:00Z", now)).toBe("24分前");
  });

  it("name a language, or show the tag that a book has made up", () => {
    expect(languageName("en", "ja")).toBe("Japanese");
    expect(languageName("en", "no such language")).toBe("no such language");
  });
});
