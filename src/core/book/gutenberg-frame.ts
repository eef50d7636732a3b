import type { Creator } from "./book.ts";

/** Where the licence texts of Project Gutenberg end and begin again: the book lies between the two offsets. */
export interface GutenbergFrame {
  bodyStart: number;
  bodyEnd: number;
}

const startLine = /^[ \t]*\*{3} ?START OF (?:THE|THIS) PROJECT GUTENBERG E(?:BOOK|TEXT).*$/im;
/** Texts of the 1990s put the licence first and end it with this line. */
const oldStartLine = /\*END\*? ?THE SMALL PRINT!? FOR PUBLIC DOMAIN E-?TEXTS.*$/im;
const endLine =
  /^[ \t]*(?:\*{3} ?END OF (?:THE|THIS) PROJECT GUTENBERG E(?:BOOK|TEXT)|End of (?:the |this )?Project Gutenberg(?:['’]s | E-?(?:text|book) )).*$/im;

/** Finds the frame that Project Gutenberg puts around its texts; null for other texts. */
export function gutenbergFrame(text: string): GutenbergFrame | null {
  const start = startLine.exec(text) ?? oldStartLine.exec(text);
  const bodyStart = start ? start.index + start[0].length : 0;
  const end = endLine.exec(text.slice(bodyStart));
  if (!start && !end) return null;
  return { bodyStart, bodyEnd: end ? bodyStart + end.index : text.length };
}

const languages: Readonly<Record<string, string>> = {
  English: "en",
  Japanese: "ja",
  French: "fr",
  German: "de",
  Spanish: "es",
  Italian: "it",
  Portuguese: "pt",
  Dutch: "nl",
  Chinese: "zh",
  Finnish: "fi",
  Swedish: "sv",
  Latin: "la",
  Greek: "el",
  Russian: "ru",
};

const roles = [
  ["Author", "aut"],
  ["Translator", "trl"],
  ["Illustrator", "ill"],
  ["Editor", "edt"],
] as const;

/** Title, creators and language from the lines above the book. */
export function gutenbergHeader(header: string): {
  title: string | null;
  creators: Creator[];
  language: string | null;
} {
  const creators = roles.flatMap(([name, role]) => {
    const value = field(header, name);
    return value === null ? [] : [{ name: value, role }];
  });
  const old = /Project Gutenberg'?s? (?:E-?text|E-?book) of ([^\n]+?)(?:,? by ([^\n*]+?))?[\s*]*$/im.exec(header);
  const language = field(header, "Language");
  if (creators.length === 0 && old?.[2]) creators.push({ name: old[2], role: "aut" });
  return {
    title: field(header, "Title") ?? old?.[1] ?? null,
    creators,
    language: language === null ? null : (languages[language] ?? null),
  };
}

/** A line such as `Author: Lewis Carroll`; null where it is missing. A long title goes on in indented lines. */
function field(header: string, name: string): string | null {
  const found = new RegExp(`^${name}: *(.+(?:\\r?\\n[ \\t]+\\S.*)*)`, "m").exec(header)?.[1];
  return found?.replaceAll(/\s+/g, " ").trim() || null;
}
