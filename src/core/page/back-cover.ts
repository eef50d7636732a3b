import { balloonOutline } from "../lettering/balloon.ts";
import type { Fonts } from "../lettering/fonts.ts";
import type { Script } from "../script/script.ts";
import { ownPage } from "./own-page.ts";
import { inJapanese } from "./own-words.ts";
import type { Page } from "./page.ts";
import { printLargest } from "./printed-words.ts";
import type { OwnPageSource } from "./title-page.ts";

/** How far the picture runs over the bleed, and paper round the words, in page units. */
const over = 20;
const padding = 44;

/** The back of a printed cover: the place where the story begins, and on a card the words with which it begins. */
export function backCover(source: Omit<OwnPageSource, "number" | "facing">, script: Script, fonts: Fonts): Page {
  const { book, story, direction, size } = source;
  const { width, height, bleed } = size;
  const opening = story.scenes.find(({ place }) => place !== null);
  const vertical = direction === "rtl" && inJapanese(book);
  const beyond = over + bleed;
  const card = printLargest(
    fonts,
    "blurb",
    {
      words: firstWords(script),
      style: "lettered",
      vertical,
      language: book.language,
      width: 0.6 * width,
      height: 0.4 * height,
      prefer: vertical ? 0.8 : 1.8,
    },
    { x: width / 2, y: 0.36 * height, across: 0.5, down: 0.5 },
    [1.5, 1.25, 1],
  );
  return ownPage({
    role: "back",
    number: 0,
    side: direction === "ltr" ? "left" : "right",
    direction,
    size,
    picture: {
      box: { x: -beyond, y: -beyond, width: width + 2 * beyond, height: height + 2 * beyond },
      frame: "bleed",
      place: opening?.place ?? null,
      time: opening?.time ?? null,
      weather: opening?.weather ?? null,
      prop: null,
    },
    words: card.map((words) => {
      const [radiusX, radiusY] = [words.radiusX + padding, words.radiusY + padding];
      return { ...words, radiusX, radiusY, ...balloonOutline("narration", words.centre, radiusX, radiusY, null, 1) };
    }),
  });
}

/** The first sentence that is told, rather than the name of a chapter; else the first words of all. */
function firstWords({ episodes }: Script): string {
  const texts = episodes.flatMap(({ beats }) => beats.slice(0, 12).flatMap((beat) => beat.texts));
  const words = texts.map(({ kind, runs }) => ({ kind, text: runs.map(({ text }) => text).join("") }));
  const told = words.find(({ kind, text }) => kind === "narration" && /[.!?…。！？][”’」』]?$/u.test(text.trim()));
  return (told ?? words[0])?.text ?? "";
}
