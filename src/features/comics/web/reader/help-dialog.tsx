import { ReaderDialog } from "./reader-dialog.tsx";
import { type ReaderWords, useReaderWords } from "./reader-words.ts";
import styles from "./dialogs.module.css";

const rows: readonly (readonly [keyof ReaderWords["keys"], readonly string[]])[] = [
  ["arrows", ["←", "→"]],
  ["space", ["Space"]],
  ["ends", ["Home", "End"]],
  ["guided", ["G"]],
  ["mode", ["D"]],
  ["sheet", ["T"]],
  ["zoom", ["+", "−", "0"]],
  ["full", ["F"]],
  ["bars", ["M"]],
  ["tab", ["Tab"]],
  ["help", ["?"]],
  ["escape", ["Esc"]],
];

/** What keys, fingers and mouse do. */
export function HelpDialog({ onClose }: { onClose(): void }) {
  const say = useReaderWords();
  return (
    <ReaderDialog title={say.help} onClose={onClose}>
      <div className={styles["help"]}>
        <section>
          <h3>{say.keysTitle}</h3>
          <dl className={styles["keys"]}>
            {rows.map(([name, keys]) => (
              <div key={name}>
                <dt>
                  {keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{say.keys[name]}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section>
          <h3>{say.gesturesTitle}</h3>
          <ul className={styles["gestures"]}>
            {Object.values(say.gestures).map((gesture) => (
              <li key={gesture}>{gesture}</li>
            ))}
          </ul>
        </section>
      </div>
    </ReaderDialog>
  );
}
