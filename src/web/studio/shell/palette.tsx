import { Modal } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useId, useState } from "react";
import { listBooks } from "../api/books.ts";
import { useWords } from "../i18n/language.ts";
import { BookCover } from "../ui/book-cover.tsx";
import { type Command, useBookCommand, useCommands } from "./commands.ts";
import styles from "./palette.module.css";

const mostBooks = 8;

/** Search over everything: books by the studio's own search, pages and actions by their names. All by keyboard. */
export function Palette({ onClose }: { onClose: () => void }) {
  const words = useWords();
  const listId = useId();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const [asked] = useDebouncedValue(text.trim(), 150);
  const { data: found } = useQuery({
    queryKey: ["books", "palette", asked],
    queryFn: ({ signal }) => listBooks({ limit: mostBooks, ...(asked !== "" && { q: asked }) }, signal),
    placeholderData: keepPreviousData,
  });
  const bookCommand = useBookCommand();
  const commands = useCommands().filter(({ label, also }) => isMeant(`${label} ${also ?? ""}`, text));
  const books = (found?.items ?? []).map(bookCommand);
  // Somebody who has written nothing sees what can be done; somebody who looks for a book sees it first.
  const shown = text.trim() === "" ? [...commands, ...books] : [...books, ...commands];
  const current = Math.min(at, shown.length - 1);
  const optionId = (index: number): string => `${listId}-${index}`;

  useEffect(() => {
    document.getElementById(`${listId}-${current}`)?.scrollIntoView({ block: "nearest" });
  }, [current, listId]);

  const run = (command: Command | undefined): void => {
    if (!command) return;
    onClose();
    command.run();
  };
  const press = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && shown.length > 0) {
      event.preventDefault();
      setAt((current + step + shown.length) % shown.length);
    }
    if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      run(shown[current]);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      attributes={{ content: { "aria-label": words.searchEverything } }}
      size="lg"
      padding={0}
      yOffset="12vh"
      centered={false}
    >
      <div className={styles["field"]}>
        <IconSearch size={22} stroke={1.7} aria-hidden />
        <input
          className={styles["input"]}
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={shown.length > 0 ? optionId(current) : undefined}
          aria-label={words.searchEverything}
          placeholder={words.searchHint}
          value={text}
          maxLength={200}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
            setAt(0);
          }}
          onKeyDown={press}
          data-autofocus
          autoComplete="off"
          spellCheck={false}
        />
      </div>
      <div id={listId} role="listbox" aria-label={words.searchEverything} className={styles["list"]}>
        {shown.map((command, index) => (
          <div key={command.id}>
            {command.group !== shown[index - 1]?.group && (
              <div className={styles["group"]} aria-hidden>
                {words[command.group]}
              </div>
            )}
            {/* Keys are handled by the field, which keeps the focus. */}
            <div
              id={optionId(index)}
              role="option"
              aria-selected={index === current}
              className={styles["option"]}
              onPointerMove={() => setAt(index)}
              onClick={() => run(command)}
            >
              {command.book ? (
                <span className={styles["cover"]}>
                  <BookCover book={command.book} isEager />
                </span>
              ) : (
                command.icon && <command.icon size={22} stroke={1.7} aria-hidden />
              )}
              <span className={styles["label"]}>{command.label}</span>
              {command.hint !== undefined && <span className={styles["hint"]}>{command.hint}</span>}
            </div>
          </div>
        ))}
      </div>
      {shown.length === 0 && (
        <p className={styles["none"]} role="status">
          <strong>{words.nothingFound}</strong>
          {words.nothingFoundFix}
        </p>
      )}
      <p className={styles["keys"]}>{words.paletteKeys}</p>
    </Modal>
  );
}

/** Whether every word that was written begins somewhere in the name. */
function isMeant(name: string, text: string): boolean {
  const lower = name.toLocaleLowerCase();
  return text
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word));
}
