import { Button } from "@mantine/core";
import { IconCloudOff } from "@tabler/icons-react";
import { useWords } from "../i18n/language.ts";
import { Notice } from "./notice.tsx";
import { problemText } from "./tell.tsx";

/** Stands where something could not be shown: what happened, what to do, and a button that tries again. */
export function ProblemPlace({ title, error, onRetry }: { title: string; error: unknown; onRetry: () => void }) {
  const words = useWords();
  const problem = problemText(error, words);
  return (
    <div role="alert">
      <Notice icon={IconCloudOff} title={title} text={words.sentences(problem.title, problem.fix)}>
        <Button onClick={onRetry}>{words.tryAgain}</Button>
      </Notice>
    </div>
  );
}
