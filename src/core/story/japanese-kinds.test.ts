import { expect, it } from "vitest";
import { bookOf } from "../../../test/paragraph-book.ts";
import { understand } from "./understand.ts";

const kindOf = (before: string) =>
  understand(
    bookOf(["修は蓋を開けた。", before, "「兄さん。ぼくは生きています。いつか返しに行きます」", "修は泣いた。"], "ja"),
  ).quotes[0]?.kind;

it("takes lines after the word that they are a letter for a letter", () => {
  expect(kindOf("それは、安西にあてた手紙だった。")).toBe("letter");
  expect(kindOf("手紙にはこうあった。")).toBe("letter");
  expect(kindOf("安西は手紙を置いた。")).toBe("speech");
});
