/** The tag of a blob for HTTP (RFC 9110, 8.8.3): strong, since blobs never change and the hash is of the bytes. */
export const entityTag = (sha256: string): string => `"${sha256}"`;

/** Whether a field `If-None-Match` names the tag, so that 304 is the answer (RFC 9110, 13.1.2: weak comparison). */
export function noneMatch(field: string | null, tag: string): boolean {
  if (field === null) return true;
  return !tagsOf(field).some((each) => each === "*" || each.replace(/^W\//, "") === tag);
}

/** Whether the tag fits a field `If-Match` or `If-Range` (RFC 9110, 13.1.1 and 13.1.5: strong comparison). Without a field it does. */
export function strongMatch(field: string | null, tag: string): boolean {
  return field === null || tagsOf(field).some((each) => each === "*" || each === tag);
}

const tagsOf = (field: string): string[] => field.match(/\*|(?:W\/)?"[^"]*"/g) ?? [];
