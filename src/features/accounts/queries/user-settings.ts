import { flagNumber, flagOf, jsonOf, jsonText, timeText } from "../../../backends/sql/codecs.ts";
import type { Database } from "../../../backends/sql/database.ts";
import { settingsSchema, type UserSettings } from "../schema.ts";

/** What holds for somebody who has set nothing. */
const usualSettings: UserSettings = {
  language: "auto",
  theme: "system",
  readingDirection: "auto",
  readingMode: "single",
  reducedMotion: false,
  isWelcomed: false,
  timeZone: "auto",
  dayStartHour: 0,
  keyboardLayout: "auto",
  selectedProduct: null,
  notifications: true,
  emailNotifications: true,
  focusDuration: 1_500,
  breakDuration: 300,
  longBreakDuration: 900,
};

/** What a person has set, and the usual where nothing was. */
export async function readSettings(db: Database, owner: string): Promise<UserSettings> {
  return settingsOf(await readRow(db, owner));
}

/** What the columns say, by the names of settings, and all that has no column of its own. */
type SettingsRow = Readonly<Record<string, unknown>> & { others: object };

async function readRow({ kysely }: Database, owner: string): Promise<SettingsRow | null> {
  const row = await kysely
    .selectFrom("user_settings")
    .select(["theme", "reading_direction", "selected_product", "day_start_hour"])
    .select(["notifications_enabled", "email_notifications"])
    .select(["focus_default_duration", "focus_break_duration", "focus_long_break_duration", "settings_json"])
    .where("user_id", "=", owner)
    .executeTakeFirst();
  if (!row) return null;
  return {
    theme: row.theme,
    readingDirection: row.reading_direction,
    selectedProduct: row.selected_product,
    dayStartHour: row.day_start_hour,
    notifications: flagOf(row.notifications_enabled),
    emailNotifications: flagOf(row.email_notifications),
    focusDuration: row.focus_default_duration,
    breakDuration: row.focus_break_duration,
    longBreakDuration: row.focus_long_break_duration,
    others: row.settings_json === null ? {} : jsonOf(row.settings_json, "settings_json", objectOf),
  };
}

/** The columns of settings. Those of zone and keyboard cannot say `auto`: then they keep their usual value, and what holds stands in the JSON. */
function columnsOf(settings: UserSettings) {
  return {
    theme: settings.theme,
    reading_direction: settings.readingDirection,
    selected_product: settings.selectedProduct,
    day_start_hour: settings.dayStartHour,
    notifications_enabled: flagNumber(settings.notifications),
    email_notifications: flagNumber(settings.emailNotifications),
    focus_default_duration: settings.focusDuration,
    focus_break_duration: settings.breakDuration,
    focus_long_break_duration: settings.longBreakDuration,
    time_zone: settings.timeZone === "auto" ? "UTC" : settings.timeZone,
    keyboard_layout: settings.keyboardLayout === "auto" ? "mac" : settings.keyboardLayout,
  };
}

function objectOf(value: unknown): object {
  if (typeof value !== "object" || value === null) throw new TypeError("It is no object.");
  return value;
}

/** A value that is none here (a theme of another version) is as good as none. */
function settingsOf(row: SettingsRow | null): UserSettings {
  if (row === null) return usualSettings;
  const found: Record<string, unknown> = { ...row.others, ...row };
  const known = Object.entries(settingsSchema.shape).flatMap(([name, schema]) =>
    schema.safeParse(found[name]).success ? [[name, found[name]]] : [],
  );
  return settingsSchema.parse({ ...usualSettings, ...Object.fromEntries(known) });
}

/** Changes what a person has set, and gives all of it; what the patch leaves out stays. */
export async function changeSettings(
  db: Database,
  owner: string,
  patch: { [Name in keyof UserSettings]?: UserSettings[Name] | undefined },
  now: number,
): Promise<UserSettings> {
  const before = await readRow(db, owner);
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  const after = settingsSchema.parse({ ...settingsOf(before), ...given });
  const { language, reducedMotion, readingMode, isWelcomed, timeZone, keyboardLayout } = after;
  const others = { language, reducedMotion, readingMode, isWelcomed, timeZone, keyboardLayout };
  const columns = {
    ...columnsOf(after),
    settings_json: jsonText({ ...before?.others, ...others }),
    updated_at: timeText(now),
  };
  const keep = db.kysely
    .insertInto("user_settings")
    .values({ user_id: owner, ...columns })
    .onConflict((conflict) => conflict.column("user_id").doUpdateSet(columns));
  // Mails speak the language that was chosen for the pages.
  const speak = db.kysely
    .updateTable("users")
    .set({ language, updated_at: timeText(now) })
    .where("id", "=", owner);
  await db.atomic(given["language"] === undefined || language === "auto" ? [keep] : [keep, speak]);
  return after;
}
