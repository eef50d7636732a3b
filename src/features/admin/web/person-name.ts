import { useQuery } from "@tanstack/react-query";
import { ask } from "../../../web/studio/api/request.ts";
import type { Person } from "./admin-api.ts";
import { useAdminWords } from "./admin-words.ts";

/** What the person of an id is called; asked for once each. */
export function usePersonName(id: string): string {
  const words = useAdminWords();
  const { data, error } = useQuery({
    queryKey: ["admin", "person", id],
    queryFn: () => ask<Person>(`/admin/people/${id}`),
    staleTime: 60_000,
  });
  return data?.name ?? (error === null ? "…" : words.somebody);
}
