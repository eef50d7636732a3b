/**
 * A cell of a row: one panel; two or three panels one above the other (`stack`, `pile`); a picture with a detail laid into
 * it (`inset`); two panels of which the second lies over the edge of the first (`overlap`).
 */
export type Cell = "panel" | "stack" | "pile" | "inset" | "overlap";

/** A page is rows from top to bottom; a row is cells in the direction of reading. */
export type Row = readonly Cell[];

const cells: Readonly<Record<Cell, { panels: number; mark: string }>> = {
  panel: { panels: 1, mark: "1" },
  stack: { panels: 2, mark: "s" },
  pile: { panels: 3, mark: "p" },
  inset: { panels: 2, mark: "i" },
  overlap: { panels: 2, mark: "o" },
};

/** How many panels a cell holds. */
export function panelsIn(cell: Cell): number {
  return cells[cell].panels;
}

/** How many panels a row holds. */
export function panelsOf(row: Row): number {
  return row.reduce((sum, cell) => sum + panelsIn(cell), 0);
}

/** Two stacks side by side would read as two rows, so a row has one at most (P4). */
const rows: readonly Row[] = [
  ["panel"],
  ["panel", "panel"],
  ["panel", "panel", "panel"],
  ["panel", "stack"],
  ["stack", "panel"],
  ["panel", "pile"],
  ["pile", "panel"],
  ["inset"],
  ["inset", "panel"],
  ["panel", "inset"],
  ["overlap"],
];

/** More rows than this make panels too low for a head and a balloon. */
const mostRows = 5;

/** Every way to spread a number of panels over rows that `fits`, given the number of the row's first panel, allows (P3). */
export function rowsFor(panels: number, fits: (row: Row, first: number) => boolean): Row[][] {
  // By the number of the first panel: many arrangements begin alike.
  const beginning = Array.from({ length: panels }, (_, first) =>
    rows.filter((row) => first + panelsOf(row) <= panels && fits(row, first)),
  );
  const from = (first: number, left: number): Row[][] => {
    if (first === panels) return [[]];
    if (left === 0) return [];
    return (beginning[first] ?? []).flatMap((row) =>
      from(first + panelsOf(row), left - 1).map((rest) => [row, ...rest]),
    );
  };
  return from(0, mostRows);
}

/** A short name, equal for equal arrangements: `1·2·s1` is a full row, two panels, a stack beside a panel. */
export function nameOf(rowsOfPage: readonly Row[]): string {
  return rowsOfPage
    .map((row) =>
      row.every((cell) => cell === "panel") ? String(row.length) : row.map((cell) => cells[cell].mark).join(""),
    )
    .join("·");
}
