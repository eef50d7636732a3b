import type { Database } from "../../backends/sql/database.ts";
import { faceBox, type Page, type Panel } from "../../core/page/page.ts";
import type { Settings } from "../../core/pipeline.ts";
import { screenEdition, trims } from "../../core/print/edition.ts";
import { storyRowId } from "../library/queries/story-rows.ts";
import { type ComicRow, listEpisodes, listPages, peopleNames } from "./queries/comic-pages.ts";
import { type ComicSettings, type ComicView, type PageGeometry, trimNames } from "./schema.ts";

/** A comic as its reader needs it. */
export async function comicView(db: Database, comic: ComicRow): Promise<ComicView> {
  const [pages, episodes] = await Promise.all([listPages(db, comic.id), listEpisodes(db, comic.id)]);
  const asked = comic.settings.direction;
  return {
    id: comic.id,
    bookId: comic.novel,
    title: comic.title,
    language: comic.language,
    direction: pages[0]?.direction ?? (asked === "auto" ? "ltr" : asked),
    isFinished: comic.status === "completed",
    settings: comicSettingsOf(comic.settings),
    pages: pages.map(({ number, role, episode, width, height, isDrawn }) => ({
      number,
      role,
      episode,
      width,
      height,
      isDrawn,
    })),
    episodes,
  };
}

/** What the pipeline makes with the settings that a person chose. `direction` and `language` are those of the shelf, where the person left them to the book. */
export function pipelineSettings(
  chosen: ComicSettings,
  book: { fileName: string; direction: "ltr" | "rtl"; language: "en" | "ja" | null },
): Settings {
  const { trim, colour, chapters, totalPages, pace, direction } = chosen;
  const isUsual = trim === "b5" && colour === "ink";
  return {
    seed: chosen.seed,
    direction: direction === "auto" ? book.direction : direction,
    pace: totalPages === null ? pace : { totalPages },
    roster: null,
    formats: [...new Set(chosen.formats)],
    ...(isUsual ? {} : { edition: { ...screenEdition, trim: trims[trim], colour } }),
    ...(chapters === null ? {} : { chapters }),
    ...(book.language === null ? {} : { language: book.language }),
    fileName: book.fileName,
  };
}

function comicSettingsOf({
  seed,
  direction,
  pace = "comic",
  formats = ["cbz"],
  edition,
  chapters,
}: Settings): ComicSettings {
  const size = edition?.trim ?? trims.b5;
  return {
    direction,
    trim: trimNames.find((name) => trims[name].width === size.width && trims[name].height === size.height) ?? "b5",
    pace: typeof pace === "string" ? pace : "comic",
    totalPages: typeof pace === "string" ? null : pace.totalPages,
    chapters: chapters ? { from: chapters.from, to: chapters.to } : null,
    colour: edition?.colour ?? "ink",
    seed,
    formats: [...formats],
  };
}

/** All that stands on a page, in whole units. People are named by their row ids, as in the cast of the book. */
export async function geometryOf(db: Database, novel: string, page: Page): Promise<PageGeometry> {
  const people = page.panels.flatMap(({ figures, balloons }) => [
    ...figures.map(({ person }) => person),
    ...balloons.flatMap(({ speaker }) => (speaker === null ? [] : [speaker])),
  ]);
  const ids = new Map(
    await Promise.all([...new Set(people)].map(async (person) => [person, await storyRowId(novel, person)] as const)),
  );
  const names = await peopleNames(db, novel, [...ids.values()]);
  const { number, width, height } = page;
  return { number, width, height, panels: page.panels.map((panel) => panelGeometry(panel, { ids, names })) };
}

interface Known {
  ids: ReadonlyMap<string, string>;
  names: ReadonlyMap<string, string>;
}

const round = Math.round;

function panelGeometry({ outline, figures, balloons, sounds }: Panel, known: Known): PageGeometry["panels"][number] {
  const nameOf = (person: string | null): string | null =>
    person === null ? null : (known.names.get(known.ids.get(person) ?? "") ?? null);
  return {
    outline: outline.flatMap(({ x, y }) => [round(x), round(y)]),
    faces: figures.map(({ person, head }) => {
      const { x, y, width, height } = faceBox(head);
      const box = [round(x), round(y), round(width), round(height)] satisfies [number, number, number, number];
      return { person: known.ids.get(person) ?? person, name: nameOf(person) ?? "", box };
    }),
    texts: [
      ...balloons.map(({ kind, words, speaker, centre, radiusX, radiusY, source }) => ({
        kind,
        words,
        speaker: nameOf(speaker),
        box: [round(centre.x - radiusX), round(centre.y - radiusY), round(2 * radiusX), round(2 * radiusY)] satisfies [
          number,
          number,
          number,
          number,
        ],
        ...source,
      })),
      ...sounds.map(({ text, box, source }) => ({
        kind: "sound",
        words: text,
        speaker: null,
        box: [round(box.x), round(box.y), round(box.width), round(box.height)] satisfies [
          number,
          number,
          number,
          number,
        ],
        ...source,
      })),
    ],
  };
}
