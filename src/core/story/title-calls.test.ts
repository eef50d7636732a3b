import { expect, it } from "vitest";
import { type Member, namelessMember } from "./members.ts";
import type { Sight } from "./sights.ts";
import { calledByTitle } from "./title-calls.ts";

const person = (name: string, gender: Member["gender"], surname: string | null): Member => ({
  ...namelessMember(name, gender),
  nameless: false,
  surname,
});
const cast = [
  person("Lord Dale", "male", "Dale"),
  person("Sally", "female", null),
  person("Dr. Reed", "male", "Reed"),
  person("Mr. Hill", "male", "Hill"),
  person("Anna Hill", "female", "Hill"),
];
const seen = (...who: number[]): Sight[] => who.map((one) => ({ who: one, back: 0, aside: false, times: 1 }));

it("“my lord” calls the lord who is about", () => {
  expect(calledByTitle("“How many shall I lay for, my lord?”", seen(1, 0), cast)).toEqual([0]);
  expect(calledByTitle("“How many shall I lay for, my lord?”", seen(1, 2), cast)).toEqual([]);
});

it("“doctor” calls him who bears the title, where it stands apart", () => {
  expect(calledByTitle("“Come in, doctor.”", seen(1, 2), cast)).toEqual([2]);
  expect(calledByTitle("“Send for the doctor.”", seen(1, 2), cast)).toEqual([]);
});

it("“papa” calls the father of somebody who is about", () => {
  expect(calledByTitle("“Yes, papa, at once.”", seen(4, 3), cast)).toEqual([3]);
  expect(calledByTitle("“Yes, papa, at once.”", seen(1, 3), cast)).toEqual([]);
});
