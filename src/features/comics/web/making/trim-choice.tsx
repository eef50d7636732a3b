import { trims } from "../../../../core/print/edition.ts";
import type { ComicSettings } from "../../schema.ts";
import { ChoiceCard, ChoiceGroup } from "./choice-card.tsx";
import { trimOrder } from "./comic-choices.ts";
import { useMakingWords } from "./making-words.ts";
import styles from "./new-comic.module.css";

/** Pixels to a millimetre in the little pages. */
const scale = 0.22;

/** The size of the page, by its shape. */
export function TrimChoice({ choices, onChange }: { choices: ComicSettings; onChange(choices: ComicSettings): void }) {
  const words = useMakingWords();
  return (
    <ChoiceGroup legend={words.paper}>
      <div className={styles["trims"]}>
        {trimOrder.map((name) => (
          <ChoiceCard
            key={name}
            group="trim"
            label={words.trims[name]}
            hint={words.millimetres(Math.round(trims[name].width), Math.round(trims[name].height))}
            isChosen={choices.trim === name}
            onChoose={() => onChange({ ...choices, trim: name })}
          >
            <span className={styles["shapePlace"]} aria-hidden>
              <PageShape width={trims[name].width * scale} height={trims[name].height * scale} />
            </span>
          </ChoiceCard>
        ))}
      </div>
    </ChoiceGroup>
  );
}

/** A page with its panels, very small. */
function PageShape({ width, height }: { width: number; height: number }) {
  const [edge, gap] = [3, 2];
  const [inner, third] = [width - 2 * edge, (height - 2 * edge - 2 * gap) / 3];
  const half = (inner - gap) / 2;
  const row = (i: number): number => edge + i * (third + gap);
  return (
    <svg className={styles["shape"]} width={width} height={height}>
      <rect className={styles["shapePage"]} x={0.5} y={0.5} width={width - 1} height={height - 1} />
      <rect x={edge} y={row(0)} width={inner} height={third} />
      <rect x={edge} y={row(1)} width={half} height={third} />
      <rect x={edge + half + gap} y={row(1)} width={half} height={third} />
      <rect x={edge} y={row(2)} width={inner} height={third} />
    </svg>
  );
}
