import { type Compilable, type Insertable, type RawBuilder, sql } from "kysely";
import { searchTermsOf, type WantedTerm, wantedTermsOf } from "../../core/text/search-terms.ts";
import type { Schema, SearchTermsTable } from "../../generated/schema.ts";
import type { Cursor } from "./cursor.ts";
import type { Database } from "./database.ts";
import { insertRows } from "./insert-rows.ts";
import { query } from "./statement.ts";

/** Kinds of things that are found by words. */
export type FoundKind = "novel" | "infobase";

/** A part of a thing that can be found, and how much its words weigh: 1 to 100. */
export interface SearchField {
  text: string;
  weight: number;
}

/** A thing that can be found. */
export interface Findable {
  owner: string;
  kind: FoundKind;
  id: string;
}

/** Things in the order of their rank, best first; `next` is null where the last one was reached. */
export interface FoundPage {
  ids: readonly string[];
  next: Cursor | null;
}

/** Of more words than these the first are looked for; a longer question is a pasted sentence. */
const mostWords = 14;
/** Things that are counted for how rare a word is: one that has more is common. */
const common = 1_023;

/** The types of a cursor of `findByTerms`, for `cursorOf`. */
export const foundCursor = ["string", "number", "string"] as const;

/** The rows by which a thing is found: each term once, with the weight of the heaviest field that has it. */
export function termRows(
  { owner, kind, id }: Findable,
  fields: readonly SearchField[],
): Insertable<SearchTermsTable>[] {
  const weights = new Map<string, number>();
  for (const { text, weight } of fields)
    for (const term of searchTermsOf(text)) weights.set(term, Math.max(weight, weights.get(term) ?? 0));
  return Array.from(weights, ([term, weight]) => ({ user_id: owner, kind, term, thing_id: id, weight }));
}

/** Queries for `atomic` that make a thing be found by what its fields say now and by nothing else. */
export function replaceTerms(db: Database, thing: Findable, fields: readonly SearchField[]): Compilable[] {
  return [removeTerms(db, thing), ...insertRows<Schema, "search_terms">(db, "search_terms", termRows(thing, fields))];
}

/** A query for `atomic` after which a thing is not found any more. */
export function removeTerms({ kysely }: Pick<Database, "kysely">, { owner, kind, id }: Findable): Compilable {
  return kysely
    .deleteFrom("search_terms")
    .where("user_id", "=", owner)
    .where("kind", "=", kind)
    .where("thing_id", "=", id);
}

/**
 * Things of a person that have all of the words, each as a word or, from two letters on, as the beginning of one. Rank: the sum over the words of how heavy the best of
 * its terms is there, twice where it is the whole word, times how rare the word is; things of one rank by id. How rare the words are is decided on
 * the first page and goes with the cursor, so that later pages go on in the same order whatever comes in; a cursor of other words is none. `limit`: 50, at most 100. Nothing is found by no words.
 */
export async function findByTerms(
  db: Pick<Database, "kysely">,
  of: Pick<Findable, "owner" | "kind">,
  words: string,
  { limit = 50, cursor = null }: { limit?: number; cursor?: Cursor | null } = {},
): Promise<FoundPage> {
  const terms = wantedTermsOf(words).slice(0, mostWords);
  const rarities = placesOf(cursor, terms.length)?.rarities ?? (await raritiesOf(db, of, terms));
  if (rarities === null || terms.length === 0) return { ids: [], next: null };
  const most = Math.max(1, Math.min(limit, 100));
  const { rows } = await rankedQuery({ of, terms, rarities, after: placesOf(cursor, terms.length), most }).execute(
    db.kysely,
  );
  const last = rows[most - 1];
  const next = last && rows.length > most ? [rarities.join(" "), last.score, last.id] : null;
  return { ids: rows.slice(0, most).map(({ id }) => id), next };
}

/** The two queries of a search as they are sent, to be explained: how rare words are, and the ranked list. */
export function searchQueries(
  db: Pick<Database, "kysely">,
  of: Pick<Findable, "owner" | "kind">,
  words: string,
): Compilable[] {
  const terms = wantedTermsOf(words).slice(0, mostWords);
  const rarities = terms.map(() => 1);
  return [query(db, countQuery(of, terms)), query(db, rankedQuery({ of, terms, rarities, after: null, most: 50 }))];
}

interface Place {
  rarities: readonly number[];
  score: number;
  id: string;
}

/** Where a cursor stands; null for none, and for one of other words. */
function placesOf(cursor: Cursor | null, terms: number): Place | null {
  const [text, score, id] = cursor ?? [];
  if (typeof text !== "string" || typeof score !== "number" || typeof id !== "string") return null;
  const rarities = text.split(" ").map(Number);
  const isRarity = (number: number): boolean => Number.isInteger(number) && number >= 1 && number <= 10;
  return rarities.length === terms && rarities.every(isRarity) && Number.isInteger(score)
    ? { rarities, score, id }
    : null;
}

/** How rare each word is, from 1 to 10: one more each time half as many things have it; null where nothing has one of them. */
async function raritiesOf(
  { kysely }: Pick<Database, "kysely">,
  of: Pick<Findable, "owner" | "kind">,
  terms: readonly WantedTerm[],
): Promise<number[] | null> {
  if (terms.length === 0) return null;
  const { rows } = await countQuery(of, terms).execute(kysely);
  const counts = terms.map((_, i) => rows[0]?.[`n${i}`] ?? 0);
  return counts.includes(0) ? null : counts.map((count) => Math.clz32(count) - Math.clz32(common) + 1);
}

function countQuery(
  of: Pick<Findable, "owner" | "kind">,
  terms: readonly WantedTerm[],
): RawBuilder<Record<string, number>> {
  const counts = terms.map((term, i) => {
    const things = sql`select distinct thing_id from search_terms where ${matches(of, term)} limit ${sql.lit(common)}`;
    return sql`(select count(*) from (${things}) as things) as ${sql.id(`n${i}`)}`;
  });
  return sql`select ${sql.join(counts)}`;
}

interface Ranking {
  of: Pick<Findable, "owner" | "kind">;
  terms: readonly WantedTerm[];
  rarities: readonly number[];
  after: Place | null;
  most: number;
}

/** One list of things for each word, the rarest first, joined to those that are in all. One more than asked for tells whether there are more. */
function rankedQuery({ of, terms, rarities, after, most }: Ranking): RawBuilder<{ id: string; score: number }> {
  const words = terms
    .map((term, i) => ({ wanted: term, rarity: rarities[i] ?? 1 }))
    .toSorted((a, b) => b.rarity - a.rarity)
    .map((word, i) => ({ ...word, name: sql.id(`w${i}`) }));
  const lists = words.map(
    (
      { wanted, rarity, name },
      i,
    ) => sql`(select thing_id, max(case when term = ${wanted.term} then 2 * weight else weight end)
      * ${sql.lit(rarity)} as score from search_terms where ${matches(of, wanted)} group by thing_id) as ${name}${
        i === 0 ? sql`` : sql` on ${name}.thing_id = w0.thing_id`
      }`,
  );
  const score = sql.join(
    words.map(({ name }) => sql`${name}.score`),
    sql` + `,
  );
  const behind = after ? sql`where score < ${after.score} or (score = ${after.score} and id > ${after.id})` : sql``;
  return sql`select id, score from (select w0.thing_id as id, ${score} as score from ${sql.join(lists, sql` join `)}) as found
    ${behind} order by score desc, id limit ${sql.lit(most + 1)}`;
}

/** Rows whose term is this one or begins with it. Every letter is above a blank, and none is the last code point there is. */
function matches(
  { owner, kind }: Pick<Findable, "owner" | "kind">,
  { term, isBeginning }: WantedTerm,
): RawBuilder<boolean> {
  const end = isBeginning ? "\u{10FFFF}" : " ";
  return sql`user_id = ${owner} and kind = ${kind} and term >= ${term} and term < ${term + end}`;
}
