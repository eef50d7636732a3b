import type { z } from "zod";
import type { Me, settingsPatch, UserSettings } from "../../../features/accounts/schema.ts";
import { ask, tell } from "./request.ts";

export type SettingsPatch = z.infer<typeof settingsPatch>;

/** Something that happened while nobody looked. */
export interface Notice {
  id: string;
  kind: string;
  title: string;
  bookId: string | null;
  jobId: string | null;
  error: { code: string; title: string; fix: string } | null;
  createdAt: string;
  readAt: string | null;
}

export const readMe = (): Promise<Me> => ask("/me");
export const changeSettings = (patch: SettingsPatch): Promise<UserSettings> =>
  ask("/me/settings", { method: "PATCH", json: patch });
export const listNotices = (): Promise<{ items: Notice[]; next: string | null }> =>
  ask("/notifications", { query: { limit: 30 } });
export const readNotices = (): Promise<void> => tell("/notifications/read", { method: "POST" });
