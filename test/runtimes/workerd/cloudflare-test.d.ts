declare module "cloudflare:test" {
  import type { D1Binding } from "../../../src/backends/sql/d1-binding.ts";

  /** What vitest.config.ts binds; a suite that needs another binding adds it in a declaration of its own. */
  interface TestBindings {
    DB: D1Binding;
    EMPTY_DB: D1Binding;
  }
  const env: TestBindings;
}
