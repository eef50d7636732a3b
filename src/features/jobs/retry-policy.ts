import type { FailureClass, TaskFailure } from "./task-failure.ts";

/** How often a class of failures is tried, and how long is waited between: `base` doubles with each attempt up to `longest`, in milliseconds. */
export interface RetryRule {
  attempts: number;
  base: number;
  longest: number;
}

export type RetryPolicy = Readonly<Record<Exclude<FailureClass, "refused" | "permanent">, RetryRule>>;

/** A provider's limit is waited out for hours; a fault of the program is tried a few times, since it mostly comes again. */
export const retryPolicy: RetryPolicy = {
  transient: { attempts: 8, base: 1_000, longest: 5 * 60_000 },
  "rate-limited": { attempts: 10, base: 5_000, longest: 10 * 60_000 },
  crash: { attempts: 3, base: 1_000, longest: 60_000 },
  lost: { attempts: 10, base: 100, longest: 60_000 },
};

/** No task waits longer than this for its next attempt, whatever a provider or a wrong clock says; milliseconds. */
export const longestWait = 60 * 60_000;

/** What becomes of a task after a failed attempt: milliseconds to wait, or the state in which it ends. */
export type Verdict = { status: "ready"; wait: number } | { status: "failed" | "parked" };

/**
 * Decides by class and attempts so far (this one included). `jitter` is from 0 to below 1: waits are spread over the upper
 * half, so that tasks that failed together do not come back together. `maxAttempts` is the task's own limit.
 */
export function verdictOn(
  failure: TaskFailure,
  { attempt, maxAttempts }: { attempt: number; maxAttempts: number },
  jitter: number,
  policy: RetryPolicy = retryPolicy,
): Verdict {
  if (failure.class === "refused" || failure.class === "permanent") return { status: "failed" };
  const rule = policy[failure.class];
  if (attempt >= Math.min(rule.attempts, maxAttempts)) return { status: "parked" };
  const whole = Math.min(rule.longest, rule.base * 2 ** (attempt - 1));
  const backOff = Math.round(whole * (0.5 + jitter / 2));
  return { status: "ready", wait: Math.min(longestWait, Math.max(backOff, failure.retryAfter ?? 0)) };
}
