/** A name for a pattern; a book may bind its words by a space that does not break. */
export const escapedName = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(" ", "\\s");

/** Finds any of some names of two letters or more as whole words, in capitals or not; nothing where there are none. */
export function anyOfNames(names: readonly string[]): RegExp {
  const long = names.filter((name) => name.length > 1).map(escapedName);
  return long.length === 0 ? /(?!)/g : new RegExp(`(?<!\\p{L})(?:${long.join("|")})(?!\\p{L})`, "giu");
}
