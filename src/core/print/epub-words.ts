import type { Book } from "../book/book.ts";
import { inJapanese } from "../page/own-words.ts";
import type { TranscriptStyle } from "./transcript.ts";

/** What an EPUB says in its own words, beside those of the book. */
export interface EpubWords {
  cover: string;
  title: string;
  credits: string;
  back: string;
  contents: string;
  pages: string;
  landmarks: string;
  story: string;
  page(number: number): string;
  /** A part of the story without a title. */
  part(number: number): string;
  accessibility: string;
  transcript: TranscriptStyle;
}

const english: EpubWords = {
  cover: "Cover",
  title: "Title page",
  credits: "Credits",
  back: "Back cover",
  contents: "Contents",
  pages: "Pages",
  landmarks: "Landmarks",
  story: "Story",
  page: (number) => `Page ${number}`,
  part: (number) => `Part ${number}`,
  accessibility:
    "A comic of pictures in a fixed layout. The alternative text of each page gives its words in reading order with the names of the speakers; what is only drawn is not described.",
  transcript: {
    said: (name, words) => (name === "" ? `“${words}”` : `${name}: “${words}”`),
    thought: (name, words) => (name === "" ? `(${words})` : `${name} thinks: “${words}”`),
    sound: (text) => `[${text}]`,
    space: " ",
    join: " ",
  },
};

const japanese: EpubWords = {
  cover: "表紙",
  title: "扉",
  credits: "奥付",
  back: "裏表紙",
  contents: "目次",
  pages: "ページ",
  landmarks: "案内",
  story: "本編",
  page: (number) => `${number}ページ`,
  part: (number) => `第${number}話`,
  accessibility:
    "固定レイアウトの漫画です。各ページの代替テキストに、台詞と語りを話者の名とともに読む順で収めています。絵だけで描かれたことの説明はありません。",
  transcript: {
    said: (name, words) => `${name}「${words}」`,
    thought: (name, words) => `${name}（${words}）`,
    sound: (text) => `［${text}］`,
    space: "　",
    join: "",
  },
};

/** The words for a book: Japanese or English. */
export function epubWords(book: Pick<Book, "language" | "title">): EpubWords {
  return inJapanese(book) ? japanese : english;
}
