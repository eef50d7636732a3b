import type { Kysely } from "kysely";
import type { Schema } from "../../generated/schema.ts";

/** The part of a database that signing in needs. */
export interface SignInDatabase {
  readonly kysely: Kysely<Schema>;
}

/** A client that a provider knows us by. */
export interface ProviderClient {
  id: string;
  secret: string;
}

export interface SignInProviders {
  google: ProviderClient | null;
  twitter: ProviderClient | null;
  /** Any provider of OpenID Connect; `issuer` without a slash at the end. */
  oidc: (ProviderClient & { issuer: string; name: string }) | null;
}

/** A letter with a link in it that somebody is to follow. */
export interface SignInLetter {
  kind: "verify-address" | "address-known" | "reset-password" | "magic-link" | "confirm-address" | "new-address";
  email: string;
  /** Null where the address has no account. */
  userId: string | null;
  /** Null where it asks for nothing. */
  link: string | null;
  /** The new address, of `confirm-address`. */
  newEmail: string | null;
}

/** What signing in asks of the rest of the studio. */
export interface SignInHooks {
  send(letter: SignInLetter): Promise<void>;
  /** Whether an address without an account may have one. */
  mayJoin(email: string): Promise<boolean>;
  /** The address of an account has answered. */
  proven(user: { id: string; email: string }): Promise<void>;
  /** What a person reads in the list of sessions, of a User-Agent. */
  deviceOf(userAgent: string): string;
  /** A failure that is no refusal. */
  trouble(error: unknown): void;
}

export interface SignInParts {
  db: SignInDatabase;
  /** Scheme, host and port that browsers see, without a slash at the end. */
  origin: string;
  /** What signs sessions, then those that did so before. */
  secrets: readonly [string, ...string[]];
  newId(): string;
  now(): number;
  providers: SignInProviders;
  hooks: SignInHooks;
}

/** Days until a session ends in which nothing is asked for. */
export const sessionDays = 30;
/** Letters of a password. */
export const passwordLength = { least: 10, most: 128 } as const;

/** Sessions, and every way to begin one. */
export interface SignIn {
  /** Answers a request below /api/auth. Failures are JSON with `code`. */
  answer(request: Request): Promise<Response>;
  /** The token of the session whose cookie a request brings; null where there is none that was signed here. */
  tokenOf(headers: Headers): Promise<string | null>;
  /** A Set-Cookie by which a session of this token goes on. */
  cookieOf(token: string): Promise<string>;
  /** Gives the session whose cookie a request brings another token, by which alone it goes on: a Set-Cookie with it, null where there is no session. */
  anew(headers: Headers): Promise<string | null>;
  hashPassword(password: string): Promise<string>;
  isPassword(password: string, hash: string): Promise<boolean>;
}
