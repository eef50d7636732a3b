import { expect, it } from "vitest";
import { plainJapaneseTurn } from "../../../test/plain-turn.ts";
import type { JapaneseTurn } from "./japanese-talk.ts";
import { withVocatives } from "./japanese-vocatives.ts";

const [maid, master, guest] = [0, 1, 2];
const lines = ["親方、寒いですね", "火をおこせ", "親方、うそでしょう"];

const turn = (index: number): JapaneseTurn => ({
  ...plainJapaneseTurn,
  leaning: new Map(),
  quotes: [index],
  passage: index,
  gap: index === 0 ? Infinity : 0,
});
const lineOf = ({ quotes }: JapaneseTurn) => lines[quotes[0] ?? 0] ?? "";

it("learns whom a word calls, and who calls so", () => {
  const turns = lines.map((_, i) => turn(i));
  const [, , last] = withVocatives(turns, [maid, master, null], lineOf);
  expect(last?.called).toContain(master);
  expect(last?.leaning.get(maid) ?? 0).toBeGreaterThan(last?.leaning.get(guest) ?? 0);
});

it("learns nothing where nobody is known to call", () => {
  const turns = lines.map((_, i) => turn(i));
  expect(withVocatives(turns, [null, master, null], lineOf)).toEqual(turns);
});
