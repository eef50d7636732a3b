import { useEffect, useEffectEvent, useRef } from "react";
import { askForPasskey, signInByPasskey } from "./auth-api.ts";
import { givePasskey, knowsPasskeys, offersPasskeysInFields } from "./passkey.ts";

/**
 * Signs in by passkey. While the form stands, the browser offers passkeys in its field of the address; the returned function asks for one at once.
 * A browser answers one question at a time, so that the second ends the first. It is null where there are none here.
 */
export function usePasskeySignIn(
  isOffered: boolean,
  { onSignedIn, onProblem }: { onSignedIn: () => void; onProblem: (error: unknown) => void },
): (() => void) | null {
  const waiting = useRef<AbortController>(null);
  const ask = async (inField: boolean): Promise<void> => {
    waiting.current?.abort();
    const { signal } = (waiting.current = new AbortController());
    try {
      const question = await askForPasskey();
      if (signal.aborted) return;
      const answer = await givePasskey(question, { inField, signal });
      if (answer === null) return;
      await signInByPasskey(answer);
      onSignedIn();
    } catch (error) {
      // Nobody asked for what is offered in the field.
      if (!inField) onProblem(error);
    }
  };
  const offer = useEffectEvent(async (): Promise<void> => {
    if (await offersPasskeysInFields()) await ask(true);
  });
  useEffect(() => {
    if (isOffered) void offer();
    return () => waiting.current?.abort();
  }, [isOffered]);
  return isOffered && knowsPasskeys() ? () => void ask(false) : null;
}
