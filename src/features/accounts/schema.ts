import { z } from "@hono/zod-openapi";
import { idSchema } from "../../http/schema.ts";

export const settingsSchema = z
  .object({
    language: z.enum(["auto", "en", "ja"]),
    theme: z.enum(["system", "light", "dark"]),
    /** `auto` follows the book. */
    readingDirection: z.enum(["auto", "ltr", "rtl"]),
    readingMode: z.enum(["single", "spread", "strip"]),
    reducedMotion: z.boolean(),
    /** Whether the question of the first run was answered. */
    isWelcomed: z.boolean(),
  })
  .openapi("Settings");
export type UserSettings = z.infer<typeof settingsSchema>;
export const settingsPatch = settingsSchema.partial();

export const meSchema = z
  .object({ id: idSchema, name: z.string(), isSingleUser: z.boolean(), settings: settingsSchema, version: z.string() })
  .openapi("Me");
export type Me = z.infer<typeof meSchema>;
