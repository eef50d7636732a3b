declare module "cloudflare:test" {
  interface TestBindings {
    /** Both answered by Node: `test/runtimes/node-services.ts`. */
    FONTS: { fetch(url: string): Promise<Response> };
    NODE_COMIC: { fetch(url: string): Promise<Response> };
  }
}
