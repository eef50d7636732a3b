import { ActionIcon, Checkbox, NumberInput, SegmentedControl, Tooltip } from "@mantine/core";
import { IconDice5 } from "@tabler/icons-react";
import type { ComicSettings } from "../../schema.ts";
import { ChoiceGroup } from "./choice-card.tsx";
import { formatOrder, withFormat } from "./comic-choices.ts";
import { formatNamesShown } from "../files/format-facts.ts";
import { useMakingWords } from "./making-words.ts";
import styles from "./new-comic.module.css";

const mostSeed = 2_147_483_647;

interface Choosing {
  choices: ComicSettings;
  onChange(choices: ComicSettings): void;
}

/** Direction, colour, the variation that is drawn, and the files. */
export function LookChoices({ choices, onChange, direction }: Choosing & { direction: "ltr" | "rtl" }) {
  const words = useMakingWords();
  return (
    <>
      <ChoiceGroup legend={words.direction}>
        <SegmentedControl
          aria-label={words.direction}
          value={choices.direction}
          onChange={(value) => onChange({ ...choices, direction: value })}
          data={[
            { value: "auto", label: words.directionAuto },
            { value: "ltr", label: words.directions.ltr },
            { value: "rtl", label: words.directions.rtl },
          ]}
        />
        {choices.direction === "auto" && <p className={styles["small"]}>{words.directionHints[direction]}</p>}
      </ChoiceGroup>
      <ChoiceGroup legend={words.colour}>
        <SegmentedControl
          aria-label={words.colour}
          value={choices.colour}
          onChange={(value) => onChange({ ...choices, colour: value })}
          data={[
            { value: "ink", label: words.colours.ink },
            { value: "flat", label: words.colours.flat },
          ]}
        />
      </ChoiceGroup>
      <SeedChoice choices={choices} onChange={onChange} />
      <ChoiceGroup legend={words.formats} hint={words.formatsHint}>
        <div className={styles["formats"]}>
          {formatOrder.map((name) => (
            <Checkbox
              key={name}
              label={formatNamesShown[name]}
              checked={choices.formats.includes(name)}
              onChange={(event) => onChange(withFormat(choices, name, event.currentTarget.checked))}
            />
          ))}
        </div>
      </ChoiceGroup>
    </>
  );
}

function SeedChoice({ choices, onChange }: Choosing) {
  const words = useMakingWords();
  return (
    <ChoiceGroup legend={words.seed} hint={words.seedHint}>
      <div className={styles["seed"]}>
        <NumberInput
          hideControls
          aria-label={words.seed}
          min={0}
          max={mostSeed}
          allowDecimal={false}
          value={choices.seed}
          onChange={(value) => typeof value === "number" && onChange({ ...choices, seed: Math.round(value) })}
        />
        <Tooltip label={words.dice}>
          <ActionIcon
            size={44}
            variant="default"
            aria-label={words.dice}
            onClick={() => onChange({ ...choices, seed: 1 + Math.floor(Math.random() * 9_998) })}
          >
            <IconDice5 size={24} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
    </ChoiceGroup>
  );
}
