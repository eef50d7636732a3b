import type { QueryClient } from "@tanstack/react-query";
import { readMe } from "../api/me.ts";
import { ProblemError } from "../api/problem-error.ts";
import { meQuery } from "../api/queries.ts";
import { createOpening } from "../ui/opening.ts";

/** Open while a person who was signed in is so no more, and the page waits for them. */
export const signedOut = createOpening();

export const isSignInNeeded = (error: unknown): boolean =>
  error instanceof ProblemError && error.code === "sign-in-needed";

let isAsking = false;

/**
 * To be called with every failure of a request. What was refused may have been sent before the person signed in: so it is asked once more whether
 * they are.
 */
export async function noticeSignOut(client: QueryClient, error: unknown): Promise<void> {
  if (!isSignInNeeded(error) || isAsking || client.getQueryData(meQuery.queryKey) === undefined) return;
  isAsking = true;
  try {
    await readMe();
  } catch (failure) {
    // Anything else is told where it is asked for.
    if (isSignInNeeded(failure)) signedOut.set(true);
  } finally {
    isAsking = false;
  }
}
