import type { Share } from "../../../../web/studio/api/comics.ts";

export type ShareState = "open" | "ended" | "revoked";

/** Whether a link still opens, at `now` in milliseconds since 1970. What a person ended is told as that, also when its time is over. */
export function shareState({ expiresAt, revokedAt }: Pick<Share, "expiresAt" | "revokedAt">, now: number): ShareState {
  if (revokedAt !== null) return "revoked";
  return expiresAt !== null && new Date(expiresAt).getTime() <= now ? "ended" : "open";
}
