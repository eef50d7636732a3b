import { useDictionary } from "../../../../web/studio/i18n/language.ts";
import { en, type FilesWords } from "./en.ts";
import { ja } from "./ja.ts";

const dictionaries = { en, ja };

export const useFilesWords = (): FilesWords => useDictionary(dictionaries);
