import { describe, expect, it } from "vitest";
import { derivedId } from "./derived-id.ts";

describe("derivedId", () => {
  it("is a UUID of version 8 that follows from its parts alone", async () => {
    const id = await derivedId("job", "page", "3");
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(await derivedId("job", "page", "3")).toBe(id);
  });

  it("tells parts apart from what they are put together to", async () => {
    expect(await derivedId("a", "bc")).not.toBe(await derivedId("ab", "c"));
    expect(await derivedId("a", "b")).not.toBe(await derivedId('a","b'));
  });
});
