import { timeText } from "../../../backends/sql/codecs.ts";
import type { Database } from "../../../backends/sql/database.ts";

export interface TokenRow {
  id: string;
  name: string;
  start: string;
  scopes: string;
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
}

const columns = [
  "id",
  "name",
  "token_start as start",
  "scopes",
  "created_at as createdAt",
  "expires_at as expiresAt",
  "last_used_at as lastUsedAt",
] as const;

export interface NewToken {
  id: string;
  name: string;
  hash: string;
  start: string;
  scopes: string;
  expiresAt: number | null;
  now: number;
}

/** Keeps a token by its hash. */
export async function addToken({ kysely }: Database, owner: string, token: NewToken): Promise<TokenRow> {
  return kysely
    .insertInto("api_tokens")
    .values({
      id: token.id,
      user_id: owner,
      name: token.name,
      token_hash: token.hash,
      token_start: token.start,
      scopes: token.scopes,
      expires_at: token.expiresAt === null ? null : timeText(token.expiresAt),
      created_at: timeText(token.now),
    })
    .returning(columns)
    .executeTakeFirstOrThrow();
}

/** The tokens of a person that were not revoked, newest first. */
export async function listTokens({ kysely }: Database, owner: string): Promise<TokenRow[]> {
  return kysely
    .selectFrom("api_tokens")
    .select(columns)
    .where("user_id", "=", owner)
    .where("revoked_at", "is", null)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .limit(200)
    .execute();
}

/** From now on a token is refused; false where the person has none of this id. */
export async function revokeToken({ kysely }: Database, owner: string, id: string, now: number): Promise<boolean> {
  const rows = await kysely
    .updateTable("api_tokens")
    .set({ revoked_at: timeText(now) })
    .where("user_id", "=", owner)
    .where("id", "=", id)
    .where("revoked_at", "is", null)
    .returning("id")
    .execute();
  return rows.length > 0;
}

export interface OpenToken {
  id: string;
  userId: string;
  roles: string;
  isActive: number;
  scopes: string;
  expiresAt: string | null;
  revokedAt: string | null;
  lastUsedAt: string | null;
}

/** The token of a hash, with what is asked of its person at each request. */
export async function tokenOfHash({ kysely }: Database, hash: string): Promise<OpenToken | null> {
  const row = await kysely
    .selectFrom("api_tokens")
    .innerJoin("users", "users.id", "api_tokens.user_id")
    .select([
      "api_tokens.id",
      "api_tokens.user_id as userId",
      "users.roles",
      "users.is_active as isActive",
      "api_tokens.scopes",
      "api_tokens.expires_at as expiresAt",
      "api_tokens.revoked_at as revokedAt",
      "api_tokens.last_used_at as lastUsedAt",
    ])
    .where("api_tokens.token_hash", "=", hash)
    .executeTakeFirst();
  return row ?? null;
}

/** Notes that a token was used. */
export async function noteUse({ kysely }: Database, id: string, now: number): Promise<void> {
  await kysely
    .updateTable("api_tokens")
    .set({ last_used_at: timeText(now) })
    .where("id", "=", id)
    .execute();
}
