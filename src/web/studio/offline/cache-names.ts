/** What is kept of one person begins so; the person’s id follows. */
export const personPrefix = "fabula-person-";
/** The files of the studio’s pages; the version follows. */
export const shellPrefix = "fabula-shell-";

/** Lists and covers as they were last seen. It stands for the person too: without it nothing is kept. */
export const listsOf = (person: string): string => `${personPrefix}${person}-lists`;
/** What was seen of a comic while it was read. */
export const seenOf = (person: string, comic: string): string => `${personPrefix}${person}-seen-${comic}`;
/** A whole comic that the person asked to keep. */
export const keptOf = (person: string, comic: string): string => `${personPrefix}${person}-kept-${comic}`;

/** Where a part of a comic lies in its cache: `comic`, `book`, `page-3` … */
export const partPlace = (part: string): string => `/kept/${encodeURIComponent(part)}`;
