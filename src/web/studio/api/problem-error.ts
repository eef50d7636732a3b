import type { Problem } from "../../../http/schema.ts";

/** A request that did not succeed: what the server says of it, or why there was no answer. */
export class ProblemError extends Error {
  /** 0 where there was no answer. */
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly fix: string;
  readonly detail: string | null;

  constructor({ status, code, title, fix, detail }: Omit<Problem, "type" | "fields">) {
    super(title);
    this.name = "ProblemError";
    this.status = status;
    this.code = code;
    this.title = title;
    this.fix = fix;
    this.detail = detail;
  }
}

/** No answer at all: no network, or the studio is not running. Its words for people are in the dictionaries. */
export function unreachable(): ProblemError {
  return new ProblemError({
    status: 0,
    code: "unreachable",
    title: "The studio does not answer",
    detail: null,
    fix: "Look whether it is still running, then try again.",
  });
}

/** The failure that an answer tells of; one without a problem in it is told by its status. */
export function problemOfAnswer(status: number, text: string): ProblemError {
  const told = problemIn(text);
  if (told) return new ProblemError({ ...told, status });
  return new ProblemError({
    status,
    code: `http-${status}`,
    title: "The studio could not do that",
    detail: null,
    fix: "Try again in a moment.",
  });
}

function problemIn(text: string): Omit<Problem, "type" | "fields"> | null {
  try {
    const { code, title, fix, detail, status }: Partial<Problem> = JSON.parse(text);
    return code && title && fix !== undefined
      ? { code, title, fix, detail: detail ?? null, status: status ?? 0 }
      : null;
  } catch (error) {
    // Not JSON: an answer of something between the page and the studio.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
