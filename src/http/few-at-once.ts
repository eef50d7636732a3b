/** Lets a bounded number of works run at once, and a bounded number wait for their turn. */
export interface Turns {
  /** Runs `work` when it is its turn; null, and nothing is run, where too many wait already. */
  run<Answer>(work: () => Promise<Answer>): Promise<{ answer: Answer } | null>;
  /** Whether as many wait as may. */
  isFull(): boolean;
}

/** Turns in the order of asking. */
export function fewAtOnce(most: number, mostWaiting: number): Turns {
  const waiting: (() => void)[] = [];
  let running = 0;
  const isFull = (): boolean => running >= most && waiting.length >= mostWaiting;
  return {
    isFull,
    async run(work) {
      if (running >= most) {
        if (isFull()) return null;
        // Whoever ends hands its place on, so that nobody can come in between.
        await new Promise<void>((resolve) => waiting.push(resolve));
      } else running += 1;
      try {
        return { answer: await work() };
      } finally {
        const next = waiting.shift();
        if (next) next();
        else running -= 1;
      }
    },
  };
}
