/** Values that can be made again, by key. What is not there, too old or lost is null: whoever asks must be able to make it. */
export interface Cache {
  get(key: string): Promise<string | null>;
  /** Keeps a value for `lifetime` milliseconds, or for good where it is null. A cache may forget any value earlier. */
  set(key: string, value: string, lifetime: number | null): Promise<void>;
  delete(key: string): Promise<void>;
  /** Clears away what is too old; how many. */
  sweep(): Promise<number>;
  close(): Promise<void>;
}
