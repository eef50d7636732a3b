/** Where the licence texts of Project Gutenberg end and begin again: the book lies between the two offsets. */
export interface GutenbergFrame {
  bodyStart: number;
  bodyEnd: number;
}

const startLine = /^[ \t]*\*{3} ?START OF (?:THE|THIS) PROJECT GUTENBERG E(?:BOOK|TEXT).*$/im;
const endLine =
  /^[ \t]*(?:\*{3} ?END OF (?:THE|THIS) PROJECT GUTENBERG E(?:BOOK|TEXT)|End of (?:the )?Project Gutenberg['’]s ).*$/im;

/** Finds the frame that Project Gutenberg puts around its texts; null for other texts. */
export function gutenbergFrame(text: string): GutenbergFrame | null {
  const start = startLine.exec(text);
  const bodyStart = start ? start.index + start[0].length : 0;
  const end = endLine.exec(text.slice(bodyStart));
  if (!start && !end) return null;
  return { bodyStart, bodyEnd: end ? bodyStart + end.index : text.length };
}

/** A line such as `Author: Lewis Carroll` of the header; null where it is missing. */
export function gutenbergField(
  header: string,
  field: "Title" | "Author" | "Language" | "Translator" | "Illustrator",
): string | null {
  // A long title goes on in indented lines.
  const found = new RegExp(`^${field}: *(.+(?:\\r?\\n[ \\t]+\\S.*)*)`, "m").exec(header)?.[1];
  return found?.replaceAll(/\s+/g, " ").trim() || null;
}
