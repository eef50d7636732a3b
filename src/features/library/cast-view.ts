import type { Database } from "../../backends/sql/database.ts";
import type { Book, Span } from "../../core/book/book.ts";
import type { Looks, Person, Story, Trait } from "../../core/story/story.ts";
import { castRows, isKnown, lineRows, placeRows } from "./queries/cast-rows.ts";
import { storyRowId } from "./queries/story-rows.ts";
import type { CastView } from "./schema.ts";

type Evidence = CastView["people"][number]["lines"][number];

/** Lines of a person that are shown. */
const shownLines = 5;
/** Letters of a line at most: a speech of pages is not a line. */
const longest = 400;

const sentenceEnds = [".", "!", "?", "\n", "。", "！", "？"];
/** Letters of a sentence before a name, and behind it, at most. */
const around = 80;

/** Who and where, before anything was read. */
export const unknownCast: CastView = { known: false, people: [], places: [] };

/**
 * Who is in a book and where it plays, as rows have it, with the words that prove it as `story` knows them; without it nothing is proved.
 * Null where the book has not been read yet.
 */
export async function castView(
  db: Database,
  novel: string,
  { book, story }: { book: Book; story: Story | null },
): Promise<CastView | null> {
  if (!(await isKnown(db, novel))) return null;
  const [people, places, lines] = [await castRows(db, novel), await placeRows(db, novel), await lineRows(db, novel)];
  const byRow = new Map<string, Person>();
  for (const person of story?.cast ?? []) byRow.set(await storyRowId(novel, person.id), person);
  const quoted = (span: Span): Evidence => ({
    start: span.start,
    end: span.end,
    text: book.text.slice(span.start, Math.min(span.end, span.start + longest)),
  });
  const linesOf = Map.groupBy(lines, ({ speaker }) => speaker);
  return {
    known: true,
    people: people.map((row) => ({
      ...row,
      calls: row.aliases.map((alias) => callOf(book.text, alias)),
      looks: looksOf(byRow.get(row.id)?.looks ?? null).map(({ what, trait }) => ({
        what,
        value: trait.value,
        evidence: quoted(trait),
      })),
      lines: (linesOf.get(row.id) ?? []).slice(0, shownLines).map(quoted),
    })),
    places: await withScenes(places, novel, story, quoted),
  };
}

/** Where a text first has a name as a word of its own, with the sentence around it as far as it is short. */
function callOf(text: string, name: string): Evidence | null {
  const start = firstWord(text, name);
  if (start === null) return null;
  const end = start + name.length;
  const from = Math.max(...sentenceEnds.map((mark) => text.lastIndexOf(mark, start - 1) + 1), start - around);
  const after = text.slice(end, end + around).search(/[.!?\n。！？]/);
  return { start, end, text: text.slice(from, after < 0 ? end + around : end + after + 1).trim() };
}

function firstWord(text: string, name: string): number | null {
  const isLetter = (letter: string | undefined): boolean => letter !== undefined && /[\p{L}\p{N}]/u.test(letter);
  const isSpaced = /^[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}]/u.test(name);
  for (let at = name === "" ? -1 : text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (!isSpaced || (!isLetter(text[at - 1]) && !isLetter(text[at + name.length]))) return at;
  return null;
}

async function withScenes(
  places: readonly { id: string; name: string; description: string }[],
  novel: string,
  story: Story | null,
  quoted: (span: Span) => Evidence,
): Promise<CastView["places"]> {
  const scenesOf = new Map<string, Story["scenes"]>();
  for (const { id } of story?.places ?? [])
    scenesOf.set(await storyRowId(novel, id), story?.scenes.filter(({ place }) => place === id) ?? []);
  return places
    .map((row) => {
      const scenes = scenesOf.get(row.id) ?? [];
      const proof = scenes.map(({ evidence }) => evidence?.place ?? null).find((span) => span !== null);
      return { ...row, scenes: scenes.length, evidence: proof ? quoted(proof) : null };
    })
    .toSorted((a, b) => b.scenes - a.scenes);
}

/** What the text says of somebody's looks, from head to foot. */
function looksOf(looks: Looks | null): { what: string; trait: Trait }[] {
  if (looks === null) return [];
  const one = (what: string, trait: Trait | null) => (trait ? [{ what, trait }] : []);
  return [
    ...one("species", looks.species),
    ...one("age", looks.age),
    ...one("build", looks.build),
    ...one("height", looks.height),
    ...one("skin", looks.skin),
    ...one("hair", looks.hairColour),
    ...one("hair", looks.hairStyle),
    ...one("beard", looks.beard),
    ...one("glasses", looks.glasses),
    ...one("hat", looks.hat),
    ...looks.clothes.map((trait) => ({ what: "clothes", trait })),
    ...looks.marks.map((trait) => ({ what: "mark", trait })),
  ];
}
