import { createHash } from "node:crypto";
import { jsonOf } from "../../backends/sql/codecs.ts";
import { type TokenScope, tokenScopes } from "../../http/person.ts";

/** What tokens of the API begin with, so that people and scanners of sources know them. */
const sign = "fab_";
/** Bytes of chance in a token. */
const size = 32;

/** A new token: its sign and 256 bits of chance in base64url. */
export function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(size));
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return `${sign}${text.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`;
}

/** SHA-256 of a token in hex, as rows keep it; null for what cannot be one. */
export async function tokenHash(token: string): Promise<string | null> {
  if (!new RegExp(`^${sign}[\\w-]{43}$`).test(token)) return null;
  return hexHash(token);
}

/** SHA-256 of a text in hex. */
export async function hexHash(text: string): Promise<string> {
  // At once, since each request with a token asks for it: another thread would take many times as long.
  return createHash("sha256").update(text).digest("hex");
}

/** The first letters of a token, to tell tokens apart. */
export const tokenStart = (token: string): string => token.slice(0, sign.length + 4);

/** The scopes of a row; one that this version does not know gives nothing. */
export function scopesOf(text: string): TokenScope[] {
  const found = jsonOf(text, "scopes", (value) => {
    if (!Array.isArray(value)) throw new TypeError("It is no list.");
    return value;
  });
  return tokenScopes.filter((scope) => found.includes(scope));
}
