import { describe, expect, it } from "vitest";
import { keyAct } from "./reader-keys.ts";

const pressed = (key: string, more: object = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});

describe("keys", () => {
  it("go the way the comic is read", () => {
    expect(["ArrowRight", "ArrowLeft"].map((key) => keyAct(pressed(key), "ltr"))).toEqual(["next", "previous"]);
    expect(["ArrowRight", "ArrowLeft"].map((key) => keyAct(pressed(key), "rtl"))).toEqual(["previous", "next"]);
  });

  it("turn with the space bar, backwards with shift", () => {
    expect([keyAct(pressed(" "), "rtl"), keyAct(pressed(" ", { shiftKey: true }), "rtl")]).toEqual([
      "next",
      "previous",
    ]);
  });

  it("leave to the browser what is the browser's", () => {
    expect([keyAct(pressed("f", { ctrlKey: true }), "ltr"), keyAct(pressed("ArrowDown"), "ltr")]).toEqual([null, null]);
  });
});
