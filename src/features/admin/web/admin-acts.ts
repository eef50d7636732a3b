import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import { ProblemError } from "../../../web/studio/api/problem-error.ts";
import { useWords } from "../../../web/studio/i18n/language.ts";
import { problemText, useTellDone } from "../../../web/studio/ui/tell.tsx";
import { showToast } from "../../../web/studio/ui/toasts.tsx";
import { useAdminWords } from "./admin-words.ts";

/** Something that an administrator does: what was asked for under `refresh` is asked for anew, and `done` is told, with a way back where there is one. */
export function useAdminAct<Wish, Answer>(
  act: (wish: Wish) => Promise<Answer>,
  refresh: QueryKey,
  done: ((wish: Wish) => { message: string; undo?: () => void }) | null,
) {
  const shell = useWords();
  const { problems } = useAdminWords();
  const client = useQueryClient();
  const tellDone = useTellDone();
  return useMutation({
    mutationFn: act,
    onSuccess(_answer, wish) {
      void client.invalidateQueries({ queryKey: refresh });
      if (done === null) return;
      const { message, undo } = done(wish);
      tellDone(message, undo);
    },
    onError(error) {
      const known = error instanceof ProblemError ? problems[error.code] : undefined;
      const { title, fix } = known ?? problemText(error, shell);
      showToast({ kind: "problem", title, message: fix, undo: null });
    },
  });
}
