import { type FirstShelfParts, giveSamples } from "../features/comics/first-shelf.ts";

/** Gives samples beside the answers to requests. */
export interface Welcome {
  /** Gives a person what they are to have, once in this process; what fails is told, and tried again with the next process. */
  welcome(owner: string): void;
  /** Waits for what was begun. */
  end(): Promise<void>;
}

export function openWelcome(parts: FirstShelfParts, trouble: (error: unknown) => void): Welcome {
  const seen = new Set<string>();
  const begun = new Set<Promise<void>>();
  return {
    welcome(owner) {
      if (seen.has(owner)) return;
      seen.add(owner);
      const giving = giveSamples(parts, owner)
        .catch(trouble)
        .finally(() => begun.delete(giving));
      begun.add(giving);
    },
    end: async () => void (await Promise.all(begun)),
  };
}
