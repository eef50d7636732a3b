/** What a decoded text is written in. */
export type TextKind = "plain" | "markdown" | "html" | "fb2";

const htmlStart =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]{0,2000}?-->\s*)*(?:<!doctype\s+html|<(?:html|head|body|title|meta|article|main|section|div|p|h[1-6])[\s>])/i;

/** Tells markup from plain text by how it begins, and Markdown by signs that plain text does not have. */
export function textKind(text: string): TextKind {
  const head = text.slice(0, 8192);
  if (/^\s*<[^]*?<?FictionBook[\s>]/.test(head)) return "fb2";
  if (htmlStart.test(head)) return "html";
  return isMarkdown(text.slice(0, 400_000)) && !isTangled(text) ? "markdown" : "plain";
}

/** Signs that are enough by themselves, and signs of which plain text may have one kind by chance. */
const surely: readonly RegExp[] = [
  /^---[ \t]*\r?\n(?:[\w-]+[ \t]*:.*\r?\n(?:[ \t]+.*\r?\n|- .*\r?\n)*)+(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/,
  /(?:^|\n\r?\n)#{1,6} [^\n]*\r?\n\r?\n/,
];
const perhaps: readonly RegExp[] = [
  /!?\[[^\]\n]{1,200}\]\([^)\s]{1,400}(?: "[^"\n]*")?\)/,
  /^(?:```|~~~)/m,
  /(?:^|\s)\*\*[^\s*][^*\n]*\*\*/,
  /^[^\s\n][^\n]*\r?\n={3,}[ \t]*\r?$/m,
  /^\[\^[\w-]+\]: /m,
  /^> \S/m,
  /^(?:[-*+]|\d{1,2}[.)]) \S[^\n]*\r?\n(?:[-*+]|\d{1,2}[.)]) \S/m,
  /^\|?[ \t]*:?-{3,}:?[ \t]*\|/m,
];

/** Files that set each paragraph on its own line, without empty lines, would run together as Markdown and stay plain text. */
function isMarkdown(text: string): boolean {
  const lines = text.split("\n", 4000).map((line) => line.trim());
  const filled = lines.filter((line) => line !== "").length;
  if ((lines.length - filled) * 6 < filled && filled > 3) return false;
  return surely.some((sign) => sign.test(text)) || perhaps.filter((sign) => sign.test(text)).length >= 2;
}

/** Longest paragraph, in units, and longest run of one sign that people write. */
const longestParagraph = 20_000;
const tangles: readonly RegExp[] = [
  /([*_~`[\]()!<>&|])\1{99}/,
  /^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])[ \t]?){20}\S/m,
  /^[ \t]{60}[ \t]*(?:[>*+-]|\d{1,9}[.)])[ \t]/m,
];

/** Whether signs are heaped up as no person does it: the time that Markdown takes grows with the square of that, plain text does not. */
function isTangled(text: string): boolean {
  let last = 0;
  for (const gap of text.matchAll(/\n[ \t\r]*\n/g)) {
    if (gap.index - last > longestParagraph) return true;
    last = gap.index;
  }
  return text.length - last > longestParagraph || tangles.some((tangle) => tangle.test(text));
}
