import { Button, NativeSelect, TextInput } from "@mantine/core";
import { IconKey } from "@tabler/icons-react";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { agoText, dayText } from "../../../../web/studio/i18n/formats.ts";
import { useLanguage } from "../../../../web/studio/i18n/language.ts";
import { ShownOnce } from "../../../../web/studio/ui/shown-once.tsx";
import { type ApiToken, dropToken, listTokens, makeToken } from "./account-api.ts";
import { useAct } from "./acts.ts";
import { Card } from "./card.tsx";
import { Loaded } from "./loaded.tsx";
import styles from "./settings.module.css";
import { useSettingsWords } from "./settings-words.ts";
import { SureButton } from "./sure-button.tsx";

const tokensQuery = queryOptions({ queryKey: ["account", "tokens"], queryFn: listTokens });
/** For how many days a token can hold; `0` stands for no end. */
const lastings = [7, 30, 90, 365, 0];

/** Tokens by which programs use the studio: a new one, shown once, and all that hold. */
export function TokensCard() {
  const words = useSettingsWords();
  const query = useQuery(tokensQuery);
  const making = useAct(makeToken, { refresh: tokensQuery.queryKey });
  const made = making.data;
  return (
    <Card title={words.tokens} hint={words.tokensHint}>
      <TokenForm isPending={making.isPending} onMake={making.mutate} />
      {made && query.data?.items.some(({ id }) => id === made.item.id) && (
        <ShownOnce key={made.item.id} value={made.token} hint={words.tokenMade} />
      )}
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={styles["none"]}>{words.tokensNone}</p>
          ) : (
            <ul className={styles["list"]}>
              {items.map((token) => (
                <TokenItem key={token.id} token={token} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  );
}

function TokenForm({
  isPending,
  onMake,
}: {
  isPending: boolean;
  onMake: (wish: { name: string; scopes: ApiToken["scopes"]; days: number | null }) => void;
}) {
  const words = useSettingsWords();
  const [name, setName] = useState("");
  const [mayWrite, setMayWrite] = useState(false);
  const [days, setDays] = useState(90);
  const [isTold, setTold] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTold(name.trim() === "");
    if (name.trim() === "") return;
    onMake({ name: name.trim(), scopes: mayWrite ? ["read", "write"] : ["read"], days: days === 0 ? null : days });
    setName("");
  };
  return (
    <form className={styles["formRow"]} onSubmit={submit} noValidate>
      <TextInput
        className={styles["grow"] ?? ""}
        label={words.tokenName}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        error={isTold && words.tokenNameMissing}
        maxLength={100}
      />
      <NativeSelect
        label={words.tokenScope}
        value={mayWrite ? "write" : "read"}
        onChange={({ currentTarget }) => setMayWrite(currentTarget.value === "write")}
        data={[
          { value: "read", label: words.scopes.read },
          { value: "write", label: words.scopes.write },
        ]}
      />
      <NativeSelect
        label={words.tokenLasts}
        value={String(days)}
        onChange={({ currentTarget }) => setDays(Number(currentTarget.value))}
        data={lastings.map((count) => ({
          value: String(count),
          label: count === 0 ? words.forever : words.days(count),
        }))}
      />
      <Button type="submit" variant="default" loading={isPending}>
        {words.tokenMake}
      </Button>
    </form>
  );
}

function TokenItem({ token: { id, name, start, scopes, expiresAt, lastUsedAt } }: { token: ApiToken }) {
  const words = useSettingsWords();
  const language = useLanguage();
  const dropping = useAct(() => dropToken(id), { done: words.revoked, refresh: tokensQuery.queryKey });
  const facts = [
    `${start}…`,
    scopes.includes("write") ? words.scopes.write : words.scopes.read,
    expiresAt === null ? words.never : words.until(dayText(language, expiresAt)),
    lastUsedAt === null ? words.unused : words.used(agoText(language, lastUsedAt, Date.now())),
  ];
  return (
    <li className={styles["item"]}>
      <IconKey className={styles["itemIcon"]} size={24} stroke={1.6} aria-hidden />
      <div className={styles["itemWords"]}>
        <span className={styles["label"]}>{name}</span>
        <span className={styles["hint"]}>{facts.join(" · ")}</span>
      </div>
      <SureButton
        label={words.revoke}
        name={words.revokeOf(name)}
        question={words.sureRevoke}
        isPending={dropping.isPending}
        onSure={() => dropping.mutate(undefined)}
      />
    </li>
  );
}
