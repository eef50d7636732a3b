import type { Row } from "./database.ts";
import type { DumpLanguage } from "./dump-language.ts";

/** Bytes of one statement at most; D1 takes 100,000. */
const mostBytes = 95_000;
/** UTF-16 units of text, or bytes, that one statement adds to a value that is longer. */
const pieceLength = 15_000;
/** A value that is longer is begun with so many of them where its row does not fit into one statement. */
const beginning = 500;

export interface RowTarget {
  table: string;
  key: readonly string[];
  columns: readonly string[];
  /** What must be there, where a dump may be of more than one moment: a row by the key of another table, for each column that refers to one. */
  wanted: readonly WantedRow[];
}

export interface WantedRow {
  column: string;
  parent: string;
  parentKey: string;
}

/** Writes rows of a table as statements, each on lines of its own and ended by a semicolon. */
export function rowWriter(language: DumpLanguage, { table, key, columns, wanted }: RowTarget) {
  const { begin: into, end } = insertion(language, { table, key, columns, wanted });
  const literal = (value: unknown): string => literalOf(language, value);
  const where = (row: Row): string => {
    if (key.length === 0) throw new TypeError(`Rows of ${table} have no key by which they could be found again.`);
    return key.map((column) => `${quoted(column)} = ${literal(row[column])}`).join(" and ");
  };

  /** A value that refers to a row, or nothing where that is not there. */
  const valueIfThere = (column: string, value: string): string => {
    const row = wanted.find((each) => each.column === column);
    if (!row || value === "null") return value;
    const { parent, parentKey } = row;
    return `(select ${quoted(parentKey)} from ${quoted(parent)} where ${quoted(parentKey)} = ${value})`;
  };

  /** A row with its long values begun, and the statements that go on with them. */
  const inPieces = (row: Row): { begun: Row; rest: string[] } => {
    const long = columns.filter((column) => lengthOf(row[column]) > beginning);
    const rest = long.flatMap((column) =>
      piecesOf(row[column]).map((piece) => {
        const name = quoted(column);
        const longer =
          piece instanceof Uint8Array ? language.longerBytes(name, literal(piece)) : `${name} || ${literal(piece)}`;
        return `update ${quoted(table)} set ${name} = ${longer} where ${where(row)};\n`;
      }),
    );
    return { begun: { ...row, ...Object.fromEntries(long.map((column) => [column, beginningOf(row[column])])) }, rest };
  };

  function* inserts(rows: readonly Row[]): Generator<string> {
    let [text, size] = ["", 0];
    const valuesOf = (row: Row) => `(${columns.map((column) => literal(row[column])).join(", ")})`;
    for (const row of rows) {
      const whole = valuesOf(row);
      const isLarge = byteLength(into + whole + end) > mostBytes;
      const { begun, rest } = isLarge ? inPieces(row) : { begun: row, rest: [] };
      const values = isLarge ? valuesOf(begun) : whole;
      const bytes = byteLength(values) + 2;
      if (text !== "" && size + bytes > mostBytes) {
        yield `${text}${end};\n`;
        text = "";
      }
      size = text === "" ? byteLength(into + end) + bytes : size + bytes;
      text = text === "" ? into + values : `${text},\n${values}`;
      if (rest.length > 0) {
        yield `${text}${end};\n`;
        yield* rest;
        text = "";
      }
    }
    if (text !== "") yield `${text}${end};\n`;
  }

  function* updates(rows: readonly Row[]): Generator<string> {
    for (const row of rows) {
      const set = columns.map((column) => `${quoted(column)} = ${valueIfThere(column, literal(row[column]))}`);
      yield `update ${quoted(table)} set ${set.join(", ")} where ${where(row)};\n`;
    }
  }

  return { inserts, updates };
}

/** What stands before and behind the rows of an INSERT. */
function insertion(
  { ofManyMoments }: DumpLanguage,
  { table, columns, wanted }: RowTarget,
): { begin: string; end: string } {
  const into = `into ${quoted(table)} (${columns.map(quoted).join(", ")})`;
  if (!ofManyMoments) return { begin: `insert ${into} values\n`, end: "" };
  // SQLite names the columns of VALUES so.
  const names = columns.map((_, i) => `column${i + 1}`);
  const conditions = wanted.map(({ column, parent, parentKey }) => {
    const name = names[columns.indexOf(column)] ?? "null";
    return `(${name} is null or exists (select 1 from ${quoted(parent)} where ${quoted(parentKey)} = ${name}))`;
  });
  const where = conditions.length > 0 ? ` where ${conditions.join(" and ")}` : "";
  return { begin: `insert or ignore ${into} select ${names.join(", ")} from (values\n`, end: `)${where}` };
}

function literalOf(language: DumpLanguage, value: unknown): string {
  if (value === null) return "null";
  if (typeof value === "string") return language.text(value);
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (value instanceof Uint8Array) return language.bytes(value);
  throw new TypeError(`A dump has no words for ${typeof value}.`);
}

const lengthOf = (value: unknown): number =>
  typeof value === "string" || value instanceof Uint8Array ? value.length : 0;

function beginningOf(value: unknown): unknown {
  return typeof value === "string" ? value.slice(0, cutAt(value, beginning)) : bytesOf(value).subarray(0, beginning);
}

/** What comes behind the beginning of a long value. */
function piecesOf(value: unknown): (string | Uint8Array)[] {
  if (typeof value !== "string") {
    const bytes = bytesOf(value).subarray(beginning);
    return Array.from({ length: Math.ceil(bytes.length / pieceLength) }, (_, i) =>
      bytes.subarray(i * pieceLength, (i + 1) * pieceLength),
    );
  }
  const pieces: string[] = [];
  for (let at = cutAt(value, beginning); at < value.length;) {
    const to = cutAt(value, Math.min(value.length, at + pieceLength));
    pieces.push(value.slice(at, to));
    at = to;
  }
  return pieces;
}

function bytesOf(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value;
  throw new TypeError("Only text and bytes are long.");
}

/** A place in a text that does not part the two halves of a character. */
function cutAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

const byteLength = (text: string): number => new TextEncoder().encode(text).length;
