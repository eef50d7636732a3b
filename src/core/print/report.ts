import { namesBesideTitle } from "../book/credits.ts";
import type { Sheets } from "../art/artist.ts";
import type { Book, Warning } from "../book/book.ts";
import type { LeanPage } from "../page/lean-page.ts";
import { type PaceFigures, paceFigures } from "./pace-figures.ts";
import type { PaceName } from "../script/pace.ts";
import type { Fate, Script } from "../script/script.ts";
import type { Person, Story } from "../story/story.ts";

/** What was made of a book and what became of its text (T1); `report.json`. Holds no times, so that two runs compare equal (T3). */
export interface Report {
  version: 1;
  program: { name: string; artist: string };
  source: { title: string; creators: string[]; language: string | null; format: Book["format"]; characters: number };
  settings: { seed: number; direction: "ltr" | "rtl"; pace: PaceName | { totalPages: number } };
  counts: {
    episodes: number;
    pages: number;
    panels: number;
    panelsPerPage: number;
    balloons: number;
    sounds: number;
    people: number;
    places: number;
    quotes: number;
    quotesWithSpeaker: number;
  };
  /** How the pages keep to the pace (T4, P1, P5). */
  pace: PaceFigures;
  /** Characters of the body by fate; their sum is the body. */
  characters: Record<Fate["fate"], number> & { body: number };
  cast: (Pick<Person, "id" | "name" | "aliases" | "gender" | "role" | "mentions"> & { drawn: boolean })[];
  fates: Fate[];
  /** Rules that could not be kept, and what was damaged in the book. */
  warnings: Warning[];
}

export interface ReportSource {
  title: string;
  book: Book;
  story: Story;
  script: Script;
  sheets: Sheets;
  pages: readonly LeanPage[];
  seed: number;
  pace: Report["settings"]["pace"];
  artist: string;
  /** What the formats could not do. */
  warnings: readonly Warning[];
}

/** Adds up what happened. */
export function reportOf(source: ReportSource): Report {
  const { title, book, story, script, sheets, pages, seed, pace, artist, warnings } = source;
  const panels = pages.flatMap((page) => page.panels);
  const characters = { shown: 0, drawn: 0, condensed: 0, "left-out": 0, body: 0 };
  for (const { start, end, fate } of script.fates) {
    characters[fate] += end - start;
    characters.body += end - start;
  }
  return {
    version: 1,
    program: { name: "fabula", artist },
    source: {
      title,
      creators: namesBesideTitle(book),
      language: book.language,
      format: book.format,
      characters: book.text.length,
    },
    settings: { seed, direction: script.direction, pace },
    counts: {
      episodes: script.episodes.length,
      pages: pages.length,
      panels: panels.length,
      panelsPerPage: pages.length > 0 ? Math.round((panels.length / pages.length) * 100) / 100 : 0,
      balloons: panels.reduce((sum, panel) => sum + panel.balloons.length, 0),
      sounds: panels.reduce((sum, panel) => sum + panel.sounds.length, 0),
      people: story.cast.length,
      places: story.places.length,
      quotes: story.quotes.length,
      quotesWithSpeaker: story.quotes.filter((quote) => quote.speaker !== null).length,
    },
    pace: paceFigures(book, script, pages),
    characters,
    cast: story.cast.map(({ id, name, aliases, gender, role, mentions }) => ({
      id,
      name,
      aliases,
      gender,
      role,
      mentions,
      drawn:
        sheets.people[id] !== undefined && panels.some((panel) => panel.figures.some((figure) => figure.person === id)),
    })),
    fates: script.fates,
    warnings: [...book.warnings, ...pages.flatMap((page) => page.faults).map(asWarning), ...warnings],
  };
}

/** `L4 b12: …` → code and message. */
function asWarning(fault: string): Warning {
  const [code = "", ...rest] = fault.split(" ");
  return { code, message: rest.join(" ") };
}
