import { expect, it } from "vitest";
import { plainTurn } from "../../../test/plain-turn.ts";
import { wordsOfEach } from "./own-words.ts";

it("who always says my dear is likelier to say it again than who never does", () => {
  const lines = [
    ...Array.from({ length: 40 }, () => ["my dear, come in my dear", 0] as const),
    ...Array.from({ length: 40 }, () => ["nonsense, stay where you are", 1] as const),
    ["my dear", null] as const,
  ];
  const text = lines.map(([line]) => line).join("\n");
  let start = 0;
  const quotes = lines.map(([line], passage) => {
    const inner = { start, end: start + line.length };
    start += line.length + 1;
    return { ...inner, inner, passage, open: false, mark: "“" };
  });
  const turns = lines.map(([, fixed], i) => ({ ...plainTurn, quotes: [i], passage: i, fixed }));
  const last = wordsOfEach(turns, text, quotes).at(-1);
  expect(last?.get(0)).toBeGreaterThan(0.2);
  expect(last?.get(1)).toBeLessThan(0);
});
