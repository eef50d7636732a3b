import { useDictionary } from "../../../../web/studio/i18n/language.ts";
import { type BookWords, en } from "./en.ts";
import { ja } from "./ja.ts";

const dictionaries = { en, ja };

export const useBookWords = (): BookWords => useDictionary(dictionaries);
