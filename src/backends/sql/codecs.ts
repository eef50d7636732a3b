/** A moment as it stands in rows: ISO 8601 in UTC with milliseconds, whose order as text is the order in time. `milliseconds` since 1970. */
export function timeText(milliseconds: number): string {
  const moment = new Date(milliseconds);
  if (Number.isNaN(moment.getTime()) || !isoTime.test(moment.toISOString()))
    throw new RangeError(`${milliseconds} is no moment between the years 0 and 9999.`);
  return moment.toISOString();
}

const isoTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Milliseconds since 1970 of a moment in a row. Throws for what `timeText` did not write. */
export function timeOf(text: string): number {
  const milliseconds = isoTime.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(milliseconds)) throw new TypeError(`“${text.slice(0, 40)}” is no moment of a row.`);
  return milliseconds;
}

/** A value as JSON text of a row. Throws for what JSON cannot say: a function, undefined, a number that is not finite. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, (key, part: unknown) => {
    if (typeof part === "number" && !Number.isFinite(part)) throw new TypeError(`JSON has no ${part} (at “${key}”).`);
    return part;
  });
  // The type of JSON.stringify hides that some values have no text.
  if (typeof text !== "string") throw new TypeError(`JSON has no ${typeof value}.`);
  return text;
}

/** A value from JSON text of a row, as `parse` makes it: it throws where the value is not what it should be, and so does this, with the column's name. */
export function jsonOf<Value>(text: string, column: string, parse: (value: unknown) => Value): Value {
  try {
    return parse(JSON.parse(text));
  } catch (error) {
    throw new TypeError(`The JSON of ${column} is not what it should be.`, { cause: error });
  }
}

/** No and yes as rows keep them. */
export function flagNumber(flag: boolean): 0 | 1 {
  return flag ? 1 : 0;
}

/** Yes or no of a row. Throws for any number but 0 and 1. */
export function flagOf(number: number): boolean {
  if (number !== 0 && number !== 1) throw new TypeError(`${number} is neither 0 nor 1.`);
  return number === 1;
}
