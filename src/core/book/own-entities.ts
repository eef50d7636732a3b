/** Longest text of one entity, and of all their uses in a document: what goes beyond stays as it is written. */
const longestEntity = 10_000;
const longestUses = 1_000_000;

/** The five that XML itself defines; a document that says them again says the same. */
const predefined = new Set(["amp", "lt", "gt", "quot", "apos"]);

const reference = /&([\p{L}_:][\p{L}\p{N}._:-]*);/gu;

/**
 * Markup without its document type, with the entities that it defines there (XML 1.0, 4.2.2) put in their places. What lies in
 * other files is never fetched, and what grows too long or comes back to itself stays a reference.
 */
export function withOwnEntities(source: string): string {
  const type = /<!DOCTYPE\b/i.exec(source.slice(0, 10_000));
  if (!type) return source;
  const subset = internalSubset(source, type.index);
  if (subset === null) return source;
  // Its line feeds stay, so that lines keep their numbers.
  const lines = "\n".repeat(source.slice(type.index, subset.end).split("\n").length - 1);
  const markup = source.slice(0, type.index) + lines + source.slice(subset.end);
  const declared = new Map<string, string>();
  for (const [, name = "", double, single] of subset.text.matchAll(
    /<!ENTITY\s+([\p{L}_:][\p{L}\p{N}._:-]*)\s+(?:"([^"]*)"|'([^']*)')\s*>/gu,
  ))
    if (!declared.has(name) && !predefined.has(name)) declared.set(name, double ?? single ?? "");
  if (declared.size === 0) return markup;
  const resolved = new Map<string, string | null>();
  const value = (name: string): string | undefined =>
    declared.has(name) ? (resolve(name, declared, resolved) ?? undefined) : undefined;
  return replaceReferences(markup, value, longestUses + markup.length) ?? markup;
}

/** What stands between the brackets of a document type, and where the type ends; null for one without brackets. */
function internalSubset(source: string, from: number): { text: string; end: number } | null {
  const head = /^[^>[]*\[/.exec(source.slice(from, from + 2000));
  if (!head) return null;
  const start = from + head[0].length;
  const token = /<!--[^]*?-->|"[^"]*"|'[^']*'|\]\s*>/g;
  token.lastIndex = start;
  for (let found = token.exec(source); found; found = token.exec(source))
    if (found[0].startsWith("]")) return { text: source.slice(start, found.index), end: token.lastIndex };
  return null;
}

/** The text of an entity with those inside of it; null for one that is endless or too long. */
function resolve(
  name: string,
  declared: ReadonlyMap<string, string>,
  resolved: Map<string, string | null>,
): string | null {
  const known = resolved.get(name);
  if (known !== undefined) return known;
  resolved.set(name, null);
  const inner = (other: string): string | null | undefined =>
    declared.has(other) ? resolve(other, declared, resolved) : undefined;
  const whole = replaceReferences(declared.get(name) ?? "", inner, longestEntity);
  resolved.set(name, whole);
  return whole;
}

/** References of no value (undefined) stay. Null where one has no end (null), or the result would be longer than allowed. */
function replaceReferences(
  text: string,
  valueOf: (name: string) => string | null | undefined,
  longest: number,
): string | null {
  const parts: string[] = [];
  let length = text.length;
  let from = 0;
  for (const { 0: whole, 1: name = "", index } of text.matchAll(reference)) {
    const value = valueOf(name);
    if (value === null) return null;
    if (value === undefined) continue;
    length += value.length - whole.length;
    if (length > longest) return null;
    parts.push(text.slice(from, index), value);
    from = index + whole.length;
  }
  return length > longest ? null : parts.join("") + text.slice(from);
}
