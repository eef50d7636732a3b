/** How much a stretch of text is about what its chapter is about. */
export type Weigh = (text: string) => number;

const common = new Set(
  "that this with from have were they them their there then than what when which would could should been into upon about very said some other such only more over after again before down little like just know well come came went your himself herself themselves where while these those being much must have will shall quite thing things make made good great time".split(
    " ",
  ),
);

/** Counts the words of a chapter; what returns in it weighs more. 0 for a stretch without such words, 1.5 at most. */
export function keywordsOf(chapter: string, rules: "en" | "ja"): Weigh {
  const counts = new Map<string, number>();
  for (const word of contentWords(chapter, rules)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (text) => {
    let sum = 0;
    for (const word of new Set(contentWords(text, rules))) {
      const count = counts.get(word) ?? 0;
      if (count >= 3) sum += Math.min(0.4, 0.1 * Math.log2(count));
    }
    return Math.min(1.5, sum);
  };
}

function contentWords(text: string, rules: "en" | "ja"): string[] {
  if (rules === "ja") return text.match(/[\u4e00-\u9fff々]{2,}|[\u30a1-\u30fa][\u30a1-\u30faー]+/g) ?? [];
  return (text.toLowerCase().match(/[a-z]{4,}/g) ?? []).filter((word) => !common.has(word));
}
