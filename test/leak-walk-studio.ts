import type { Database } from "../src/backends/sql/database.ts";
import { uuid7Maker } from "../src/core/text/uuid7.ts";
import { type TestApp, testApp, testOrigin } from "./app.ts";
import { type Crowd, walkAccounts, walkCrowd } from "./leak-walk-crowd.ts";
import { walkFixture, type WalkFixture } from "./leak-walk-fixture.ts";

/** A studio for a walk: one person who has everything, and all the others. */
export interface WalkStudio {
  app: TestApp;
  crowd: Crowd;
  fixture: WalkFixture;
}

/** Makes it on a database with every table and nobody in it, which `app.close` closes. */
export async function walkStudio(db: Database): Promise<WalkStudio> {
  const clock = { now: Date.now, newId: uuid7Maker(Date.now, () => crypto.getRandomValues(new Uint8Array(10))) };
  const parts = { db, ...clock, origin: testOrigin };
  const accounts = walkAccounts(parts);
  const app = await testApp({ accounts, signedIn: accounts.people.signedIn }, { db });
  const crowd = await walkCrowd(accounts.signIn, { ...parts, first: app.owner, second: app.other });
  return { app, crowd, fixture: await walkFixture(app, crowd) };
}
