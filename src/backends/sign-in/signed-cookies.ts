import { constantTimeEqual, makeSignature } from "better-auth/crypto";

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

  async function valueOf(text: string, allowed: readonly string[]): Promise<string | null> {
    const at = text.lastIndexOf(".");
    if (at < 1) return null;
    const [value, signature] = [text.slice(0, at), text.slice(at + 1)];
    for (const secret of allowed) if (constantTimeEqual(await makeSignature(value, secret), signature)) return value;
    return null;
  }

  const sign = async (value: string): Promise<string> =>
    encodeURIComponent(`${value}.${await makeSignature(value, current)}`);

  return {
    sign,
    async read(headers, name) {
      const found = pairsOf(headers).find(([known]) => known === name);
      return found === undefined ? null : valueOf(plain(found[1]), secrets);
    },
    async renewed(headers) {
      const pairs = await Promise.all(
        pairsOf(headers).map(async ([name, text]) => {
          const value = await valueOf(plain(text), old);
          return `${name}=${value === null ? text : await sign(value)}`;
        }),
      );
      const renewed = new Headers(headers);
      if (pairs.length > 0) renewed.set("Cookie", pairs.join("; "));
      return renewed;
    },
  };
}

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
