import { describe, expect, it } from "vitest";
import { shareState } from "./share-state.ts";

const now = Date.parse("2026-11-22T12:00:00.000Z");
const share = { expiresAt: null, revokedAt: null };

describe("the state of a link", () => {
  it("is open without an end, and before its end", () => {
    expect(shareState(share, now)).toBe("open");
    expect(shareState({ ...share, expiresAt: "2026-11-22T12:00:01.000Z" }, now)).toBe("open");
  });

  it("is over from its end on", () => {
    expect(shareState({ ...share, expiresAt: "2026-11-22T12:00:00.000Z" }, now)).toBe("ended");
  });

  it("is ended by its maker, whatever its time", () => {
    const revokedAt = "2026-11-20T12:00:00.000Z";
    expect(shareState({ expiresAt: "2026-11-21T12:00:00.000Z", revokedAt }, now)).toBe("revoked");
  });
});
