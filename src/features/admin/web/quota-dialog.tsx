import { Button, Modal, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { sizeText } from "../../../web/studio/i18n/formats.ts";
import { useLanguage, useWords } from "../../../web/studio/i18n/language.ts";
import type { Person } from "./admin-api.ts";
import styles from "./admin.module.css";
import { useAdminWords } from "./admin-words.ts";
import { quotaBytes } from "./quota-bytes.ts";

/** How much a person may keep, in bytes; null for no limit. */
export function QuotaDialog({
  person: { name, storage },
  onClose,
  onChoose,
}: {
  person: Person;
  onClose: () => void;
  onChoose: (quota: number | null) => void;
}) {
  const shell = useWords();
  const words = useAdminWords();
  const language = useLanguage();
  const [text, setText] = useState(storage.quota === null ? "" : String(storage.quota / 1000 ** 3));
  const [isTold, setTold] = useState(false);
  const quota = quotaBytes(text);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTold(quota === "invalid");
    if (quota === "invalid") return;
    if (quota !== storage.quota) onChoose(quota);
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={words.quotaOf(name)} closeButtonProps={{ "aria-label": shell.close }}>
      <form className={styles["place"]} onSubmit={submit} noValidate>
        <p>{words.quotaUsed(sizeText(language, storage.bytes))}</p>
        <TextInput
          label={words.quota}
          description={words.quotaHint}
          inputMode="decimal"
          autoComplete="off"
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          error={isTold && quota === "invalid" && words.quotaInvalid}
          maxLength={20}
          data-autofocus
        />
        <div className={styles["tools"]}>
          <Button type="submit">{shell.save}</Button>
          <Button variant="default" onClick={onClose}>
            {shell.cancel}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
