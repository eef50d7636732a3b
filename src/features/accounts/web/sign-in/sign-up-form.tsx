import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useLanguage } from "../../../../web/studio/i18n/language.ts";
import { sendVerification, setUp, signIn, type SignInWays, signUp } from "./auth-api.ts";
import { EmailField, Field, isAddress, PasswordField, shortestPassword } from "./fields.tsx";
import { FormProblem } from "./form-problem.tsx";
import styles from "./front.module.css";
import { LetterSent } from "./letter-sent.tsx";
import { useSignInWords } from "./sign-in-words.ts";

/** Makes an account. Who is invited, and who holds the setup code, is in at once; others confirm their address first. */
export function SignUpForm({
  ways,
  invitation,
  email: invited,
  onSignedIn,
}: {
  ways: SignInWays;
  invitation?: string;
  email: string;
  onSignedIn: () => void;
}) {
  const words = useSignInWords();
  const language = useLanguage();
  const [code, setCode] = useState("");
  const [name, setName] = useState("");
  const [email, setEmail] = useState(invited);
  const [password, setPassword] = useState("");
  const [isTold, setTold] = useState(false);
  const [isSent, setSent] = useState(false);
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (): Promise<"in" | "sent"> => {
      const account = { name: name.trim(), email: email.trim(), password, language };
      if (ways.isSetupAwaited) {
        await setUp({ ...account, code: code.trim() });
        return "in";
      }
      await signUp({ ...account, ...(invitation !== undefined && { invitation }) });
      if (invitation === undefined) return "sent";
      await signIn(account.email, password);
      return "in";
    },
    onSuccess: (end) => (end === "in" ? onSignedIn() : setSent(true)),
  });
  const wrong = {
    code: ways.isSetupAwaited && code.trim() === "" ? words.codeMissing : null,
    name: name.trim() === "" ? words.nameMissing : null,
    email: isAddress(email) ? null : words.emailMissing,
    password: password.length < shortestPassword ? words.passwordShort : null,
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTold(true);
    if (Object.values(wrong).every((reason) => reason === null)) mutate();
  };
  if (isSent)
    return (
      <LetterSent
        text={words.sentVerify(email.trim())}
        sendsMail={ways.sendsMail}
        onAgain={() => sendVerification(email.trim())}
        onBack={() => setSent(false)}
      />
    );
  return (
    <form className={styles["form"]} onSubmit={submit} noValidate>
      <FormProblem error={error} />
      {ways.isSetupAwaited && (
        <Field
          label={words.setupCode}
          value={code}
          onChange={setCode}
          error={isTold ? wrong.code : null}
          autoComplete="off"
          maxLength={100}
          isFirst
        />
      )}
      <Field
        label={words.name}
        description={words.nameHint}
        value={name}
        onChange={setName}
        error={isTold ? wrong.name : null}
        autoComplete="name"
        maxLength={255}
        isFirst={!ways.isSetupAwaited}
      />
      <EmailField value={email} onChange={setEmail} error={isTold ? wrong.email : null} offersPasskeys={false} />
      <PasswordField isNew value={password} onChange={setPassword} error={isTold ? wrong.password : null} />
      <Button type="submit" size="md" fullWidth loading={isPending}>
        {words.signUp}
      </Button>
    </form>
  );
}
