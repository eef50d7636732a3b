/** What the server has watched. */
export interface WatchOrder {
  version: string;
  owner: string;
  folder: string;
  /** Files whose reading ended the process twice. */
  tooHeavy: readonly string[];
}

/** What the watching process tells. */
export type WatchReport = { isThere: boolean } | { reading: string | null } | { trouble: string };
