import { describe, expect, it } from "vitest";
import { plainJapaneseTurn } from "../../../test/plain-turn.ts";
import type { JapaneseTurn } from "./japanese-talk.ts";
import { withPairs } from "./japanese-pairs.ts";

const [me, doctor] = [0, 1];

function turn(index: number): JapaneseTurn {
  return {
    ...plainJapaneseTurn,
    leaning: new Map(),
    quotes: [index],
    passage: index,
    gap: index === 0 ? Infinity : 0,
  };
}

describe("the manners of two who talk", () => {
  const mine = ["先生、僕は行きます", "先生、僕もですか", "先生、そうですか", "先生、僕は嫌です"];
  const his = ["君は行くんだ", "君もだ", "君は若いんだよ", "君を待つさ"];
  const lines = [...mine.flatMap((line, i) => [line, his[i] ?? ""]), "先生、僕は帰ります", "君は帰るんだ"];
  const turns = lines.map((_, i) => turn(i));
  const lineOf = ({ quotes }: JapaneseTurn) => lines[quotes[0] ?? 0] ?? "";
  const known = lines.map((_, i) => (i < 8 ? (i % 2 === 0 ? me : doctor) : null));

  it("tell the lines of the I from those of the one whom he calls 先生", () => {
    const [asks, answers] = withPairs(turns, known, me, lineOf).slice(8);
    expect(asks?.leaning.get(me)).toBeGreaterThan(0.5);
    expect(answers?.leaning.get(doctor)).toBeGreaterThan(0.5);
  });

  it("say nothing before enough lines are known", () => {
    const few = known.map((who, i) => (i < 4 ? who : null));
    expect(withPairs(turns, few, me, lineOf).every(({ leaning }) => leaning.size === 0)).toBe(true);
  });
});
