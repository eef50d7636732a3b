/** JSON that cannot end the script element it stands in, nor open a comment there. */
export function jsonForScript(data: unknown): string {
  return JSON.stringify(data).replaceAll("<", String.raw`\u003c`);
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as it may stand in HTML, between tags and inside quoted attributes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);
}
