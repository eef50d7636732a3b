import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";
import { runsAll, slowSuites } from "./test/engines/left-out.ts";

const inWorkerd = "test/runtimes/workerd/**/*.test.ts";
const leftOut = runsAll ? [] : slowSuites;

/** By this name it is loaded when it is first asked for, and not put into this file beforehand. */
const nodeServices = new URL("./test/runtimes/node-services.ts", import.meta.url).href;
/** A service of Node's for suites in workerd. */
const byNode =
  (name: "fontsOfNode" | "comicOfNode") =>
  async (request: { url: string }): Promise<Response> =>
    (await import(nodeServices))[name](request);

export default defineConfig({
  test: {
    // Two cores are what every machine has; pages are drawn in threads of their own.
    maxWorkers: 2,
    testTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          include: ["{src,test,scripts}/**/*.test.ts"],
          exclude: [inWorkerd, ...leftOut],
          globalSetup: "./test/engines/tell-skipped.ts",
        },
      },
      {
        extends: true,
        plugins: [
          cloudflareTest({
            main: "./test/runtimes/workerd/queue-consumer.ts",
            miniflare: {
              compatibilityDate: "2026-10-01",
              compatibilityFlags: ["nodejs_compat"],
              d1Databases: ["DB", "EMPTY_DB"],
              r2Buckets: ["FILES"],
              queueProducers: { WAKES: "wakes" },
              queueConsumers: { wakes: { maxBatchSize: 1, maxBatchTimeout: 0 } },
              modulesRules: [{ type: "CompiledWasm", include: ["**/*.wasm"] }],
              serviceBindings: { FONTS: byNode("fontsOfNode"), NODE_COMIC: byNode("comicOfNode") },
            },
          }),
        ],
        test: { name: "workerd", include: [inWorkerd], exclude: [...leftOut] },
      },
    ],
  },
});
