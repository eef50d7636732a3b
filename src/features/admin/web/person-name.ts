import { useQuery } from "@tanstack/react-query";
import { useWords } from "../../../web/studio/i18n/language.ts";
import { ask } from "../../../web/studio/api/request.ts";
import { personName } from "../../../web/studio/shell/person-name.ts";
import type { Person } from "./admin-api.ts";
import { useAdminWords } from "./admin-words.ts";

/** What the person of an id is called; asked for once each. */
export function usePersonName(id: string): string {
  const words = useAdminWords();
  const shell = useWords();
  const { data, error } = useQuery({
    queryKey: ["admin", "person", id],
    queryFn: () => ask<Person>(`/admin/people/${id}`),
    staleTime: 60_000,
  });
  if (data) return personName(data.name, shell);
  return error === null ? "…" : words.somebody;
}
