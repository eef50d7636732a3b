import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { watchedQuery } from "../../../../web/studio/api/queries.ts";
import type { Watched } from "../../schema.ts";
import { refreshShelf } from "./refresh-shelf.ts";

const none: Watched = { folder: null, isThere: false, items: [] };

/** The folder that is watched; when something has come from it, the shelf is made anew. */
export function useWatched(): Watched {
  const client = useQueryClient();
  const watched = useQuery(watchedQuery).data ?? none;
  const newest = watched.items[0]?.createdAt;
  useEffect(() => {
    if (newest !== undefined) void refreshShelf(client);
  }, [client, newest]);
  return watched;
}
