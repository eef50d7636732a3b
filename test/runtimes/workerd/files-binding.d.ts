declare module "cloudflare:test" {
  interface TestBindings {
    FILES: import("../../../src/backends/blobs/r2.ts").R2Bucket;
  }
}
