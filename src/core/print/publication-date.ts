/** A book's date as far as it is told. */
export interface PublicationDate {
  year: number;
  /** 1–12. */
  month: number | null;
  /** 1–31. */
  day: number | null;
}

/** The day, month or year at the beginning of a book's date (`1890-05-01`, `1890-05`, `1890年`); null where there is none. */
export function publicationDate(date: string | null): PublicationDate | null {
  const [, ...parts] = /^\s*(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?!\d)/.exec(date ?? "") ?? [];
  const [year = 0, month = 0, day = 0] = parts.map((part) => Number(part ?? 0));
  if (year === 0) return null;
  const days = daysOf(month, year);
  if (days === null) return { year, month: null, day: null };
  return { year, month, day: day >= 1 && day <= days ? day : null };
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Days of a month; null where there is no such month. */
function daysOf(month: number, year: number): number | null {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (monthLengths[month - 1] ?? null);
}
