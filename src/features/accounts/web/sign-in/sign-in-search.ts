/** What the addresses of the pages for signed-out people carry, as text. */
export interface SignInSearch {
  /** The path where one was. */
  to?: string;
  email?: string;
  /** Why one is here: the code of a refusal. */
  error?: string;
  verified?: string;
  invitation?: string;
  /** Of a letter for a new password. */
  token?: string;
}

const names = ["to", "email", "error", "verified", "invitation", "token"] as const;

/** The router reads numbers where it can; tokens and codes are text. */
export function signInSearch(search: Record<string, unknown>): SignInSearch {
  const found = names.flatMap((name) => {
    const value = search[name];
    return typeof value === "string" || typeof value === "number" ? [[name, String(value)]] : [];
  });
  return Object.fromEntries(found);
}
