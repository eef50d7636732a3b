import { NativeSelect, RangeSlider, SegmentedControl } from "@mantine/core";
import type { BookDetail } from "../../../library/schema.ts";
import type { ComicSettings } from "../../schema.ts";
import { ChoiceGroup } from "./choice-card.tsx";
import { withFirstChapter, withLastChapter } from "./comic-choices.ts";
import { useMakingWords } from "./making-words.ts";
import styles from "./new-comic.module.css";

/** Which chapters are told: all, or a range over the table of contents. */
export function ChapterChoice({
  choices,
  onChange,
  chapters,
}: {
  choices: ComicSettings;
  onChange(choices: ComicSettings): void;
  /** Those that are told, in their order. */
  chapters: BookDetail["chapters"];
}) {
  const words = useMakingWords();
  const range = choices.chapters;
  const last = chapters.length;
  if (last < 2) return <ChoiceGroup legend={words.chapters} hint={words.oneChapter} children={null} />;
  const options = chapters.map(({ number, title, level }) => ({
    value: String(number),
    label: `${"\u2003".repeat(Math.max(0, level - 1))}${words.chapter(number ?? 0, title)}`,
  }));
  return (
    <ChoiceGroup legend={words.chapters}>
      <SegmentedControl
        aria-label={words.chapters}
        value={range === null ? "all" : "some"}
        onChange={(value) =>
          onChange({ ...choices, chapters: value === "all" ? null : { from: 1, to: Math.ceil(last / 2) } })
        }
        data={[
          { value: "all", label: words.wholeBook },
          { value: "some", label: words.someChapters },
        ]}
      />
      {range !== null && (
        <div className={styles["range"]}>
          <NativeSelect
            label={words.from}
            data={options}
            value={String(range.from)}
            onChange={(event) => onChange(withFirstChapter(choices, Number(event.currentTarget.value)))}
          />
          <NativeSelect
            label={words.to}
            data={options}
            value={String(range.to)}
            onChange={(event) => onChange(withLastChapter(choices, Number(event.currentTarget.value)))}
          />
          <div className={styles["slider"]}>
            <RangeSlider
              min={1}
              max={last}
              minRange={0}
              label={null}
              value={[range.from, range.to]}
              onChange={([from, to]) => onChange({ ...choices, chapters: { from, to } })}
              thumbFromLabel={words.from}
              thumbToLabel={words.to}
            />
            <p className={styles["small"]}>{words.chaptersOf(range.to - range.from + 1, last)}</p>
          </div>
        </div>
      )}
    </ChoiceGroup>
  );
}
