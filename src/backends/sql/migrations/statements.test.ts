import { describe, expect, it } from "vitest";
import { normalisedSql } from "./schema-print.ts";
import { splitStatements } from "./statements.ts";

const texts = (script: string) => splitStatements(script, "0001_x.sql").map(({ text }) => text);

describe("the statements of a script", () => {
  it("are parted by semicolons, and none is empty", () => {
    expect(texts("select 1;;\n ; select 2")).toEqual(["select 1", "select 2"]);
    expect(texts("")).toEqual([]);
    expect(texts("-- nothing;\n/* at ; all */")).toEqual([]);
  });

  it.each([
    ["a string", "insert into t values ('a;b''c;')"],
    ["a name in quotes", 'create table "a;""b" (x int)'],
    ["a name in brackets", "select [a;b] from t"],
    ["a name in back quotes", "select `a;b` from t"],
    ["a comment of a line", "select 1 -- one; two\n, 2"],
    ["a comment of more lines", "select /* ; ' \n ; */ 1"],
    ["a string in dollars", "create function f() as $body$ begin; end; $body$"],
    ["a string in two dollars", "do $$ begin; end $$"],
  ])("are not parted in %s", (_, script) => {
    expect(texts(`${script};\nselect 2;`)).toEqual([script, "select 2"]);
  });

  it("keep the body of a trigger together, with CASE … END and with columns called end", () => {
    const trigger = `create temp trigger "t" after update on a begin
      update a set x = case when new.x > 1 then 'end;' else (case 1 when 1 then 2 end) end;
      update a set y = old.end where new.begin = 1;
    end`;
    expect(texts(`${trigger};select 1`)).toEqual([trigger, "select 1"]);
    expect(texts("create trigger t before insert on a execute function f(); select case when 1 then 2 end;")).toEqual([
      "create trigger t before insert on a execute function f()",
      "select case when 1 then 2 end",
    ]);
  });

  it("know the line on which they begin, behind comments", () => {
    expect(splitStatements("-- one\n\nselect 1;\n/* two\n */ select 2;", "x.sql")).toEqual([
      { text: "select 1", line: 3 },
      { text: "select 2", line: 5 },
    ]);
  });

  it.each([
    ["select 1;\nselect 'it", "0001_x.sql, line 2: ' is never closed"],
    ['select "a', '0001_x.sql, line 1: " is never closed'],
    ["select 1 /* on", "0001_x.sql, line 1: / is never closed"],
    ["create trigger t after insert on a begin select 1;", "0001_x.sql, line 1: create has no END"],
  ])("of %j are refused with file and line", (script, detail) => {
    expect(() => splitStatements(script, "0001_x.sql")).toThrow(
      expect.objectContaining({ code: "migration-unreadable", detail }),
    );
  });
});

describe("normalised SQL", () => {
  it("does not know how a statement is written", () => {
    const one = normalisedSql("CREATE TABLE IF NOT EXISTS users (id TEXT, -- the id\n name text default 'It''s  A')");
    expect(normalisedSql("create table \"users\" ( [id] text,`name` TEXT DEFAULT 'It''s  A' )")).toBe(one);
    expect(normalisedSql("create table users (id text, name text default 'It''s  a')")).not.toBe(one);
  });
});
