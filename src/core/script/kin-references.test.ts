import { expect, it } from "vitest";
import { personNamed } from "../../../test/people.ts";
import type { Reference } from "../story/references.ts";
import { withoutChildless } from "./kin-references.ts";

const girl = { ...personNamed("s", "Ada Pell", "female"), aliases: ["Miss Pell"] };
const mother = personNamed("m", "Mrs. Pell", "female");

/** Whom the first “she” of a text means, read as the girl. */
function meantIn(text: string, cast = [girl, mother]): string | null | undefined {
  const start = text.indexOf("she");
  const she: Reference = {
    start,
    end: start + 3,
    person: "s",
    kind: "pronoun",
    part: "acts",
    gender: "female",
    sure: 0.8,
  };
  return withoutChildless(text, [she], cast)[0]?.person;
}

it("[D5] a she who has a son is the only Mrs. of the name, and not the girl", () => {
  expect(meantIn("It was late when she waved from the window, as her son drove away.")).toBe("m");
  expect(meantIn("It was late when she waved from the window, as her son drove away.", [girl])).toBeNull();
});

it("[D5] a son in another sentence, and a brother, change nothing", () => {
  expect(meantIn("It was late when she waved. Her aunt and her son drove away.")).toBe("s");
  expect(meantIn("It was late when she waved, as her brother drove away.")).toBe("s");
});

it("[D5] who is called a Mrs. only by another name is no mother of the girl", () => {
  expect(meantIn("At last she kissed her son.", [girl, personNamed("m", "Mrs. Orr", "female")])).toBeNull();
});
