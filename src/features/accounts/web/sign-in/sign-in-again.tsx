import { Modal, Stack } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { readMe } from "../../../../web/studio/api/me.ts";
import { meQuery } from "../../../../web/studio/api/queries.ts";
import styles from "./front.module.css";
import { SignInForm } from "./sign-in-form.tsx";
import { useSignInWords } from "./sign-in-words.ts";
import { waysQuery } from "./ways-query.ts";

/** Over the page whose sign-in has ended: what was typed below stays, and goes on as soon as the same person is back. */
export function SignInAgain({ onDone }: { onDone: () => void }) {
  const words = useSignInWords();
  const client = useQueryClient();
  const { data: ways } = useQuery(waysQuery);
  const before = client.getQueryData(meQuery.queryKey);
  const goOn = async (): Promise<void> => {
    const me = await readMe();
    if (me.id !== before?.id) {
      // What is on this page is another person's.
      location.assign("/");
      return;
    }
    onDone();
    await client.invalidateQueries();
  };
  return (
    <Modal opened onClose={() => undefined} withCloseButton={false} closeOnEscape={false} title={words.again} size="md">
      <Stack>
        <p>{words.againHint}</p>
        {ways && (
          <SignInForm
            ways={{ ...ways, magicLink: false, google: false, twitter: false, oidc: null }}
            to="/"
            email={before?.email ?? ""}
            onSignedIn={() => void goOn()}
          />
        )}
        <a className={styles["quiet"]} href="/sign-in">
          {words.otherPerson}
        </a>
      </Stack>
    </Modal>
  );
}
