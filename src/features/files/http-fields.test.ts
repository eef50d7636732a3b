import { describe, expect, it } from "vitest";
import { askedRange } from "./byte-range.ts";
import { entityTag, noneMatch, strongMatch } from "./entity-tag.ts";

const part = (offset: number, length: number) => ({ kind: "part", range: { offset, length } });

describe("Range (RFC 9110, 14)", () => {
  it.each([
    ["bytes=0-499", part(0, 500)],
    ["bytes=500-999", part(500, 500)],
    ["bytes=-500", part(9500, 500)],
    ["bytes=9500-", part(9500, 500)],
    ["bytes=0-0", part(0, 1)],
    ["bytes=-1", part(9999, 1)],
    ["bytes=9999-20000", part(9999, 1)],
    ["bytes=-20000", part(0, 10_000)],
    ["BYTES=0-0", part(0, 1)],
    ["bytes=10000-", { kind: "unsatisfiable" }],
    ["bytes=10000-10001", { kind: "unsatisfiable" }],
    ["bytes=-0", { kind: "unsatisfiable" }],
    [null, { kind: "whole" }],
    ["", { kind: "whole" }],
    ["bytes=5-4", { kind: "whole" }],
    ["bytes=-", { kind: "whole" }],
    ["bytes=0-0,-1", { kind: "whole" }],
    ["lines=0-1", { kind: "whole" }],
    ["bytes=a-b", { kind: "whole" }],
    ["bytes=9999999999999999-", { kind: "whole" }],
  ])("of 10,000 bytes %j asks for %j", (field, asked) => {
    expect(askedRange(field, 10_000)).toEqual(asked);
  });

  it("of nothing cannot be satisfied", () => {
    expect([askedRange("bytes=0-", 0), askedRange("bytes=-5", 0), askedRange(null, 0)]).toEqual([
      { kind: "unsatisfiable" },
      { kind: "unsatisfiable" },
      { kind: "whole" },
    ]);
  });
});

describe("ETag (RFC 9110, 8.8.3)", () => {
  const tag = entityTag("abc");

  it("is strong, and quoted", () => {
    expect(tag).toBe('"abc"');
  });

  it("in If-None-Match is compared weakly", () => {
    expect(['"abc"', 'W/"abc"', '"x", "abc"', "*"].map((field) => noneMatch(field, tag))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect([null, '"ab"', "abc", ""].map((field) => noneMatch(field, tag))).toEqual([true, true, true, true]);
  });

  it("in If-Match and If-Range is compared strongly", () => {
    expect([null, '"abc"', '"x", "abc"', "*"].map((field) => strongMatch(field, tag))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['W/"abc"', '"ab"', "Tue, 15 Nov 1994 12:45:26 GMT"].map((field) => strongMatch(field, tag))).toEqual([
      false,
      false,
      false,
    ]);
  });
});
