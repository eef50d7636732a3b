import type { Span } from "../book/book.ts";

/** A stretch of text with its quotes blanked out unit by unit and every white space as a blank, so that offsets stay. */
export function narrated(text: string, { start, end }: Span, quoted: Uint8Array): string {
  return runsOf(start, end, quoted)
    .map((run) =>
      run.quoted ? "\ufffc".repeat(run.end - run.start) : text.slice(run.start, run.end).replaceAll(/\s/g, " "),
    )
    .join("");
}

/** A stretch of text without its quotes: each is one mark, each white space one blank. Offsets do not matter any more. */
export function narrationOf(text: string, { start, end }: Span, quoted: Uint8Array): string {
  const runs = runsOf(start, end, quoted).map((run) => (run.quoted ? "\ufffc" : text.slice(run.start, run.end)));
  return runs.join("").replaceAll(/\s+/g, " ");
}

/** The stretches between two offsets that are all speech or all narration, in order. */
function runsOf(start: number, end: number, quoted: Uint8Array): (Span & { quoted: boolean })[] {
  const runs: (Span & { quoted: boolean })[] = [];
  for (let from = start; from < end;) {
    const mask = quoted[from];
    let to = from + 1;
    while (to < end && quoted[to] === mask) to += 1;
    runs.push({ start: from, end: to, quoted: mask === 1 });
    from = to;
  }
  return runs;
}
