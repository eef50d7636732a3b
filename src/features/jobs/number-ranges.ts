/** Numbers from 0 as short text, runs as one: `0-12.14`. In ascending order, each once. */
export function rangesText(numbers: ReadonlySet<number>): string {
  const runs: [first: number, last: number][] = [];
  for (const number of [...numbers].toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(".");
}

const most = 100_000;

/** The numbers of such a text; none for what is none, so that whoever sends it is told everything. */
export function rangesOf(text: string): Set<number> {
  const numbers = new Set<number>();
  if (!/^\d{1,6}(-\d{1,6})?(\.\d{1,6}(-\d{1,6})?)*$/.test(text)) return numbers;
  for (const run of text.split(".")) {
    const [first = 0, last = first] = run.split("-").map(Number);
    if (last >= most) return new Set();
    for (let number = first; number <= last; number++) numbers.add(number);
  }
  return numbers;
}
