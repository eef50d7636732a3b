import { describe, expect, it } from "vitest";
import { linkLifetime, signLink, verifyLink, type LinkGrant } from "./signed-link.ts";

const secret = new Uint8Array(32).fill(7);
const now = Date.UTC(2026, 0, 1);
const grant: LinkGrant = {
  key: "outputs/u1/f1.cbz",
  method: "GET",
  contentType: "application/zip",
  expiresAt: now + linkLifetime,
};

/** What becomes of a link after a change. */
async function tried(
  change: Partial<{ key: string; method: string; at: number; secret: Uint8Array<ArrayBuffer> }>,
  edit = (query: string) => query,
) {
  const query = new URLSearchParams(edit(await signLink(secret, grant)));
  const { key = grant.key, method = grant.method, at = now, secret: other = secret } = change;
  const result = await verifyLink(other, { key, method, query }, at);
  return result.ok ? result.value : result.code;
}

describe("a signed link", () => {
  it("grants what was signed, for fifteen minutes and not a moment longer", async () => {
    expect(await tried({})).toEqual(grant);
    expect(await tried({ at: now + 15 * 60_000 - 1 })).toEqual(grant);
    expect(await tried({ at: now + 15 * 60_000 })).toBe("link-expired");
  });

  it("is the same for the same grant, so that caches know it", async () => {
    expect(await signLink(secret, grant)).toBe(await signLink(secret, { ...grant, expiresAt: grant.expiresAt + 999 }));
  });

  it("is bound to key, method, type, end and secret", async () => {
    expect(await tried({ key: "outputs/u2/f1.cbz" })).toBe("link-invalid");
    expect(await tried({ method: "PUT" })).toBe("link-invalid");
    expect(await tried({ method: "HEAD" })).toBe("link-invalid");
    expect(await tried({ method: "DELETE" })).toBe("link-invalid");
    expect(await tried({ secret: new Uint8Array(32).fill(8) })).toBe("link-invalid");
    expect(await tried({}, (query) => query.replace("application%2Fzip", "text%2Fhtml"))).toBe("link-invalid");
    expect(await tried({}, (query) => query.replace(/expires=(\d+)/, (_, end) => `expires=${Number(end) + 1}`))).toBe(
      "link-invalid",
    );
  });

  it("is refused as not ours, rather than expired, when it was changed and is old", async () => {
    expect(await tried({ at: now + 1e9 }, (query) => query.replace(/expires=\d+/, "expires=1"))).toBe("link-invalid");
  });

  it("is refused in every broken form", async () => {
    const broken: ((query: string) => string)[] = [
      () => "",
      (query) => query.replace(/&signature=.*/, ""),
      (query) => query.replace(/signature=.*/, "signature="),
      (query) => query.replace(/signature=.*/, `signature=${"A".repeat(43)}`),
      (query) => `${query}A`,
      (query) => query.replace(/expires=\d+/, "expires=1e99"),
      (query) => query.replace(/expires=\d+/, "expires=-1"),
      (query) => query.replace(/type=[^&]*&/, ""),
    ];
    for (const edit of broken) expect(await tried({}, edit)).toBe("link-invalid");
  });

  it("has one spelling: no bit of the signature is free", async () => {
    const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const last = (await signLink(secret, grant)).at(-1) ?? "";
    const passed: string[] = [];
    for (const letter of letters)
      if (typeof (await tried({}, (query) => query.slice(0, -1) + letter)) !== "string") passed.push(letter);
    expect(passed).toEqual([last]);
  });

  it("cannot be made with a short secret", async () => {
    await expect(signLink(new Uint8Array(31), grant)).rejects.toThrow("32 bytes");
  });
});
