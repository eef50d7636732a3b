/** Waits until all who asked before have let go; what it gives lets go. */
export type Turns = () => Promise<() => void>;

/** For what only one may use at a time. */
export function turns(): Turns {
  let last: Promise<void> = Promise.resolve();
  return async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const before = last;
    last = promise;
    await before;
    return resolve;
  };
}
