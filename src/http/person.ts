/** What an API token may do. Who has signed in, or sits at the machine, may do all of it. */
export const tokenScopes = ["read", "write"] as const;
export type TokenScope = (typeof tokenScopes)[number];

/** Who sends a request. */
export interface Person {
  id: string;
  isAdmin: boolean;
  /** How we know: the person sits at this machine, has signed in, or sends a token of the API. */
  by: "machine" | "session" | "token";
  /** The session's id; null where there is none. */
  sessionId: string | null;
  /** What the token may do; null for all. */
  scopes: readonly TokenScope[] | null;
}
