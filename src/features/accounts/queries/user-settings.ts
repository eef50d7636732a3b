import { jsonOf, jsonText, timeText } from "../../../backends/sql/codecs.ts";
import type { Database } from "../../../backends/sql/database.ts";
import { settingsSchema, type UserSettings } from "../schema.ts";

/** What holds for somebody who has set nothing. */
export const usualSettings: UserSettings = {
  language: "auto",
  theme: "system",
  readingDirection: "auto",
  readingMode: "single",
  reducedMotion: false,
  isWelcomed: false,
};

/** What a person has set, and the usual where nothing was. */
export async function readSettings(db: Database, owner: string): Promise<UserSettings> {
  return settingsOf(await readRow(db, owner));
}

interface SettingsRow {
  theme: string;
  readingDirection: string;
  /** All that has no column of its own. */
  others: object;
}

async function readRow({ kysely }: Database, owner: string): Promise<SettingsRow | null> {
  const row = await kysely
    .selectFrom("user_settings")
    .select(["theme", "reading_direction as readingDirection", "settings_json as others"])
    .where("user_id", "=", owner)
    .executeTakeFirst();
  return row ? { ...row, others: row.others === null ? {} : jsonOf(row.others, "settings_json", objectOf) } : null;
}

function objectOf(value: unknown): object {
  if (typeof value !== "object" || value === null) throw new TypeError("It is no object.");
  return value;
}

/** A value that is none here (a theme of another version) is as good as none. */
function settingsOf(row: SettingsRow | null): UserSettings {
  if (row === null) return usualSettings;
  const found: Record<string, unknown> = { ...row.others, theme: row.theme, readingDirection: row.readingDirection };
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
  const { theme, readingDirection, ...others } = after;
  const columns = {
    theme,
    reading_direction: readingDirection,
    settings_json: jsonText({ ...before?.others, ...others }),
    updated_at: timeText(now),
  };
  await db.kysely
    .insertInto("user_settings")
    .values({ user_id: owner, ...columns })
    .onConflict((conflict) => conflict.column("user_id").doUpdateSet(columns))
    .execute();
  return after;
}

/** What a person is called; null where there is nobody of that id. */
export async function nameOf({ kysely }: Database, owner: string): Promise<string | null> {
  const row = await kysely.selectFrom("users").select("name").where("id", "=", owner).executeTakeFirst();
  return row?.name ?? null;
}
