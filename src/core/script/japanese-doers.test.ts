import { describe, expect, it } from "vitest";
import { japaneseDoers } from "./japanese-doers.ts";

describe("two whom a Japanese text does not tell apart", () => {
  const names = new Map([
    ["紳士", "n1"],
    ["もう一人の紳士", "n2"],
  ]);
  const doers = (sentence: string) => japaneseDoers(sentence, /もう一人の紳士|紳士/g, names, null);

  it.each(["二人の若い紳士が、山奥をあるいておりました。", "二人は戸を押して、なかへ入りました。"])(
    "[D5] are both there where the text says 二人: %s",
    (sentence) => {
      expect(doers(sentence)).toMatchObject({ actor: "n1", others: ["n2"], sure: true });
    },
  );

  it("[D5] are one where it says one", () => {
    expect(doers("もう一人の紳士は笑いました。")).toMatchObject({ actor: "n2", others: [] });
  });
});
