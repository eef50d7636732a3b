import nodeFiles from "node:fs/promises";
import { dirname } from "node:path";
import { Refused } from "../core/text/result.ts";
import { isAbsent, isThere, syncFolder, writeText } from "./backup-files.ts";
import type { FileSystem } from "./backup-place.ts";

/** A rename of a file or folder; done when `to` is there. */
export interface Move {
  from: string;
  to: string;
}

/** Where the journal of a restore lies: beside the database that is replaced. */
export function journalOf(database: string): string {
  return `${database}.restore.json`;
}

/**
 * Does renames so that a kill at any moment leaves them all done or none: they are written down first, and whoever opens the database next
 * goes on with them. Where one of them is refused those before it are taken back. The order is that of `moves`.
 */
export async function moveAll(files: FileSystem, database: string, moves: readonly Move[]): Promise<void> {
  await writeText(files, journalOf(database), JSON.stringify({ moves }));
  try {
    await carryOut(files, moves);
  } catch (error) {
    await carryOut(files, moves.map(({ from, to }) => ({ from: to, to: from })).toReversed());
    throw error;
  } finally {
    await files.rm(journalOf(database), { force: true });
  }
}

/**
 * Ends a restore that a kill cut off while it put things in their places; does nothing where there was none. Throws `Refused("restore-unfinished")` where
 * it cannot be ended.
 */
export async function finishRestore(database: string, files: FileSystem = nodeFiles): Promise<void> {
  let text: string;
  try {
    text = await files.readFile(journalOf(database), "utf8");
  } catch (error) {
    if (isAbsent(error)) return;
    throw new Refused("restore-unfinished", journalOf(database), { cause: error });
  }
  try {
    await carryOut(files, movesOf(JSON.parse(text)));
    await files.rm(journalOf(database), { force: true });
  } catch (error) {
    throw new Refused("restore-unfinished", journalOf(database), { cause: error });
  }
}

/** Does those renames that are not done yet, in order. */
async function carryOut(files: FileSystem, moves: readonly Move[]): Promise<void> {
  for (const { from, to } of moves) {
    if ((await isThere(files, to)) || !(await isThere(files, from))) continue;
    try {
      await files.rename(from, to);
    } catch (error) {
      // Another process that opened the database did it meanwhile.
      if (!isAbsent(error) || !(await isThere(files, to))) throw error;
    }
    await syncFolder(files, dirname(to));
  }
}

function movesOf(value: unknown): Move[] {
  const moves = typeof value === "object" && value !== null && "moves" in value ? value.moves : null;
  if (!Array.isArray(moves)) throw new TypeError("The journal holds no moves.");
  return moves.map((move: unknown) => {
    if (typeof move !== "object" || move === null || !("from" in move && "to" in move))
      throw new TypeError("The journal holds what is no move.");
    return { from: String(move.from), to: String(move.to) };
  });
}
