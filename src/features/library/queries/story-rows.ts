import { type Compilable, type Insertable, sql, type SqlBool } from "kysely";
import type { Database } from "../../../backends/sql/database.ts";
import { jsonText, timeText } from "../../../backends/sql/codecs.ts";
import { derivedId } from "../../../backends/sql/derived-id.ts";
import { guard, isGuardFailure } from "../../../backends/sql/guard.ts";
import { insertRows } from "../../../backends/sql/insert-rows.ts";
import type { Book, Span } from "../../../core/book/book.ts";
import { wordsOf } from "../../../core/story/chunks.ts";
import type { LookChange, Looks, Person, Quote, Story } from "../../../core/story/story.ts";
import type { Schema } from "../../../generated/schema.ts";

/** The row of something that a story names by a short id (`s1`, `n3`): the same for every edition of the novel. */
export function storyRowId(novel: string, storyId: string): Promise<string> {
  return derivedId(novel, storyId);
}

/**
 * Keeps what was found in a novel: chapters, scenes, cast, changes, places, quotes; all of it or, where another reading was first, nothing,
 * so that one reading holds for every edition and what a person corrected is not overwritten.
 */
export async function storeStory(
  db: Database,
  { novel, book, story, now }: { novel: string; book: Book; story: Story; now: number },
): Promise<void> {
  if (await hasStory(db, novel)) return;
  const ids = await rowIds(novel, story);
  const found = { novel, text: book.text, story, ids, at: timeText(now) };
  const keep = <Table extends keyof Schema>(table: Table, rows: Insertable<Schema[Table]>[]): Compilable[] =>
    insertRows(db, table, rows).map((query) => query.onConflict((conflict) => conflict.doNothing()));
  const rows = [
    ...keep("chapters", chapterRows(found)),
    ...keep("scenes", sceneRows(found)),
    ...keep("characters", characterRows(found)),
    ...keep("character_changes", changeRows(found)),
    ...keep("places", placeRows(found)),
    ...keep("scene_characters", presenceRows(found)),
    ...keep("quotes", quoteRows(found)),
  ];
  try {
    await db.atomic([...holdUnread(db, novel), ...rows]);
  } catch (error) {
    // Two comics of one novel may be made side by side, with different readings of it.
    if (!isGuardFailure(error)) throw error;
  }
}

async function hasStory(db: Database, novel: string): Promise<boolean> {
  return (await chapterOf(db, novel).executeTakeFirst()) !== undefined;
}

function chapterOf({ kysely }: Database, novel: string) {
  return kysely.selectFrom("chapters").select("id").where("novel_id", "=", novel).limit(1);
}

/** Lets the queries behind them pass only where nothing of the novel is kept yet. */
function holdUnread(db: Database, novel: string): Compilable[] {
  const hold = db.kysely
    .updateTable("novels")
    .set((value) => ({ updated_at: value.ref("updated_at") }))
    .where("id", "=", novel);
  return [hold, guard(db, sql<SqlBool>`not exists ${chapterOf(db, novel)}`)];
}

interface Found {
  novel: string;
  text: string;
  story: Story;
  /** Row ids by ids of the story. */
  ids: ReadonlyMap<string, string>;
  at: string;
}

async function rowIds(novel: string, { chapters, scenes, cast, places, quotes }: Story): Promise<Map<string, string>> {
  const all = [...chapters, ...scenes, ...cast, ...places, ...quotes].map(({ id }) => id);
  const changes = cast.flatMap((person) => (person.changes ?? []).map((_, i) => changeKey(person, i)));
  return new Map(await Promise.all([...all, ...changes].map(async (id) => [id, await storyRowId(novel, id)] as const)));
}

const changeKey = ({ id }: Person, i: number): string => `${id}/change-${i}`;

function idOf({ ids }: Found, storyId: string): string {
  const id = ids.get(storyId);
  if (id === undefined) throw new Error(`The story names ${storyId}, which it does not have`);
  return id;
}

const optionalId = (found: Found, storyId: string | null): string | null =>
  storyId === null ? null : idOf(found, storyId);

function span({ start, end }: Span): { start_offset: number; end_offset: number } {
  return { start_offset: start, end_offset: end };
}

function chapterRows(found: Found): Insertable<Schema["chapters"]>[] {
  return found.story.chapters.map((chapter, i) => ({
    id: idOf(found, chapter.id),
    novel_id: found.novel,
    chapter_number: i + 1,
    title: chapter.title?.slice(0, 500) ?? null,
    ...span(chapter),
    word_count: wordsOf(found.text.slice(chapter.start, chapter.end)),
    created_at: found.at,
  }));
}

function sceneRows(found: Found): Insertable<Schema["scenes"]>[] {
  const chapterNumbers = new Map(found.story.chapters.map(({ id }, i) => [id, i + 1]));
  const scenesOf = new Map<number, number>();
  return found.story.scenes.map((scene) => {
    const chapter = chapterNumbers.get(scene.chapter) ?? 1;
    const number = (scenesOf.get(chapter) ?? 0) + 1;
    scenesOf.set(chapter, number);
    return {
      id: idOf(found, scene.id),
      novel_id: found.novel,
      chapter_number: chapter,
      scene_number: number,
      ...span(scene),
      word_count: wordsOf(found.text.slice(scene.start, scene.end)),
      llm_analysis: jsonText({
        characters: scene.present.map((id) => idOf(found, id)),
        settingId: optionalId(found, scene.place),
        description: null,
        mood: scene.mood,
        timeOfDay: scene.time,
        weather: scene.weather,
        keyVisualElements: [],
      }),
      created_at: found.at,
    };
  });
}

const roles = { narrator: "narrator", main: "protagonist", secondary: "supporting", minor: "minor" } as const;

function characterRows(found: Found): Insertable<Schema["characters"]>[] {
  const first = firstScenes(found);
  return found.story.cast.map((person) => ({
    id: idOf(found, person.id),
    novel_id: found.novel,
    name: person.name.slice(0, 255),
    aliases: jsonText(person.aliases),
    gender: person.gender,
    role: roles[person.role],
    initial_appearance: jsonText(appearance(person.looks)),
    first_appearance_scene: optionalId(found, first.get(person.id) ?? null),
    mentions: person.mentions,
    created_at: found.at,
    updated_at: found.at,
  }));
}

/** Id of the first scene in which somebody is present. */
function firstScenes({ story }: Found): Map<string, string> {
  const first = new Map<string, string>();
  for (const { id, present } of story.scenes)
    for (const person of present) if (!first.has(person)) first.set(person, id);
  return first;
}

/** The ten fields by which seed 004 tells how somebody looks; what the text does not say is null. */
function appearance(looks: Looks): Record<string, unknown> {
  const words = (traits: readonly ({ value: string } | null)[]): string | null =>
    traits.flatMap((trait) => (trait ? [trait.value] : [])).join(", ") || null;
  return {
    physicalDescription: words([looks.species, looks.age, looks.build, looks.hairColour]),
    age: words([looks.age]),
    height: words([looks.height]),
    build: words([looks.build]),
    hairColor: words([looks.hairColour]),
    hairStyle: words([looks.hairStyle]),
    eyeColor: null,
    skinTone: words([looks.skin]),
    distinctiveFeatures: [looks.beard, looks.glasses, ...looks.marks].flatMap((trait) => (trait ? [trait.value] : [])),
    typicalClothing: words([looks.hat, ...looks.clothes]),
  };
}

const changeTypes = { wound: "injury", disguise: "other", hair: "hair", clothes: "outfit" } as const satisfies Record<
  LookChange["kind"],
  Insertable<Schema["character_changes"]>["change_type"]
>;

function changeRows(found: Found): Insertable<Schema["character_changes"]>[] {
  return found.story.cast.flatMap((person) =>
    (person.changes ?? []).map((change, i) => ({
      id: idOf(found, changeKey(person, i)),
      character_id: idOf(found, person.id),
      scene_id: idOf(found, change.from),
      change_type: changeTypes[change.kind],
      description: found.text.slice(change.start, change.end),
      quote_start: change.start,
      quote_end: change.end,
      created_at: found.at,
    })),
  );
}

function placeRows(found: Found): Insertable<Schema["places"]>[] {
  return found.story.places.map((place) => ({
    id: idOf(found, place.id),
    novel_id: found.novel,
    name: place.name.slice(0, 255),
    visual_keywords: jsonText(place.kind === null ? [] : [place.kind]),
    first_appearance_scene: optionalId(found, found.story.scenes.find((scene) => scene.place === place.id)?.id ?? null),
    created_at: found.at,
    updated_at: found.at,
  }));
}

function presenceRows(found: Found): Insertable<Schema["scene_characters"]>[] {
  return found.story.scenes.flatMap((scene) =>
    [...new Set(scene.present)].map((person) => ({
      scene_id: idOf(found, scene.id),
      character_id: idOf(found, person),
      lines: found.story.quotes.filter((quote) => quote.speaker === person && isWithin(quote, scene)).length,
    })),
  );
}

const isWithin = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;

const quoteKinds = {
  speech: "speech",
  thought: "thought",
  letter: "writing",
  verse: "writing",
  title: "writing",
} as const;

function quoteRows(found: Found): Insertable<Schema["quotes"]>[] {
  return found.story.quotes.map((quote: Quote) => ({
    id: idOf(found, quote.id),
    novel_id: found.novel,
    ...span(quote),
    kind: quoteKinds[quote.kind],
    speaker_id: optionalId(found, quote.speaker),
    addressee_id: optionalId(found, quote.addressee),
    scene_id: optionalId(found, found.story.scenes.find((scene) => isWithin(quote, scene))?.id ?? null),
    confidence: quote.confidence,
    evidence: quote.evidence ? jsonText(quote.evidence) : null,
    created_at: found.at,
    updated_at: found.at,
  }));
}

/** The rows of the scenes that something names, by their ids in the story; a scene that the novel does not have is left out. */
export async function sceneRowIds(
  { kysely }: Database,
  novel: string,
  parts: readonly { panels: readonly { scene: string }[] }[],
): Promise<Map<string, string>> {
  const rows = await kysely.selectFrom("scenes").select("id").where("novel_id", "=", novel).execute();
  const known = new Set(rows.map(({ id }) => id));
  const named = new Set(parts.flatMap(({ panels }) => panels.map(({ scene }) => scene)));
  const ids = await Promise.all([...named].map(async (scene) => [scene, await storyRowId(novel, scene)] as const));
  return new Map(ids.filter(([, id]) => known.has(id)));
}
