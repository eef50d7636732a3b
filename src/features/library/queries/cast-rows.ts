import type { Database } from "../../../backends/sql/database.ts";
import { tagsOf } from "./shelf.ts";

/** A person of a book as the row has it. */
export interface CastRow {
  id: string;
  name: string;
  aliases: string[];
  gender: string | null;
  role: string | null;
  mentions: number;
}

export interface PlaceRow {
  id: string;
  name: string;
  description: string;
}

export interface LineRow {
  speaker: string;
  start: number;
  end: number;
}

/** Whether a book's story has been read. */
export async function isKnown({ kysely }: Database, novel: string): Promise<boolean> {
  const row = await kysely
    .selectFrom("chapters")
    .select("id")
    .where("novel_id", "=", novel)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The people of a book, most mentioned first. */
export async function castRows({ kysely }: Database, novel: string): Promise<CastRow[]> {
  const rows = await kysely
    .selectFrom("characters")
    .select(["id", "name", "aliases", "gender", "role", "mentions"])
    .where("novel_id", "=", novel)
    .orderBy("mentions", "desc")
    .orderBy("name")
    .orderBy("id")
    .limit(300)
    .execute();
  return rows.map((row) => ({ ...row, aliases: tagsOf(row.aliases) }));
}

/** The places of a book, as the pipeline or a person described them. */
export async function placeRows({ kysely }: Database, novel: string): Promise<PlaceRow[]> {
  const rows = await kysely
    .selectFrom("places")
    .select(["id", "name", "description", "visual_keywords as keywords"])
    .where("novel_id", "=", novel)
    .orderBy("name")
    .orderBy("id")
    .limit(500)
    .execute();
  return rows.map(({ keywords, description, ...row }) => ({
    ...row,
    description: description === "" ? tagsOf(keywords).join(", ") : description,
  }));
}

/** What people say, in the order of the book. */
export async function lineRows({ kysely }: Database, novel: string): Promise<LineRow[]> {
  const rows = await kysely
    .selectFrom("quotes")
    .select(["speaker_id as speaker", "start_offset as start", "end_offset as end"])
    .where("novel_id", "=", novel)
    .where("speaker_id", "is not", null)
    .orderBy("start_offset")
    .execute();
  return rows.flatMap(({ speaker, ...line }) => (speaker === null ? [] : [{ ...line, speaker }]));
}
