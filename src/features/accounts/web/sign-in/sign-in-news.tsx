import styles from "./front.module.css";
import { useSignInWords } from "./sign-in-words.ts";

/** What brought somebody to the page: a link that worked or was over, or a provider that refused. */
export function SignInNews({
  error,
  isVerified,
  isReset = false,
}: {
  error?: string;
  isVerified: boolean;
  isReset?: boolean;
}) {
  const words = useSignInWords();
  if (error !== undefined) {
    const known = words.problems[error];
    const [title, text] =
      error === "link-ended"
        ? [words.linkOver, words.linkOverHint]
        : [known?.title ?? words.providerFailed, known?.fix ?? words.providerFailedHint];
    return (
      <div className={styles["problem"]} role="alert">
        <strong>{title}</strong>
        {text}
      </div>
    );
  }
  if (!isVerified && !isReset) return null;
  return (
    <div className={styles["told"]} role="status">
      <strong>{isReset ? words.resetDone : words.verified}</strong>
      {isVerified && <span>{words.verifiedHint}</span>}
    </div>
  );
}
