/** An expected failure is a value: either what was asked for, or a code of `errors.ts` and what it was about. */
export type Result<T, Code extends string> = { ok: true; value: T } | { ok: false; code: Code; detail: string | null };

/** Work that cannot go on for a reason a person can mend. The code stands in `errors.ts` with a title and a fix. */
export class Refused extends Error {
  readonly code: string;
  /** What it is about: a path, a flag, what a file looks like; or null. */
  readonly detail: string | null;

  constructor(code: string, detail: string | null = null, options?: ErrorOptions) {
    super(detail === null ? code : `${code}: ${detail}`, options);
    this.name = "Refused";
    this.code = code;
    this.detail = detail;
  }
}

/** The value of a result; throws `Refused` where there is none. */
export function unwrap<T, Code extends string>(result: Result<T, Code>): T {
  if (!result.ok) throw new Refused(result.code, result.detail);
  return result.value;
}
