import { describe, expect, it } from "vitest";
import { asSqlError } from "./d1-errors.ts";

describe("a failure of D1", () => {
  it.each([
    [
      "D1_ERROR: UNIQUE constraint failed: users.email: SQLITE_CONSTRAINT",
      "unique",
      "UNIQUE constraint failed: users.email",
    ],
    [
      "D1_ERROR: CHECK constraint failed: guard_ok: SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_CHECK)",
      "check",
      "CHECK constraint failed: guard_ok",
    ],
    ["D1_ERROR: FOREIGN KEY constraint failed: SQLITE_CONSTRAINT", "foreign-key", "FOREIGN KEY constraint failed"],
    ["D1_ERROR: string or blob too big: SQLITE_TOOBIG", "too-large", "string or blob too big"],
    ["D1_ERROR: statement too long: SQLITE_TOOBIG", "too-large", "statement too long"],
    [
      "D1_ERROR: D1 DB is overloaded. Too many requests queued.",
      "busy",
      "D1 DB is overloaded. Too many requests queued.",
    ],
    ["D1_ERROR: Exceeded maximum DB size.", "full", "Exceeded maximum DB size."],
    ["Network connection lost.", "unreachable", "Network connection lost."],
    [
      "D1_ERROR: D1 DB storage operation exceeded timeout which caused object to be reset.",
      "unreachable",
      "D1 DB storage operation exceeded timeout which caused object to be reset.",
    ],
    ["D1_ERROR: D1 DB reset because its code was updated.", "unreachable", "D1 DB reset because its code was updated."],
    [
      'D1_ERROR: near "selec": syntax error at offset 0: SQLITE_ERROR',
      "other",
      'near "selec": syntax error at offset 0',
    ],
    [
      "D1_EXEC_ERROR: no such table: UNIQUE constraint failed: SQLITE_ERROR",
      "other",
      "no such table: UNIQUE constraint failed",
    ],
  ])("%j has the code %s and keeps its own words", (message, code, text) => {
    const error = new Error(message);
    expect(asSqlError(error)).toMatchObject({ name: "SqlError", code, message: text, query: null, cause: error });
  });

  it("of another part of the program stays what it is", () => {
    for (const error of [new TypeError("x is not a function"), "no error at all", null])
      expect(asSqlError(error)).toBe(error);
  });
});
