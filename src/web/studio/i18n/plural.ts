/** The wording for a number; `#` stands for it. A language without the form for one has only `other`. */
export function plural(language: string, count: number, forms: { one?: string; other: string }): string {
  const isOne = new Intl.PluralRules(language).select(count) === "one";
  const form = (isOne ? forms.one : undefined) ?? forms.other;
  return form.replace("#", new Intl.NumberFormat(language).format(count));
}
