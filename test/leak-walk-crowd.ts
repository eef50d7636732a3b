import { openSignIn } from "../src/backends/sign-in/better-auth.ts";
import type { SignIn } from "../src/backends/sign-in/sign-in.ts";
import { timeText } from "../src/backends/sql/codecs.ts";
import type { Database } from "../src/backends/sql/database.ts";
import { mailPost } from "../src/features/accounts/mail-post.ts";
import { sealer } from "../src/features/accounts/sealed-text.ts";
import type { StudioAccounts } from "../src/features/accounts/sign-in-api.ts";
import { signInHooks } from "../src/features/accounts/sign-in-hooks.ts";
import { personFinder } from "../src/features/accounts/sign-in-person.ts";
import { newToken, tokenHash } from "../src/features/accounts/token-text.ts";
import type { Stranger } from "./leak-walk.ts";

const day = 24 * 3_600_000;

/** All who come by, with what they carry: rows of sessions and tokens as signing in leaves them. */
export interface Crowd {
  /** What a request of the first person carries. */
  first: Readonly<Record<string, string>>;
  strangers: readonly Stranger[];
  /** Ids of the strangers who have accounts, and of a session of the first person that has ended and may be swept. */
  passing: readonly string[];
  /** What the first person has for signing in, to be asked for by others. */
  ids: { session: string; token: string; passkey: string; invitation: string };
  /** What the first person signs in with. */
  secrets: readonly string[];
}

export interface CrowdParts {
  db: Database;
  newId(): string;
  now(): number;
  origin: string;
  /** The first person, and somebody without anything. */
  first: string;
  second: string;
}

const nobody = { status: 401, codes: ["sign-in-needed"] } as const;

/** Accounts of a studio that others can reach, without a server of mail. */
export function walkAccounts({ db, newId, now, origin }: Omit<CrowdParts, "first" | "second">): StudioAccounts {
  const trouble = (error: unknown): never => {
    throw error;
  };
  const seal = sealer([new Uint8Array(32).fill(9)], "mail");
  const mail = mailPost({ db, now, newId, sealer: seal, mailer: null, trouble });
  const signIn = openSignIn({
    db,
    origin,
    secrets: ["a secret of the walk that is long enough to sign with"],
    newId,
    now,
    providers: { google: null, twitter: null, oidc: null },
    hooks: signInHooks({ db, mail, now, origin, trouble }),
  });
  return {
    signIn,
    mail,
    people: personFinder({ db, signIn, now, onLoopback: false }),
    setupCode: "a code of the walk",
    google: false,
    twitter: false,
    oidc: null,
    sendsMail: false,
  };
}

export async function walkCrowd(signIn: SignIn, { db, newId, now, first, second }: CrowdParts): Promise<Crowd> {
  const at = timeText(now());

  async function person(roles: string, isActive: 0 | 1): Promise<string> {
    const id = newId();
    const row = { id, email: `${id}@example.org`, name: "Walker", email_verified: 1, roles, is_active: isActive };
    await db.kysely
      .insertInto("users")
      .values({ ...row, created_at: at, updated_at: at })
      .execute();
    return id;
  }

  async function session(user: string, expiresAt = now() + day) {
    const row = { id: newId(), token: `${newId()}${newId()}`, user_id: user, expires_at: timeText(expiresAt) };
    await db.kysely
      .insertInto("sessions")
      .values({ ...row, created_at: at, updated_at: at })
      .execute();
    const cookie = (await signIn.cookieOf(row.token)).split(";")[0] ?? "";
    return { ...row, headers: { Cookie: cookie } };
  }

  async function token(
    user: string,
    scopes: readonly string[],
    ended: { expires_at?: string; revoked_at?: string } = {},
  ) {
    const secret = newToken();
    const id = newId();
    const hash = (await tokenHash(secret)) ?? "";
    const row = { id, user_id: user, name: "Walker", token_hash: hash, token_start: secret.slice(0, 8) };
    await db.kysely
      .insertInto("api_tokens")
      .values({ ...row, scopes: JSON.stringify(scopes), created_at: at, ...ended })
      .execute();
    return { id, secret, headers: { Authorization: `Bearer ${secret}` } };
  }

  async function passkey(user: string): Promise<string> {
    const id = newId();
    const key = { credential_id: id, credential_public_key: "AAAA", device_type: "singleDevice" };
    await db.kysely
      .insertInto("authenticators")
      .values({ id, user_id: user, name: "Walker", ...key, created_at: at })
      .execute();
    return id;
  }

  async function invitation(by: string): Promise<string> {
    const id = newId();
    const row = { id, invited_by: by, email: "guest@thrumwick.example", role: "USER", token_hash: "0".repeat(64) };
    await db.kysely
      .insertInto("invitations")
      .values({ ...row, expires_at: timeText(now() + day), created_at: at })
      .execute();
    return id;
  }

  const admin = await person('["USER","ADMIN"]', 1);
  const inactive = await person('["USER","ADMIN"]', 0);
  const own = await session(first);
  const ownToken = await token(first, ["read", "write"]);
  const revoked = await session(first);
  await db.kysely.deleteFrom("sessions").where("id", "=", revoked.id).execute();
  const past = timeText(now() - 1_000);
  const forged = `${own.headers.Cookie.slice(0, -6)}AAAA%3D`;
  const refused = (role: string, headers: Record<string, string>): Stranger => ({
    role,
    headers,
    refused: nobody,
    isAdmin: false,
    by: "session",
  });
  const admitted = (role: string, headers: Record<string, string>, by: "session" | "token" = "session"): Stranger => ({
    role,
    headers,
    refused: null,
    isAdmin: false,
    by,
  });
  const expired = await session(first, now() - 1_000);
  const scopeless = await token(first, []);
  return {
    first: own.headers,
    passing: [second, admin, inactive, expired.id],
    ids: {
      session: (await session(first)).id,
      token: ownToken.id,
      passkey: await passkey(first),
      invitation: await invitation(first),
    },
    secrets: [own.token, ownToken.secret, revoked.token, scopeless.secret],
    strangers: [
      refused("anonymous", {}),
      admitted("second user", (await session(second)).headers),
      admitted("second user’s token", (await token(second, ["read", "write"])).headers, "token"),
      { ...admitted("another ADMIN", (await session(admin)).headers), isAdmin: true },
      refused("revoked session", revoked.headers),
      refused("expired session", expired.headers),
      refused("forged session", { Cookie: forged }),
      refused("deactivated person", (await session(inactive)).headers),
      refused("deactivated person’s token", (await token(inactive, ["read", "write"])).headers),
      refused("expired token", (await token(first, ["read", "write"], { expires_at: past })).headers),
      refused("revoked token", (await token(first, ["read", "write"], { revoked_at: past })).headers),
      refused("unknown token", { Authorization: `Bearer ${newToken()}` }),
      {
        ...refused("token without a scope", scopeless.headers),
        refused: { status: 403, codes: ["scope-missing", "session-needed"] },
      },
    ],
  };
}
