import { describe, expect, it } from "vitest";
import { isSignedOutPage, returnPath } from "./return-path.ts";

const origin = "https://comics.example";

describe("the way back after signing in", () => {
  it("leads to the page where one was, with its search and its place", () => {
    expect(returnPath("/books/1/read?at=3-9#chapter", origin)).toBe("/books/1/read?at=3-9#chapter");
    expect(returnPath("/library?shelf=trash", origin)).toBe("/library?shelf=trash");
  });

  it("never leads to another site, however the address is written", () => {
    const foreign = [
      "//evil.example",
      "/\\evil.example",
      "/\t/evil.example",
      "https://evil.example",
      "javascript:alert(1)",
    ];
    expect(foreign.map((wish) => returnPath(wish, origin))).toEqual(foreign.map(() => "/"));
    expect(["https:evil.example", "", null, 4, ["/library"]].map((wish) => returnPath(wish, origin))).toEqual(
      Array.from({ length: 5 }, () => "/"),
    );
  });

  it("does not lead back to a page for the signed-out", () => {
    expect(
      ["/sign-in", "/sign-in?to=/sign-in", "/reset-password?token=1"].map((wish) => returnPath(wish, origin)),
    ).toEqual(["/", "/", "/"]);
    expect(["/sign-up", "/s/abc", "/", "/settings", "/s/a/b"].map(isSignedOutPage)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
