import { type Token, tokensOf } from "./migrations/tokens.ts";

/** What a dump has to know of a table, as its definition tells it. */
export interface TableShape {
  /** Columns that take values; those that are computed from others do not. */
  columns: readonly string[];
  /** Columns that cannot be null. */
  required: ReadonlySet<string>;
  /** Columns of the primary key; empty where there is none. */
  key: readonly string[];
  /** The definition without foreign keys that stand for themselves behind the columns, and these. */
  bare: string;
  foreignKeys: readonly string[];
}

/** Reads `CREATE TABLE name (…)` of SQLite, D1 or our catalogue of PostgreSQL. Throws `TypeError` for a table that is made otherwise. */
export function tableShape(definition: string): TableShape {
  const parts = partsOf(definition);
  const columns = parts.filter(({ words }) => !constraint.test(words));
  const foreign = parts.filter(({ words }) => /^(?:constraint \S+ )?foreign key\b/.test(words));
  const listed = parts.find(({ words }) => /^(?:constraint \S+ )?primary key\b/.test(words));
  const own = columns.find(({ words }) => /\bprimary key\b/.test(words));
  return {
    columns: columns.filter(({ words }) => !/\bgenerated always\b/.test(words)).map(({ name }) => name),
    required: new Set(
      columns.filter(({ words }) => /\b(?:not null|primary key)\b/.test(words)).map(({ name }) => name),
    ),
    key: listed?.names ?? (own ? [own.name] : []),
    bare: without(definition, foreign),
    foreignKeys: foreign.map(({ from, to }) => definition.slice(from, to)),
  };
}

const constraint = /^(?:constraint|primary key|unique|check|foreign key|exclude)\b/;

/** A column or a constraint. */
interface Part {
  name: string;
  /** Its words outside of brackets, in lower case. */
  words: string;
  /** The names in its first brackets. */
  names: readonly string[];
  from: number;
  to: number;
}

function partsOf(definition: string): Part[] {
  const tokens = tokensOf(definition).filter(({ kind }) => kind !== "blank");
  const open = tokens.findIndex(({ text }) => text === "(");
  const head = tokens.slice(0, Math.max(0, open)).map(({ text }) => text.toLowerCase());
  if (head[0] !== "create" || !head.includes("table") || head.includes("virtual"))
    throw new TypeError(`A dump cannot hold what is made by ${definition.slice(0, 60)}.`);
  const parts: { token: Token; depth: number }[][] = [[]];
  let depth = 0;
  for (const token of tokens.slice(open)) {
    if (token.text === ")") depth -= 1;
    if (depth === 0 && token.text === ")") break;
    if (depth === 1 && token.text === ",") parts.push([]);
    else if (depth > 0) parts.at(-1)?.push({ token, depth });
    if (token.text === "(") depth += 1;
  }
  return parts.filter((part) => part.length > 0).map(partOf);
}

function partOf(tokens: readonly { token: Token; depth: number }[]): Part {
  const [first, last] = [tokens[0]?.token, tokens.at(-1)?.token];
  if (!first || !last) throw new TypeError("A part of a table is empty.");
  const outer = tokens.filter(({ depth, token }) => depth === 1 && token.kind !== "sign");
  const inner = tokens.slice(tokens.findIndex(({ depth }) => depth > 1));
  const end = inner.findIndex(({ depth }) => depth === 1);
  return {
    name: nameOf(first),
    words: outer.map(({ token }) => token.text.toLowerCase()).join(" "),
    names: inner
      .slice(0, end < 0 ? undefined : end)
      .filter(({ token }) => token.kind === "word" || token.kind === "name")
      .map(({ token }) => nameOf(token)),
    from: first.at,
    to: last.at + last.text.length,
  };
}

const nameOf = ({ kind, text }: Token): string => (kind === "name" ? text.slice(1, -1).replaceAll('""', '"') : text);

function without(definition: string, parts: readonly Part[]): string {
  return parts.toReversed().reduce((text, { from, to }) => {
    const comma = text.lastIndexOf(",", from);
    return text.slice(0, comma) + text.slice(to);
  }, definition);
}
