import { describe, expect, it } from "vitest";
import { tellsProcession, tellsStars, tellsWhiteClothes } from "./panel-words.ts";

const panel = (words: string) => ({ balloons: [{ words }] });

describe("[D4] words that the picture of a place obeys", () => {
  it("tell of stars that are seen, not of a star of the stage", () => {
    expect(tellsStars(panel("We used to watch the stars that fell, too."))).toBe(true);
    expect(tellsStars(panel("空には星が光っていました"))).toBe(true);
    expect(tellsStars(panel("She was the star of the evening."))).toBe(false);
  });

  it("tell of many in white and of people who go by", () => {
    expect(tellsWhiteClothes(panel("白い着物を着た葬列のものたち"))).toBe(true);
    expect(tellsProcession(panel("白い着物を着た葬列のものたち"))).toBe(true);
    expect(tellsWhiteClothes(panel("Priests in white robes stood there."))).toBe(true);
    expect(tellsWhiteClothes(panel("The white house stood on a hill."))).toBe(false);
  });
});
