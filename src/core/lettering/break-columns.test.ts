import { expect, it } from "vitest";
import { breakColumns, columnText, leastColumnsCost } from "./break-columns.ts";
import { japaneseCells } from "./japanese-cells.ts";

const told =
  "雨にじんだ墨が、両の目から黒い筋を引いている。源之丞が、腰の鍵束を外した……「門がなければ、鍵も用なしじゃ」";

it("[L3] columns never cost less than what is counted before they are broken", () => {
  const runs = [{ text: told, ruby: null, emphasis: false }];
  const text = columnText(japaneseCells({ runs, style: "narration", vertical: true, language: "ja" }));
  let broken = 0;
  for (let count = 1; count <= 10; count++)
    for (let most = 3; most <= 40; most += 0.5) {
      const columns = breakColumns(text, count, most);
      if (!columns) continue;
      broken++;
      expect(columns.cost, `${count} of ${most}`).toBeGreaterThanOrEqual(leastColumnsCost(text, count, most) - 1e-9);
    }
  expect(broken).toBeGreaterThan(100);
});
