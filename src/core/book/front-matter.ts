/** The block of `name: value` lines that a Markdown file may begin with, and what follows it. */
export interface FrontMatter {
  /** By name in lower case; a list has several values. */
  fields: ReadonlyMap<string, readonly string[]>;
  body: string;
}

/** Reads front matter between `---` lines: plain and quoted values, block scalars as one line, lists in one line or one item a line. Nested values are passed over. */
export function readFrontMatter(source: string): FrontMatter {
  const found = /^---[ \t]*\r?\n([^]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(source);
  if (!found || !/^[\w-]+[ \t]*:/m.test(found[1] ?? "")) return { fields: new Map(), body: source };
  const fields = new Map<string, string[]>();
  let last: string[] = [];
  let isBlock = false;
  for (const line of (found[1] ?? "").split(/\r?\n/)) {
    const field = /^([\w-]+)[ \t]*:(?:[ \t]+(.*))?$/.exec(line);
    const item = /^[ \t]*-[ \t]+(.*)$/.exec(line)?.[1];
    const more = isBlock ? /^[ \t]+(.*\S)/.exec(line)?.[1] : undefined;
    if (more !== undefined) last.splice(0, 1, [...last, more].join(" "));
    else if (field) {
      isBlock = blockScalar.test(field[2] ?? "");
      last = listed(field[2] ?? "");
      fields.set((field[1] ?? "").toLowerCase(), last);
    } else if (item !== undefined) last.push(...values([item.replace(/^(?:name|text)[ \t]*:[ \t]*/, "")]));
  }
  for (const [name, list] of fields) if (list.length === 0) fields.delete(name);
  return { fields, body: source.slice(found[0].length) };
}

/** Announces that the value stands in the indented lines below. */
const blockScalar = /^[|>][-+\d]{0,2}\s*$/;

function listed(value: string): string[] {
  const list = /^\[(.*)\]\s*$/.exec(value)?.[1];
  return values(list === undefined ? [value] : list.split(","));
}

/** Values without quotes and comments; empty ones, and what announces a block scalar, are none. */
function values(written: readonly string[]): string[] {
  return written.flatMap((value) => {
    const quoted = /^\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')/.exec(value);
    const plain = quoted
      ? (quoted[1]?.replaceAll(/\\(.)/g, "$1") ?? quoted[2]?.replaceAll("''", "'") ?? "")
      : value.replace(/(?:^|\s)#.*$/, "").trim();
    return plain === "" || blockScalar.test(plain) ? [] : [plain];
  });
}
