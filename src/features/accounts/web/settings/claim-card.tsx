import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useLanguage } from "../../../../web/studio/i18n/language.ts";
import { isAddress, PasswordField, shortestPassword } from "../sign-in/fields.tsx";
import { turnAccountsOn } from "./account-api.ts";
import { useAct } from "./acts.ts";
import { Card } from "./card.tsx";
import { Refusal } from "./refusal.tsx";
import styles from "./settings.module.css";
import { useSettingsWords } from "./settings-words.ts";

/** Who sits at the machine makes the first account, and keeps everything. */
export function ClaimCard() {
  const words = useSettingsWords();
  const language = useLanguage();
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [isTold, setTold] = useState(false);
  // Everything on the page was asked for as who sits at the machine.
  const claiming = useAct(turnAccountsOn, { isTold: true, onDone: () => location.reload() });
  const wrong = {
    name: name.trim() === "" ? words.nameMissing : null,
    email: isAddress(email) ? null : words.emailMissing,
    password: password.length < shortestPassword ? words.passwordShort : null,
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTold(true);
    if (Object.values(wrong).every((reason) => reason === null))
      claiming.mutate({ name: name.trim(), email: email.trim(), password, language });
  };
  return (
    <Card title={words.claim} hint={words.claimHint}>
      <form className={styles["form"]} onSubmit={submit} noValidate>
        <Refusal error={claiming.error} />
        <TextInput
          label={words.claimName}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          error={isTold && wrong.name}
          autoComplete="name"
          maxLength={255}
        />
        <TextInput
          label={words.email}
          type="email"
          value={email}
          onChange={({ currentTarget }) => setEmail(currentTarget.value)}
          error={isTold && wrong.email}
          autoComplete="username"
          maxLength={255}
        />
        <PasswordField
          isNew
          label={words.password}
          value={password}
          onChange={setPassword}
          error={isTold ? wrong.password : null}
        />
        <Button type="submit" loading={claiming.isPending} style={{ justifySelf: "start" }}>
          {words.claimDo}
        </Button>
      </form>
    </Card>
  );
}
