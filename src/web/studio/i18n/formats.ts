import type { Language } from "./language.ts";

const unit = (language: Language, name: string, value: number, digits = 0): string =>
  new Intl.NumberFormat(language, {
    style: "unit",
    unit: name,
    unitDisplay: "short",
    maximumFractionDigits: digits,
  })
    .format(value)
    // The short Japanese form has a space that Japanese does not write.
    .replace(/ (?=\p{Script=Han})/u, "");

/** Bytes as people say them: `3.4 MB`. */
export function sizeText(language: Language, bytes: number): string {
  const steps = ["byte", "kilobyte", "megabyte", "gigabyte"];
  const step = Math.min(steps.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3));
  return unit(language, steps[step] ?? "byte", bytes / 1000 ** step, step < 2 ? 0 : 1);
}

/** A length of time in its largest fitting unit: `40 sec`, `3 min`, `1.5 hr`. Rounded up, so that it is never shorter than it takes. */
export function durationText(language: Language, seconds: number): string {
  if (seconds < 90) return unit(language, "second", Math.ceil(seconds));
  if (seconds < 5_400) return unit(language, "minute", Math.ceil(seconds / 60));
  return unit(language, "hour", Math.ceil(seconds / 360) / 10, 1);
}

/** A day: `22 November 2026`. */
export const dayText = (language: Language, time: string): string =>
  new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { dateStyle: "long" }).format(new Date(time));

/** How long ago something was, from `now` in milliseconds: `2 hours ago`, `yesterday`. */
export function agoText(language: Language, time: string, now: number): string {
  const seconds = (new Date(time).getTime() - now) / 1000;
  const relative = new Intl.RelativeTimeFormat(language, {
    numeric: "auto",
    style: language === "ja" ? "narrow" : "long",
  });
  if (seconds > -45) return relative.format(0, "second");
  if (seconds > -2_700) return relative.format(Math.round(seconds / 60), "minute");
  if (seconds > -79_200) return relative.format(Math.round(seconds / 3_600), "hour");
  return seconds > -2_592_000 ? relative.format(Math.round(seconds / 86_400), "day") : dayText(language, time);
}

export const percentText = (language: Language, percent: number): string =>
  new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 }).format(percent / 100);

export const numberText = (language: Language, value: number): string => new Intl.NumberFormat(language).format(value);

/** The name of a language in the language of the reader, or its tag where it has none. */
export function languageName(language: Language, tag: string): string {
  try {
    return new Intl.DisplayNames(language, { type: "language" }).of(tag) ?? tag;
  } catch (error) {
    // A book may say anything.
    if (error instanceof RangeError) return tag;
    throw error;
  }
}
