import * as steady from "../geometry/steady-math.ts";
import type { Span } from "../book/book.ts";

/** How much stretches of a text carry of what its matter is about. */
export type Weigh = (spans: readonly Span[]) => number;

const common = new Set(
  "about above across after again against all almost along already also although always and another any anything are around asked away back because been before began behind being below beneath beside between beyond both but came can cannot come could cried dear did does done don't down each either else even ever every everything eyes face far few first for from get give given goes going gone good got great had hand hands has have having head hear heard her here hers herself him himself his how however indeed into its itself just keep kept knew know last least left less let like little long look looked looking made make man many may men might mind more most much must myself near never next nor not nothing now off often once one only other others our ours out over own part perhaps place poor put quite rather really round said same saw say says see seemed seen shall she should side since small some something soon still stood such sure take taken tell than that the their theirs them themselves then there these they thing things think this those though thought three through till time together told too took toward towards turned two under until upon upon us very want was way well went were what whatever when where whether which while who whole whom whose why will with within without woman word words would yes yet you young your yours yourself".split(
    " ",
  ),
);

/** Japanese characters that alone name nothing a tale is about. */
const commonSigns =
  /^[一二三四五六七八九十百千万人何私俺僕君今時事者方中上下前後見言云思来行出入立手目眼気間年月日子声顔頭口内外所度様々本当的又其此自分大小少多新古長高早同知聞話考帰始終向持取置付作使食飲]+$/u;

/** Mentions so far apart are not of one and the same sentence. */
const apart = 120;

/** What comes back in this share of a text at its end is what the text was about. */
const closing = 0.2;

/**
 * Weighs the words of a matter by what the rest of it makes of them: words that return weigh more, most where they are
 * first named and later sentences lean on that, and where the end comes back to them.
 */
export function keywordsOf(text: string, matter: Span, rules: "en" | "ja"): Weigh {
  const mentions = new Map<string, number[]>();
  const spelt = rules === "ja" ? speltOut(text.slice(matter.start, matter.end)) : /\p{L}{3,}/gu;
  for (const { word, at } of wordsIn(text, matter, spelt)) {
    const all = mentions.get(word);
    if (all) all.push(at);
    else mentions.set(word, [at]);
  }
  const ending = matter.end - closing * (matter.end - matter.start);
  const worthAt = (word: string, at: number): number => {
    const all = mentions.get(word) ?? [];
    const later = all.at(-1) ?? at;
    if (all.length < 2 || later - (all[0] ?? at) < apart) return 0;
    const returning = Math.min(0.4, 0.1 * steady.log2(all.length));
    const firstNamed = at === all[0] ? 0.35 : 0;
    return (returning + firstNamed) * (later >= ending ? 1.4 : 1);
  };
  return (spans) => {
    const worth = new Map<string, number>();
    for (const span of spans)
      for (const { word, at } of wordsIn(text, span, spelt)) if (!worth.has(word)) worth.set(word, worthAt(word, at));
    return Math.min(
      2,
      [...worth.values()].reduce((sum, each) => sum + each, 0),
    );
  };
}

function wordsIn(text: string, span: Span, pattern: RegExp): { word: string; at: number }[] {
  return [...text.slice(span.start, span.end).matchAll(pattern)].flatMap((hit) => {
    const found = hit[0].toLowerCase();
    return common.has(found) || commonSigns.test(found) ? [] : [{ word: stemOf(found), at: span.start + hit.index }];
  });
}

/** Nouns in a Japanese text: in signs (of a compound each pair: 西洋 of 西洋料理店), in katakana, and in hiragana where one stands alone before its particle somewhere. */
function speltOut(text: string): RegExp {
  const plain = [...text.matchAll(/(?<![\u3041-\u3096ー])[がをはにのでとも]?([\u3041-\u3096]{3,5})(?=[をが])/gu)].map(
    ([, word = ""]) => word,
  );
  const nouns = [...new Set(plain)].filter((word) => !pointing.test(word));
  return new RegExp(["[\u4e00-\u9fff々]{1,2}", "[\u30a1-\u30fa][\u30a1-\u30faー]+", ...nouns].join("|"), "gu");
}

/** Words in hiragana that stand for others, or for nothing. */
const pointing =
  /^[こそあど][れこちんのっう]|^(?:だれ|なに|もの|こと|ところ|みんな|ため|ほう|わけ|うち|まま|とき|よう|わたし|ぼく|おれ|われ|じぶん|ひと|いま|いつ)|(?:した|して|すると|ました|です|った|って|ない|ます)$/u;

/** An English word without the endings that change with its sentence: tuning, tuned and tunes are one. */
const stemOf = (word: string): string =>
  (word.length < 5 ? word : word.replace(/(?:ies|es|s|ed|ing|er|ly)$/u, "")).replace(/e$/u, "");
