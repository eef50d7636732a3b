import { Loader } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link, useRouter } from "@tanstack/react-router";
import { meQuery } from "../../../web/studio/api/queries.ts";
import { useWords } from "../../../web/studio/i18n/language.ts";
import { ProblemPlace } from "../../../web/studio/ui/problem-place.tsx";
import type { SignInWays } from "./sign-in/auth-api.ts";
import { Front } from "./sign-in/front.tsx";
import styles from "./sign-in/front.module.css";
import { useSignInWords } from "./sign-in/sign-in-words.ts";
import { SignUpForm } from "./sign-in/sign-up-form.tsx";
import { waysQuery } from "./sign-in/ways-query.ts";

const route = getRouteApi("/sign-up");

/** A new account: the first one, one by invitation, or one that anybody makes. */
export function Page() {
  const words = useSignInWords();
  const shell = useWords();
  const client = useQueryClient();
  const router = useRouter();
  const { data: ways, error, refetch } = useQuery(waysQuery);
  const { invitation, email } = route.useSearch();
  const enter = async (): Promise<void> => {
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "me" });
    await client.refetchQueries(meQuery);
    router.history.replace("/");
  };
  const [title, hint] = headOf(ways, invitation !== undefined, words);
  const isClosed = ways?.signUp === "invitation" && !ways.isSetupAwaited && invitation === undefined;
  return (
    <Front title={title} hint={hint}>
      {!ways && error === null && <Loader aria-label={shell.loading} />}
      {!ways && error !== null && <ProblemPlace title={title} error={error} onRetry={() => void refetch()} />}
      {ways && !isClosed && (
        <SignUpForm
          ways={ways}
          {...(invitation !== undefined && { invitation })}
          email={email ?? ""}
          onSignedIn={() => void enter()}
        />
      )}
      {ways?.isSetupAwaited !== true && (
        <p className={styles["foot"]}>
          {isClosed ? "" : words.haveAccount} <Link to="/sign-in">{isClosed ? words.toSignIn : words.signIn}</Link>
        </p>
      )}
    </Front>
  );
}

function headOf(
  ways: SignInWays | undefined,
  isInvited: boolean,
  words: ReturnType<typeof useSignInWords>,
): [title: string, hint: string] {
  if (ways?.isSetupAwaited) return [words.setupTitle, words.setupHint];
  if (isInvited) return [words.invited, words.invitedHint];
  return [words.signUpTitle, ways?.signUp === "invitation" ? words.byInvitation : words.signUpHint];
}
