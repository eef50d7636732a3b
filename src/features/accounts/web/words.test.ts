import { describe, expect, it } from "vitest";
import { problemsEn, problemsJa } from "../../../web/studio/i18n/problem-words.ts";
import { en as adminEn } from "../../admin/web/en.ts";
import { ja as adminJa } from "../../admin/web/ja.ts";
import { en as settingsEn } from "./settings/en.ts";
import { ja as settingsJa } from "./settings/ja.ts";
import { en as signInEn } from "./sign-in/en.ts";
import { ja as signInJa } from "./sign-in/ja.ts";

const kana = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
/** Names that are the same in every language. */
const names = new Set([
  "google",
  "twitter",
  "providers.google",
  "providers.twitter",
  "keyboards.mac",
  "keyboards.windows",
]);

/** Every wording of a dictionary under its path; a function's wording is what it says of a sign for each of its arguments. */
function wordings(dictionary: object, path = ""): [path: string, text: string][] {
  return Object.entries(dictionary).flatMap(([name, value]: [string, unknown]) => {
    const place = path + name;
    if (typeof value === "string") return [[place, value]];
    // A number stands for any argument: those that count need one.
    if (typeof value === "function") return [[place, String(Reflect.apply(value, null, [7, 7, 7]))]];
    return typeof value === "object" && value !== null ? wordings(value, `${place}.`) : [];
  });
}

describe.each([
  ["signing in", signInEn, signInJa],
  ["the settings", settingsEn, settingsJa],
  ["administration", adminEn, adminJa],
])("the words of %s", (_name, en, ja) => {
  it("are there in Japanese wherever they are in English, and are Japanese", () => {
    const japanese = wordings(ja);
    const places = (dictionary: object): string[] =>
      wordings(dictionary)
        .map(([place]) => place)
        .filter((place) => !place.startsWith("problems."))
        .toSorted();
    expect(places(ja)).toEqual(places(en));
    // What the studio says of a failure everywhere is not said once more here.
    expect(Object.keys(en.problems).filter((code) => !(code in ja.problems) && !(code in problemsJa))).toEqual([]);
    const usual = { en: problemsEn, ja: problemsJa };
    for (const [language, { problems }] of Object.entries({ en, ja }))
      expect(
        Object.entries(problems).filter(
          ([code, { title }]) => usual[language === "ja" ? "ja" : "en"][code]?.title === title,
        ),
      ).toEqual([]);
    expect(japanese.filter(([place, text]) => !kana.test(text) && !names.has(place))).toEqual([]);
    expect(wordings(en).filter(([, text]) => kana.test(text))).toEqual([]);
  });
});
