import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{src,test,scripts}/**/*.test.ts"],
    // Two cores are what every machine has; pages are drawn in threads of their own.
    maxWorkers: 2,
    testTimeout: 30_000,
  },
});
