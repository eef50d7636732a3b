import type { Book } from "../book/book.ts";
import { cornersOf } from "../geometry/geometry.ts";
import type { Fonts } from "../lettering/fonts.ts";
import { balloonOutline } from "../lettering/balloon.ts";
import * as japanese from "../lettering/set-japanese.ts";
import * as latin from "../lettering/set-latin.ts";
import { drawSound } from "../lettering/sound-letters.ts";
import type { Scene, Story } from "../story/story.ts";
import { grown } from "./balloon-room.ts";
import {
  type Balloon,
  type Head,
  type Page,
  pageSize,
  type PageSize,
  type SoundLetters,
  type StagedFigure,
} from "./page.ts";

export interface CoverText {
  size: PageSize;
  title: string;
  book: Book;
  story: Story;
  direction: "ltr" | "rtl";
}

const nowhere = { start: 0, end: 0 };

/** How far the picture runs over the part that is printed, in page units. */
const over = 20;

/** Where the most prominent people stand: the first in front, the others at the sides, clear of the title. Drawn back to front; on a page of the usual size. */
const poses: Readonly<Record<"under" | "beside", readonly Head[]>> = {
  under: [
    { x: 600, y: 1120, size: 330, yaw: 22, pitch: 2, tilt: -2 },
    { x: 985, y: 1000, size: 225, yaw: -30, pitch: 0, tilt: 3 },
    { x: 235, y: 1020, size: 225, yaw: 34, pitch: 0, tilt: 0 },
  ],
  beside: [
    { x: 600, y: 1060, size: 330, yaw: 22, pitch: 2, tilt: -2 },
    { x: 215, y: 900, size: 230, yaw: 34, pitch: 0, tilt: 0 },
    { x: 1010, y: 1270, size: 210, yaw: -30, pitch: 0, tilt: 2 },
  ],
};
const moods = ["happy", "suspicious", "thinking"] as const;

/** Page 0: the book's people before its most important place, with title and author as outlines (L1). */
export function coverPage({ size, title, book, story, direction }: CoverText, fonts: Fonts, seed: number): Page {
  const { width, height, bleed } = size;
  const scene = sceneToShow(story);
  const vertical = direction === "rtl" && isJapanese(title);
  const figures = story.cast.filter(({ role }) => role !== "minor").slice(0, poses.under.length);
  return {
    version: 1,
    number: 0,
    episode: "cover",
    side: direction === "ltr" ? "right" : "left",
    direction,
    width,
    height,
    layout: "cover",
    faults: [],
    panels: [
      {
        beat: "cover",
        scene: scene?.id ?? "cover",
        kind: "establish",
        shot: "medium",
        importance: 1,
        outline: cornersOf(grown({ x: 0, y: 0, width, height }, over + bleed)),
        frame: "bleed",
        place: scene?.place ?? null,
        time: scene?.time ?? null,
        weather: scene?.weather ?? null,
        mood: null,
        effect: null,
        scenery: "place",
        camera: "eye",
        ground: "place",
        prop: null,
        opensScene: true,
        figures: figures.map(({ id }, i) => staged(id, i, vertical ? poses.beside : poses.under, size)).reverse(),
        balloons: authorCaption(book, fonts, { size, vertical, seed }),
        sounds: (vertical ? verticalTitle : titleLines)(title, fonts, seed, size),
      },
    ],
  };
}

/** The scene that stands for the book: among those with a known place, the one where most people are, the longest of them. */
function sceneToShow(story: Story): Scene | null {
  const weight = ({ present, end, start, weather }: Scene): number =>
    present.length * 10_000 + (end - start) - (weather === "rain" ? 20_000 : 0);
  return (
    [...story.scenes].filter((scene) => scene.place !== null).sort((a, b) => weight(b) - weight(a))[0] ??
    story.scenes[0] ??
    null
  );
}

/** Height of a page in heights of the usual one; on a lower page people are smaller. */
const heightOf = ({ height }: PageSize): number => height / pageSize.height;

function staged(person: string, rank: number, spots: readonly Head[], page: PageSize): StagedFigure {
  const { width, height } = pageSize;
  const usual = spots[rank] ?? { x: width / 2, y: height * 0.6, size: 300, yaw: 20, pitch: 0, tilt: 0 };
  const scale = heightOf(page);
  const head = { ...usual, y: usual.y * scale, size: usual.size * Math.min(1, scale) };
  return { person, head, emotion: moods[rank] ?? "calm", pose: "stand", speaks: false, silhouette: false, holds: null };
}

/** Lines of big letters over the upper third, as wide as the page allows. */
function titleLines(title: string, fonts: Fonts, seed: number, page: PageSize): SoundLetters[] {
  const lines = balancedLines(title.toUpperCase(), 13);
  const lineHeight = Math.min(260, (620 * heightOf(page)) / lines.length);
  return lines.flatMap((text, i) => {
    const box = { x: 80, y: 80 + i * lineHeight, width: page.width - 160, height: lineHeight * 0.94 };
    return drawSound(fonts, text, { box, vertical: false, seed, ink: "black", source: nowhere, calm: true }) ?? [];
  });
}

/** A column down the right side. */
function verticalTitle(title: string, fonts: Fonts, seed: number, page: PageSize): SoundLetters[] {
  const box = {
    x: page.width - 280,
    y: 80,
    width: 200,
    height: Math.min(960 * heightOf(page), 200 * Array.from(title).length),
  };
  const drawn = drawSound(fonts, title, { box, vertical: true, seed, ink: "black", source: nowhere, calm: true });
  return drawn ? [drawn] : [];
}

function authorCaption(
  book: Book,
  fonts: Fonts,
  { size, vertical, seed }: { size: PageSize; vertical: boolean; seed: number },
): Balloon[] {
  const names = book.creators.filter(({ role }) => role === null || role === "aut").map(({ name }) => name);
  if (names.length === 0) return [];
  const words = names.join(vertical ? "　" : ", ");
  const text = {
    runs: [{ text: words, ruby: null, emphasis: false }],
    style: "narration" as const,
    vertical,
    language: book.language,
  };
  const setter = (vertical ? japanese : latin).setterOf(fonts, text);
  const fitted = setter.caption({ maxWidth: 700, maxHeight: 700 });
  if (!fitted) return [];
  const [radiusX, radiusY] = [fitted.width / 2, fitted.height / 2];
  const centre = { x: vertical ? 80 + radiusX : size.width - 80 - radiusX, y: size.height - 80 - radiusY };
  return [
    {
      text: "author",
      kind: "narration",
      speaker: null,
      source: nowhere,
      words,
      centre,
      radiusX,
      radiusY,
      ...balloonOutline("narration", centre, radiusX, radiusY, null, seed),
      tail: null,
      runs: fitted.block.runs,
      size: fitted.block.size,
    },
  ];
}

/** Parts a title at spaces into as few lines as a width in letters allows, of about equal length. */
export function balancedLines(title: string, widest: number): string[] {
  const words = title.split(/\s+/).filter(Boolean);
  const count = Math.min(4, Math.ceil(words.join(" ").length / widest));
  const goal = words.join(" ").length / count;
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && (last.length + 1 + word.length / 2 <= goal || lines.length === count))
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function isJapanese(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
}
