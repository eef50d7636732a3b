import { describe, expect, it } from "vitest";
import { uuid7, uuid7Maker } from "./uuid7.ts";

describe("uuid7", () => {
  it("is the example of RFC 9562, A.6", () => {
    const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
    expect(uuid7(0x017f22e279b0, random)).toBe("017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
  });

  it("sorts by time, whatever is random", () => {
    const early = uuid7(1_000, new Uint8Array(10).fill(255));
    const late = uuid7(1_001, new Uint8Array(10));
    expect(early < late).toBe(true);
  });
});

describe("uuid7Maker", () => {
  const random = (): Uint8Array => crypto.getRandomValues(new Uint8Array(10));

  it("makes ids in their order within a millisecond, when the clock goes back, and after it", () => {
    const times = [5_000, ...Array<number>(50_000).fill(5_000), 4_000, 3_000, 5_001, 9_000];
    const make = uuid7Maker(() => times.shift() ?? 9_000, random);
    const ids = Array.from(times, () => make());
    expect(ids).toEqual(ids.toSorted());
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(
      true,
    );
  });
});
