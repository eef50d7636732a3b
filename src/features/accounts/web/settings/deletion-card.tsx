import { Button } from "@mantine/core";
import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { meQuery } from "../../../../web/studio/api/queries.ts";
import { dayText } from "../../../../web/studio/i18n/formats.ts";
import { useLanguage, useWords } from "../../../../web/studio/i18n/language.ts";
import { PasswordField } from "../sign-in/fields.tsx";
import { askForDeletion, type Deletion, readDeletion, withdrawDeletion } from "./account-api.ts";
import { useAct } from "./acts.ts";
import { Card } from "./card.tsx";
import { Loaded } from "./loaded.tsx";
import { Refusal } from "./refusal.tsx";
import styles from "./settings.module.css";
import { useSettingsWords } from "./settings-words.ts";

const deletionQuery = queryOptions({ queryKey: ["account", "deletion"], queryFn: readDeletion });

/** The end of the account, days ahead, and the way back from it. */
export function DeletionCard() {
  const words = useSettingsWords();
  const client = useQueryClient();
  const query = useQuery(deletionQuery);
  const keep = (deletion: Deletion): void => {
    client.setQueryData(deletionQuery.queryKey, deletion);
    void client.invalidateQueries(meQuery);
  };
  return (
    <Card title={words.deletion} {...(query.data && { hint: words.deletionHint(words.days(query.data.graceDays)) })}>
      <Loaded query={query}>
        {(deletion) =>
          deletion.deletionAt === null ? (
            <Begin deletion={deletion} onDone={keep} />
          ) : (
            <Planned at={deletion.deletionAt} onDone={keep} />
          )
        }
      </Loaded>
    </Card>
  );
}

function Planned({ at, onDone }: { at: string; onDone: (deletion: Deletion) => void }) {
  const words = useSettingsWords();
  const language = useLanguage();
  const { mutate, isPending } = useAct(withdrawDeletion, { done: words.deletionUndone, onDone });
  return (
    <div className={styles["danger"]} role="status">
      <div>
        <strong>{words.deletionPlanned(dayText(language, at))}</strong>
        <p>{words.deletionPlannedHint}</p>
      </div>
      <div>
        <Button loading={isPending} onClick={() => mutate(undefined)}>
          {words.deletionUndo}
        </Button>
      </div>
    </div>
  );
}

function Begin({
  deletion: { needs, graceDays },
  onDone,
}: {
  deletion: Deletion;
  onDone: (deletion: Deletion) => void;
}) {
  const shell = useWords();
  const words = useSettingsWords();
  const language = useLanguage();
  const [isAsked, setAsked] = useState(false);
  const [password, setPassword] = useState("");
  const [isTold, setTold] = useState(false);
  const { mutate, isPending, error } = useAct(askForDeletion, { isTold: true, onDone });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTold(true);
    if (needs !== "password" || password !== "") mutate(needs === "password" ? password : null);
  };
  if (!isAsked)
    return (
      <div className={styles["formRow"]}>
        <Button variant="default" onClick={() => setAsked(true)}>
          {words.deletionBegin}
        </Button>
      </div>
    );
  return (
    <form className={styles["danger"]} onSubmit={submit} noValidate>
      <p>{words.deletionSure(dayText(language, new Date(Date.now() + graceDays * 86_400_000).toISOString()))}</p>
      <Refusal error={error} />
      {needs === "password" && (
        <PasswordField
          value={password}
          onChange={setPassword}
          label={words.currentPassword}
          error={isTold && password === "" ? words.passwordMissing : null}
          isFirst
        />
      )}
      {needs === "fresh-sign-in" && <p>{words.deletionFresh}</p>}
      <div className={styles["acts"]}>
        {needs !== "fresh-sign-in" && (
          <Button type="submit" loading={isPending}>
            {words.deletionDo}
          </Button>
        )}
        <Button variant="default" onClick={() => setAsked(false)}>
          {shell.cancel}
        </Button>
      </div>
    </form>
  );
}
