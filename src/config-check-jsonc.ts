/** A value of JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export type JsoncResult =
  | { ok: true; value: Json }
  /** Line and column count from 1. */
  | { ok: false; line: number; column: number; fault: string };

/** Values in one another at most: more is no settings file. */
const deepest = 100;

class JsoncFault extends Error {
  readonly at: number;

  constructor(fault: string, at: number) {
    super(fault);
    this.at = at;
  }
}

/** Reads JSON with comments and with a comma behind the last of a list, as settings files have it. Strict in all else; a key that comes twice is a fault. */
export function parseJsonc(text: string): JsoncResult {
  const source = text.replace(/^\ufeff/, "");
  const reader = { source, at: 0 };
  try {
    const value = readValue(reader, 0);
    skipBlank(reader);
    if (reader.at < source.length) throw new JsoncFault("there is something behind the end", reader.at);
    return { ok: true, value };
  } catch (error) {
    if (!(error instanceof JsoncFault)) throw error;
    const before = source.slice(0, error.at).split(/\r\n|\n|\r/);
    return { ok: false, line: before.length, column: (before.at(-1)?.length ?? 0) + 1, fault: error.message };
  }
}

interface Reader {
  readonly source: string;
  at: number;
}

function readValue(reader: Reader, depth: number): Json {
  skipBlank(reader);
  const { source, at } = reader;
  if (depth > deepest) throw new JsoncFault("values lie too deep in one another", at);
  const sign = source[at];
  if (sign === "{") return readObject(reader, depth);
  if (sign === "[") return readList(reader, depth);
  if (sign === '"') return readString(reader);
  const plain = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;
  plain.lastIndex = at;
  const word = plain.exec(source)?.[0];
  if (word === undefined)
    throw new JsoncFault(at < source.length ? "a value was expected here" : "the text ends in the middle", at);
  reader.at += word.length;
  // A word of JSON's own grammar: null, a boolean or a number.
  return JSON.parse(word) as Json;
}

function readObject(reader: Reader, depth: number): Json {
  const entries = new Map<string, Json>();
  readItems(reader, "}", () => {
    const start = reader.at;
    if (reader.source[start] !== '"') throw new JsoncFault("a name in double quotes was expected here", start);
    const key = readString(reader);
    if (entries.has(key)) throw new JsoncFault(`“${key}” comes twice`, start);
    skipBlank(reader);
    if (reader.source[reader.at] !== ":") throw new JsoncFault("a colon was expected here", reader.at);
    reader.at += 1;
    entries.set(key, readValue(reader, depth + 1));
  });
  return Object.fromEntries(entries);
}

function readList(reader: Reader, depth: number): Json {
  const values: Json[] = [];
  readItems(reader, "]", () => void values.push(readValue(reader, depth + 1)));
  return values;
}

/** What stands between brackets, with commas between and perhaps one behind. */
function readItems(reader: Reader, end: "}" | "]", readItem: () => void): void {
  reader.at += 1;
  for (;;) {
    skipBlank(reader);
    if (reader.source[reader.at] === end) break;
    readItem();
    skipBlank(reader);
    if (reader.source[reader.at] === end) break;
    if (reader.source[reader.at] !== ",") throw new JsoncFault(`a comma or ${end} was expected here`, reader.at);
    reader.at += 1;
  }
  reader.at += 1;
}

function readString(reader: Reader): string {
  const start = reader.at;
  const whole = /"(?:[^"\\\r\n]|\\.)*"/y;
  whole.lastIndex = start;
  const written = whole.exec(reader.source)?.[0];
  if (written === undefined) throw new JsoncFault("this string is not closed on its line", start);
  reader.at += written.length;
  try {
    return String(JSON.parse(written));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new JsoncFault("this string holds a sign that it may not", start);
  }
}

function skipBlank(reader: Reader): void {
  const blank = /(?:[ \t\r\n]+|\/\/[^\r\n]*|\/\*[^]*?\*\/)*/y;
  blank.lastIndex = reader.at;
  reader.at += blank.exec(reader.source)?.[0].length ?? 0;
  if (reader.source.startsWith("/*", reader.at)) throw new JsoncFault("this comment is not closed", reader.at);
}
