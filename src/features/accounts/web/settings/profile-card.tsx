import { Button, FileButton, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { meQuery } from "../../../../web/studio/api/queries.ts";
import { useWords } from "../../../../web/studio/i18n/language.ts";
import { Avatar } from "../../../../web/studio/shell/avatar.tsx";
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
  const client = useQueryClient();
  const [name, setName] = useState(me.name);
  const onDone = ({ name: kept, picture }: Profile): void =>
    void client.setQueryData(meQuery.queryKey, (known) => known && { ...known, name: kept, picture });
  const naming = useAct(changeProfile, { done: shell.saved, onDone });
  const choosing = useAct(async (file: File) => changePicture(await smallPicture(file)), {
    done: words.pictureChanged,
    onDone,
  });
  const dropping = useAct(dropPicture, { done: words.pictureDropped, onDone });
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() !== "") naming.mutate({ name: name.trim() });
  };
  return (
    <Card title={words.profile}>
      <div className={styles["person"]}>
        <Avatar name={me.name} picture={me.picture} size={72} />
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
      <form className={styles["formRow"]} onSubmit={save} noValidate>
        <TextInput
          className={styles["grow"] ?? ""}
          label={words.name}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          error={name.trim() === "" && words.nameMissing}
          autoComplete="name"
          maxLength={255}
        />
        <Button type="submit" variant="default" loading={naming.isPending}>
          {shell.save}
        </Button>
      </form>
    </Card>
  );
}
