import { sql } from "kysely";
import { Refused } from "../../core/text/result.ts";
import type { Database } from "./database.ts";
import { isOpenTrigger } from "./migrations/statements.ts";
import { query, statement } from "./statement.ts";

/** Characters and statements of one atomic list, about. */
const listSize = 500_000;
const listLength = 50;

/**
 * Fills an empty database with what `dumpSql` wrote of one of the same language, and gives how many statements that were. Lists of statements are
 * whole, the dump is not: one that fails in the middle leaves what was there by then, to be thrown away. Throws `Refused("database-not-empty")`
 * before anything is written, `TypeError` for a text that ends within a statement, and `SqlError`.
 */
export async function loadSql(db: Database, pieces: AsyncIterable<string>): Promise<number> {
  const [first] = await db.catalog.objects();
  if (first) throw new Refused("database-not-empty", `it has the ${first.type} ${first.name}`);
  let count = 0;
  let [list, size]: [string[], number] = [[], 0];
  const send = async () => {
    if (list.length > 0) await db.atomic(list.map(statement));
    count += list.length;
    [list, size] = [[], 0];
  };
  for await (const text of statementsIn(pieces)) {
    if (list.length >= listLength || size + text.length > listSize) await send();
    list.push(text);
    size += text.length;
  }
  await send();
  return count;
}

/** How far a dump was read. */
export interface LoadStep {
  /** Statements so far, those of earlier steps included. */
  done: number;
  ended: boolean;
}

const progressTable = "fabula_restoring";

/**
 * Reads some of a dump into a database that was empty before the first step, at most about `most` statements, for homes that let a program do only so much at
 * once. The database itself knows how far it is, in the lists of statements themselves, so that a step that was cut off is gone on with.
 * `name`: which dump it is. Throws as `loadSql`; `Refused("database-not-empty")` also where another dump was begun.
 */
export async function loadSqlStep(
  db: Database,
  name: string,
  pieces: AsyncIterable<string>,
  most: number,
): Promise<LoadStep> {
  const before = await progressOf(db, name);
  let [at, list]: [number, string[]] = [0, []];
  const send = async () => {
    const note = sql`update ${sql.table(progressTable)} set done = ${at}`;
    if (list.length > 0) await db.atomic([...list.map(statement), query(db, note)]);
    list = [];
  };
  for await (const text of statementsIn(pieces)) {
    at += 1;
    if (at <= before) continue;
    list.push(text);
    if (list.length >= listLength || list.reduce((sum, each) => sum + each.length, 0) > listSize) await send();
    if (at - before < most) continue;
    await send();
    return { done: at, ended: false };
  }
  await send();
  await db.atomic([statement(`drop table ${progressTable}`)]);
  return { done: at, ended: true };
}

/** Statements that were done before; begins where nothing was. */
async function progressOf(db: Database, name: string): Promise<number> {
  const objects = await db.catalog.objects();
  const [first] = objects;
  if (!first) {
    const table = `create table ${progressTable} (name text not null primary key, done integer not null)`;
    const row = sql`insert into ${sql.table(progressTable)} (name, done) values (${name}, 0)`;
    await db.atomic([statement(table), query(db, row)]);
    return 0;
  }
  if (!objects.some((object) => object.name === progressTable))
    throw new Refused("database-not-empty", `it has the ${first.type} ${first.name}`);
  const { rows } = await sql<{
    name: string;
    done: number;
  }>`select name, done from ${sql.table(progressTable)}`.execute(db.kysely);
  const [begun] = rows;
  if (begun?.name !== name) throw new Refused("database-not-empty", `${begun?.name} was begun in it`);
  return begun.done;
}

/** The statements of a text that comes in pieces, without the semicolons; comments before one belong to it. Throws `TypeError` for an unfinished one. */
export async function* statementsIn(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let [text, at] = ["", 0];
  for await (const piece of pieces) {
    text += piece;
    for (;;) {
      const stop = nextStop(text, at);
      at = stop.at;
      if (!stop.ended) break;
      const candidate = text.slice(0, at);
      at += 1;
      if (/^\s*create\b[^(]*\btrigger\b/i.test(candidate) && isOpenTrigger(candidate)) continue;
      if (hasWords(candidate)) yield candidate.trim();
      [text, at] = [text.slice(at), 0];
    }
  }
  if (hasWords(text)) throw new TypeError("The text ends within a statement.");
}

const closing: Readonly<Record<string, string>> = { "'": "'", '"': '"', "--": "\n", "/*": "*/" };

/** The next semicolon outside of quotes and comments; or how far the text is read, where more of it has to come. */
function nextStop(text: string, from: number): { at: number; ended: boolean } {
  const opening = /['";]|--|\/\*/g;
  opening.lastIndex = from;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const end = closing[match[0]];
    if (end === undefined) return { at: match.index, ended: true };
    const close = text.indexOf(end, opening.lastIndex);
    if (close < 0) return { at: match.index, ended: false };
    opening.lastIndex = close + end.length;
    from = opening.lastIndex;
  }
  // A comment may have begun with the last character.
  return { at: Math.max(from, text.length - 1), ended: false };
}

const hasWords = (text: string): boolean => text.replaceAll(/--[^\n]*|\/\*[\s\S]*?\*\//g, "").trim() !== "";
