import { useDictionary } from "../../../../web/studio/i18n/language.ts";
import { en, type SignInWords } from "./en.ts";
import { ja } from "./ja.ts";

const dictionaries = { en, ja };

export const useSignInWords = (): SignInWords => useDictionary(dictionaries);
