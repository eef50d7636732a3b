import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { ProblemError } from "../../../../web/studio/api/problem-error.ts";
import { useWords } from "../../../../web/studio/i18n/language.ts";
import { problemText, useTellDone } from "../../../../web/studio/ui/tell.tsx";
import { showToast } from "../../../../web/studio/ui/toasts.tsx";
import { useSettingsWords } from "./settings-words.ts";

/** Gives what a refusal says here: in the settings' own words where they have some. */
export function useRefusalText(): (error: unknown) => { title: string; fix: string } {
  const shell = useWords();
  const { problems } = useSettingsWords();
  return useCallback(
    (error) => (error instanceof ProblemError ? problems[error.code] : undefined) ?? problemText(error, shell),
    [problems, shell],
  );
}

interface ActOptions<Answer> {
  /** Said in the corner when it is done. */
  done?: string;
  /** What is asked for anew then. */
  refresh?: QueryKey;
  onDone?: (answer: Answer) => void;
  /** Whether the place of the act itself shows why it was refused. */
  isTold?: boolean;
}

/** Something that a person does in the settings: told when it is done, and when it is refused. */
export function useAct<Wish, Answer>(
  act: (wish: Wish) => Promise<Answer>,
  { done, refresh, onDone, isTold = false }: ActOptions<Answer>,
) {
  const client = useQueryClient();
  const tellDone = useTellDone();
  const textOf = useRefusalText();
  return useMutation({
    mutationFn: act,
    onSuccess(answer) {
      if (refresh !== undefined) void client.invalidateQueries({ queryKey: refresh });
      if (done !== undefined) tellDone(done);
      onDone?.(answer);
    },
    onError(error) {
      if (isTold) return;
      const { title, fix } = textOf(error);
      showToast({ kind: "problem", title, message: fix, undo: null });
    },
  });
}
