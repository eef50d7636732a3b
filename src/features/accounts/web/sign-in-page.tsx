import { Loader } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link, Navigate, useRouter } from "@tanstack/react-router";
import { useEffect } from "react";
import { meQuery } from "../../../web/studio/api/queries.ts";
import { useWords } from "../../../web/studio/i18n/language.ts";
import { LinkButton } from "../../../web/studio/ui/link-button.tsx";
import { ProblemPlace } from "../../../web/studio/ui/problem-place.tsx";
import { Front } from "./sign-in/front.tsx";
import styles from "./sign-in/front.module.css";
import { returnPath } from "./sign-in/return-path.ts";
import { SignInForm } from "./sign-in/sign-in-form.tsx";
import { useSignInWords } from "./sign-in/sign-in-words.ts";
import { SignInNews } from "./sign-in/sign-in-news.tsx";
import { waysQuery } from "./sign-in/ways-query.ts";

const route = getRouteApi("/sign-in");

/** The first page of who has not signed in. */
export function Page() {
  const words = useSignInWords();
  const shell = useWords();
  const router = useRouter();
  const client = useQueryClient();
  const search = route.useSearch();
  const { data: me } = useQuery(meQuery);
  const { data: ways, error, refetch } = useQuery(waysQuery);
  const to = returnPath(search.to, location.origin);
  const enter = async (): Promise<void> => {
    // What was refused to nobody is asked for anew, as the person.
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "me" });
    await client.refetchQueries(meQuery);
    router.history.replace(to);
  };
  if (me && search.error === undefined) return <GoOn to={to} />;
  if (ways?.isSetupAwaited) return <Navigate to="/sign-up" search={{}} replace />;
  return (
    <Front title={words.welcome} hint={words.welcomeHint}>
      <SignInNews {...(search.error !== undefined && { error: search.error })} isVerified={search.verified === "1"} />
      {me && (
        <LinkButton to="/settings/security" size="md">
          {words.goOn}
        </LinkButton>
      )}
      {!me && ways && <SignInForm ways={ways} to={to} email={search.email ?? ""} onSignedIn={() => void enter()} />}
      {!ways && error === null && <Loader aria-label={shell.loading} />}
      {!ways && error !== null && <ProblemPlace title={words.signIn} error={error} onRetry={() => void refetch()} />}
      {!me && ways && (
        <p className={styles["foot"]}>
          {ways.signUp === "open" ? (
            <>
              {words.noAccount} <Link to="/sign-up">{words.signUp}</Link>
            </>
          ) : (
            words.byInvitation
          )}
        </p>
      )}
    </Front>
  );
}

/** Leads on who is signed in already. */
function GoOn({ to }: { to: string }) {
  const { history } = useRouter();
  useEffect(() => history.replace(to), [history, to]);
  return null;
}
