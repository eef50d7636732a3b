import { existsSync, readFileSync } from "node:fs";
import { readBook } from "../src/core/book/read-book.ts";
import { understand } from "../src/core/story/understand.ts";
import { unwrap } from "../src/core/text/result.ts";

/** A judgement by hand: whether the words between two offsets say this of this person's looks. */
type Judgement = [person: string, what: string, start: number, end: number, right: boolean];

/** How many looks are right of those that somebody has judged. Age and kind of beast are judged elsewhere. */
export interface LooksScore {
  right: number;
  wrong: string[];
  /** Found and never judged. */
  unknown: string[];
  /** Judged right and found no more. */
  lost: string[];
}

const root = new URL("../", import.meta.url);
// Written by hand in this repository: path from the root → judgements.
const judged = JSON.parse(readFileSync(new URL("gold/looks.json", import.meta.url), "utf8")) as Record<
  string,
  Judgement[]
>;

/** The books of the list that are there to be read, with at least so many judgements. */
export const judgedBooks = (least: number): string[] =>
  Object.keys(judged).filter((path) => (judged[path]?.length ?? 0) >= least && existsSync(new URL(path, root)));

/** Reads one of the books and compares what is found with the judgements. */
export async function scoreLooks(path: string): Promise<LooksScore> {
  const { cast } = understand(unwrap(await readBook(new Uint8Array(readFileSync(new URL(path, root))))));
  const gold = new Map(
    (judged[path] ?? []).map(([who, what, start, end, right]) => [`${who} ${what} ${start}–${end}`, right]),
  );
  const found = cast.flatMap(({ name, looks }) =>
    Object.entries(looks).flatMap(([what, traits]) =>
      what === "age" || what === "species"
        ? []
        : [traits].flat().flatMap((trait) => (trait === null ? [] : [`${name} ${what} ${trait.start}–${trait.end}`])),
    ),
  );
  return {
    right: found.filter((one) => gold.get(one) === true).length,
    wrong: found.filter((one) => gold.get(one) === false),
    unknown: found.filter((one) => !gold.has(one)),
    lost: [...gold].filter(([one, right]) => right && !found.includes(one)).map(([one]) => one),
  };
}
