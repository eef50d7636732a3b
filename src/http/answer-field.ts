import type { Context } from "hono";

/**
 * Sets a field of an answer that is made. The server writes an answer that was never taken apart in one piece, and Hono's own `header` takes it apart:
 * so this is for what is set on every answer. One whose fields are locked, as those of `fetch` and of redirects are, is made anew.
 */
export function setAnswerField(c: Context, name: string, value: string): void {
  try {
    c.res.headers.set(name, value);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    c.header(name, value);
  }
}
