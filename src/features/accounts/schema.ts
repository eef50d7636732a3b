import { z } from "@hono/zod-openapi";
import { idSchema, timeSchema } from "../../http/schema.ts";

/** Whether the runtime knows a time zone of this name (IANA). */
function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Seconds that one focuses or rests: a minute to four hours. */
const spanSchema = z.int().min(60).max(14_400);

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
    /** A name of IANA; `auto` is that of the browser. */
    timeZone: z
      .string()
      .max(64)
      .refine((name) => name === "auto" || isTimeZone(name), "No time zone has this name")
      .openapi({ example: "Asia/Tokyo" }),
    /** The hour at which a day begins. */
    dayStartHour: z.int().min(0).max(23),
    /** How shortcuts are shown; `auto` goes by the browser. */
    keyboardLayout: z.enum(["auto", "mac", "windows"]),
    /** What opens first; null for Today. */
    selectedProduct: z.string().min(1).max(50).nullable(),
    /** In the browser. */
    notifications: z.boolean(),
    emailNotifications: z.boolean(),
    focusDuration: spanSchema,
    breakDuration: spanSchema,
    longBreakDuration: spanSchema,
  })
  .openapi("Settings");
export type UserSettings = z.infer<typeof settingsSchema>;
export const settingsPatch = settingsSchema.partial();

export const roles = ["USER", "ADMIN"] as const;
export type Role = (typeof roles)[number];

export const meSchema = z
  .object({
    id: idSchema,
    name: z.string(),
    email: z.string(),
    firstName: z.string(),
    lastName: z.string(),
    fullName: z.string(),
    /** Where it is served; null for none. */
    picture: z.string().nullable(),
    /** Of mails; BCP 47. */
    language: z.string(),
    roles: z.array(z.enum(roles)),
    /** How we know who it is. */
    by: z.enum(["machine", "session", "token"]),
    /** Whether the one who sits at the machine is signed in without a word. */
    isSingleUser: z.boolean(),
    /** When the account goes, with everything in it; null for never. */
    deletionAt: timeSchema.nullable(),
    settings: settingsSchema,
    version: z.string(),
    /** Whether people who have nothing yet are given the sample stories. */
    givesSamples: z.boolean(),
  })
  .openapi("Me");
export type Me = z.infer<typeof meSchema>;
