import { Button, TextInput } from "@mantine/core";
import { IconFingerprint } from "@tabler/icons-react";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { agoText, dayText } from "../../../../web/studio/i18n/formats.ts";
import { useLanguage, useWords } from "../../../../web/studio/i18n/language.ts";
import { keepPasskey, wishForPasskey } from "../sign-in/auth-api.ts";
import { knowsPasskeys, makePasskey } from "../sign-in/passkey.ts";
import { dropPasskey, listPasskeys, type Passkey, renamePasskey } from "./account-api.ts";
import { useAct } from "./acts.ts";
import { Card } from "./card.tsx";
import { Loaded } from "./loaded.tsx";
import styles from "./settings.module.css";
import { useSettingsWords } from "./settings-words.ts";
import { SureButton } from "./sure-button.tsx";

const passkeysQuery = queryOptions({ queryKey: ["account", "passkeys"], queryFn: listPasskeys });

/** The passkeys of a person: a new one, other names, and away with them. */
export function PasskeysCard() {
  const words = useSettingsWords();
  const query = useQuery(passkeysQuery);
  return (
    <Card title={words.passkeys} hint={words.passkeysHint}>
      <Loaded query={query}>
        {(passkeys) =>
          passkeys.length === 0 ? (
            <p className={styles["none"]}>{words.passkeysNone}</p>
          ) : (
            <ul className={styles["list"]}>
              {passkeys.map((passkey) => (
                <PasskeyItem key={passkey.id} passkey={passkey} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {knowsPasskeys() ? <NewPasskey /> : <p className={styles["none"]}>{words.passkeysImpossible}</p>}
    </Card>
  );
}

function NewPasskey() {
  const words = useSettingsWords();
  const [name, setName] = useState("");
  const { mutate, isPending } = useAct(
    async (wish: string) => {
      const made = await makePasskey(await wishForPasskey(wish));
      if (made !== null) await keepPasskey(made, wish);
      return made !== null;
    },
    {
      refresh: passkeysQuery.queryKey,
      onDone: (isMade) => isMade && setName(""),
    },
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    mutate(name.trim() === "" ? words.passkeyUnnamed : name.trim());
  };
  return (
    <form className={styles["formRow"]} onSubmit={submit}>
      <TextInput
        className={styles["grow"] ?? ""}
        label={words.passkeyName}
        description={words.passkeyNameHint}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        maxLength={100}
      />
      <Button
        type="submit"
        variant="default"
        loading={isPending}
        leftSection={<IconFingerprint size={20} aria-hidden />}
      >
        {words.passkeyAdd}
      </Button>
    </form>
  );
}

function PasskeyItem({ passkey: { id, name, createdAt, lastUsedAt } }: { passkey: Passkey }) {
  const shell = useWords();
  const words = useSettingsWords();
  const language = useLanguage();
  const called = name ?? words.passkeyUnnamed;
  const [wish, setWish] = useState<string | null>(null);
  const refresh = passkeysQuery.queryKey;
  const renaming = useAct((next: string) => renamePasskey(id, next), {
    done: words.renamed,
    refresh,
    onDone: () => setWish(null),
  });
  const dropping = useAct(() => dropPasskey(id), { refresh });
  if (wish !== null)
    return (
      <li className={styles["item"]}>
        <form
          className={styles["formRow"]}
          onSubmit={(event) => {
            event.preventDefault();
            if (wish.trim() !== "") renaming.mutate(wish.trim());
          }}
        >
          <TextInput
            label={words.passkeyName}
            value={wish}
            onChange={({ currentTarget }) => setWish(currentTarget.value)}
            onKeyDown={({ key }) => key === "Escape" && setWish(null)}
            maxLength={100}
            autoFocus
          />
          <Button type="submit" variant="default" loading={renaming.isPending}>
            {shell.save}
          </Button>
        </form>
      </li>
    );
  return (
    <li className={styles["item"]}>
      <IconFingerprint className={styles["itemIcon"]} size={24} stroke={1.6} aria-hidden />
      <div className={styles["itemWords"]}>
        <span className={styles["label"]}>{called}</span>
        <span className={styles["hint"]}>
          {words.since(dayText(language, createdAt))} ·{" "}
          {lastUsedAt === null ? words.unused : words.used(agoText(language, lastUsedAt, Date.now()))}
        </span>
      </div>
      <div className={styles["acts"]}>
        <Button variant="default" aria-label={`${words.rename}: ${called}`} onClick={() => setWish(called)}>
          {words.rename}
        </Button>
        <SureButton
          label={words.remove}
          name={`${words.remove}: ${called}`}
          question={words.sureRemove}
          isPending={dropping.isPending}
          onSure={() => dropping.mutate(undefined)}
        />
      </div>
    </li>
  );
}
