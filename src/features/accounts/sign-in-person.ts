import { type SignIn, sessionDays } from "../../backends/sign-in/sign-in.ts";
import { timeOf, timeText } from "../../backends/sql/codecs.ts";
import type { Database } from "../../backends/sql/database.ts";
import { isPassedOn } from "../../http/passed-on.ts";
import type { Person, TokenScope } from "../../http/person.ts";
import { ownerWithoutAccount } from "./queries/local-owner.ts";
import { noteSeen, type OpenSession, sessionOfToken } from "./queries/sessions.ts";
import { noteUse, tokenOfHash } from "./queries/tokens.ts";
import { scopesOf, tokenHash } from "./token-text.ts";

const minute = 60_000;
const day = 24 * 3_600_000;

export interface PersonFinderParts {
  db: Database;
  signIn: SignIn;
  now(): number;
  /** Whether only this machine can reach the server. */
  onLoopback: boolean;
}

/** Tells who sends a request. */
export interface PersonFinder {
  /** Null for nobody. */
  signedIn(request: Request): Promise<Person | null>;
  /** Whether there is one person, who need not sign in. */
  isSingleUser(): Promise<boolean>;
  /** A Set-Cookie for a session that was given more time with this request; null for others. */
  renewedCookie(request: Request): string | null;
}

/** Looks into the rows for each request: what was revoked, has expired or belongs to somebody who was deactivated counts for nothing at once. */
export function personFinder({ db, signIn, now, onLoopback }: PersonFinderParts): PersonFinder {
  const renewed = new WeakMap<Request, string>();
  // Accounts are never turned off again.
  let hasAccounts = false;

  async function atMachine(): Promise<string | null> {
    if (!onLoopback || hasAccounts) return null;
    const owner = await ownerWithoutAccount(db);
    hasAccounts = owner === null;
    return owner;
  }

  return {
    isSingleUser: async () => (await atMachine()) !== null,
    renewedCookie: (request) => renewed.get(request) ?? null,
    async signedIn(request) {
      const authorization = request.headers.get("Authorization");
      if (authorization !== null) return byToken(authorization);
      const owner = await atMachine();
      if (owner !== null && isPassedOn(request.headers)) return null;
      if (owner !== null) return { id: owner, isAdmin: true, by: "machine", sessionId: null, scopes: null };
      return bySession(request);
    },
  };

  async function bySession(request: Request): Promise<Person | null> {
    const token = await signIn.tokenOf(request.headers);
    const session = token === null ? null : await sessionOfToken(db, token);
    if (token === null || session === null || session.isActive !== 1 || timeOf(session.expiresAt) <= now()) return null;
    const expiresAt = await keepAlive(session);
    if (expiresAt !== null) renewed.set(request, await signIn.cookieOf(token));
    return { id: session.userId, isAdmin: isAdmin(session.roles), by: "session", sessionId: session.id, scopes: null };
  }

  /** Notes the use of a session, once a minute; gives a new end where it was long ago that it got one, and the cookie must hear of it. */
  async function keepAlive({ id, expiresAt, updatedAt, lastSeenAt }: OpenSession): Promise<number | null> {
    const [end, begun] = [timeOf(expiresAt), timeOf(updatedAt)];
    const length = end - begun;
    const isLong = length > (sessionDays * day) / 2;
    const newEnd = now() - begun > Math.min(day, length / 2) ? now() + (isLong ? sessionDays * day : length) : null;
    const isSeen = lastSeenAt !== null && now() - timeOf(lastSeenAt) < minute;
    if (newEnd !== null || !isSeen) await noteSeen(db, id, { now: now(), expiresAt: newEnd });
    return isLong ? newEnd : null;
  }

  async function byToken(authorization: string): Promise<Person | null> {
    const hash = await tokenHash(/^Bearer (\S+)$/i.exec(authorization)?.[1] ?? "");
    const token = hash === null ? null : await tokenOfHash(db, hash);
    if (token === null || token.isActive !== 1 || token.revokedAt !== null) return null;
    if (token.expiresAt !== null && token.expiresAt <= timeText(now())) return null;
    if (token.lastUsedAt === null || now() - timeOf(token.lastUsedAt) >= minute) await noteUse(db, token.id, now());
    const scopes: readonly TokenScope[] = scopesOf(token.scopes);
    return { id: token.userId, isAdmin: isAdmin(token.roles), by: "token", sessionId: null, scopes };
  }
}

const isAdmin = (roles: string): boolean => roles.includes('"ADMIN"');
