import { Button, Popover, TextInput } from "@mantine/core";
import { IconArrowBackUp, IconTag, IconTrash, IconX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { tagsQuery } from "../../../../web/studio/api/queries.ts";
import { useWords } from "../../../../web/studio/i18n/language.ts";
import styles from "./chosen-bar.module.css";

/** What can be done with the chosen books. */
export function ChosenBar({
  count,
  onAll,
  onNone,
  onTrash,
  onRestore,
  onTag,
}: {
  count: number;
  onAll: () => void;
  onNone: () => void;
  onTrash?: () => void;
  onRestore?: () => void;
  onTag?: (tag: string) => void;
}) {
  const words = useWords();
  return (
    <section className={styles["bar"]} aria-label={words.selected(count)}>
      <strong role="status">{words.selected(count)}</strong>
      <Button className={styles["all"] ?? ""} variant="subtle" onClick={onAll}>
        {words.selectAll}
      </Button>
      {onTag && <TagButton onTag={onTag} />}
      {onTrash && (
        <Button variant="default" leftSection={<IconTrash size={18} aria-hidden />} onClick={onTrash}>
          {words.toTrash}
        </Button>
      )}
      {onRestore && (
        <Button leftSection={<IconArrowBackUp size={18} aria-hidden />} onClick={onRestore}>
          {words.restore}
        </Button>
      )}
      <button type="button" className={styles["close"]} onClick={onNone} aria-label={words.selectNone}>
        <IconX size={20} aria-hidden />
      </button>
    </section>
  );
}

function TagButton({ onTag }: { onTag: (tag: string) => void }) {
  const words = useWords();
  const listId = useId();
  const [isOpen, setOpen] = useState(false);
  const [tag, setTag] = useState("");
  const known = useQuery(tagsQuery).data?.items ?? [];
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (tag.trim() === "") return;
    onTag(tag.trim());
    setOpen(false);
    setTag("");
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="top" trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconTag size={18} aria-hidden />}
          onClick={() => setOpen((was) => !was)}
        >
          {words.addTag}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={send} className={styles["tagForm"]}>
          <TextInput
            label={words.tagName}
            value={tag}
            maxLength={100}
            list={listId}
            onChange={({ currentTarget }) => setTag(currentTarget.value)}
            data-autofocus
          />
          <datalist id={listId}>
            {known.map((one) => (
              <option key={one.tag} value={one.tag} />
            ))}
          </datalist>
          <Button type="submit">{words.addTag}</Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
