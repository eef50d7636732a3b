import { Refused } from "../core/text/result.ts";
import type { Person } from "./person.ts";

/** Routes that are open to all: what describes the interface, what was shared by a link, and the ways to sign in. */
const openRoutes = /^\/api\/(?:openapi\.json|docs|shared\/.*|auth(?:\/.*)?)$/;

/** Routes about the account itself, which no token of it may touch. */
const ownRoutes = /^\/api\/(?:account|admin)(?:\/|$)/;

const readingMethods = ["GET", "HEAD", "OPTIONS"];

/** Whether a path can be asked for by anybody. */
export const isOpen = (path: string): boolean => openRoutes.test(path);

/** Refuses who may not send a request with `method` to `path`. Throws `Refused`: `sign-in-needed`, `admin-needed`, `session-needed`, `scope-missing`. */
export function admit(person: Person | null, method: string, path: string): Person {
  if (person === null) throw new Refused("sign-in-needed");
  if (person.by === "token" && ownRoutes.test(path)) throw new Refused("session-needed");
  if (/^\/api\/admin(?:\/|$)/.test(path) && !person.isAdmin) throw new Refused("admin-needed");
  const scope = readingMethods.includes(method) ? "read" : "write";
  if (person.scopes !== null && !person.scopes.includes(scope)) throw new Refused("scope-missing", scope);
  return person;
}
