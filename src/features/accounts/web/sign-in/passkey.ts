/** Passkeys by the browser's own WebAuthn. What goes over the wire is the JSON of WebAuthn Level 3, which browsers write and read themselves. */
export type PasskeyWish = PublicKeyCredentialCreationOptionsJSON;
export type PasskeyQuestion = PublicKeyCredentialRequestOptionsJSON;

/** Whether this browser can use passkeys here: not over plain HTTP from another machine, and not before 2025 everywhere. */
export const knowsPasskeys = (): boolean =>
  typeof PublicKeyCredential === "function" && typeof PublicKeyCredential.parseRequestOptionsFromJSON === "function";

/** Whether passkeys can stand among what the browser offers in a field. */
export async function offersPasskeysInFields(): Promise<boolean> {
  return knowsPasskeys() && (await PublicKeyCredential.isConditionalMediationAvailable());
}

/** Lets the person make a passkey; null where they turn it down. */
export async function makePasskey(wish: PasskeyWish): Promise<unknown> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(wish);
  return answerOf(navigator.credentials.create({ publicKey }));
}

/**
 * Asks for a passkey; null where the person turns it down or `signal` ends it. With `inField` nothing is shown until the person chooses it in a
 * field whose `autocomplete` names `webauthn`.
 */
export async function givePasskey(
  question: PasskeyQuestion,
  { inField, signal }: { inField: boolean; signal: AbortSignal },
): Promise<unknown> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(question);
  return answerOf(navigator.credentials.get({ publicKey, signal, mediation: inField ? "conditional" : "optional" }));
}

async function answerOf(asked: Promise<Credential | null>): Promise<unknown> {
  try {
    const credential = await asked;
    return credential instanceof PublicKeyCredential ? credential.toJSON() : null;
  } catch (error) {
    if (error instanceof DOMException && ["AbortError", "NotAllowedError"].includes(error.name)) return null;
    throw error;
  }
}
