/** What the product uses of a D1 binding of Workers; the platform's own object has this shape, and more. */
export interface D1Binding {
  prepare(text: string): D1Statement;
  /** Runs all statements in one transaction, in order. */
  batch(statements: D1Statement[]): Promise<D1Result[]>;
}

export interface D1Statement {
  bind(...values: (string | number | null | ArrayBuffer)[]): D1Statement;
  all(): Promise<D1Result>;
}

export interface D1Result {
  results: Record<string, unknown>[];
}
