import { createContext, use } from "react";
import { en } from "./en.ts";
import { ja } from "./ja.ts";
import type { Words } from "./en.ts";

export type Language = "en" | "ja";

export const LanguageContext = createContext<Language>("en");

/** The language of the pages at the moment. */
export const useLanguage = (): Language => use(LanguageContext);

/** The shell's own words. */
export const useWords = (): Words => useDictionary(dictionaries);
const dictionaries = { en, ja };

/** The words of a page in the language of the moment, out of its own dictionaries. */
export function useDictionary<Dictionary>(both: Readonly<Record<Language, Dictionary>>): Dictionary {
  return both[useLanguage()];
}

/** What is chosen, or the first language of the browser that is known here, or English. */
export function languageOf(chosen: "auto" | Language, browser: readonly string[]): Language {
  if (chosen !== "auto") return chosen;
  for (const tag of browser) {
    const known = /^(en|ja)\b/i.exec(tag)?.[1]?.toLowerCase();
    if (known === "en" || known === "ja") return known;
  }
  return "en";
}
