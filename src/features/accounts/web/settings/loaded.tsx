import { Skeleton } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useWords } from "../../../../web/studio/i18n/language.ts";
import { Refusal } from "./refusal.tsx";

/** What an answer is shown as; before it came, and where it did not, what stands in its place. */
export function Loaded<Answer>({
  query: { data, error, refetch },
  height = 64,
  children,
}: {
  query: UseQueryResult<Answer>;
  height?: number;
  children: (answer: Answer) => ReactNode;
}) {
  const words = useWords();
  if (data !== undefined) return children(data);
  if (error !== null) return <Refusal error={error} onRetry={() => void refetch()} />;
  return <Skeleton height={height} radius="sm" my={12} role="status" aria-label={words.loading} />;
}
