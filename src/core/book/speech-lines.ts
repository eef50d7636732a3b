/** Marks of one style in a line, in order; `toggle` stands for a mark that does not show which way it points. */
type Edge = "open" | "close" | "toggle";

const doubleMarks = /[“”"]|``|''/gu;
/** A single mark that is no apostrophe: before a word, behind a stop, or with spaces on both sides behind a stop. */
const singleMarks =
  /(?<=^|[\s(—–-])[‘'](?=[\p{L}…])|(?<=[.,!?;:…—–-])[’'](?!\p{L})|(?<=(?:^|[.,!?;:…—–-]\s?['’]?)\s?)'(?=\s|$)/gu;

/** A speech that runs on for more lines than these has lost its closing mark. */
const longestSpeech = 60;

/**
 * Which lines of a file with one line for each sentence go on with the paragraph of the line before: the rest of a
 * speech that is still open, and the small letters of who says it. In a file of one line for each paragraph there is
 * none: what goes on with an open speech there begins with a mark of its own.
 */
export function runningLines(lines: readonly string[]): boolean[] {
  const count = (mark: RegExp) => lines.reduce((sum, line) => sum + (line.match(mark)?.length ?? 0), 0);
  const single = count(singleMarks) > count(doubleMarks) * 2;
  const edges = lines.map((line) => edgesOf(line, single));
  const runs = lines.map(() => false);
  let open = false;
  let ended = false;
  for (const [i, line] of lines.entries()) {
    const runsOn = open ? closesBelow(lines, edges, i) : ended && /^\s*\p{Ll}/u.test(line);
    runs[i] = runsOn;
    open = endsOpen(edges[i] ?? [], open && runsOn);
    ended = /["”'’]\s*$/.test(line) && !open;
  }
  return runs;
}

function edgesOf(line: string, single: boolean): Edge[] {
  return [...line.matchAll(single ? singleMarks : doubleMarks)].map(({ 0: mark, index }) => {
    if (mark === "“" || mark === "‘" || mark === "``") return "open";
    if (mark === "”" || mark === "’" || mark === "''") return "close";
    if (line.slice(0, index).trim() === "") return "open";
    return /\S/.test(line[index + 1] ?? " ") && /[\s(—–-]/.test(line[index - 1] ?? "") ? "open" : "toggle";
  });
}

const endsOpen = (edges: readonly Edge[], before: boolean) =>
  edges.reduce((open, edge) => (edge === "toggle" ? !open : edge === "open"), before);

/** Whether the first mark from a line on closes. */
function closesBelow(lines: readonly string[], edges: readonly (readonly Edge[])[], from: number): boolean {
  for (let i = from; i < Math.min(lines.length, from + longestSpeech); i++) {
    const [first] = edges[i] ?? [];
    if (first !== undefined) return first !== "open";
    if (lines[i]?.trim() === "") return false;
  }
  return false;
}
