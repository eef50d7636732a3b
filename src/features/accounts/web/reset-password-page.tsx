import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { resetPassword } from "./sign-in/auth-api.ts";
import { PasswordField, shortestPassword } from "./sign-in/fields.tsx";
import { FormProblem } from "./sign-in/form-problem.tsx";
import { Front } from "./sign-in/front.tsx";
import styles from "./sign-in/front.module.css";
import { SignInNews } from "./sign-in/sign-in-news.tsx";
import { useSignInWords } from "./sign-in/sign-in-words.ts";

const route = getRouteApi("/reset-password");

/** Where the link of a letter leads: a new password, or the news that the link is over. */
export function Page() {
  const words = useSignInWords();
  const { token } = route.useSearch();
  const [password, setPassword] = useState("");
  const [isTold, setTold] = useState(false);
  const { mutate, isPending, isSuccess, error } = useMutation({
    mutationFn: (link: string) => resetPassword(link, password),
  });
  const isShort = password.length < shortestPassword;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTold(true);
    if (token !== undefined && !isShort) mutate(token);
  };
  return (
    <Front title={words.resetTitle} hint={words.resetHint}>
      {token === undefined && <SignInNews error="link-ended" isVerified={false} />}
      {isSuccess && <SignInNews isVerified={false} isReset />}
      {token !== undefined && !isSuccess && (
        <form className={styles["form"]} onSubmit={submit} noValidate>
          <FormProblem error={error} />
          <PasswordField
            isNew
            value={password}
            onChange={setPassword}
            error={isTold && isShort ? words.passwordShort : null}
            isFirst
          />
          <Button type="submit" size="md" fullWidth loading={isPending}>
            {words.resetSave}
          </Button>
        </form>
      )}
      <p className={styles["foot"]}>
        {token === undefined ? (
          <Link to="/forgot-password">{words.newLink}</Link>
        ) : (
          <Link to="/sign-in">{isSuccess ? words.signIn : words.toSignIn}</Link>
        )}
      </p>
    </Front>
  );
}
