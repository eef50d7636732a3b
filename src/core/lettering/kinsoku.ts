/** Whether a column of Japanese text may end between two characters. `ugly`: only before something worse. */
export type ColumnBreak = "free" | "ugly" | "never";

/** Closing brackets, commas, stops, middle dots (JLREQ cl-02, 05, 06, 07): never at the head of a column. */
const neverFirst = /^[、。，．・：；」』）］｝〉》】〕〟’”)\]}]/u;
/** Dividing marks, iteration marks, the long vowel and small kana (cl-03, 04, 09, 10, 11): the relaxed set lets them. */
const seldomFirst = /^[！？!?‼⁇⁈⁉ー〜～‐゠々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿ♪♡♥]/u;
/** Opening brackets (cl-01): never at the foot of a column. */
const neverLast = /[「『（［｛〈《【〔〝‘“([{]$/u;
const leader = /^[…‥―—─〜～]$/u;

/** Kinsoku between what stands before and after a possible break. Source: JLREQ 3.1.7–3.1.10. */
export function columnBreakBetween(before: string, after: string): ColumnBreak {
  if (neverFirst.test(after) || neverLast.test(before)) return "never";
  if (leader.test(before) && before === after) return "never";
  // A leader belongs to the words it trails off from.
  if (/^[…‥―—]/u.test(after) && !/[、。！？!?」』…‥]$/u.test(before)) return "ugly";
  return seldomFirst.test(after) ? "ugly" : "free";
}
