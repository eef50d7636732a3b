import { NativeSelect, NumberInput, SegmentedControl, Stack, TextInput } from "@mantine/core";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import type { BookPatch } from "../../../../web/studio/api/books.ts";
import { languageName } from "../../../../web/studio/i18n/formats.ts";
import { useLanguage, useWords } from "../../../../web/studio/i18n/language.ts";
import type { BookView } from "../../schema.ts";
import styles from "./book-fields.module.css";

/** Languages that are offered beside the one that was recognised. */
const offered = ["en", "ja", "de", "fr", "es", "it", "pt", "nl", "zh", "ko", "ru"];

/** The words that a book is known by, as a form; it gives what was changed. Its buttons are the children. */
export function BookFields({
  book,
  onChange,
  children,
}: {
  book: BookView;
  onChange: (patch: BookPatch) => void;
  children: ReactNode;
}) {
  const words = useWords();
  const language = useLanguage();
  const directionId = useId();
  const [fields, setFields] = useState({
    title: book.title,
    author: book.author ?? "",
    series: book.series ?? "",
    seriesNumber: book.seriesNumber,
    language: book.language ?? "",
    direction: book.direction,
  });
  const set = (patch: Partial<typeof fields>): void => setFields((before) => ({ ...before, ...patch }));
  const languages = [...new Set([...(book.language === null ? [] : [book.language]), ...offered])];
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (fields.title.trim() === "") return;
    onChange({
      title: fields.title.trim(),
      author: fields.author.trim() || null,
      series: fields.series.trim() || null,
      seriesNumber: fields.series.trim() === "" ? null : fields.seriesNumber,
      language: fields.language || null,
      direction: fields.direction,
    });
  };
  return (
    <form onSubmit={send}>
      <Stack gap="md">
        <p className={styles["hint"]}>{words.recognisedHint}</p>
        <TextInput
          label={words.title}
          value={fields.title}
          maxLength={500}
          error={fields.title.trim() === "" && words.titleMissing}
          onChange={({ currentTarget }) => set({ title: currentTarget.value })}
          data-autofocus
        />
        <TextInput
          label={words.author}
          value={fields.author}
          maxLength={255}
          placeholder={words.unknownAuthor}
          onChange={({ currentTarget }) => set({ author: currentTarget.value })}
        />
        <div className={styles["row"]}>
          <TextInput
            label={words.series}
            value={fields.series}
            maxLength={500}
            onChange={({ currentTarget }) => set({ series: currentTarget.value })}
          />
          <NumberInput
            hideControls
            label={words.number}
            value={fields.seriesNumber ?? ""}
            min={0}
            max={10_000}
            disabled={fields.series.trim() === ""}
            onChange={(value) => set({ seriesNumber: typeof value === "number" ? value : null })}
          />
        </div>
        <NativeSelect
          label={words.language}
          value={fields.language}
          data={[
            { value: "", label: "–" },
            ...languages.map((tag) => ({ value: tag, label: languageName(language, tag) })),
          ]}
          onChange={({ currentTarget }) => set({ language: currentTarget.value })}
        />
        <div>
          <span id={directionId} className={styles["label"]}>
            {words.direction}
          </span>
          <SegmentedControl
            fullWidth
            aria-labelledby={directionId}
            value={fields.direction}
            data={[
              { value: "ltr", label: words.directions.ltr },
              { value: "rtl", label: words.directions.rtl },
            ]}
            onChange={(value) => set({ direction: value === "rtl" ? "rtl" : "ltr" })}
          />
        </div>
        {children}
      </Stack>
    </form>
  );
}
