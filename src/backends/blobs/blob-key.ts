import { BlobError } from "./blob-error.ts";

/** Not in a key: control signs, and what some file system or address reads as its own. */
// oxlint-disable-next-line no-control-regex -- control signs are what it looks for
const forbidden = /[\u0000-\u001f\u007f\\:*?"<>|]|\p{Surrogate}/u;
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const utf8 = new TextEncoder();

/** Throws `invalid-key` unless every store can hold the key: parts between slashes, at most 1,024 bytes in all and 255 each, that no store reads as a path elsewhere. */
export function checkKey(operation: string, key: string): void {
  if (utf8.encode(key).length > 1024 || forbidden.test(key) || !key.split("/").every(isPart))
    throw new BlobError("invalid-key", operation, key);
}

/** No part is empty, hidden, a step up, or a name that Windows keeps for devices or cuts the end of. */
const isPart = (part: string): boolean =>
  part !== "" && !/^\.|[. ]$/.test(part) && !reserved.test(part) && utf8.encode(part).length <= 255;

/** Orders keys by their UTF-8 bytes, which is the order of code points. */
export function compareKeys(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return (one.codePointAt(at) ?? -1) - (other.codePointAt(at) ?? -1);
}
