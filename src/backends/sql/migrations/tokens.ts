/** A piece of SQL. `name` is a quoted identifier; `blank` is white space or a comment; `text` is a string in quotes or dollars. */
export interface Token {
  kind: "blank" | "text" | "name" | "word" | "number" | "sign";
  text: string;
  /** Offset in the script. */
  at: number;
}

const pattern = new RegExp(
  [
    String.raw`(?<blank>\s+|--[^\n]*|/\*[\s\S]*?\*/)`,
    String.raw`(?<text>'(?:[^']|'')*'|\$(?<tag>[A-Za-z_]\w*)?\$[\s\S]*?\$\k<tag>\$)`,
    String.raw`(?<name>"(?:[^"]|"")*"|${"`[^`]*`"}|\[[^\]]*\])`,
    String.raw`(?<word>[\p{L}_][\p{L}\p{N}_$]*)`,
    String.raw`(?<number>\d[\w.]*)`,
    String.raw`(?<sign>[\s\S])`,
  ].join("|"),
  "gu",
);
const kinds = ["blank", "text", "name", "word", "number", "sign"] as const;

/** Cuts SQL of SQLite or PostgreSQL into tokens; together they are the script. A quote that is never closed comes out as a sign. */
export function tokensOf(script: string): Token[] {
  return Array.from(script.matchAll(pattern), ({ 0: text, index, groups }) => ({
    kind: kinds.find((kind) => groups?.[kind] !== undefined) ?? "sign",
    text,
    at: index,
  }));
}

/** What an identifier is called, in lower case; null for what is none. SQLite also takes a string for a name, which migrations must not use. */
export function identifierOf({ kind, text }: Token): string | null {
  if (kind === "word") return text.toLowerCase();
  return kind === "name" ? text.slice(1, -1).replaceAll('""', '"').toLowerCase() : null;
}
