declare module "cloudflare:test" {
  import type { R2Bucket } from "../../../src/backends/blobs/r2.ts";

  interface TestBindings {
    FILES: R2Bucket;
  }
}
