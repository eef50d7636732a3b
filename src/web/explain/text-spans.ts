/** Shows the words between two offsets of the book: scrolls to them and marks them. */
export function highlight(start: number, end: number): void {
  const range = rangeOf(start, end);
  if (range === null) return;
  const paragraph = range.startContainer.parentElement?.closest("p");
  paragraph?.scrollIntoView({ block: "center" });
  if (typeof Highlight !== "undefined") CSS.highlights.set("proof", new Highlight(range));
  else paragraph?.classList.add("found");
}

/** The words of the book between two offsets. */
export function wordsAt(start: number, end: number): string {
  return rangeOf(start, end)?.toString() ?? "";
}

/** A paragraph says at which offset of the book it starts; its text is the book's to the letter. */
function rangeOf(start: number, end: number): Range | null {
  const paragraph = paragraphAt(start);
  if (paragraph === null) return null;
  const range = document.createRange();
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let at = offsetOf(paragraph);
  let begun = false;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (!begun && start < at + length) {
      range.setStart(node, Math.max(0, start - at));
      begun = true;
    }
    if (begun) range.setEnd(node, Math.min(length, end - at));
    if (end <= at + length) break;
    at += length;
  }
  return begun ? range : null;
}

const offsetOf = (paragraph: HTMLElement): number => Number(paragraph.dataset["at"]);

/** The last paragraph that starts at or before an offset. */
function paragraphAt(offset: number): HTMLElement | null {
  const paragraphs = document.querySelectorAll<HTMLElement>("#text p");
  let [low, high] = [0, paragraphs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const paragraph = paragraphs[middle];
    if (paragraph !== undefined && offsetOf(paragraph) <= offset) low = middle + 1;
    else high = middle;
  }
  return paragraphs[low - 1] ?? null;
}
