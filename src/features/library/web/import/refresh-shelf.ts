import type { QueryClient } from "@tanstack/react-query";

/** Makes everything anew that a changed book changes on the shelf. */
export async function refreshShelf(client: QueryClient): Promise<void> {
  await Promise.all(
    ["books", "tags", "series", "languages"].map((key) => client.invalidateQueries({ queryKey: [key] })),
  );
}
