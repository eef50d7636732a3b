import { jsonOf, timeText } from "../../../backends/sql/codecs.ts";
import type { Database } from "../../../backends/sql/database.ts";
import { type Role, roles } from "../schema.ts";

/** What a person is called, and how they are known. */
export interface Profile {
  name: string;
  email: string;
  firstName: string;
  lastName: string;
  fullName: string;
  /** Where it is served; null for none, and for one that lies with a provider. */
  picture: string | null;
  /** Of mails; BCP 47. */
  language: string;
  roles: readonly Role[];
  /** When the account goes, ISO 8601 in UTC; null for never. */
  deletionAt: string | null;
}

const served = "/api/blobs/";

/** A person's profile; null where there is nobody of that id. */
export async function readProfile({ kysely }: Database, owner: string): Promise<Profile | null> {
  const row = await kysely
    .selectFrom("users")
    .select(["name", "email", "first_name as firstName", "last_name as lastName", "full_name as fullName"])
    .select(["image", "language", "roles", "deletion_at as deletionAt"])
    .where("id", "=", owner)
    .executeTakeFirst();
  if (!row) return null;
  const { image, ...profile } = row;
  return { ...profile, picture: image?.startsWith(served) ? image : null, roles: rolesOf(row.roles) };
}

/** The roles in a row. */
export function rolesOf(text: string): Role[] {
  const found = jsonOf(text, "users.roles", (value) => (Array.isArray(value) ? value : []));
  return roles.filter((role) => found.includes(role));
}

export interface ProfilePatch {
  name?: string | undefined;
  firstName?: string | undefined;
  lastName?: string | undefined;
  language?: string | undefined;
}

/** Changes what a person is called; what the patch leaves out stays. `now` in milliseconds since 1970. */
export async function changeProfile(
  { kysely }: Database,
  owner: string,
  { name, firstName, lastName, language }: ProfilePatch,
  now: number,
): Promise<void> {
  await kysely
    .updateTable("users")
    .set({ updated_at: timeText(now) })
    .$if(name !== undefined, (query) => query.set({ name }))
    .$if(firstName !== undefined, (query) => query.set({ first_name: firstName }))
    .$if(lastName !== undefined, (query) => query.set({ last_name: lastName }))
    .$if(language !== undefined, (query) => query.set({ language }))
    .where("id", "=", owner)
    .execute();
}

/** The file of a person's picture; null for none. */
export async function pictureOf({ kysely }: Database, owner: string): Promise<string | null> {
  const row = await kysely.selectFrom("users").select("image").where("id", "=", owner).executeTakeFirst();
  return row?.image?.startsWith(served) ? row.image.slice(served.length) : null;
}

/** Gives a person another picture; null for none. */
export async function setPicture(
  { kysely }: Database,
  owner: string,
  { file, now }: { file: string | null; now: number },
): Promise<void> {
  await kysely
    .updateTable("users")
    .set({ image: file === null ? null : served + file, updated_at: timeText(now) })
    .where("id", "=", owner)
    .execute();
}
