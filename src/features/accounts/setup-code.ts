/** Letters that are not taken for one another. */
const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
/** Letters of a code: 60 bits. */
const length = 12;

/**
 * The code that lets whoever can read the server's terminal make the first account, and nobody else: the same in all processes of a studio and after
 * a new start, since it comes out of the secret of sessions. It is worth nothing once the account is there.
 */
export async function setupCode(secret: Uint8Array<ArrayBuffer>): Promise<string> {
  const key = await crypto.subtle.importKey("raw", secret, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const bytes = new Uint8Array(await crypto.subtle.sign("HMAC", key, new TextEncoder().encode("first account")));
  const code = Array.from(bytes.subarray(0, length), (byte) => letters[byte % letters.length]).join("");
  return code.replaceAll(/.{4}(?=.)/g, "$&-");
}

/** Whether two codes are the same, whatever a person makes of case and hyphens; takes as long for any code. */
export function isSetupCode(given: string, expected: string): boolean {
  const [a, b] = [given, expected].map((code) => code.toUpperCase().replaceAll(/[^A-Z0-9]/g, ""));
  if (a === undefined || b === undefined || a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < b.length; i += 1) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}
