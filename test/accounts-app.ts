import type { AppParts } from "../src/app.ts";
import { createMemoryBlobs } from "../src/backends/blobs/memory.ts";
import type { Database } from "../src/backends/sql/database.ts";
import { uuid7Maker } from "../src/core/text/uuid7.ts";
import { type TestApp, testApp, testOrigin } from "./app.ts";
import { type AccountsDesk, accountsDesk } from "./accounts-desk.ts";
import { testDatabase } from "./database.ts";
import { type TestAccountsChoice, testAccounts } from "./test-accounts.ts";

/** A studio over HTTP with real accounts. */
export interface AccountsApp extends AccountsDesk {
  test: TestApp;
  app: TestApp["app"];
}

export { password } from "./accounts-desk.ts";
export type { Browser } from "./accounts-desk.ts";

export interface AccountsAppChoice extends TestAccountsChoice {
  parts?: Partial<AppParts>;
  /** A database with all tables and nobody in them; one of SQLite in memory where it is left out. */
  db?: Database;
  /** Whether the first account is left to be made; then `admin` is signed out and `adminId` the owner's. */
  isFresh?: boolean;
}

/** A studio with real accounts: whom `signedIn` finds is who has signed in. Mail stays in the outbox. */
export async function accountsApp(choice: AccountsAppChoice = {}): Promise<AccountsApp> {
  let offset = 0;
  const origin = choice.origin ?? testOrigin;
  const now = (): number => Date.now() + offset;
  const [db, blobs] = [choice.db ?? (await testDatabase()), createMemoryBlobs(now)];
  const newId = uuid7Maker(now, () => crypto.getRandomValues(new Uint8Array(10)));
  const accounts = await testAccounts(db, { now, newId }, { ...choice, origin });
  const services = { db, blobs, now, newId, close: async () => undefined };
  const own = { origin, services, accounts, signedIn: accounts.people.signedIn };
  const test = await testApp({ ...own, ...choice.parts }, { db, blobs });
  const { app } = test;
  const pass = (milliseconds: number): void => void (offset += milliseconds);
  const desk = {
    app,
    db,
    accounts,
    origin,
    owner: test.owner,
    isFresh: choice.isFresh,
    pass,
    close: () => test.close(),
  };
  return { ...(await accountsDesk(desk)), test, app };
}
