import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { isAddress } from "../sign-in/fields.tsx";
import { changeEmail } from "./account-api.ts";
import { useAct } from "./acts.ts";
import { Card } from "./card.tsx";
import styles from "./settings.module.css";
import { useSettingsWords } from "./settings-words.ts";

/** Another address: it holds once both the old and the new one have answered. */
export function EmailCard({ email }: { email: string }) {
  const words = useSettingsWords();
  const [wish, setWish] = useState("");
  const [isTold, setTold] = useState(false);
  const { mutate, isPending, isSuccess } = useAct(changeEmail, {});
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTold(true);
    if (isAddress(wish)) mutate(wish.trim());
  };
  return (
    <Card title={words.email} hint={words.emailNow(email)}>
      {isSuccess ? (
        <p className={styles["sent"]} role="status">
          {words.emailSent}
        </p>
      ) : (
        <form className={styles["formRow"]} onSubmit={submit} noValidate>
          <TextInput
            className={styles["grow"] ?? ""}
            label={words.emailNew}
            type="email"
            value={wish}
            onChange={({ currentTarget }) => setWish(currentTarget.value)}
            error={isTold && !isAddress(wish) && words.emailMissing}
            autoComplete="email"
            maxLength={255}
          />
          <Button type="submit" variant="default" loading={isPending}>
            {words.emailChange}
          </Button>
        </form>
      )}
    </Card>
  );
}
