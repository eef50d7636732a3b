import { expect, it } from "vitest";
import { plainMan } from "../../../../test/people.ts";
import type { Costume } from "../artist.ts";
import { mainCloth, white } from "./cloth.ts";

const whiteIn = (costume: Costume): string => mainCloth({ ...plainMan, costume, cloth: "white" }).fill;

it("[D2] weaves every white coat, a man's or a woman's: bare paper looks unfinished", () => {
  for (const costume of ["suit", "coat", "frock-coat", "dressing-gown", "cloak", "waistcoat"] as const)
    expect(whiteIn(costume), costume).not.toBe(white.fill);
  for (const costume of ["dress", "gown", "shirt", "kimono"] as const)
    expect(whiteIn(costume), costume).toBe(white.fill);
});
