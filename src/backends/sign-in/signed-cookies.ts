import { createHmac } from "node:crypto";
import { constantTimeEqual } from "better-auth/crypto";

export interface SignedCookies {
  /** What a cookie holds that was signed with any of the secrets; null for another. */
  read(headers: Headers, name: string): Promise<string | null>;
  /** The value of a cookie, signed with the secret of today. */
  sign(value: string): Promise<string>;
  /** The headers of a request, in which cookies that an old secret has signed are signed with that of today. */
  renewed(headers: Headers): Promise<Headers>;
}

/** Cookies as better-auth signs them (`value.signature`, HMAC-SHA-256 in base64), with secrets that may be replaced: the first signs, all verify. */
export function signedCookies(secrets: readonly [string, ...string[]]): SignedCookies {
  const [current, ...old] = secrets;

  function valueOf(text: string, allowed: readonly string[]): string | null {
    const at = text.lastIndexOf(".");
    if (at < 1) return null;
    const [value, signature] = [text.slice(0, at), text.slice(at + 1)];
    return allowed.some((secret) => constantTimeEqual(signatureOf(value, secret), signature)) ? value : null;
  }

  const signed = (value: string): string => encodeURIComponent(`${value}.${signatureOf(value, current)}`);

  return {
    sign: async (value) => signed(value),
    async read(headers, name) {
      const found = pairsOf(headers).find(([known]) => known === name);
      return found === undefined ? null : valueOf(plain(found[1]), secrets);
    },
    async renewed(headers) {
      const pairs = pairsOf(headers).map(([name, text]) => {
        const value = valueOf(plain(text), old);
        return `${name}=${value === null ? text : signed(value)}`;
      });
      const renewed = new Headers(headers);
      if (pairs.length > 0) renewed.set("Cookie", pairs.join("; "));
      return renewed;
    },
  };
}

/** At once, since each request of a session asks for it: another thread would take many times as long. */
const signatureOf = (value: string, secret: string): string =>
  createHmac("sha256", secret).update(value).digest("base64");

function pairsOf(headers: Headers): [name: string, text: string][] {
  return (headers.get("Cookie") ?? "").split(";").flatMap((pair) => {
    const at = pair.indexOf("=");
    return at < 1 ? [] : [[pair.slice(0, at).trim(), pair.slice(at + 1).trim()]];
  });
}

function plain(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
