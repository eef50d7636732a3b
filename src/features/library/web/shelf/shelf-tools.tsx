import { ActionIcon, Button, NativeSelect, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconChecks, IconFilter, IconLayoutGrid, IconList, IconSearch, IconX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { languagesQuery, seriesQuery, tagsQuery } from "../../../../web/studio/api/queries.ts";
import { languageName } from "../../../../web/studio/i18n/formats.ts";
import { useLanguage, useWords } from "../../../../web/studio/i18n/language.ts";
import { useGlobalKeys } from "../../../../web/studio/ui/global-keys.ts";
import { isFiltered, type LibraryPlace, libraryPlace } from "../library-place.ts";
import styles from "./shelf-tools.module.css";

/** Search, sorting, filters and view of the shelf; all of it stands in the address. */
export function ShelfTools({
  place,
  onGo,
  hasFound,
  isChoosing,
  onChoosing,
}: {
  place: LibraryPlace;
  onGo: (place: LibraryPlace) => void;
  /** Whether books stand below; the empty shelf has its own way to clear what hides them. */
  hasFound: boolean;
  isChoosing: boolean;
  /** Null where nothing can be changed. */
  onChoosing: ((isChoosing: boolean) => void) | null;
}) {
  const words = useWords();
  const [areFiltersOpen, setFiltersOpen] = useState(false);
  // Through the reader of addresses, so that what is usual or empty is left out again.
  const change = (patch: Record<string, unknown>): void => onGo(libraryPlace({ ...place, ...patch }));
  const isList = place.view === "list";
  return (
    <div className={styles["tools"]} role="search">
      <SearchField asked={place.q ?? ""} onAsk={(q) => change({ q })} />
      <ActionIcon
        className={styles["filterToggle"]}
        size={42}
        variant={areFiltersOpen ? "filled" : "default"}
        aria-label={words.filter}
        aria-expanded={areFiltersOpen}
        onClick={() => setFiltersOpen((was) => !was)}
      >
        <IconFilter size={20} aria-hidden />
      </ActionIcon>
      <div className={`${styles["filters"]} ${areFiltersOpen ? styles["open"] : ""}`}>
        <NativeSelect
          aria-label={words.sortBy}
          size="md"
          value={place.sort ?? "added"}
          data={Object.entries(words.sorts).map(([value, label]) => ({ value, label }))}
          onChange={({ currentTarget }) => change({ sort: currentTarget.value })}
        />
        <Filters place={place} onChange={change} />
        {hasFound && isFiltered(place) && (
          <Button
            variant="subtle"
            size="md"
            leftSection={<IconX size={18} aria-hidden />}
            onClick={() => change({ q: "", tag: "", series: "", language: "" })}
          >
            {words.clearFilters}
          </Button>
        )}
      </div>
      <div className={styles["views"]}>
        {onChoosing !== null && (
          <ActionIcon
            size={42}
            variant={isChoosing ? "filled" : "default"}
            aria-pressed={isChoosing}
            aria-label={words.select}
            title={words.select}
            onClick={() => onChoosing(!isChoosing)}
          >
            <IconChecks size={20} aria-hidden />
          </ActionIcon>
        )}
        <ActionIcon
          size={42}
          variant="default"
          aria-label={isList ? words.viewCovers : words.viewList}
          title={isList ? words.viewCovers : words.viewList}
          onClick={() => change({ view: isList ? "" : "list" })}
        >
          {isList ? <IconLayoutGrid size={20} aria-hidden /> : <IconList size={20} aria-hidden />}
        </ActionIcon>
      </div>
    </div>
  );
}

function SearchField({ asked, onAsk }: { asked: string; onAsk: (q: string) => void }) {
  const words = useWords();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(asked);
  const ask = useDebouncedCallback(onAsk, 250);
  // The address may change without this field: by the way back, or by clearing.
  useEffect(() => setText(asked), [asked]);
  useGlobalKeys({ "/": () => field.current?.focus() });
  return (
    <TextInput
      ref={field}
      className={styles["search"]}
      size="md"
      type="search"
      aria-label={words.searchLibrary}
      placeholder={words.searchLibrary}
      maxLength={200}
      leftSection={<IconSearch size={18} aria-hidden />}
      value={text}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        ask(currentTarget.value);
      }}
    />
  );
}

function Filters({ place, onChange }: { place: LibraryPlace; onChange: (patch: Record<string, unknown>) => void }) {
  const words = useWords();
  const language = useLanguage();
  const tags = useQuery(tagsQuery).data?.items ?? [];
  const series = useQuery(seriesQuery).data?.items ?? [];
  const languages = useQuery(languagesQuery).data?.items ?? [];
  // One language is no choice, unless it is what keeps books out of sight.
  const hasLanguages = languages.length > 1 || place.language !== undefined;
  const field = (name: "tag" | "series" | "language", every: string, options: { value: string; label: string }[]) => (
    <NativeSelect
      key={name}
      size="md"
      aria-label={words[name]}
      value={place[name] ?? ""}
      data={[{ value: "", label: every }, ...options]}
      onChange={({ currentTarget }) => onChange({ [name]: currentTarget.value })}
    />
  );
  return (
    <>
      {tags.length > 0 &&
        field(
          "tag",
          words.anyTag,
          tags.map(({ tag, count }) => ({ value: tag, label: `${tag} (${count})` })),
        )}
      {series.length > 0 &&
        field(
          "series",
          words.anySeries,
          series.map((one) => ({ value: one.series, label: `${one.series} (${one.count})` })),
        )}
      {hasLanguages &&
        field(
          "language",
          words.anyLanguage,
          languages.map((one) => ({
            value: one.language,
            label: `${languageName(language, one.language)} (${one.count})`,
          })),
        )}
    </>
  );
}
