import { Refused } from "../../core/text/result.ts";

/** What is told of a failure of signing in, by the code that the back end gives it. */
const refusals: Readonly<Record<string, string>> = {
  INVALID_EMAIL_OR_PASSWORD: "password-wrong",
  INVALID_PASSWORD: "password-wrong",
  CREDENTIAL_ACCOUNT_NOT_FOUND: "password-wrong",
  EMAIL_NOT_VERIFIED: "address-unverified",
  INVALID_TOKEN: "link-ended",
  TOKEN_EXPIRED: "link-ended",
  USER_NOT_FOUND: "link-ended",
  PASSKEY_NOT_FOUND: "passkey-refused",
  AUTHENTICATION_FAILED: "passkey-refused",
  CHALLENGE_NOT_FOUND: "passkey-refused",
  FAILED_TO_VERIFY_REGISTRATION: "passkey-refused",
  SESSION_NOT_FRESH: "proof-needed",
  SESSION_REQUIRED: "sign-in-needed",
  UNAUTHORIZED: "sign-in-needed",
  PROVIDER_NOT_FOUND: "provider-unknown",
  access_denied: "provider-refused",
  "account-inactive": "account-inactive",
  "address-unproven": "address-unproven",
  "sign-up-closed": "sign-up-closed",
  account_already_linked_to_different_user: "provider-taken",
};

/** Our code for one of the back end; `otherwise` where it has none of its own. */
export function refusalCode(code: unknown, otherwise: string): string {
  return (typeof code === "string" ? refusals[code] : undefined) ?? otherwise;
}

/** A refusal out of a failed answer of the back end. */
export async function refusalOf(response: Response): Promise<Refused> {
  const body: unknown = await response.json().catch(() => null);
  const code = typeof body === "object" && body !== null && "code" in body ? body.code : null;
  if (response.status >= 500) throw new Error(`Signing in failed: ${String(code)}`);
  return new Refused(refusalCode(code, response.status === 401 ? "sign-in-needed" : "request-invalid"));
}
