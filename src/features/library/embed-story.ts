import { sql } from "kysely";
import type { VectorIndex, VectorKind } from "../../backends/vectors/vector-index.ts";
import type { EmbeddingModel } from "../../backends/models/embedding-model.ts";
import { jsonOf } from "../../backends/sql/codecs.ts";
import type { Database } from "../../backends/sql/database.ts";

/** What gives people and places of books their vectors, and finds alike ones. */
export interface StoryVectors {
  model: EmbeddingModel;
  index: VectorIndex;
}

/** Texts that a model is asked for at once. */
const atOnce = 100;

interface Described {
  id: string;
  text: string;
}

/**
 * Gives the people and places of a person's novel their vectors, as far as they have none of this model, or were changed since; gives how many
 * that were. May run again at any time: for a novel that was read before there were vectors, and when the model is another one.
 */
export async function embedStory(
  db: Database,
  { model, index }: StoryVectors,
  { owner, novel, now, signal }: { owner: string; novel: string; now: number; signal: AbortSignal },
): Promise<number> {
  let made = 0;
  for (const kind of ["character", "place"] as const) {
    const things = await staleThings(db, { owner, novel, kind, model: model.id });
    for (let from = 0; from < things.length; from += atOnce) {
      const some = things.slice(from, from + atOnce);
      const vectors = await model.embed(
        some.map(({ text }) => text),
        signal,
      );
      const entries = some.flatMap(({ id }, i) => {
        const vector = vectors[i];
        return vector ? [{ kind, id, owner, novel, model: model.id, vector }] : [];
      });
      if (entries.length < some.length)
        throw new Error(`${model.id} gave ${entries.length} vectors for ${some.length} texts.`);
      await index.put(entries, now);
      made += entries.length;
    }
  }
  return made;
}

interface Wanted {
  owner: string;
  novel: string;
  kind: VectorKind;
  model: string;
}

/** Things that have no vector of the model, or one from before their last change. */
function staleThings(db: Database, wanted: Wanted): Promise<Described[]> {
  return wanted.kind === "character" ? stalePeople(db, wanted) : stalePlaces(db, wanted);
}

/** Whether the vector `own` of a `thing` is missing, of another model, or older than the thing. */
const isStale = (model: string) =>
  sql<boolean>`(own.model IS NULL OR own.model <> ${model} OR own.updated_at < thing.updated_at)`;

async function stalePeople({ kysely }: Database, { owner, novel, model }: Wanted): Promise<Described[]> {
  const rows = await kysely
    .selectFrom("characters as thing")
    .innerJoin("novels", "novels.id", "thing.novel_id")
    .leftJoin("character_embeddings as own", "own.character_id", "thing.id")
    .select(["thing.id", "name", "aliases", "gender", "role", "initial_appearance as looks"])
    .where("novels.user_id", "=", owner)
    .where("novels.id", "=", novel)
    .where(isStale(model))
    .orderBy("thing.id")
    .execute();
  return rows.map(({ id, name, aliases, gender, role, looks }) => ({
    id,
    text: [
      name,
      ...jsonTexts(aliases, "characters.aliases"),
      gender,
      role,
      ...jsonTexts(looks, "characters.initial_appearance"),
    ]
      .filter((part) => part !== null)
      .join(". "),
  }));
}

async function stalePlaces({ kysely }: Database, { owner, novel, model }: Wanted): Promise<Described[]> {
  const rows = await kysely
    .selectFrom("places as thing")
    .innerJoin("novels", "novels.id", "thing.novel_id")
    .leftJoin("setting_embeddings as own", "own.setting_id", "thing.id")
    .select(["thing.id", "name", "description", "visual_keywords as keywords"])
    .where("novels.user_id", "=", owner)
    .where("novels.id", "=", novel)
    .where(isStale(model))
    .orderBy("thing.id")
    .execute();
  return rows.map(({ id, name, description, keywords }) => ({
    id,
    text: [name, description, ...jsonTexts(keywords, "places.visual_keywords")].join(". "),
  }));
}

/** All texts in a JSON value of a row, in their order. */
function jsonTexts(json: string, column: string): string[] {
  return textsIn(jsonOf(json, column, (value) => value));
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
