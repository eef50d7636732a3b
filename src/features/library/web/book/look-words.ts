import { japaneseTerms } from "../../../../core/story/japanese-terms-words.ts";
import type { Language } from "../../../../web/studio/i18n/language.ts";

/** What the story's own words for looks and places are called where its bare word would not do; what is not here are words of the book. */
const names: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    fair: "blond",
    tied: "tied up",
    wild: "unkempt",
    "top-hat": "a top hat",
    hat: "a hat",
    cap: "a cap",
    ward: "sickroom",
    courtroom: "court of law",
    underground: "under the ground",
    cab: "carriage",
  },
  ja: japaneseTerms,
};

/** A look (of `what`) or a kind of place in the language of the pages; the book's own words stay as they are. */
export const lookText = (value: string, language: Language, what = ""): string =>
  names[language][`${what} ${value}`] ?? names[language][value] ?? value;
