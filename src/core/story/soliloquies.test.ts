import { expect, it } from "vitest";
import { plainTurn } from "../../../test/plain-turn.ts";
import { soliloquies } from "./soliloquies.ts";
import type { Talker, Turn } from "./turns.ts";

const woman: Talker = {
  voice: "female",
  animal: false,
  lines: 1,
  narrator: false,
  nameless: false,
  surname: null,
  married: false,
  absent: 0,
};
const people: Talker[] = [woman, { ...woman, voice: null, animal: true }, woman];
const [anna, rabbit, mary] = [0, 1, 2];

const said = (fixed: number): Turn => ({ ...plainTurn, fixed });
const she = (...near: number[]): Turn => ({ ...plainTurn, gender: "female", near });

it("one paragraph of speech after another, all tagged as hers, are one who talks to herself", () => {
  expect(soliloquies([said(anna), she(anna, rabbit), said(anna)], people)).toEqual([anna, anna, anna]);
});

it("two may be talking where another woman is about, is tagged, or a line has no tag", () => {
  expect(soliloquies([said(anna), she(anna, mary), said(anna)], people)).toEqual([null, null, null]);
  expect(soliloquies([said(anna), she(anna), said(mary)], people)).toEqual([null, null, null]);
  expect(soliloquies([said(anna), plainTurn, said(anna)], people)).toEqual([null, null, null]);
});

it("narration ends a talk: what comes after it is looked at by itself", () => {
  const after = { ...said(mary), gap: 1 };
  expect(soliloquies([said(anna), she(anna), after], people)).toEqual([anna, anna, mary]);
});
