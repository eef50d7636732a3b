import { queryOptions } from "@tanstack/react-query";
import { readWays } from "./auth-api.ts";

export const waysQuery = queryOptions({ queryKey: ["sign-in ways"], queryFn: readWays, staleTime: 60_000 });
