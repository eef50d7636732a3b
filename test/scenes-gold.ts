import { existsSync, readFileSync } from "node:fs";
import type { Span } from "../src/core/book/book.ts";
import { readBook } from "../src/core/book/read-book.ts";
import type { Story } from "../src/core/story/story.ts";
import { understand } from "../src/core/story/understand.ts";
import { unwrap } from "../src/core/text/result.ts";

/**
 * A stretch that is set in one place and hour, up to the next: where it starts, `=` where a scene has to start there and `?` where
 * it may, its place by a name of ours, and the kinds of place, hours and weathers that are right. `*` takes all, an empty word
 * between bars takes none told.
 */
type LabelledScene = [start: number, border: "=" | "?", place: string, kinds: string, hours: string, weathers: string];

interface LabelledBook {
  use: "tuned" | "held out";
  chapters: { end: number; scenes: LabelledScene[] }[];
}

/** UTF-16 units of text whose place, hour or weather is as labelled, is not, or is told in the text and not found. */
export interface Share {
  right: number;
  wrong: number;
  none: number;
}

export interface ScenesScore {
  /** Scene starts that have to be there, those found of them, all that were made inside chapters, and those of them that may be. */
  borders: { wanted: number; found: number; made: number; fit: number };
  place: Share;
  hour: Share;
  weather: Share;
  /** Of the text whose place is right: how much bears the id that most of its place bears. */
  sameId: number;
  /** What is wrong, for who wants to mend it. */
  faults: string[];
}

/** How far from a labelled border a scene may start, in UTF-16 units: about a paragraph. */
const tolerance = { en: 400, ja: 130 };

const data = new URL("../../shared/data/", import.meta.url);
// Written by hand in this repository.
const labelled = JSON.parse(readFileSync(new URL("gold/scenes.json", import.meta.url), "utf8")) as Record<
  string,
  LabelledBook
>;

/** The labelled books of one use that are there to be read. */
export const labelledBooks = (use: LabelledBook["use"]): string[] =>
  Object.keys(labelled).filter((path) => labelled[path]?.use === use && existsSync(new URL(path, data)));

/** Reads one of the books and compares its scenes with the labels. */
export async function scoreScenes(path: string): Promise<ScenesScore> {
  const book = unwrap(await readBook(new Uint8Array(readFileSync(new URL(path, data)))));
  const story = understand(book);
  const score: ScenesScore = {
    borders: { wanted: 0, found: 0, made: 0, fit: 0 },
    place: { right: 0, wrong: 0, none: 0 },
    hour: { right: 0, wrong: 0, none: 0 },
    weather: { right: 0, wrong: 0, none: 0 },
    sameId: 0,
    faults: [],
  };
  const ids = new Map<string, Map<string, number>>();
  for (const { end, scenes } of labelled[path]?.chapters ?? []) {
    countBorders(score, story, end, scenes, /^ja\b/.test(book.language ?? "") ? tolerance.ja : tolerance.en);
    for (const [i, label] of scenes.entries())
      countFacts(score, story, { start: label[0], end: scenes[i + 1]?.[0] ?? end }, label, ids);
  }
  for (const counts of ids.values()) score.sameId += Math.max(...counts.values());
  return score;
}

function countBorders(
  { borders, faults }: ScenesScore,
  story: Story,
  end: number,
  scenes: readonly LabelledScene[],
  near: number,
): void {
  const from = scenes[0]?.[0] ?? end;
  const made = story.scenes.filter(({ start }) => start > from && start < end).map(({ start }) => start);
  const inner = scenes.slice(1);
  const wanted = inner.filter(([, border]) => border === "=");
  const missed = wanted.filter(([at]) => !made.some((start) => Math.abs(start - at) <= near));
  const odd = made.filter((start) => !inner.some(([at]) => Math.abs(start - at) <= near));
  borders.wanted += wanted.length;
  borders.found += wanted.length - missed.length;
  borders.made += made.length;
  borders.fit += made.length - odd.length;
  faults.push(...missed.map(([at]) => `no scene at ${at}`), ...odd.map((at) => `scene at ${at}`));
}

function countFacts(
  score: ScenesScore,
  story: Story,
  span: Span,
  [, , name, kinds, hours, weathers]: LabelledScene,
  ids: Map<string, Map<string, number>>,
): void {
  for (const scene of story.scenes) {
    const units = Math.min(scene.end, span.end) - Math.max(scene.start, span.start);
    if (units <= 0) continue;
    const place = story.places.find(({ id }) => id === scene.place);
    const facts = [
      ["place", kinds, place?.kind ?? null],
      ["hour", hours, scene.time],
      ["weather", weathers, scene.weather],
    ] as const;
    for (const [what, wanted, told] of facts) {
      const verdict = judge(wanted, told);
      if (verdict !== null) score[what][verdict] += units;
      if (verdict === "wrong" || verdict === "none")
        score.faults.push(
          `${verdict} ${what} ${told ?? "–"} (${place?.name ?? "–"}) for ${wanted || "–"}: ${Math.max(scene.start, span.start)}, ${units}`,
        );
      if (what === "place" && verdict === "right" && place !== undefined) {
        const counts = ids.get(name) ?? new Map<string, number>();
        ids.set(name, counts.set(place.id, (counts.get(place.id) ?? 0) + units));
      }
    }
  }
}

/** Null where the label takes anything, or nothing was told and none is needed. */
function judge(wanted: string, told: string | null): keyof Share | null {
  if (wanted === "*") return null;
  const right = wanted.split("|");
  if (told === null) return right.includes("") ? null : "none";
  return right.includes(told) ? "right" : "wrong";
}

/** The sums of several scores. */
export function sumOfScores(scores: readonly ScenesScore[]): ScenesScore {
  const share = (what: "place" | "hour" | "weather"): Share => ({
    right: scores.reduce((sum, score) => sum + score[what].right, 0),
    wrong: scores.reduce((sum, score) => sum + score[what].wrong, 0),
    none: scores.reduce((sum, score) => sum + score[what].none, 0),
  });
  const border = (what: keyof ScenesScore["borders"]) => scores.reduce((sum, { borders }) => sum + borders[what], 0);
  return {
    borders: { wanted: border("wanted"), found: border("found"), made: border("made"), fit: border("fit") },
    place: share("place"),
    hour: share("hour"),
    weather: share("weather"),
    sameId: scores.reduce((sum, score) => sum + score.sameId, 0),
    faults: scores.flatMap(({ faults }) => faults),
  };
}
