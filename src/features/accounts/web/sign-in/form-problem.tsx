import { useWords } from "../../../../web/studio/i18n/language.ts";
import { problemText } from "../../../../web/studio/ui/tell.tsx";
import styles from "./front.module.css";
import { useSignInWords } from "./sign-in-words.ts";
import { ProblemError } from "../../../../web/studio/api/problem-error.ts";

/** Why a form was refused, above it, where it is read first. Nothing where it was not. */
export function FormProblem({ error }: { error: unknown }) {
  const shell = useWords();
  const { problems } = useSignInWords();
  if (error === null || error === undefined) return null;
  const known = error instanceof ProblemError ? problems[error.code] : undefined;
  const { title, fix } = known ?? problemText(error, shell);
  return (
    <div className={styles["problem"]} role="alert">
      <strong>{title}</strong>
      {fix}
    </div>
  );
}
