import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

const inWorkerd = "test/runtimes/workerd/**/*.test.ts";

export default defineConfig({
  test: {
    // Two cores are what every machine has; pages are drawn in threads of their own.
    maxWorkers: 2,
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: { name: "node", include: ["{src,test,scripts}/**/*.test.ts"], exclude: [inWorkerd] },
      },
      {
        extends: true,
        plugins: [
          cloudflareTest({
            miniflare: {
              compatibilityDate: "2026-10-01",
              compatibilityFlags: ["nodejs_compat"],
              d1Databases: ["DB", "EMPTY_DB"],
              r2Buckets: ["FILES"],
            },
          }),
        ],
        test: { name: "workerd", include: [inWorkerd] },
      },
    ],
  },
});
