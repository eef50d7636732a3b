import { plural } from "../../../../web/studio/i18n/plural.ts";

const count = (one: string, other: string) => (n: number) => plural("en", n, { one, other });

/** What the page says on which a comic is taken away and shared. */
export const en = {
  files: "Files",
  filesHint: "They are bound of the pages that are there, and stay until the comic is deleted.",
  of: "Of the comic",
  purposes: {
    cbz: "For comic readers on tablet and desk",
    epub: "For e-readers and phones, page by page",
    pdf: "For printing and for everything else",
    png: "Every page as a picture, without loss",
    webp: "Every page as a small picture, for the web",
    webtoon: "One long strip, cut for scrolling",
  },
  make: "Make",
  makeNamed: (format: string) => `Make the ${format}`,
  making: (format: string) => `The ${format} is being bound`,
  lasts: (time: string) => `This takes about ${time}.`,
  download: "Download",
  downloadNamed: (format: string) => `Download the ${format}`,
  made: (format: string) => `The ${format} is ready`,
  more: "More of it",
  moreHint: "What was said on which page, and what became of every sentence.",
  none: "Nothing to take away yet",
  noneFix: "Make a comic first; its files are made while it is drawn, or here afterwards.",
  growing: "The comic is still being drawn",
  growingFix: "As soon as its last page stands, its files are here.",
  toComic: "Watch it grow",
  makeComic: "Make a comic",

  shares: "Share it",
  sharesHint: "Whoever has the link reads the comic without signing in. You can end it at any time.",
  scope: "Whoever has the link can",
  scopes: { read: "read", download: "read and download" },
  lasting: "The link holds",
  days: count("# day", "# days"),
  forever: "until I end it",
  makeLink: "Make a link",
  linkHint: "The new link. Copy it now: it is told only once.",
  links: "Links so far",
  linkOf: (day: string) => `Link of ${day}`,
  scopesShort: { read: "For reading", download: "With download" },
  states: { open: "Open", ended: "Over", revoked: "Ended" },
  until: (day: string) => `until ${day}`,
  since: (day: string) => `since ${day}`,
  never: "has no end",
  opened: (ago: string) => `last opened ${ago}`,
  unopened: "not opened yet",
  revoke: "End this link",
  revoked: "The link ends.",
  linksFailed: "The links could not be shown",
  filesFailed: "The files could not be shown",
};

export type FilesWords = typeof en;
