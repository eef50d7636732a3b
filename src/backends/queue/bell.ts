/** Something to wait for that rings once, or not in time. */
export interface Bell {
  ring(): void;
  /** Resolves when it has rung, at once where it has already, or after `milliseconds`. */
  rings(milliseconds: number): Promise<void>;
}

export function newBell(): Bell {
  const rung = new AbortController();
  return {
    ring: () => rung.abort(),
    rings: (milliseconds) => pause(milliseconds, rung.signal),
  };
}

/** Resolves after so many milliseconds, or when the signal aborts. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener("abort", end);
  });
}
