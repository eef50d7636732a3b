import { NumberInput } from "@mantine/core";
import type { ComicSettings } from "../../schema.ts";
import { ChoiceCard, ChoiceGroup } from "./choice-card.tsx";
import { mostPages, type PaceName, paceOrder, pagesTyped } from "./comic-choices.ts";
import { useMakingWords } from "./making-words.ts";
import styles from "./new-comic.module.css";

/** How much of the book is told: by a pace, or by a number of pages. */
export function PaceChoice({
  choices,
  onChange,
  lengths,
}: {
  choices: ComicSettings;
  onChange(choices: ComicSettings): void;
  /** Pages of each pace, null while they are counted. */
  lengths: Readonly<Record<PaceName, number | null>>;
}) {
  const words = useMakingWords();
  const { pace, totalPages } = choices;
  const usual = lengths[pace] ?? 24;
  return (
    <ChoiceGroup legend={words.pace}>
      <div className={styles["cards"]}>
        {paceOrder.map((name) => (
          <ChoiceCard
            key={name}
            group="pace"
            label={words.paces[name]}
            hint={words.paceHints[name]}
            isChosen={totalPages === null && pace === name}
            onChoose={() => onChange({ ...choices, pace: name, totalPages: null })}
          >
            <PageCount pages={lengths[name]} />
          </ChoiceCard>
        ))}
        <ChoiceCard
          group="pace"
          label={words.exactly}
          hint={words.exactlyHint}
          isChosen={totalPages !== null}
          onChoose={() => onChange({ ...choices, totalPages: usual })}
        />
      </div>
      {totalPages !== null && (
        <NumberInput
          hideControls
          className={styles["number"] ?? ""}
          label={words.pagesField}
          min={1}
          max={mostPages}
          allowDecimal={false}
          value={totalPages}
          onChange={(value) => onChange({ ...choices, totalPages: pagesTyped(value) ?? totalPages })}
        />
      )}
    </ChoiceGroup>
  );
}

function PageCount({ pages }: { pages: number | null }) {
  const words = useMakingWords();
  if (pages === null) return <span className={styles["count"]} data-counting title={words.counting} />;
  return <span className={styles["count"]}>{words.pages(pages)}</span>;
}
