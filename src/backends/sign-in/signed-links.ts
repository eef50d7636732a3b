/**
 * The address of a request in which the token of a mail's link that an old secret has signed is signed with that of today, so that links outlive a
 * change of the secret. Tokens are JSON Web Tokens of HMAC-SHA-256 (RFC 7515); what they say, also how long they are good, stays as it is. Any other
 * address is given as it is.
 */
export async function renewedLink(url: string, [current, ...old]: readonly [string, ...string[]]): Promise<string> {
  const address = new URL(url);
  const token = address.searchParams.get("token");
  const [, said, signature] = /^([\w-]+\.[\w-]+)\.([\w-]{43})$/.exec(token ?? "") ?? [];
  if (said === undefined || signature === undefined || !address.pathname.endsWith("/verify-email")) return url;
  for (const secret of old)
    if (await isSignedBy(secret, said, signature)) {
      address.searchParams.set("token", `${said}.${await signed(current, said)}`);
      return address.href;
    }
  return url;
}

const keyOf = (secret: string): Promise<CryptoKey> =>
  crypto.subtle.importKey("raw", new TextEncoder().encode(secret), { name: "HMAC", hash: "SHA-256" }, false, [
    "sign",
    "verify",
  ]);

async function isSignedBy(secret: string, said: string, signature: string): Promise<boolean> {
  const bytes = Uint8Array.from(atob(signature.replaceAll("-", "+").replaceAll("_", "/")), (each) =>
    each.charCodeAt(0),
  );
  return crypto.subtle.verify("HMAC", await keyOf(secret), bytes, new TextEncoder().encode(said));
}

async function signed(secret: string, said: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.sign("HMAC", await keyOf(secret), new TextEncoder().encode(said)));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}
