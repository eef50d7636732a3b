import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import styles from "./front.module.css";
import { FormProblem } from "./form-problem.tsx";
import { useSignInWords } from "./sign-in-words.ts";

/** Says that a letter is on its way, which can be sent again. */
export function LetterSent({
  title,
  text,
  sendsMail,
  onAgain,
  onBack,
}: {
  title?: string;
  text: string;
  sendsMail: boolean;
  onAgain: () => Promise<void>;
  onBack: () => void;
}) {
  const words = useSignInWords();
  const { mutate, isPending, isSuccess, error } = useMutation({ mutationFn: onAgain });
  return (
    <div className={styles["form"]}>
      <div className={styles["told"]} role="status">
        <strong>{title ?? words.sent}</strong>
        <span>{isSuccess ? words.sentAgain : text}</span>
        {!sendsMail && <span>{words.sentOutbox}</span>}
      </div>
      <FormProblem error={error} />
      <div className={styles["beside"]}>
        <Button variant="default" loading={isPending} onClick={() => mutate()}>
          {words.sendAgain}
        </Button>
        <button type="button" className={styles["quiet"]} onClick={onBack}>
          {words.otherAddress}
        </button>
      </div>
    </div>
  );
}
