import { firstBlockFrom } from "./book-chapters.ts";
import type { Block, Mark, Note } from "./book.ts";
import type { PageFindings, PinnedSpan } from "./read-xhtml.ts";

/**
 * Footnotes and endnotes with their references: those that the markup calls notes, and links that look like one (`[1]`, a raised
 * number) and lead to a place further on that is no heading. The signs themselves stay in the text and get a mark.
 */
export function collectNotes(findings: PageFindings, blocks: readonly Block[]): { notes: Note[]; marks: Mark[] } {
  const notes = new Map<string, Note>();
  const marks: Mark[] = [];
  for (const { start, end, target, certain } of findings.references) {
    const key = `${target.part}#${target.fragment}`;
    const place = findings.ids.get(key);
    if (!place || place.heading || (!certain && place.start.at <= start.at)) continue;
    const note = notes.get(key) ?? noteAt(place, blocks, start.at);
    if (!note) continue;
    notes.set(key, note);
    // In broken markup the sign is torn over blocks.
    const block = blocks[firstBlockFrom(blocks, start.at)];
    const [from, to] = [Math.max(start.at, block?.start ?? 0), Math.min(end.at, block?.end ?? 0)];
    if (from < to) marks.push({ kind: "note-reference", note: key, start: from, end: to });
  }
  for (const key of findings.noteKeys) {
    const place = findings.ids.get(key);
    const note = place && !notes.has(key) ? noteAt(place, blocks, place.start.at) : null;
    if (note) notes.set(key, note);
  }
  return numbered(notes, marks);
}

/** A note's span in whole blocks; of a mere anchor, the block in which it stands. */
function noteAt(place: PinnedSpan & { inline: boolean }, blocks: readonly Block[], at: number): Note | null {
  let first = firstBlockFrom(blocks, place.start.at);
  while (blocks[first]?.kind === "break") first += 1;
  const firstBlock = blocks[first];
  if (!firstBlock) return null;
  let last = firstBlock;
  for (let index = first + 1; !place.inline && index < blocks.length; index++) {
    const block = blocks[index];
    if (!block || block.start >= place.end.at) break;
    last = block;
  }
  return { id: "", at, start: firstBlock.start, end: last.end };
}

function numbered(notes: ReadonlyMap<string, Note>, marks: readonly Mark[]): { notes: Note[]; marks: Mark[] } {
  const inOrder = [...notes].sort(([, a], [, b]) => a.at - b.at || a.start - b.start);
  const ids = new Map(inOrder.map(([key], index) => [key, `n${index + 1}`]));
  return {
    notes: inOrder.map(([, note], index) => ({ ...note, id: `n${index + 1}` })),
    marks: marks.map((mark) =>
      mark.kind === "note-reference" ? { ...mark, note: ids.get(mark.note) ?? mark.note } : mark,
    ),
  };
}
