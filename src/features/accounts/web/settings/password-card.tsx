import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { PasswordField, shortestPassword } from "../sign-in/fields.tsx";
import { changePassword, setPassword } from "./account-api.ts";
import { useAct } from "./acts.ts";
import { Card } from "./card.tsx";
import { linkedQuery } from "./linked-query.ts";
import { Loaded } from "./loaded.tsx";
import { Refusal } from "./refusal.tsx";
import styles from "./settings.module.css";
import { useSettingsWords } from "./settings-words.ts";

/** Another password, or the first one of who came by a provider or a link. */
export function PasswordCard() {
  const words = useSettingsWords();
  const query = useQuery(linkedQuery);
  return (
    <Card title={words.password}>
      <Loaded query={query} height={140}>
        {(linked) => <PasswordForm hasOne={linked.some(({ provider }) => provider === "credential")} />}
      </Loaded>
    </Card>
  );
}

function PasswordForm({ hasOne }: { hasOne: boolean }) {
  const words = useSettingsWords();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [isTold, setTold] = useState(false);
  const { mutate, isPending, error } = useAct(() => (hasOne ? changePassword(current, next) : setPassword(next)), {
    done: words.passwordChanged,
    refresh: ["account"],
    isTold: true,
    onDone() {
      setCurrent("");
      setNext("");
      setTold(false);
    },
  });
  const isShort = next.length < shortestPassword;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTold(true);
    if (!isShort && (!hasOne || current !== "")) mutate(undefined);
  };
  return (
    <>
      <p className={styles["cardHint"]}>{hasOne ? words.passwordHint : words.passwordNoneHint}</p>
      <form className={styles["form"]} onSubmit={submit} noValidate>
        <Refusal error={error} />
        {hasOne && (
          <PasswordField
            label={words.currentPassword}
            value={current}
            onChange={setCurrent}
            error={isTold && current === "" ? words.passwordMissing : null}
          />
        )}
        <PasswordField isNew value={next} onChange={setNext} error={isTold && isShort ? words.passwordShort : null} />
        <Button type="submit" variant="default" loading={isPending} style={{ justifySelf: "start" }}>
          {hasOne ? words.passwordChange : words.passwordSet}
        </Button>
      </form>
    </>
  );
}
