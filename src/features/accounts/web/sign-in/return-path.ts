/** Where one goes after signing in, out of an address's search: only a path of the studio itself, never another site. `/` for everything else. */
export function returnPath(wish: unknown, origin: string): string {
  if (typeof wish !== "string" || !wish.startsWith("/")) return "/";
  const target = URL.parse(wish, origin);
  if (target === null || target.origin !== origin || signedOutPaths.test(target.pathname)) return "/";
  return target.pathname + target.search + target.hash;
}

/** Pages that are shown to who has not signed in. */
const signedOutPaths = /^\/(?:sign-in|sign-up|forgot-password|reset-password|verified|s\/[^/]+)\/?$/;

export const isSignedOutPage = (path: string): boolean => signedOutPaths.test(path);
