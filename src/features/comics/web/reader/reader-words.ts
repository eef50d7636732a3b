import { useDictionary } from "../../../../web/studio/i18n/language.ts";
import type { ComicPage, Opening } from "./openings.ts";
import { en, type ReaderWords } from "./words-en.ts";
import { ja } from "./words-ja.ts";

const dictionaries = { en, ja };

export type { ReaderWords };

/** The reader’s words in the language of the studio. */
export const useReaderWords = (): ReaderWords => useDictionary(dictionaries);

export function pageName({ role, number }: ComicPage, words: ReaderWords): string {
  return role === "story" ? words.page(number) : words[role];
}

/** An opening in words: "Pages 4–5". */
export function openingName(opening: Opening, words: ReaderWords): string {
  const [page, facing] = opening;
  if (page === undefined) return "";
  if (facing === undefined) return pageName(page, words);
  const isStory = page.role === "story" && facing.role === "story";
  return isStory ? words.pages(page.number, facing.number) : `${pageName(page, words)} · ${pageName(facing, words)}`;
}

/** Who speaks, or what kind of words they are. */
export function voiceOf({ kind, speaker }: { kind: string; speaker: string | null }, words: ReaderWords): string {
  if (speaker !== null) return speaker;
  const { kinds } = words;
  return kind === "narration" || kind === "sound" || kind === "thought" ? kinds[kind] : kinds.other;
}
