import { expect, it } from "vitest";

it("the suites of this folder run in workerd", () => {
  expect(navigator.userAgent).toBe("Cloudflare-Workers");
});
