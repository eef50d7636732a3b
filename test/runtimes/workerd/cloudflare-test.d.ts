declare module "cloudflare:test" {
  // A declaration of a module may import no relative path: what it names would be of any type.
  type D1Binding = import("../../../src/backends/sql/d1-binding.ts").D1Binding;

  /** What vitest.config.ts binds; a suite that needs another binding adds it in a declaration of its own. */
  interface TestBindings {
    DB: D1Binding;
    EMPTY_DB: D1Binding;
  }
  const env: TestBindings;
}
