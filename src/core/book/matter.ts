import type { Chapter } from "./book.ts";

export type Matter = Chapter["matter"];

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Types of the EPUB 3 structure vocabulary and of the EPUB 2 guide, by where they stand in a book. */
const bodyTypes = words("bodymatter chapter part volume division prologue epilogue text start");
const frontTypes = words(
  "frontmatter titlepage title-page halftitlepage halftitle cover toc landmarks loi lot loa lov page-list copyright-page dedication epigraph foreword preface preamble introduction acknowledgments acknowledgements imprint imprimatur abstract seriespage contributors other-credits",
);
const backMatter = words(
  "backmatter colophon appendix endnotes rearnotes footnotes notes index glossary bibliography afterword credits errata conclusion credit keywords",
);

/** Parts that are never the story, whatever section they stand in. */
const apartTypes = words(
  "titlepage title-page halftitlepage cover toc landmarks page-list loi lot loa lov copyright-page colophon endnotes rearnotes footnotes index",
);

/**
 * What `epub:type`, role or guide type say about a section inside one of matter `outer` (null: nothing known). An epigraph in a
 * chapter stays with the chapter, its footnotes do not.
 */
export function matterOfTypes(types: readonly string[], outer: Matter | null): Matter | null {
  if (types.includes("frontmatter")) return "front";
  if (types.includes("bodymatter")) return "body";
  if (types.includes("backmatter")) return types.includes("epilogue") ? "body" : "back";
  const known = types.filter((type) => outer === null || apartTypes.has(type));
  if (known.some((type) => bodyTypes.has(type))) return "body";
  if (known.some((type) => frontTypes.has(type))) return "front";
  return known.some((type) => backMatter.has(type)) ? "back" : null;
}

const frontTitles =
  /^(?:cover|title[ -]?page|half[- ]?title|(?:table of )?contents|copyright|imprint|dedication|epigraph|foreword|preface|acknowledge?ments|list of illustrations|illustrations|dramatis personae|also by .*|by the same author|目次|表紙|扉|口絵|はじめに|まえがき|前書き|登場人物(?:紹介)?|凡例)$/iu;
const backTitles =
  /^(?:colophon|uncopyright|(?:end|foot)notes?|notes|index|bibliography|glossary|about the authors?|afterword|appendix.*|transcriber[’']s notes?|advertisements?|(?:full )?project gutenberg.*licen[cs]e.*|the full project gutenberg.*|奥付|あとがき|後書き|解説|著者紹介|年譜|初出一覧|参考文献|注釈?(?:一覧)?|図表一覧|底本.*)$/iu;

/** What a heading says about itself, where nothing in the markup does; null for the titles of stories. */
export function matterOfTitle(title: string | null): Matter | null {
  const plain = title?.trim().replace(/[.:。]$/, "") ?? "";
  if (frontTitles.test(plain)) return "front";
  return backTitles.test(plain) ? "back" : null;
}
