import { Button } from "@mantine/core";
import { useWords } from "../../../../web/studio/i18n/language.ts";
import { useRefusalText } from "./acts.ts";
import styles from "./settings.module.css";

/** Why something was refused, where it was tried. Nothing where it was not. */
export function Refusal({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const words = useWords();
  const textOf = useRefusalText();
  if (error === null || error === undefined) return null;
  const { title, fix } = textOf(error);
  return (
    <div className={styles["problem"]} role="alert">
      <strong>{title}</strong>
      {fix}
      {onRetry && (
        <p>
          <Button variant="default" mt={8} onClick={onRetry}>
            {words.tryAgain}
          </Button>
        </p>
      )}
    </div>
  );
}
