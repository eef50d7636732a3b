/** A cell of a row: one panel, or two panels one above the other. */
export type Cell = "panel" | "stack";

/** A page is rows from top to bottom; a row is cells in the direction of reading. */
export type Row = readonly Cell[];

/** How many panels a row holds. */
export function panelsOf(row: Row): number {
  return row.reduce((sum, cell) => sum + (cell === "stack" ? 2 : 1), 0);
}

/** Two stacks side by side would read as two rows, so a row has one at most (P4). */
const rows: readonly Row[] = [
  ["panel"],
  ["panel", "panel"],
  ["panel", "panel", "panel"],
  ["panel", "stack"],
  ["stack", "panel"],
];

/** More rows than this make panels too low for a head and a balloon. */
const mostRows = 5;

/** Every way to spread a number of panels over rows (P3). Sizes, slants and bleeds come later. */
export function rowsFor(panels: number, left = mostRows): Row[][] {
  if (panels === 0) return [[]];
  if (left === 0) return [];
  return rows
    .filter((row) => panelsOf(row) <= panels)
    .flatMap((row) => rowsFor(panels - panelsOf(row), left - 1).map((rest) => [row, ...rest]));
}

/** A short name, equal for equal arrangements: `1·2·s1` is a full row, two panels, a stack beside a panel. */
export function nameOf(rowsOfPage: readonly Row[]): string {
  return rowsOfPage
    .map((row) =>
      row.includes("stack") ? row.map((cell) => (cell === "stack" ? "s" : "1")).join("") : String(row.length),
    )
    .join("·");
}
