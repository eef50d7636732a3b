import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { sendReset } from "./sign-in/auth-api.ts";
import { EmailField, isAddress } from "./sign-in/fields.tsx";
import { FormProblem } from "./sign-in/form-problem.tsx";
import { Front } from "./sign-in/front.tsx";
import styles from "./sign-in/front.module.css";
import { LetterSent } from "./sign-in/letter-sent.tsx";
import { useSignInWords } from "./sign-in/sign-in-words.ts";
import { waysQuery } from "./sign-in/ways-query.ts";

const route = getRouteApi("/forgot-password");

/** A link for a new password. The answer is the same whether the address has an account or not. */
export function Page() {
  const words = useSignInWords();
  const { data: ways } = useQuery(waysQuery);
  const [email, setEmail] = useState(route.useSearch().email ?? "");
  const [isTold, setTold] = useState(false);
  const { mutate, isPending, isSuccess, error, reset } = useMutation({ mutationFn: () => sendReset(email.trim()) });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTold(true);
    if (isAddress(email)) mutate();
  };
  return (
    <Front title={words.forgotTitle} hint={words.forgotHint}>
      {isSuccess ? (
        <LetterSent
          text={words.sentReset(email.trim())}
          sendsMail={ways?.sendsMail ?? true}
          onAgain={() => sendReset(email.trim())}
          onBack={reset}
        />
      ) : (
        <form className={styles["form"]} onSubmit={submit} noValidate>
          <FormProblem error={error} />
          <EmailField
            value={email}
            onChange={setEmail}
            error={isTold && !isAddress(email) ? words.emailMissing : null}
            offersPasskeys={false}
            isFirst
          />
          <Button type="submit" size="md" fullWidth loading={isPending}>
            {words.forgotSend}
          </Button>
        </form>
      )}
      <p className={styles["foot"]}>
        <Link to="/sign-in">{words.toSignIn}</Link>
      </p>
    </Front>
  );
}
