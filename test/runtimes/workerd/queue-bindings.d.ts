declare module "cloudflare:test" {
  interface TestBindings {
    /** Delivers to `queue-consumer.ts`. */
    WAKES: {
      sendBatch(messages: Iterable<{ body: { id: string | null } }>): Promise<unknown>;
      metrics(): Promise<{ backlogCount: number }>;
    };
  }
}
