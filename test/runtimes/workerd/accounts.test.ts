import { env } from "cloudflare:test";
import { openD1 } from "../../../src/backends/sql/d1.ts";
import { migrateDatabase } from "../../../src/backends/sql/migrate.ts";
import { readMigrations } from "../../../src/backends/sql/migrations/files.ts";
import { uuid7Maker } from "../../../src/core/text/uuid7.ts";
import { localOwner } from "../../../src/features/accounts/queries/local-owner.ts";
import { accountRoutes } from "../../../src/features/accounts/routes.ts";
import { mountSignIn } from "../../../src/features/accounts/sign-in-api.ts";
import { migrationFiles } from "../../../src/generated/migrations.ts";
import { admit, isOpen } from "../../../src/http/admission.ts";
import { newApi } from "../../../src/http/api.ts";
import { answerProblem, problemOf } from "../../../src/http/problem.ts";
import { accountsDesk } from "../../accounts-desk.ts";
import { signInContract } from "../../sign-in-contract.ts";
import { testAccounts } from "../../test-accounts.ts";
import { emptied } from "./d1-tables.ts";

const origin = "http://localhost:8787";
const newId = uuid7Maker(Date.now, () => crypto.getRandomValues(new Uint8Array(10)));

signInContract("D1 in workerd", async () => {
  const db = openD1(env.DB);
  await emptied(env.DB);
  const runner = { owner: "the test", tool: "fabula 0", now: Date.now, sleep: async () => undefined, patience: 0 };
  const migrations = await readMigrations(migrationFiles);
  await migrateDatabase(db, migrations, { direction: "up", to: null }, { ...runner, backup: async () => null });
  const services = { db, now: Date.now, newId };
  const owner = await localOwner(db, services);
  const accounts = await testAccounts(db, services);
  // The routes of accounts alone: what draws is not loaded here.
  const app = newApi();
  app.onError((error, c) => answerProblem(c, problemOf(error)));
  app.use("/api/*", async (c, next) => {
    c.set("address", "127.0.0.1");
    if (isOpen(c.req.path)) return next();
    const person = admit(await accounts.people.signedIn(c.req.raw), c.req.method, c.req.path);
    c.set("person", person);
    c.set("owner", person.id);
    return next();
  });
  mountSignIn(app, { ...services, origin }, accounts);
  app.route("/api", accountRoutes({ db, now: Date.now, version: "0", givesSamples: false }));
  return accountsDesk({ app, db, accounts, origin, owner, pass: () => undefined, close: () => db.close() });
});
