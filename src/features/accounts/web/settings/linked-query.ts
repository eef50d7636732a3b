import { queryOptions } from "@tanstack/react-query";
import { listLinked } from "./account-api.ts";

/** The ways by which the person can sign in, the password among them. */
export const linkedQuery = queryOptions({ queryKey: ["account", "linked"], queryFn: listLinked });
