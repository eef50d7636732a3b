import { Button, FileButton, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { meQuery } from "../../../../web/studio/api/queries.ts";
import { useLanguage, useWords } from "../../../../web/studio/i18n/language.ts";
import { Avatar } from "../../../../web/studio/shell/avatar.tsx";
import { personName } from "../../../../web/studio/shell/person-name.ts";
import type { Me } from "../../schema.ts";
import { changePicture, changeProfile, dropPicture, type Profile } from "./account-api.ts";
import { useAct } from "./acts.ts";
import { Card } from "./card.tsx";
import styles from "./settings.module.css";
import { useSettingsWords } from "./settings-words.ts";
import { smallPicture } from "./small-picture.ts";

/** What a person is called, and their picture. */
export function ProfileCard({ me }: { me: Me }) {
  const shell = useWords();
  const words = useSettingsWords();
  const onDone = useKeptProfile();
  const choosing = useAct(async (file: File) => changePicture(await smallPicture(file)), {
    done: words.pictureChanged,
    onDone,
  });
  const dropping = useAct(dropPicture, { done: words.pictureDropped, onDone });
  return (
    <Card title={words.profile}>
      <div className={styles["person"]}>
        <Avatar name={personName(me.name, shell)} picture={me.picture} size={72} />
        <div className={styles["personActs"]}>
          <FileButton
            accept="image/png,image/jpeg,image/webp,image/gif"
            onChange={(file) => file !== null && choosing.mutate(file)}
          >
            {({ onClick }) => (
              <Button variant="default" loading={choosing.isPending} onClick={onClick}>
                {words.pictureChange}
              </Button>
            )}
          </FileButton>
          {me.picture !== null && (
            <Button variant="subtle" onClick={() => dropping.mutate(undefined)}>
              {words.pictureDrop}
            </Button>
          )}
        </div>
      </div>
      <NameForm me={me} />
    </Card>
  );
}

/** The name that the studio calls a person by, and their own two, the family's first where the language has it so. */
function NameForm({ me }: { me: Me }) {
  const shell = useWords();
  const words = useSettingsWords();
  const language = useLanguage();
  const shownName = personName(me.name, shell);
  const [name, setName] = useState(shownName);
  const [own, setOwn] = useState({ firstName: me.firstName, lastName: me.lastName });
  const naming = useAct(changeProfile, { done: shell.saved, onDone: useKeptProfile() });
  const save = (event: FormEvent): void => {
    event.preventDefault();
    const wish = name.trim();
    if (wish === "") return;
    naming.mutate({
      ...(wish !== shownName && { name: wish }),
      firstName: own.firstName.trim(),
      lastName: own.lastName.trim(),
    });
  };
  const parts = language === "ja" ? (["lastName", "firstName"] as const) : (["firstName", "lastName"] as const);
  return (
    <form className={styles["form"]} onSubmit={save} noValidate>
      <TextInput
        label={words.name}
        description={words.nameHint}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        error={name.trim() === "" && words.nameMissing}
        autoComplete="nickname"
        maxLength={255}
      />
      <div className={styles["names"]}>
        {parts.map((part) => (
          <TextInput
            key={part}
            label={words[part]}
            value={own[part]}
            onChange={({ currentTarget }) => setOwn({ ...own, [part]: currentTarget.value })}
            autoComplete={part === "firstName" ? "given-name" : "family-name"}
            maxLength={255}
          />
        ))}
      </div>
      <div>
        <Button type="submit" variant="default" loading={naming.isPending}>
          {shell.save}
        </Button>
      </div>
    </form>
  );
}

/** Puts a changed profile where the pages look for it. */
function useKeptProfile(): (profile: Profile) => void {
  const client = useQueryClient();
  return ({ name, firstName, lastName, fullName, picture }) =>
    void client.setQueryData(
      meQuery.queryKey,
      (known) => known && { ...known, name, firstName, lastName, fullName, picture },
    );
}
