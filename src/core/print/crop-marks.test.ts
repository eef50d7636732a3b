import { expect, it } from "vitest";
import { cropMarks, pdfBoxes, pdfSheet } from "./crop-marks.ts";

const sheet = pdfSheet({ width: 100, height: 200 }, 3);
const millimetre = 72 / 25.4;

it("[F3] a page that nobody cuts is its trim and has no marks", () => {
  const bare = pdfSheet({ width: 25.4, height: 50.8 }, 0);
  expect(pdfBoxes(bare)).toBe("/MediaBox[0 0 72 144]/BleedBox[0 0 72 144]/TrimBox[0 0 72 144]");
  expect(cropMarks(bare)).toBe("");
});

it("[F3] marks point at the corners of the cut and end before the picture begins", () => {
  const marks = [...cropMarks(sheet).matchAll(/^([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l S$/gm)].map((mark) =>
    mark.slice(1).map(Number),
  );
  expect(marks).toHaveLength(8);
  const edges = {
    left: sheet.margin,
    right: sheet.width - sheet.margin,
    foot: sheet.margin,
    head: sheet.height - sheet.margin,
  };
  for (const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] of marks) {
    const level = y1 === y2;
    const near = (value: number, edge: number): boolean => Math.abs(value - edge) < 0.01;
    expect(level ? near(y1, edges.foot) || near(y1, edges.head) : near(x1, edges.left) || near(x1, edges.right)).toBe(
      true,
    );
    const [from, to, end] = level ? [x1, x2, sheet.width] : [y1, y2, sheet.height];
    const picture = sheet.margin - 3 * millimetre;
    expect(Math.max(from, to) < picture || Math.min(from, to) > end - picture).toBe(true);
  }
});
