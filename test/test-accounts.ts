import type { Database } from "../src/backends/sql/database.ts";
import { Secret } from "../src/config-secret.ts";
import { type AccountsChoice, openAccounts, type OpenedAccounts } from "../src/entry/accounts.ts";

/** Bytes that differ, as secrets of tests. */
export const testSecret = (seed: number): string =>
  Array.from({ length: 32 }, (_, i) => ((i * i * 7 + i * 13 + seed * 31) % 256).toString(16).padStart(2, "0")).join("");

/** What tests change of accounts. */
export interface TestAccountsChoice {
  config?: Partial<AccountsChoice["config"]>;
  origin?: string;
  trouble?: AccountsChoice["trouble"];
}

/** Accounts as a server has them, on the database of a test, where others can reach it; mail stays in the outbox. */
export function testAccounts(
  db: Database,
  { now, newId }: { now(): number; newId(): string },
  { config = {}, origin = "http://localhost:8787", trouble = fail }: TestAccountsChoice = {},
): Promise<OpenedAccounts> {
  const usual: AccountsChoice["config"] = {
    onLoopback: false,
    sessionSecret: new Secret(testSecret(1)),
    oldSessionSecrets: [],
    masterSecret: new Secret(testSecret(2)),
    oldMasterSecrets: [],
    google: null,
    twitter: null,
    oidc: null,
    smtp: null,
    mailFrom: "fabula@localhost",
  };
  return openAccounts({ db, now, newId }, { config: { ...usual, ...config }, origin, trouble });
}

function fail(error: unknown): never {
  throw error;
}
