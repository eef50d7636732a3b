import { useDictionary } from "../../../web/studio/i18n/language.ts";
import { type AdminWords, en } from "./en.ts";
import { ja } from "./ja.ts";

const dictionaries = { en, ja };

export const useAdminWords = (): AdminWords => useDictionary(dictionaries);

/** The words for a name that the server may have more of than we know; else the name itself. */
export const wordFor = (known: Readonly<Record<string, string>>, name: string): string => known[name] ?? name;
