import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Link } from "@tanstack/react-router";
import { ProblemError } from "../../../../web/studio/api/problem-error.ts";
import { useLanguage } from "../../../../web/studio/i18n/language.ts";
import { sendSignInLink, sendVerification, signIn, type SignInWays } from "./auth-api.ts";
import { EmailField, isAddress, PasswordField } from "./fields.tsx";
import styles from "./front.module.css";
import { FormProblem } from "./form-problem.tsx";
import { LetterSent } from "./letter-sent.tsx";
import { OtherWays } from "./other-ways.tsx";
import { usePasskeySignIn } from "./passkey-sign-in.ts";
import { useSignInWords } from "./sign-in-words.ts";

/** By password, by a link that is mailed, by passkey or by a provider. `to` is where links and providers lead back to. */
export function SignInForm({
  ways,
  to,
  email: first = "",
  onSignedIn,
}: {
  ways: SignInWays;
  to: string;
  email?: string;
  onSignedIn: () => void;
}) {
  const words = useSignInWords();
  const language = useLanguage();
  const [email, setEmail] = useState(first);
  const [password, setPassword] = useState("");
  const [isByLink, setByLink] = useState(false);
  const [isTold, setTold] = useState(false);
  const [passkeyProblem, setPasskeyProblem] = useState<unknown>(null);
  const entering = useMutation({ mutationFn: () => signIn(email.trim(), password), onSuccess: onSignedIn });
  const sending = useMutation({ mutationFn: () => sendSignInLink(email.trim(), to, language) });
  const byPasskey = usePasskeySignIn(ways.passkey, { onSignedIn, onProblem: setPasskeyProblem });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTold(true);
    setPasskeyProblem(null);
    if (!isAddress(email) || (!isByLink && password === "")) return;
    if (isByLink) sending.mutate();
    else entering.mutate();
  };
  if (sending.isSuccess)
    return (
      <LetterSent
        text={words.sentLink(email.trim())}
        sendsMail={ways.sendsMail}
        onAgain={() => sendSignInLink(email.trim(), to, language)}
        onBack={sending.reset}
      />
    );
  const error = entering.error ?? sending.error ?? passkeyProblem;
  if (error instanceof ProblemError && error.code === "address-unverified")
    return (
      <LetterSent
        title={words.unverified}
        text={words.unverifiedHint}
        sendsMail={ways.sendsMail}
        onAgain={() => sendVerification(email.trim())}
        onBack={entering.reset}
      />
    );
  return (
    <div className={styles["form"]}>
      <FormProblem error={error} />
      <form className={styles["form"]} onSubmit={submit} noValidate>
        <EmailField
          value={email}
          onChange={setEmail}
          offersPasskeys={ways.passkey}
          error={isTold && !isAddress(email) ? words.emailMissing : null}
          isFirst={first === ""}
        />
        {!isByLink && (
          <>
            <PasswordField
              value={password}
              onChange={setPassword}
              error={isTold && password === "" ? words.passwordMissing : null}
              isFirst={first !== ""}
            />
            <Link className={styles["quiet"]} to="/forgot-password" search={isAddress(email) ? { email } : {}}>
              {words.forgot}
            </Link>
          </>
        )}
        <Button type="submit" size="md" fullWidth loading={entering.isPending || sending.isPending}>
          {isByLink ? words.linkSend : words.signIn}
        </Button>
      </form>
      <OtherWays
        ways={ways}
        to={to}
        onPasskey={byPasskey}
        isByLink={isByLink}
        onLink={() => {
          setByLink(!isByLink);
          setTold(false);
          entering.reset();
        }}
        onProblem={setPasskeyProblem}
      />
    </div>
  );
}
