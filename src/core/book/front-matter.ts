/** The block of `name: value` lines that a Markdown file may begin with, and what follows it. */
export interface FrontMatter {
  /** By name in lower case; a list has several values. */
  fields: ReadonlyMap<string, readonly string[]>;
  body: string;
}

/** Reads front matter between `---` lines: plain and quoted values, lists in one line or one item a line. Nested values are passed over. */
export function readFrontMatter(source: string): FrontMatter {
  const found = /^---[ \t]*\r?\n([^]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(source);
  if (!found || !/^[\w-]+[ \t]*:/m.test(found[1] ?? "")) return { fields: new Map(), body: source };
  const fields = new Map<string, string[]>();
  let last: string[] = [];
  for (const line of (found[1] ?? "").split(/\r?\n/)) {
    const field = /^([\w-]+)[ \t]*:(?:[ \t]+(.*))?$/.exec(line);
    const item = /^[ \t]*-[ \t]+(.*)$/.exec(line)?.[1];
    if (field) {
      last = listed(field[2] ?? "");
      fields.set((field[1] ?? "").toLowerCase(), last);
    } else if (item !== undefined) last.push(...values([item.replace(/^(?:name|text)[ \t]*:[ \t]*/, "")]));
  }
  for (const [name, list] of fields) if (list.length === 0) fields.delete(name);
  return { fields, body: source.slice(found[0].length) };
}

function listed(value: string): string[] {
  const list = /^\[(.*)\]\s*$/.exec(value)?.[1];
  return values(list === undefined ? [value] : list.split(","));
}

/** Values without quotes and comments; block scalars (`|`, `>`) and empty ones are none. */
function values(written: readonly string[]): string[] {
  return written.flatMap((value) => {
    const quoted = /^\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')/.exec(value);
    const plain = quoted
      ? (quoted[1]?.replaceAll(/\\(.)/g, "$1") ?? quoted[2]?.replaceAll("''", "'") ?? "")
      : value.replace(/(?:^|\s)#.*$/, "").trim();
    return plain === "" || /^[|>][-+]?$/.test(plain) ? [] : [plain];
  });
}
