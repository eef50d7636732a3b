import { expect, it } from "vitest";
import { narrated, narrationOf } from "./narrated.ts";
import { quotedMask } from "./reading.ts";

const text = "He said,\n“Go.”  Then\the  went.";
const quoted = quotedMask(text.length, [{ start: 9, end: 14 }]);

it("blanks quotes unit by unit, so that offsets stay", () => {
  expect(narrated(text, { start: 3, end: text.length }, quoted)).toBe(
    "said, \ufffc\ufffc\ufffc\ufffc\ufffc  Then he  went.",
  );
});

it("leaves one mark for a quote and one blank between words where offsets do not matter", () => {
  expect(narrationOf(text, { start: 0, end: text.length }, quoted)).toBe("He said, \ufffc Then he went.");
});
