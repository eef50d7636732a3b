import { Modal } from "@mantine/core";
import { useWords } from "../i18n/language.ts";
import { useIsMac } from "./key-layout.ts";
import styles from "./keyboard-help.module.css";

/** All keys, by where they hold. */
export function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const words = useWords();
  const { keys } = words;
  const isMac = useIsMac();
  const groups: readonly [string, readonly (readonly [readonly string[], string])[]][] = [
    [
      keys.everywhere,
      [
        [[isMac ? "⌘" : "Ctrl", "K"], keys.palette],
        [["G", keys.afterwards, "T"], keys.goToday],
        [["G", keys.afterwards, "L"], keys.goLibrary],
        [["G", keys.afterwards, "S"], keys.goSettings],
        [["A"], keys.add],
        [["?"], keys.help],
      ],
    ],
    [
      keys.inLibrary,
      [
        [["/"], keys.find],
        [["←", "↑", "↓", "→"], keys.move],
        [["Enter"], keys.openBook],
        [["X"], keys.choose],
        [["Delete"], keys.remove],
        [["Esc"], keys.escape],
      ],
    ],
  ];
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.keyboardHelp}
      size="lg"
      closeButtonProps={{ "aria-label": words.close }}
    >
      <div className={styles["groups"]}>
        {groups.map(([name, lines]) => (
          <section key={name}>
            <h3 className={styles["title"]}>{name}</h3>
            <dl className={styles["list"]}>
              {lines.map(([pressed, meaning]) => (
                <div key={meaning} className={styles["line"]}>
                  <dt>{meaning}</dt>
                  <dd>
                    {pressed.map((key) =>
                      key === keys.afterwards ? <span key={key}>{key}</span> : <kbd key={key}>{key}</kbd>,
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
