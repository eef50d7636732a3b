import { useCallback } from "react";
import { ProblemError } from "../api/problem-error.ts";
import type { Words } from "../i18n/en.ts";
import { useWords } from "../i18n/language.ts";
import { showToast } from "./toasts.tsx";

/** What a failure says to a person, in the language of the pages where it is known in it. */
export function problemText(error: unknown, words: Words): { title: string; fix: string } {
  if (!(error instanceof ProblemError)) return { title: words.pageBroken, fix: words.pageBrokenFix };
  return words.problems[error.code] ?? { title: error.title, fix: error.fix };
}

/** Gives a function that tells of a failure in the corner. */
export function useTellProblem(): (error: unknown) => void {
  const words = useWords();
  return useCallback(
    (error: unknown) => {
      const { title, fix } = problemText(error, words);
      showToast({ kind: "problem", title, message: fix, undo: null });
    },
    [words],
  );
}

/** Gives a function that tells what was done, with a button that takes it back where there is a way. */
export function useTellDone(): (message: string, undo?: () => void) => void {
  return useCallback((message: string, undo?: () => void) => {
    showToast({ kind: "done", title: null, message, undo: undo ?? null });
  }, []);
}
