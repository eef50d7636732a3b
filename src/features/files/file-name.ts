import { type FileType, fileTypes } from "./file-types.ts";

const longest = 200;
const utf8 = new TextEncoder();

/**
 * A name that every system can save and that says what the file is: the last part of a path, without signs that steer (control, direction,
 * paths, quotes), at most 200 bytes, with an ending that fits the type by content. A name of which nothing is left becomes `file`.
 */
export function fileName(given: string, type: FileType): string {
  const last = given.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const clean = last
    // Joiners (U+200C, U+200D) stay: words and emoji need them.
    .replace(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, "")
    .replace(/[<>:"|?*]/g, "_")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  const { stem, ending } = partsOf(clean, type);
  const safe = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(stem) ? `_${stem}` : stem;
  return `${shortened(safe === "" ? "file" : safe, longest - utf8.encode(ending).length - 1)}.${ending}`;
}

function partsOf(name: string, type: FileType): { stem: string; ending: string } {
  const endings: readonly [string, ...string[]] = fileTypes[type].endings;
  const dot = name.lastIndexOf(".");
  const ending = name.slice(dot + 1).toLowerCase();
  const fits = dot > 0 && endings.includes(ending);
  return fits ? { stem: name.slice(0, dot), ending } : { stem: name, ending: endings[0] };
}

/** Whole letters up to a number of bytes. */
function shortened(text: string, bytes: number): string {
  let kept = "";
  let used = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    used += utf8.encode(segment).length;
    if (used > bytes) break;
    kept += segment;
  }
  // One letter of very many signs is cut, rather than lost.
  return kept.trimEnd() === "" ? "file" : kept.trimEnd();
}
